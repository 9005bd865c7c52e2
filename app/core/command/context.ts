import type { Surroundings } from '../case-check/surroundings';
import type { IsoDay } from '../time/iso-day';
import type { Directory } from '../access/directory';
import type { FrameworkVersion } from '../gates/framework';

/** Who acts, and how they proved who they are. `system` is the product itself (first start, completion). */
export interface Actor {
  readonly person: string;
  readonly through: 'session' | 'token' | 'system';
}

/** What a decision may know besides the stream's own state; everything it uses of it is written into the events. */
export interface Context {
  /** UTC instant, ISO with milliseconds. */
  readonly now: string;
  /** The business day. */
  readonly today: IsoDay;
  readonly actor: Actor;
  /** A fresh id (UUIDv7) at each call. */
  readonly ids: () => string;
  readonly external: External;
}

/** What other streams say, read in the same transaction. */
export interface External {
  readonly directory: Directory;
  readonly framework: FrameworkVersion;
  readonly settings: ProgrammeSettings;
  /** Versions of the streams this was read from, kept in a pack. */
  readonly versions: Readonly<Record<string, number>>;
  /** Refs of the other projects, for linked cases. */
  readonly projectRefs: readonly string[];
  /** What the projects that this one's linked cases name propose; absent where it is not known, as of a past day. */
  readonly surroundings?: Surroundings;
}

/** The programme's settings that decisions read. */
export interface ProgrammeSettings {
  readonly programmeName: string;
  readonly organisation: string;
  /** Whether the go-live month counts towards the part-year effect: finance's setting. */
  readonly goLiveMonthCounts: boolean;
  readonly demonstration: boolean;
}
