import type { RecordedEvent, StreamKind, StreamName } from '~/core/journal/event';
import { evolve, type Folded } from '~/core/journal/stream';
import { readStream, streamNames } from '~db/journal/journal';
import { claimRefs, olderStates, saveState } from '~db/journal/states';
import type { Reader, Tx, Writer } from '~db/dialect/writer';
import { pastOf } from '~db/projections/history';
import { saveRows, type Projection, type TableRows } from '~db/projections/projection';
import { frameworkOf, keptFramework, readOutside } from './outside';
import { definitionOf, partsOfName, type FrameworkFolded, type StreamTable } from './stream-table';

/** How far a rebuild has come. */
export type Progress = (done: number, stream: StreamName) => void;

export interface Derived {
  readonly streams: StreamTable;
  readonly projections: readonly Projection[];
}

/** To be told the state that each command left, with its last event. */
export type AfterCommand = (state: Folded, last: RecordedEvent) => void;

/** The fold of a stream from the journal alone, with the globalSeq of its last event. */
export async function foldStream(
  { streams }: Pick<Derived, 'streams'>,
  db: Reader,
  stream: StreamName,
  range: { readonly upTo?: number } = {},
  afterCommand?: AfterCommand,
): Promise<{ readonly state: Folded; readonly asOf: number }> {
  const { kind, id } = partsOfName(stream);
  const definition = definitionOf(streams, kind);
  let state = definition.empty(id);
  let last: RecordedEvent | undefined;
  for await (const page of readStream(db, stream, range)) {
    for (const event of page) {
      const another = last && !(last.commandId === event.commandId && last.actor === event.actor);
      if (last && another) afterCommand?.(state, last);
      state = evolve(definition, state, event);
      last = event;
    }
  }
  if (last) afterCommand?.(state, last);
  return { state, asOf: last?.globalSeq ?? 0 };
}

/** The fold of a stream with the rows of its past, where its projection keeps them. */
export async function foldWithPast(
  derived: Derived,
  db: Reader,
  stream: StreamName,
  frameworks: readonly FrameworkFolded[],
): Promise<{ readonly state: Folded; readonly asOf: number; readonly past: readonly TableRows[] }> {
  const { kind, id } = partsOfName(stream);
  const history = derived.projections.find((each) => each.kind === kind)?.history;
  if (!history) return { ...(await foldStream(derived, db, stream)), past: [] };
  const past = pastOf(history, id);
  const folded = await foldStream(derived, db, stream, {}, (state, last) =>
    past.after(state, frameworkOf(frameworks, keptFramework(kind, state)), last),
  );
  return { ...folded, past: [past.rows()] };
}

/** Makes the state and rows of one stream again from the journal. `asOf` is given when a redaction is the reason. */
export async function rebuildStream(
  derived: Derived,
  tx: Tx,
  stream: StreamName,
  asOf?: number,
): Promise<void> {
  const { kind, id } = partsOfName(stream);
  const projection = derived.projections.find((each) => each.kind === kind);
  const { frameworks } = await readOutside(tx);
  const folded = await foldWithPast(derived, tx, stream, frameworks);
  if (folded.state.version === 0) return;
  await saveState(tx, {
    stream,
    kind,
    id,
    foldVersion: definitionOf(derived.streams, kind).foldVersion,
    rowsVersion: projection?.version ?? 0,
    asOf: Math.max(folded.asOf, asOf ?? 0),
    state: folded.state,
  });
  if (!projection) return;
  const taken = await claimRefs(tx, stream, projection.refsOf(folded.state));
  if (taken !== undefined) throw new Error(`${stream} has the name ${taken}, which another stream holds`);
  const framework = frameworkOf(frameworks, keptFramework(kind, folded.state));
  await saveRows(tx, id, [...projection.rowsOf(folded.state, framework), ...folded.past]);
}

const BATCH = 20;

/** The order matters: projects' rows read the frameworks. */
const ORDER: readonly StreamKind[] = ['framework', 'person', 'programme', 'project'];

/** Makes again whatever an older program made, in batches; begun again after a stop it goes on where it was. */
export async function rebuildOlder(derived: Derived, writer: Writer, progress?: Progress): Promise<number> {
  let done = 0;
  for (const kind of ORDER) {
    const { foldVersion } = definitionOf(derived.streams, kind);
    const rowsVersion = derived.projections.find((each) => each.kind === kind)?.version ?? 0;
    for (;;) {
      const batch = await writer.write(async (tx) => {
        const due = await olderStates(tx, kind, foldVersion, rowsVersion, BATCH);
        for (const { stream } of due) await rebuildStream(derived, tx, stream);
        return due;
      });
      for (const { stream } of batch) {
        done += 1;
        progress?.(done, stream);
      }
      if (batch.length < BATCH) break;
    }
  }
  return done;
}

/** Makes every state and row again, one stream a transaction, so that the server goes on serving meanwhile. */
export async function rebuildAll(
  derived: Derived & { readonly writer: Writer },
  db: Reader,
  progress?: Progress,
): Promise<number> {
  let done = 0;
  for (const kind of ORDER) {
    let after = '';
    for (;;) {
      const names = await streamNames(db, after);
      for (const stream of names.filter((name) => partsOfName(name).kind === kind)) {
        await derived.writer.write((tx) => rebuildStream(derived, tx, stream));
        done += 1;
        progress?.(done, stream);
      }
      if (names.length === 0) break;
      after = names[names.length - 1]!;
    }
  }
  return done;
}
