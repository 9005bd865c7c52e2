import type { External } from '~/core/command/context';
import type { StreamKind, StreamName } from '~/core/journal/event';
import { streamName } from '~/core/journal/event';
import type { Folded } from '~/core/journal/stream';
import type { IsoDay } from '~/core/time/iso-day';
import type { Reader } from '~db/dialect/writer';
import { lastRedaction, lastSeqOn, positionOn, refsOn, streamsOfKind } from '~db/journal/as-at';
import { externalOf, keptFramework, type Outside } from './outside';
import { foldStream, type Derived } from './rebuild';
import { Recent } from './recent';
import type { FrameworkFolded, PersonFolded, ProgrammeFolded } from './stream-table';

/** States and directories of past days kept at a time. */
const STATES = 120;
const OUTSIDES = 12;

/**
 * The record as at the end of past days, folded from the journal up to the last event whose business day is not after
 * the day. Events never change and neither do folds of them, so a fold is kept by stream and version; a redaction, which
 * takes words out of what was recorded, empties what is kept.
 */
export interface PastRecord {
  /** A stream's state; undefined when it had not begun. */
  state(kind: StreamKind, id: string, day: IsoDay): Promise<Folded | undefined>;
  /** What a decision on a project would have known of the other streams. */
  external(day: IsoDay, project?: Folded & { readonly id: string }): Promise<External>;
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

  async function stateOf(stream: StreamName, day: IsoDay): Promise<Folded | undefined> {
    const seq = await lastSeqOn(db, stream, day);
    if (seq === 0) return undefined;
    const key = `${stream}@${seq}`;
    const known = states.get(key);
    if (known) return known;
    const before = redaction;
    const { state } = await foldStream(derived, db, stream, { upTo: seq });
    // Folded while a redaction was made: right or not, it is not kept.
    if (before === redaction && before === (await lastRedaction(db))) states.set(key, state);
    return state;
  }

  async function outsideOf(day: IsoDay): Promise<Outside> {
    const key = String(await positionOn(db, day));
    const known = outsides.get(key);
    if (known) return known;
    const before = redaction;
    const outside = await readOutsideOn(db, (stream) => foldOn(derived, db, stream, day));
    if (before === redaction && before === (await lastRedaction(db))) outsides.set(key, outside);
    return outside;
  }

  return {
    state: async (kind, id, day) => {
      await forgetRedacted();
      return stateOf(streamName(kind, id), day);
    },
    external: async (day, project) => {
      await forgetRedacted();
      const refs = (await refsOn(db, day)).filter((each) => each.project !== project?.id);
      return externalOf(
        await outsideOf(day),
        keptFramework('project', project),
        refs.map(({ ref }) => ref),
      );
    },
  };
}

async function foldOn(
  derived: Pick<Derived, 'streams'>,
  db: Reader,
  stream: StreamName,
  day: IsoDay,
): Promise<Folded | undefined> {
  const seq = await lastSeqOn(db, stream, day);
  return seq === 0 ? undefined : (await foldStream(derived, db, stream, { upTo: seq })).state;
}

type FoldOf = (stream: StreamName) => Promise<Folded | undefined>;

/** Every stream that decisions of others may depend on, as it stood; persons are many, so none is kept on its own. */
async function readOutsideOn(db: Reader, foldOf: FoldOf): Promise<Outside> {
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
