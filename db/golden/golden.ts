import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RecordedEvent, StreamKind, StreamName } from '~/core/journal/event';
import { STREAM_KINDS } from '~/core/journal/event';
import { evolve, upcast, type Folded, type StreamDefinition } from '~/core/journal/stream';

/** One event as it was released: its very shape, kept for ever. */
export interface GoldenRecord {
  readonly kind: StreamKind;
  readonly type: string;
  readonly v: number;
  readonly body: unknown;
}

/** Where the golden records lie: `<kind>/<type>.v<version>.json`. */
export const GOLDEN_FOLDER = dirname(fileURLToPath(import.meta.url));

const pathOf = (folder: string, { kind, type, v }: Omit<GoldenRecord, 'body'>): string =>
  join(folder, kind, `${type}.v${v}.json`);

/** Every golden record of a folder. */
export function readGoldens(folder = GOLDEN_FOLDER): readonly GoldenRecord[] {
  return STREAM_KINDS.flatMap((kind) => {
    const within = join(folder, kind);
    if (!existsSync(within)) return [];
    return readdirSync(within)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(readFileSync(join(within, name), 'utf8')) as GoldenRecord);
  });
}

/** Writes those of the events whose type and version have no golden record yet; never changes one. */
export function writeGoldens(events: Iterable<RecordedEvent>, folder = GOLDEN_FOLDER): readonly string[] {
  const written: string[] = [];
  for (const { stream, type, v, body } of events) {
    const golden: GoldenRecord = { kind: kindOf(stream), type, v, body };
    const path = pathOf(folder, golden);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(golden, undefined, 2)}\n`, { flag: 'wx' });
    written.push(path);
  }
  return written;
}

const kindOf = (stream: StreamName): StreamKind => stream.split('/', 1)[0] as StreamKind;

/** The types and versions released of a kind of stream that have no golden record: versions count from 1. */
export function missingGoldens(
  definition: StreamDefinition<Folded>,
  goldens: readonly GoldenRecord[],
): readonly string[] {
  const held = new Set(goldens.filter((each) => each.kind === definition.kind).map(({ type, v }) => `${type} v${v}`));
  return Object.entries(definition.events).flatMap(([type, { v: newest }]) =>
    Array.from({ length: newest }, (_, index) => `${type} v${index + 1}`).filter((name) => !held.has(name)),
  );
}

/** Reads a golden record as the journal would: upcast, checked against today's schema, folded and told. Throws. */
export function foldGolden(definition: StreamDefinition<Folded>, golden: GoldenRecord): string {
  const recorded: RecordedEvent = {
    ...golden,
    stream: golden.kind === 'programme' ? 'programme' : `${golden.kind}/golden`,
    seq: 1,
    globalSeq: 1,
    id: 'golden-event',
    recordedAt: '2023-10-01T09:00:00.000Z',
    day: '2023-10-01',
    actor: 'golden-person',
    commandId: 'golden-command',
  };
  const { body } = upcast(definition, recorded);
  const kind = definition.events[golden.type]!;
  kind.body.parse(body);
  const before = definition.empty('golden');
  const after = evolve(definition, before, recorded);
  if (after.version !== 1) throw new Error(`${golden.type} did not fold`);
  return kind.says(body, before, { person: () => 'Somebody' }).sentence;
}
