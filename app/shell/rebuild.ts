import type { StreamKind, StreamName } from '~/core/journal/event';
import { evolve, type Folded } from '~/core/journal/stream';
import { readStream, streamNames } from '~db/journal/journal';
import { claimRefs, olderStates, saveState } from '~db/journal/states';
import type { Reader, Tx, Writer } from '~db/dialect/writer';
import { saveRows, type Projection } from '~db/projections/projection';
import { frameworkOf, keptFramework, readOutside } from './outside';
import { definitionOf, partsOfName, type StreamTable } from './stream-table';

/** How far a rebuild has come. */
export type Progress = (done: number, stream: StreamName) => void;

export interface Derived {
  readonly streams: StreamTable;
  readonly projections: readonly Projection[];
}

/** The fold of a stream from the journal alone, with the globalSeq of its last event. */
export async function foldStream(
  { streams }: Pick<Derived, 'streams'>,
  db: Reader,
  stream: StreamName,
  range: { readonly upTo?: number; readonly onDay?: string } = {},
): Promise<{ readonly state: Folded; readonly asOf: number }> {
  const { kind, id } = partsOfName(stream);
  const definition = definitionOf(streams, kind);
  let state = definition.empty(id);
  let asOf = 0;
  for await (const page of readStream(db, stream, range)) {
    for (const event of page) {
      state = evolve(definition, state, event);
      asOf = event.globalSeq;
    }
  }
  return { state, asOf };
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
  const folded = await foldStream(derived, tx, stream);
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
  const { frameworks } = await readOutside(tx);
  const framework = frameworkOf(frameworks, keptFramework(kind, folded.state));
  await saveRows(tx, id, projection.rowsOf(folded.state, framework));
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
