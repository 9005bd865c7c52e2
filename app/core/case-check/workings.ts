import { formatMoney } from '../money/format-money';
import { formatConfidence } from '../money/read-money';
import { MAX_PENCE, type Pence } from '../money/pence';
import { compareDates, formatPartial, type PartialDate } from '../time/partial-date';

/** What a number is counted in: pence, whole months, people, things, points of a risk, hundredths of a per cent. */
export type Unit = 'pence' | 'months' | 'people' | 'count' | 'score' | 'confidence';

/** A number of a sum. `fact` is where it stands among the finding's facts, as a dotted path; without one it is a constant. */
export interface Operand {
  readonly value: number;
  readonly unit: Unit;
  readonly fact?: string;
}

export type Op = '+' | '−' | '×' | '÷';

/** One sum, worked from left to right and then rounded half up to `nearest` of its unit. */
export interface Calculation {
  readonly kind: 'calculation';
  readonly label: string;
  readonly first: Operand;
  readonly steps: readonly { readonly op: Op; readonly by: Operand }[];
  readonly equals: Operand;
  readonly nearest: number;
  /** What stands behind the result: "in 24/25". */
  readonly tail: string;
}

/** Two dates of the record and how they stand to each other. */
export interface Ordering {
  readonly kind: 'order';
  readonly first: Dated;
  readonly second: Dated;
  readonly verdict: 'before' | 'after' | 'cannot-tell';
}

/** The months from one date to another, as the least and the most they can be. */
export interface Apart {
  readonly kind: 'months-apart';
  readonly from: Dated;
  readonly to: Dated;
  readonly least: number;
  readonly most: number;
}

/** A date, what it is of, and where it stands among the facts. */
export interface Dated {
  readonly what: string;
  readonly date: PartialDate;
  readonly fact?: string;
}

/** What a table gives for two entries: a risk's score. */
export interface LookedUp {
  readonly kind: 'score';
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
  readonly band: string;
}

/** Things counted, one by one. */
export interface Counted {
  readonly kind: 'count';
  readonly label: string;
  readonly of: readonly string[];
  readonly equals: number;
}

/** A line that only says something. */
export interface Said {
  readonly kind: 'says';
  readonly words: string;
}

/** One line of a finding's arithmetic, kept so that it can be worked again from the facts. */
export type Working = Calculation | Ordering | Apart | LookedUp | Counted | Said;

const operand =
  (unit: Unit) =>
  (value: number, fact?: string): Operand => ({ value, unit, ...(fact === undefined ? {} : { fact }) });

export const pence = operand('pence');
export const people = operand('people');
export const months = operand('months');
export const things = operand('count');
export const points = operand('score');
/** Hundredths of a per cent: 10,000 is the whole. */
export const confidence = operand('confidence');

/** A sum worked from left to right. */
export const calculation = (
  label: string,
  first: Operand,
  steps: readonly (readonly [Op, Operand])[],
  equals: Operand,
  more: { readonly nearest?: number; readonly tail?: string } = {},
): Calculation => ({
  kind: 'calculation',
  label,
  first,
  steps: steps.map(([op, by]) => ({ op, by })),
  equals,
  nearest: more.nearest ?? 1,
  tail: more.tail ?? '',
});

/** A sum of several numbers; of none it is the nil of the result's unit. */
export function adding(label: string, parts: readonly Operand[], equals: Operand, tail = ''): Calculation {
  const [first = { value: 0, unit: equals.unit }, ...rest] = parts;
  return calculation(
    label,
    first,
    rest.map((each) => ['+', each] as const),
    equals,
    { tail },
  );
}

/** How two dates stand to each other. */
export const order = (first: Dated, second: Dated): Ordering => ({
  kind: 'order',
  first,
  second,
  verdict: compareDates(first.date, second.date),
});

export const counting = (label: string, of: readonly string[]): Counted => ({
  kind: 'count',
  label,
  of,
  equals: of.length,
});

export const says = (words: string): Said => ({ kind: 'says', words });

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** A number in its unit: '£200,000', '259,000', '0%', '6'. */
export function showOperand({ value, unit }: Operand): string {
  if (unit === 'pence') return formatMoney(value);
  if (unit === 'confidence') return formatConfidence(value);
  return value < 0 ? `−${grouped(-value)}` : grouped(value);
}

const dated = ({ what, date }: Dated): string => `${what} ${formatPartial(date)}`;

const VERDICTS = {
  before: 'comes before',
  after: 'comes after',
  'cannot-tell': 'may come before or after',
} as const;

/** A line of arithmetic in words and figures. */
export function tellWorking(working: Working): string {
  switch (working.kind) {
    case 'calculation': {
      const { label, first, steps, equals, tail } = working;
      if (steps.length === 0) return `${label}: ${showOperand(equals)}${tail === '' ? '' : ` ${tail}`}`;
      const sum = [showOperand(first), ...steps.map(({ op, by }) => `${op} ${showOperand(by)}`)].join(' ');
      return `${label === '' ? '' : `${label}: `}${sum} = ${showOperand(equals)}${tail === '' ? '' : ` ${tail}`}`;
    }
    case 'order':
      return `${dated(working.first)} ${VERDICTS[working.verdict]} ${dated(working.second)}`;
    case 'months-apart': {
      const { from, to, least, most } = working;
      return `${dated(from)} to ${dated(to)}: ${least === most ? String(least) : `${least} to ${most}`} months`;
    }
    case 'score':
      return `Likelihood ${working.likelihood}, impact ${working.impact}: the scheme gives ${working.score} (${working.band})`;
    case 'count':
      return `${working.label}: ${working.of.length === 0 ? 'none' : working.of.join('; ')} (${working.equals})`;
    case 'says':
      return working.words;
  }
}

/** `amount` ÷ `by` × `times`, rounded half up to `nearest` pence; undefined where it is larger than the tracker holds. */
export function scaledTo(amount: Pence, by: number, times: number, nearest: number): Pence | undefined {
  if (by <= 0 || times < 0 || amount < 0) return undefined;
  const unit = BigInt(by) * BigInt(nearest);
  const rounded = ((2n * BigInt(amount) * BigInt(times) + unit) / (2n * unit)) * BigInt(nearest);
  return rounded > BigInt(MAX_PENCE) ? undefined : Number(rounded);
}
