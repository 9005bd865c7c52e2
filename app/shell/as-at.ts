import type { External } from '~/core/command/context';
import type { StreamKind, StreamName } from '~/core/journal/event';
import { streamName } from '~/core/journal/event';
import type { Folded } from '~/core/journal/stream';
import type { Reader } from '~db/dialect/writer';
import { lastRedaction, lastSeqAt, refsAt, streamsOfKind } from '~db/journal/as-at';
import { externalOf, keptFramework, type Outside } from './outside';
import { foldStream, type Derived } from './rebuild';
import { Recent } from './recent';
import type { FrameworkFolded, PersonFolded, ProgrammeFolded } from './stream-table';

/** States and directories of past days kept at a time. */
const STATES = 120;
const OUTSIDES = 12;

/**
 * The record as it stood at a place in the programme's journal: the end of a day is that day's last event, or the last
 * before it. Events never change and neither do folds of them, so a fold is kept by stream and version; a redaction,
 * which takes words out of what was recorded, empties what is kept.
 */
export interface PastRecord {
  /** A stream's state; undefined when it had not begun. */
  state(kind: StreamKind, id: string, position: number): Promise<Folded | undefined>;
  /** What a decision on a project would have known of the other streams. */
  external(position: number, project?: Folded & { readonly id: string }): Promise<External>;
}

/** Reads the past of an open record. */
export function pastRecord(derived: Pick<Derived, 'streams'>, db: Reader): PastRecord {
  const states = new Recent<Folded>(STATES);
  const outsides = new Recent<Outside>(OUTSIDES);
  let redaction = -1;

  async function forgetRedacted(): Promise<void> {
    const last = await lastRedaction(db);
    if (last === redaction) return;
    states.clear();
    outsides.clear();
    redaction = last;
  }

  async function remembered<V>(kept: Recent<V>, key: string, make: () => Promise<V>): Promise<V> {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const before = redaction;
    const made = await make();
    // Folded while a redaction was made: right or not, it is not kept.
    if (before === redaction && before === (await lastRedaction(db))) kept.set(key, made);
    return made;
  }

  const foldAt = async (stream: StreamName, upTo: number) =>
    (await foldStream(derived, db, stream, { upTo })).state;

  return {
    state: async (kind, id, position) => {
      await forgetRedacted();
      const stream = streamName(kind, id);
      const seq = await lastSeqAt(db, stream, position);
      return seq === 0 ? undefined : remembered(states, `${stream}@${seq}`, () => foldAt(stream, seq));
    },
    external: async (position, project) => {
      await forgetRedacted();
      const outside = await remembered(outsides, String(position), () =>
        readOutsideAt(db, async (stream) => {
          const seq = await lastSeqAt(db, stream, position);
          return seq === 0 ? undefined : foldAt(stream, seq);
        }),
      );
      const refs = (await refsAt(db, position)).filter((each) => each.project !== project?.id);
      return externalOf(
        outside,
        keptFramework('project', project),
        refs.map(({ ref }) => ref),
      );
    },
  };
}

type FoldOf = (stream: StreamName) => Promise<Folded | undefined>;

/** Every stream that decisions of others may depend on, as it stood; persons are many, so none is kept on its own. */
async function readOutsideAt(db: Reader, foldOf: FoldOf): Promise<Outside> {
  const versions: Record<StreamName, number> = {};
  const standing = async (streams: readonly StreamName[]): Promise<readonly Folded[]> => {
    const states: Folded[] = [];
    for (const stream of streams) {
      const state = await foldOf(stream);
      if (!state) continue;
      versions[stream] = state.version;
      states.push(state);
    }
    return states;
  };
  const [programme] = (await standing(['programme'])) as readonly ProgrammeFolded[];
  return {
    programme,
    people: (await standing(await streamsOfKind(db, 'person'))) as readonly PersonFolded[],
    frameworks: (await standing(await streamsOfKind(db, 'framework'))) as readonly FrameworkFolded[],
    versions,
  };
}
