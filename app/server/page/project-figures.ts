import type { Figure } from '~/core/finance/effect';
import { gapOf, seriesEffect } from '~/core/finance/figures';
import { SERIES } from '~/core/finance/series';
import { isClaimed } from '~/core/benefits/state';
import { GATE_NUMBERS } from '~/core/gates/gate-number';
import { ragByRule } from '~/core/gates/rag';
import { formatMoney } from '~/core/money/format-money';
import { bandOf, riskScore } from '~/core/risks/score';
import { isOpen } from '~/core/risks/state';
import { formatFy } from '~/core/time/financial-year';
import { formatPartial } from '~/core/time/partial-date';
import { summaryOf } from '~db/projections/project-summary';
import { SERIES_NAMES } from './finance-words';
import type { Standing } from './load-project';
import { gateDateText } from './project-head';

/** The parts figures are told under. */
export type FigurePart = 'Where it stands' | 'Gates' | 'Money' | 'Risks' | 'Benefits' | 'What is owed';

/** One figure of a project on a day, in words, and as a number where a difference can be told. */
interface Told {
  readonly part: FigurePart;
  readonly what: string;
  /** The row it is of, where two may be called the same. */
  readonly of?: string;
  /** What of that row it tells. */
  readonly aspect?: string;
  readonly words: string;
  readonly number?: number;
  readonly unit?: 'pence' | 'count';
}

/** A figure that is not the same on two days. */
export interface FigureChanged {
  /** Different for every figure of a project. */
  readonly key: string;
  readonly part: FigurePart;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** After less before, with its sign, where both are numbers. */
  readonly by?: string;
}

const LIFE_WORDS = { open: 'Open', held: 'On hold', closed: 'Closed', completed: 'Completed' } as const;
const STANDING_WORDS = { preparing: 'In preparation', submitted: 'Submitted', approved: 'Approved' } as const;
const RAG_WORDS = { red: 'Red', amber: 'Amber', green: 'Green' } as const;

function standingOf({ project, external, today }: Standing): readonly Told[] {
  const part = 'Where it stands';
  return [
    { part, what: 'Life', words: LIFE_WORDS[project.life.state] },
    { part, what: 'Colour by rule', words: RAG_WORDS[ragByRule(project, external, today).rag] },
  ];
}

const gatesOf = ({ project }: Standing): readonly Told[] =>
  GATE_NUMBERS.flatMap((gate): readonly Told[] => [
    { part: 'Gates', what: `Gate ${gate}, date`, words: gateDateText(project, gate) },
    {
      part: 'Gates',
      what: `Gate ${gate}, standing`,
      words: STANDING_WORDS[project.gates.records[gate].standing.state],
    },
  ]);

const money = (what: string, each: Figure): Told =>
  each.kind === 'figure'
    ? { part: 'Money', what, words: formatMoney(each.pence), number: each.pence, unit: 'pence' }
    : { part: 'Money', what, words: 'Cannot tell' };

function moneyOf({ project, external }: Standing): readonly Told[] {
  const { framework } = external;
  const gap = gapOf(project, framework);
  const all = [
    ...SERIES.map((name) => ({ words: SERIES_NAMES[name], figures: seriesEffect(project, framework, name) })),
    { words: 'Gap to the MTFS', figures: gap },
  ];
  return all.flatMap(({ words, figures }) => [
    ...figures.byFy.map(({ fy, effect }) => money(`${words}, ${formatFy(fy)}`, effect)),
    money(`${words}, run rate`, figures.runRate),
  ]);
}

function risksOf({ project, external }: Standing): readonly Told[] {
  const scheme = external.framework.riskScheme;
  const rated = project.risks.map((risk): Told => {
    const score = riskScore(risk, scheme);
    const band = bandOf(score, scheme);
    const rating =
      score === undefined
        ? 'Not rated'
        : `${risk.likelihood} × ${risk.impact} = ${score}${band === undefined ? '' : `, ${band}`}`;
    const words = risk.withdrawn ? 'Withdrawn' : risk.closed ? 'Closed' : rating;
    return { part: 'Risks', what: `Risk ${risk.ref}`, of: risk.id, aspect: 'rating', words };
  });
  return [count('Risks', 'Open risks', project.risks.filter(isOpen).length), ...rated];
}

const count = (part: FigurePart, what: string, number: number): Told => ({
  part,
  what,
  words: String(number),
  number,
  unit: 'count',
});

function benefitsOf({ project }: Standing): readonly Told[] {
  const part = 'Benefits';
  const each = project.benefits.filter(isClaimed).flatMap((benefit, index): readonly Told[] => {
    const name = `${benefit.category} (${benefit.measure ?? `benefit ${index + 1}`})`;
    const latest = benefit.readings.filter((reading) => !reading.withdrawn).at(-1);
    const unit = benefit.unit === undefined ? '' : ` ${benefit.unit}`;
    const row = (aspect: string, words: string): Told => ({
      part,
      what: `${name}, ${aspect}`,
      of: benefit.id,
      aspect,
      words,
    });
    return [
      row('target', benefit.target === undefined ? 'None' : benefit.target + unit),
      row('latest reading', latest ? `${latest.value}${unit}, ${formatPartial(latest.date)}` : 'None'),
      row(
        'realised by',
        benefit.realisation.state === 'given' ? formatPartial(benefit.realisation.value) : 'Not given',
      ),
    ];
  });
  return [count(part, 'Benefits claimed', project.benefits.filter(isClaimed).length), ...each];
}

function owedBy({ project, external }: Standing): readonly Told[] {
  const summary = summaryOf(project, external.framework);
  const part = 'What is owed';
  return [
    count(part, 'Answers to be confirmed', summary.tbcDebts),
    count(part, 'Answers nobody has given', summary.blankDebts),
    count(part, 'Validated figures gone stale', summary.staleFigures),
    count(part, 'Open conditions', summary.openConditions),
    count(part, 'Lines not adopted', summary.notAdoptedLines),
  ];
}

const told = (on: Standing): readonly Told[] => [
  ...standingOf(on),
  ...gatesOf(on),
  ...moneyOf(on),
  ...risksOf(on),
  ...benefitsOf(on),
  ...owedBy(on),
];

const keyOf = ({ part, what, of, aspect }: Told): string =>
  `${part}: ${of === undefined ? what : `${of}, ${aspect ?? ''}`}`;
const NOT_THERE = '–';

/** After less before: "+£1,000", "−2"; nothing where either is no number or of another kind. */
function difference(before: Told | undefined, after: Told | undefined): string | undefined {
  if (before?.number === undefined || after?.number === undefined) return undefined;
  const by = after.number - before.number;
  const size = after.unit === 'pence' ? formatMoney(Math.abs(by)) : String(Math.abs(by));
  return `${by < 0 ? '−' : '+'}${size}`;
}

/** The figures of one project that differ between two days, each as it was and as it came to be. */
export function figuresChanged(before: Standing, after: Standing): readonly FigureChanged[] {
  const was = new Map(told(before).map((each) => [keyOf(each), each]));
  const is = new Map(told(after).map((each) => [keyOf(each), each]));
  return [...new Map([...is, ...[...was].filter(([key]) => !is.has(key))])].flatMap(([key, any]) => {
    const [left, right] = [was.get(key), is.get(key)];
    if (left?.words === right?.words) return [];
    const by = difference(left, right);
    return [
      {
        key,
        part: any.part,
        what: any.what,
        before: left?.words ?? NOT_THERE,
        after: right?.words ?? NOT_THERE,
        ...(by === undefined ? {} : { by }),
      },
    ];
  });
}

/** The parts in the order they are shown. */
export const FIGURE_PARTS: readonly FigurePart[] = [
  'Where it stands',
  'Gates',
  'Money',
  'Risks',
  'Benefits',
  'What is owed',
];
