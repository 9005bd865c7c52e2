import type { External, ProgrammeSettings } from '~/core/command/context';
import type { FrameworkVersion } from '~/core/gates/framework';
import type { StreamKind, StreamName } from '~/core/journal/event';
import type { Folded } from '~/core/journal/stream';
import { dayOf, type IsoDay } from '~/core/time/iso-day';
import { linkedRefs, type NamesLinkedCases } from '~/core/case-check/saving-claimed-twice';
import { loadState, loadStates, refsOfOthers } from '~db/journal/states';
import { linkedSavings } from '~db/queries/linked-savings';
import type { Reader } from '~db/dialect/writer';
import type { FrameworkFolded, PersonFolded, ProgrammeFolded } from './stream-table';

/** What stands before the programme's stream begins. */
const NO_SETTINGS: ProgrammeSettings = {
  programmeName: '',
  organisation: '',
  goLiveMonthCounts: false,
  demonstration: false,
};

/** What stands before the first framework is published: no gates can be passed under it. */
const NO_FRAMEWORK: FrameworkVersion = {
  id: '',
  version: 0,
  title: '',
  stages: [],
  deciders: [],
  criteria: [],
  proportionalityThreshold: 0,
  waiverDays: 0,
  tolerances: { timeMonths: 0, cost: 0, benefit: 0 },
  riskScheme: { id: '', version: 0, likelihood: [], impact: [], scores: [], bands: [], appetite: 0, high: 0 },
  ratingScales: [],
  categories: [],
  authorityBands: [],
  gapRed: 0,
};

/** The framework version a project keeps. */
export interface KeptFramework {
  readonly id: string;
  readonly version: number;
}

/** The other streams as they stand: read once, asked for many projects. */
export interface Outside {
  readonly programme: ProgrammeFolded | undefined;
  readonly people: readonly PersonFolded[];
  readonly frameworks: readonly FrameworkFolded[];
  readonly versions: Readonly<Record<StreamName, number>>;
}

/** Reads every stream that decisions of others may depend on. */
export async function readOutside(db: Reader): Promise<Outside> {
  const [programme, people, frameworks] = [
    await loadState(db, 'programme'),
    await loadStates(db, 'person'),
    await loadStates(db, 'framework'),
  ];
  const all = [...(programme ? [programme] : []), ...people, ...frameworks];
  return {
    programme: programme && (JSON.parse(programme.state) as ProgrammeFolded),
    people: people.map((row) => JSON.parse(row.state) as PersonFolded),
    frameworks: frameworks.map((row) => JSON.parse(row.state) as FrameworkFolded),
    versions: Object.fromEntries(all.map((row) => [row.stream, row.version])),
  };
}

/** The framework version kept; the newest of all when none is kept yet. */
export function frameworkOf(
  frameworks: readonly FrameworkFolded[],
  kept: KeptFramework | undefined,
): FrameworkVersion {
  const all = frameworks.flatMap((each) => each.versions ?? []);
  const found = kept && all.find((each) => each.id === kept.id && each.version === kept.version);
  return (
    found ?? all.reduce((newest, each) => (each.version >= newest.version ? each : newest), NO_FRAMEWORK)
  );
}

/** What a decision may know of the other streams. */
export async function externalFor(
  db: Reader,
  outside: Outside,
  stream: StreamName,
  kept: KeptFramework | undefined,
  state?: Folded,
): Promise<External> {
  const external = externalOf(outside, kept, await refsOfOthers(db, stream));
  const linked = state && 'registers' in state ? linkedRefs(state.registers as NamesLinkedCases) : [];
  return { ...external, surroundings: { linked: await linkedSavings(db, linked) } };
}

/** The same of other streams as they were read, now or as at a past day. */
export const externalOf = (
  outside: Outside,
  kept: KeptFramework | undefined,
  projectRefs: readonly string[],
): External => ({
  directory: Object.fromEntries(outside.people.map(({ facts }) => [facts.id, facts])),
  framework: frameworkOf(outside.frameworks, kept),
  settings: outside.programme?.settings ?? NO_SETTINGS,
  versions: outside.versions,
  projectRefs,
});

/** The framework version a state keeps, where it is a project that has begun. */
export function keptFramework(kind: StreamKind, state: Folded | undefined): KeptFramework | undefined {
  if (kind !== 'project' || !state || !('gates' in state)) return undefined;
  const gates = state.gates as { readonly framework?: KeptFramework };
  return gates.framework?.id ? gates.framework : undefined;
}

/** The business day: London's day of now, or in a demonstration the day moved to; `startDay` before the programme begins. */
export function businessDay(outside: Outside, now: string, startDay?: IsoDay): IsoDay {
  const { programme } = outside;
  if (!programme) return startDay ?? dayOf(now, 'Europe/London');
  if (programme.settings.demonstration && programme.day) return programme.day;
  return dayOf(now, 'Europe/London');
}
