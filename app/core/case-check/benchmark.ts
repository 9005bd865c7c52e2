import { formatMoney } from '../money/format-money';
import type { Pence } from '../money/pence';
import { standing, type Row } from '../project/row';
import type { Project } from '../project/state';
import type { Benchmark, Population } from '../registers/state';
import { claimsOf, feltIn, penceOf, totalPence, yearsOf } from './money';
import { listed } from '../answers/listed';
import { counted, finding, type Fact, type Finding, type Rule } from './rule';
import { adding, calculation, pence, people, says, scaledTo, type Working } from './workings';

const POUND = 100;

const unconfirmed = (row: Row): boolean => row.suggestedFrom !== undefined && row.confirmed === undefined;

const label = (row: Row): string => (unconfirmed(row) ? ', unconfirmed' : '');

/** The largest effect in a year that all savings and income together claim; undefined where nobody can tell. */
function claimedIn(project: Project): Pence | undefined {
  const lines = claimsOf(project);
  const years = [...new Set(lines.flatMap((line) => yearsOf(project, line)))];
  const sums = years.map((fy) => {
    const felt = lines.map((line) => penceOf(feltIn(line, fy)));
    return felt.some((each) => each === undefined) ? undefined : totalPence(felt.map((each) => each ?? 0));
  });
  if (sums.some((each) => each === undefined)) return undefined;
  return Math.max(0, ...sums.map((each) => each ?? 0));
}

interface Comparison {
  readonly benchmark: Benchmark;
  /** Our own population: the one there is that is not the benchmark's. */
  readonly own: Population | undefined;
  readonly known: readonly { readonly id: string; readonly amount: Pence; readonly confirmed: boolean }[];
  readonly unknown: readonly { readonly id: string; readonly service: string }[];
  readonly claimed: Pence | undefined;
  /** The benchmark's cost for our population, to the pound. */
  readonly scaled: Pence | undefined;
  readonly spend: Pence | undefined;
  readonly left: Pence | undefined;
}

function comparisonOf(project: Project, benchmark: Benchmark): Comparison {
  const rows = standing(project.registers.costBaselines);
  const known = rows.flatMap((row) =>
    row.amount.state === 'given'
      ? [{ id: row.id, amount: row.amount.value, confirmed: !unconfirmed(row) }]
      : [],
  );
  const places = standing(project.registers.populations);
  const own = places.length === 1 ? places[0] : undefined;
  const { annualCost, population } = benchmark;
  const scaled =
    annualCost !== undefined && population !== undefined && own !== undefined
      ? scaledTo(annualCost, population, own.residents, POUND)
      : undefined;
  const spend = known.length > 0 ? totalPence(known.map(({ amount }) => amount)) : undefined;
  const left = scaled === undefined || spend === undefined ? undefined : totalPence([spend, 0 - scaled]);
  return {
    benchmark,
    own,
    known,
    unknown: rows.filter((row) => row.amount.state !== 'given').map(({ id, service }) => ({ id, service })),
    claimed: claimedIn(project),
    scaled,
    spend,
    left,
  };
}

/** Why the comparison proves nothing yet; that it is the only benchmark says so only beside other doubts. */
function doubtsOf(comparison: Comparison, benchmarks: number): readonly string[] {
  const { benchmark, own, unknown, scaled } = comparison;
  const doubts = [
    ...(unknown.length > 0
      ? [`the spend on ${listed(unknown.map(({ service }) => service))} is unknown`]
      : []),
    ...(benchmark.costApproximate ? ['the benchmark’s cost is approximate'] : []),
    ...(benchmark.asOf === undefined ? ['it is undated'] : []),
    ...(benchmark.likeForLike ? [] : ['it is not shown to be like for like']),
    ...(unconfirmed(benchmark) || (own && unconfirmed(own)) ? ['nobody has confirmed it'] : []),
    ...(scaled === undefined ? ['it cannot be scaled: a cost, its population or our own is missing'] : []),
  ];
  return doubts.length > 0 && benchmarks === 1 ? ['there is one benchmark only', ...doubts] : doubts;
}

function workingsOf(comparison: Comparison): readonly Working[] {
  const { benchmark, own, known, claimed, scaled, spend, left } = comparison;
  const { annualCost, population } = benchmark;
  if (annualCost === undefined || population === undefined || !own || scaled === undefined) return [];
  const scaling = calculation(
    `${benchmark.organisation}, for our population${label(benchmark)}`,
    pence(annualCost, 'cost'),
    [
      ['÷', people(population, 'population')],
      ['×', people(own.residents, 'own')],
    ],
    pence(scaled, 'scaled'),
    { nearest: POUND },
  );
  if (spend === undefined || left === undefined) return [scaling];
  const over = claimed === undefined ? undefined : totalPence([claimed, 0 - left]);
  return [
    scaling,
    adding(
      `Spend that is known${known.some((each) => !each.confirmed) ? ', unconfirmed' : ''}`,
      known.map(({ amount }, index) => pence(amount, `known.${index}.amount`)),
      pence(spend, 'spend'),
    ),
    calculation(
      'What that leaves',
      pence(spend, 'spend'),
      [['−', pence(scaled, 'scaled')]],
      pence(left, 'left'),
    ),
    ...(claimed !== undefined && over !== undefined && over > 0
      ? [
          calculation(
            'Claimed beyond what it leaves',
            pence(claimed, 'claimed'),
            [['−', pence(left, 'left')]],
            pence(over),
          ),
        ]
      : []),
    says('To that the unknown spend is added; retained cost and the cost of change are taken off.'),
  ];
}

/** Whether the case calls its saving conservative, in whatever text it says so. */
const callsItConservative = (project: Project): boolean =>
  (['opportunity', 'currentPosition', 'proposedChanges', 'savingsNote'] as const).some((field) => {
    const { answer } = project.case.text[field];
    return answer.state === 'given' && /\bconservative\b/iu.test(answer.value);
  });

function sentence(project: Project, comparison: Comparison, doubts: readonly string[]): string {
  const { benchmark, scaled, spend, left, claimed } = comparison;
  const name = `${benchmark.organisation}${label(benchmark)}`;
  const worked =
    scaled === undefined
      ? `${name} is offered as a benchmark.`
      : `${name}, scaled to our population, comes to ${formatMoney(scaled)}.`;
  const leaves =
    left === undefined || spend === undefined
      ? ''
      : ` The known spend of ${formatMoney(spend)} leaves ${formatMoney(left)}${comparison.unknown.length > 0 ? ' plus the unknown spend' : ''}, less retained cost and the cost of change.`;
  const over =
    claimed !== undefined && left !== undefined && claimed > left
      ? ` ${formatMoney(claimed)} a year is claimed: more than that.`
      : '';
  const what = callsItConservative(project) ? ' “Conservative” is unproven' : ' The comparison is unproven';
  return `${worked}${leaves}${over}${doubts.length > 0 ? `${what}: ${listed(doubts)}.` : ''}`;
}

function found(project: Project, benchmark: Benchmark, benchmarks: number): readonly Finding[] {
  const comparison = comparisonOf(project, benchmark);
  const { own, known, unknown, claimed, scaled, spend, left } = comparison;
  const doubts = doubtsOf(comparison, benchmarks);
  const over = claimed !== undefined && left !== undefined && claimed > left;
  if (doubts.length === 0 && !over) return [];
  const facts: Record<string, Fact> = {
    cost: benchmark.annualCost ?? null,
    population: benchmark.population ?? null,
    own: own?.residents ?? null,
    known: known.map((each) => ({ ...each })),
    unknown: unknown.map(({ id }) => id),
    claimed: claimed ?? null,
    scaled: scaled ?? null,
    spend: spend ?? null,
    left: left ?? null,
    approximate: benchmark.costApproximate,
    asOf: benchmark.asOf ?? null,
    likeForLike: benchmark.likeForLike,
    confirmed: !unconfirmed(benchmark) && !(own && unconfirmed(own)),
    alone: benchmarks === 1,
  };
  return [
    finding(benchmarkUnproven, {
      subject: benchmark.id,
      title: `Benchmark ${benchmark.organisation}: ${doubts.length > 0 ? counted(doubts.length, 'doubt') : 'more is claimed than it leaves'}`,
      because: sentence(project, comparison, doubts),
      facts,
      workings: workingsOf(comparison),
      fix: { screen: 'registers', field: 'benchmark', row: benchmark.id },
    }),
  ];
}

/** A benchmark does not bear what is claimed on it, or proves less than it seems to. */
export const benchmarkUnproven: Rule = {
  id: 'benchmark',
  title: 'Benchmark',
  severity: 'gap',
  concernsMoney: true,
  askedBy: ['figures-evidenced'],
  words: {
    looksFor:
      'Benchmarks, found in the text or recorded, that leave less than the saving claimed once they are scaled to our population; or that are approximate, undated, alone, not like for like, or set against spend that is partly unknown.',
    matters:
      'A bigger place costs more and a different service costs something else. A saving called conservative by one rounded figure of another council is a hope.',
    mend: 'Confirm or withdraw the benchmark; give its date, its population and what it covers; find the spend that is unknown; add another benchmark.',
  },
  find(project) {
    const benchmarks = standing(project.registers.benchmarks);
    return benchmarks.flatMap((each) => found(project, each, benchmarks.length));
  },
};
