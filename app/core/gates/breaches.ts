import { digestOf } from '../answers/digest';
import type { Fix } from '../command/refusal';
import { effect, figure, totalOf, type Figure, type Written } from '../finance/effect';
import type { MoneyLine } from '../finance/state';
import { formatMoney } from '../money/format-money';
import { counted } from '../project/row';
import type { Project } from '../project/state';
import { slipOf } from '../schedule/slip';
import { currentGateDate } from '../schedule/state';
import type { IsoDay } from '../time/iso-day';
import { formatPartial } from '../time/partial-date';
import { bindingBaseline } from './baseline';
import type { FrameworkVersion } from './framework';
import { GATE_NUMBERS } from './gate-number';
import { expectedOf } from './expected';
import { deliverablesGone, SCOPE_PARTS, scopeMoved, scopeRests } from './scope';
import type { Baseline, Direction, ScopePart } from './state';

export const TOLERANCES = ['time', 'cost', 'benefit', 'scope'] as const;
export type Tolerance = (typeof TOLERANCES)[number];

/** A way in which what is expected now leaves the binding baseline by more than the sponsor tolerates. */
export interface Breach {
  /** What it is of, stable while it lasts: 'time/gate-4', 'cost', 'benefit/run-rate', 'scope/objectives'. */
  readonly key: string;
  readonly tolerance: Tolerance;
  /** The arithmetic in words: baseline, now, by how much, and what is tolerated. */
  readonly because: string;
  /** Digest of the figures it rests on: a direction given on it lapses when they change. */
  readonly rests: string;
  readonly fix: Fix;
}

interface Tolerated {
  /** Whole months. */
  readonly timeMonths: number;
  /** Hundredths of a per cent. */
  readonly cost: number;
  readonly benefit: number;
}

/** The project's tolerances, else the framework's. */
export const tolerancesOf = (project: Project, framework: Pick<FrameworkVersion, 'tolerances'>): Tolerated =>
  project.gates.tolerances ?? framework.tolerances;

const breach = (given: Omit<Breach, 'rests'>, facts: unknown): Breach => ({
  ...given,
  rests: digestOf(facts),
});

const months = (count: number): string => `${count} ${count === 1 ? 'month' : 'months'}`;

/** Gates not yet decided whose date now lies later than the baseline's by more months than tolerated, told at the least. */
function timeBreaches(project: Project, kept: Baseline, { timeMonths }: Tolerated): readonly Breach[] {
  return GATE_NUMBERS.flatMap((gate) => {
    if (project.gates.records[gate].standing.state === 'approved') return [];
    const before = kept.gates[String(gate)] ?? undefined;
    const now = currentGateDate(project.schedule.gates[gate]);
    const slip = slipOf(before, now)?.least ?? 0;
    if (slip <= timeMonths || before === undefined || now === undefined) return [];
    return [
      breach(
        {
          key: `time/gate-${gate}`,
          tolerance: 'time',
          because: `Gate ${gate} is expected ${formatPartial(now)}, ${months(slip)} after the baseline’s ${formatPartial(before)}; ${months(timeMonths)} tolerated.`,
          fix: { screen: 'schedule', row: `gate-${gate}` },
        },
        { before, now, timeMonths },
      ),
    ];
  });
}

type AmountIn = (line: MoneyLine, fy: number) => number;

const written = (project: Project, line: MoneyLine, amount: AmountIn): Written => ({
  timing: line.timing,
  ...(line.convention === undefined ? {} : { convention: line.convention }),
  amounts: Object.fromEntries(project.money.horizon.map((fy) => [fy, amount(line, fy)])),
});

const keptIn =
  (kept: Baseline): AmountIn =>
  (line, fy) =>
    kept.proposed[line.id]?.[String(fy)] ?? 0;

const expectedIn: AmountIn = (line, fy) => expectedOf(line, fy) ?? 0;

const cashOf = (project: Project, lines: readonly MoneyLine[], amount: AmountIn): Figure =>
  totalOf(
    lines.flatMap((line) => project.money.horizon.map((fy) => effect(written(project, line, amount), fy))),
  );

function runRateOf(project: Project, lines: readonly MoneyLine[], amount: AmountIn): Figure {
  const last = project.money.horizon.at(-1);
  const recurring = lines.filter((line) => line.timing === 'recurring');
  return last === undefined
    ? figure(0)
    : totalOf(recurring.map((line) => effect(written(project, line, amount), last)));
}

/** Whether a movement in pence is more than a share, in hundredths of a per cent, of what it moved from; exact. */
const isMore = (moved: number, from: number, share: number): boolean =>
  BigInt(moved) * 10_000n > BigInt(Math.abs(from)) * BigInt(share);

const MONEY_FIX = { screen: 'finance' } as const;

function costBreaches(project: Project, kept: Baseline, { cost }: Tolerated): readonly Breach[] {
  const lines = counted(project.money.lines).filter((line) => line.kind === 'investment');
  const before = cashOf(project, lines, keptIn(kept));
  const now = cashOf(project, lines, expectedIn);
  if (before.kind !== 'figure' || now.kind !== 'figure') return [];
  const over = now.pence - before.pence;
  if (over <= 0 || !isMore(over, before.pence, cost)) return [];
  const because = `Investment is expected to come to ${formatMoney(now.pence)}, ${formatMoney(over)} above the baseline’s ${formatMoney(before.pence)}; ${cost / 100}% tolerated.`;
  return [
    breach(
      { key: 'cost', tolerance: 'cost', because, fix: MONEY_FIX },
      { before: before.pence, now: now.pence, cost },
    ),
  ];
}

function benefitBreaches(project: Project, kept: Baseline, { benefit }: Tolerated): readonly Breach[] {
  const lines = counted(project.money.lines).filter((line) => line.kind !== 'investment');
  const figures = [
    { key: 'benefit/run-rate', words: 'The run rate', of: runRateOf },
    { key: 'benefit/cash', words: 'Savings over the horizon', of: cashOf },
  ];
  return figures.flatMap(({ key, words, of }) => {
    const before = of(project, lines, keptIn(kept));
    const now = of(project, lines, expectedIn);
    if (before.kind !== 'figure' || now.kind !== 'figure') return [];
    const short = before.pence - now.pence;
    if (short <= 0 || !isMore(short, before.pence, benefit)) return [];
    const because = `${words}: ${formatMoney(now.pence)} expected, ${formatMoney(short)} below the baseline’s ${formatMoney(before.pence)}; ${benefit / 100}% tolerated.`;
    return [
      breach(
        { key, tolerance: 'benefit', because, fix: MONEY_FIX },
        { before: before.pence, now: now.pence, benefit },
      ),
    ];
  });
}

const SCOPE_FIX: Readonly<Record<ScopePart, { readonly words: string; readonly fix: Fix }>> = {
  objectives: {
    words: 'The objectives are no longer what was approved.',
    fix: { screen: 'case', field: 'objectives' },
  },
  scope: { words: 'The scope is no longer what was approved.', fix: { screen: 'case', field: 'scopeIn' } },
  'preferred option': {
    words: 'The preferred option is no longer what was approved.',
    fix: { screen: 'registers' },
  },
  deliverables: { words: 'Withdrawn since it was approved:', fix: { screen: 'schedule' } },
};

/** Of scope nothing is tolerated: its words and its deliverables are what was approved, or they changed. */
function scopeBreaches(project: Project, kept: Baseline): readonly Breach[] {
  const title = (id: string) => project.schedule.deliverables.find((row) => row.id === id)?.title ?? id;
  return SCOPE_PARTS.filter((part) => scopeMoved(project, kept, part)).map((part) => {
    const { words, fix } = SCOPE_FIX[part];
    const gone = part === 'deliverables' ? deliverablesGone(project, kept) : [];
    const names = gone.map((id) => ` “${title(id)}”`).join(',');
    return breach(
      {
        key: `scope/${part.replaceAll(' ', '-')}`,
        tolerance: 'scope',
        because: names ? `${words}${names}.` : words,
        fix,
      },
      [kept.caseParts[part] ?? null, scopeRests(project, kept, part)],
    );
  });
}

/**
 * Every breach of tolerance against the binding baseline: time by gate, cost and benefit in all, scope by part. None
 * before Gate 3 binds, nor once the project is closed or completed. A figure that cannot be told breaches nothing here:
 * the case check names it.
 */
export function breachesOf(
  project: Project,
  framework: Pick<FrameworkVersion, 'tolerances'>,
): readonly Breach[] {
  const kept = bindingBaseline(project);
  const over = project.life.state === 'closed' || project.life.state === 'completed';
  if (!kept || over) return [];
  const tolerated = tolerancesOf(project, framework);
  return [
    ...timeBreaches(project, kept, tolerated),
    ...costBreaches(project, kept, tolerated),
    ...benefitBreaches(project, kept, tolerated),
    ...scopeBreaches(project, kept),
  ];
}

/**
 * What the sponsor directed on a breach as it stands; undefined while they have not, once its figures moved since, or
 * once the day they gave is past: then the exception is theirs again.
 */
export const directionOn = (
  project: Project,
  { key, rests }: Pick<Breach, 'key' | 'rests'>,
  today: IsoDay,
): Direction | undefined =>
  project.gates.directions?.findLast(
    (each) => each.until >= today && each.on.some((one) => one.key === key && one.rests === rests),
  );

/** Breaches that wait for the sponsor's direction. */
export const undirected = (
  project: Project,
  framework: Pick<FrameworkVersion, 'tolerances'>,
  today: IsoDay,
): readonly Breach[] =>
  breachesOf(project, framework).filter((each) => directionOn(project, each, today) === undefined);
