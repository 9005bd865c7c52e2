import type { External } from '~/core/command/context';
import { streamName, type RecordedEvent, type StreamKind, type StreamName } from '~/core/journal/event';
import type { Folded } from '~/core/journal/stream';
import type { IsoDay } from '~/core/time/iso-day';
import { openConnections } from '~db/dialect/open';
import type { Reader, Tx } from '~db/dialect/writer';
import {
  eventById,
  eventsOf,
  programmeHead,
  readAll,
  readStream,
  type Head,
  type Range,
} from '~db/journal/journal';
import { firstDayOf, positionOf, positionOn } from '~db/journal/as-at';
import { redactionOf } from '~db/journal/redaction';
import { loadState, stateMark, streamByRef } from '~db/journal/states';
import type { Projection } from '~db/projections/projection';
import type { Answer, Request } from './answer';
import { pastRecord } from './as-at';
import { openBlobs, type Blobs } from './blobs';
import { businessDay, externalFor, keptFramework, readOutside } from './outside';
import { rebuildAll, rebuildOlder, type Progress } from './rebuild';
import { dropFiles } from './redact';
import { run, type Machinery } from './run';
import { partsOfName, type StateOf, type StreamTable } from './stream-table';

/** What a store is opened with. */
export interface StoreOptions<T extends StreamTable> extends Pick<Machinery, 'noticesOf' | 'startDay'> {
  readonly dataDir: string;
  /** The instant it is, ISO UTC with milliseconds. */
  readonly clock: () => string;
  readonly ids: () => string;
  readonly streams: T;
  readonly projections: readonly Projection[];
  readonly progress?: Progress;
  readonly giveUpAfterMs?: number;
  readonly maxBlobBytes?: number;
}

/** The record, opened: commands go in, states and rows come out. */
export interface Store<T extends StreamTable = StreamTable> {
  readonly dataDir: string;
  readonly streams: T;
  readonly projections: readonly Projection[];
  readonly blobs: Blobs;
  /** For queries; it sees the last commit and cannot write. */
  readonly db: Reader;
  run(request: Request): Promise<Answer>;
  /** The state as it stands; undefined when there is no such stream. */
  readState<K extends StreamKind>(kind: K, id: string): Promise<StateOf<T, K> | undefined>;
  /** The state as it stood at the end of a business day; undefined when the stream had not begun. */
  stateAsAt<K extends StreamKind>(kind: K, id: string, day: IsoDay): Promise<StateOf<T, K> | undefined>;
  /** The place of a day's end in the programme's journal, by its last event; 0 before the first. */
  positionOn(day: IsoDay): Promise<number>;
  /** The place of an event in the programme's journal, by its number in its stream. */
  positionOf(stream: StreamName, seq: number): Promise<number | undefined>;
  /** The state as it stood at a place in the programme's journal; undefined when the stream had not begun. */
  stateAt<K extends StreamKind>(kind: K, id: string, position: number): Promise<StateOf<T, K> | undefined>;
  /** What a decision on a project would there have known of the other streams. */
  externalAt(position: number, project?: Folded & { readonly id: string }): Promise<External>;
  /** The business day of a stream's first event; undefined when there is no such stream. */
  firstDay(stream: StreamName): Promise<IsoDay | undefined>;
  /** The id of the project with this ref, whatever its case. */
  projectByRef(ref: string): Promise<string | undefined>;
  /** What a decision on a project would know of the other streams now; for one not begun, under the newest framework. */
  external(project?: Folded & { readonly id: string }): Promise<External>;
  /** The business day. */
  today(): Promise<IsoDay>;
  now(): string;
  events(stream: StreamName, range?: Range): Promise<readonly RecordedEvent[]>;
  pages(stream: StreamName | 'all', range?: Range): AsyncGenerator<readonly RecordedEvent[]>;
  /** What a redaction would leave of an event, and the digest to confirm. */
  redactionOf(event: string): Promise<{ readonly left: unknown; readonly digest: string } | undefined>;
  /** The end of the programme's chain: what packs print and verify holds against. */
  head(): Promise<Head>;
  /** Writes tables that are no record (accounts, sessions); never the journal. */
  write<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
  /** Makes every state and row again from the journal. */
  rebuild(progress?: Progress): Promise<number>;
  close(): Promise<void>;
}

/** Opens the record of a data folder: migrates, and rebuilds what an older program derived. */
export async function openStore<T extends StreamTable>(options: StoreOptions<T>): Promise<Store<T>> {
  const { dataDir, streams, projections, clock } = options;
  const connections = await openConnections(dataDir, options.giveUpAfterMs);
  const { reader: db, writer } = connections;
  const machinery: Machinery = { ...options, writer };
  const blobs = openBlobs(dataDir, options.maxBlobBytes);
  const states = rememberedStates(db);
  const past = pastRecord(machinery, db);
  await rebuildOlder(machinery, writer, options.progress);
  return {
    dataDir,
    streams,
    projections,
    blobs,
    db,
    run: async (request) => {
      const answer = await run(machinery, request);
      if (answer.kind === 'ok' && (await dropFiles(answer.events, blobs))) connections.checkpoint();
      return answer;
    },
    readState: async (kind, id) => (await states(streamName(kind, id))) as never,
    stateAsAt: async (kind, id, day) => (await past.state(kind, id, await positionOn(db, day))) as never,
    positionOn: (day) => positionOn(db, day),
    positionOf: (stream, seq) => positionOf(db, stream, seq),
    stateAt: async (kind, id, position) => (await past.state(kind, id, position)) as never,
    externalAt: (position, project) => past.external(position, project),
    firstDay: (stream) => firstDayOf(db, stream),
    projectByRef: async (ref) => {
      const stream = await streamByRef(db, ref);
      return stream === undefined ? undefined : partsOfName(stream).id;
    },
    external: async (project) =>
      externalFor(
        db,
        await readOutside(db),
        project ? streamName('project', project.id) : '',
        keptFramework('project', project),
        project,
      ),
    today: async () => businessDay(await readOutside(db), clock(), options.startDay),
    now: clock,
    events: (stream, range) => eventsOf(db, stream, range),
    pages: (stream, range) => (stream === 'all' ? readAll(db, range) : readStream(db, stream, range)),
    redactionOf: async (id) => {
      const event = await eventById(db, id);
      if (!event) return undefined;
      const { text, digest } = redactionOf(event.body);
      return { left: JSON.parse(text) as unknown, digest };
    },
    head: async () => {
      const { seq, hash } = await programmeHead(db);
      return { seq, hash };
    },
    write: (work) => writer.write(work),
    rebuild: (progress) => rebuildAll(machinery, db, progress),
    close: () => connections.close(),
  };
}

const REMEMBERED = 200;

/** States as last parsed, asked again of the database by their mark before each use. */
function rememberedStates(db: Reader): (stream: StreamName) => Promise<Folded | undefined> {
  const known = new Map<StreamName, { readonly mark: string; readonly state: Folded }>();
  return async (stream) => {
    const mark = await stateMark(db, stream);
    if (!mark) return undefined;
    const found = known.get(stream);
    if (found?.mark === `${mark.version}/${mark.asOf}`) return found.state;
    const stored = await loadState(db, stream);
    if (!stored) return undefined;
    const state = JSON.parse(stored.state) as Folded;
    if (known.size >= REMEMBERED) known.clear();
    known.set(stream, { mark: `${stored.version}/${stored.asOf}`, state });
    return state;
  };
}
