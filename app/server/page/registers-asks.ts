import type { RegisterKey } from '~/core/registers/definition';
import { fields, optional, type Field } from '../decode-form';
import {
  answer,
  choice,
  financialYear,
  line,
  money,
  partialDate,
  text,
  wholeNumber,
  yesNo,
} from '../form-fields';
import { ASSUMPTION_KINDS } from '~/core/registers/state';

/** One thing a register's form asks: plain data, drawn by the page and read by the same kind of field. */
export interface Ask {
  readonly name: string;
  readonly kind:
    | 'line'
    | 'text'
    | 'money'
    | 'cost'
    | 'yes-no'
    | 'date'
    | 'year'
    | 'number'
    | 'person'
    | 'deliverable'
    | 'sort';
  readonly label: string;
  readonly hint?: string;
  /** Left out of the record when it is left empty. */
  readonly optional?: boolean;
  readonly to?: number;
  /** What is chosen in a form for a new row. */
  readonly initial?: string;
}

export interface RegisterForm {
  readonly key: RegisterKey;
  /** What its commands end with: `record-option`. */
  readonly name: string;
  /** The field by which criteria name it. */
  readonly anchor: string;
  readonly title: string;
  /** One row, in lower case. */
  readonly noun: string;
  /** What belongs in it, and who asks for it. */
  readonly purpose: string;
  readonly asks: readonly Ask[];
}

const owner: Ask = { name: 'owner', kind: 'person', label: 'Owner', optional: true };
const no = { initial: 'no' } as const;

/** The registers of the page in their order, each with what its form asks. */
export const REGISTER_FORMS: readonly RegisterForm[] = [
  {
    key: 'costBaselines',
    name: 'cost-baseline',
    anchor: 'cost-baseline',
    title: 'Cost baselines',
    noun: 'cost baseline',
    purpose:
      'What the services in scope cost today. Gate 0 asks for one at least, with amount, year and source, or the deliverable that finds it.',
    asks: [
      { name: 'service', kind: 'line', label: 'Service' },
      { name: 'amount', kind: 'cost', label: 'What it costs a year' },
      {
        name: 'year',
        kind: 'year',
        label: 'Financial year of the amount',
        hint: 'Such as 23/24',
        optional: true,
      },
      {
        name: 'foundBy',
        kind: 'deliverable',
        label: 'Deliverable that finds an unknown cost',
        optional: true,
      },
      { name: 'provider', kind: 'line', label: 'Provider', optional: true },
      {
        name: 'source',
        kind: 'line',
        label: 'Source of the amount',
        hint: 'A ledger, a contract, an invoice',
        optional: true,
      },
      { name: 'contractEnd', kind: 'date', label: 'Contract ends', optional: true },
      { name: 'noticeMonths', kind: 'number', label: 'Notice, in months', to: 240, optional: true },
    ],
  },
  {
    key: 'options',
    name: 'option',
    anchor: 'option',
    title: 'Options',
    noun: 'option',
    purpose:
      'The ways to go that were looked at. Gate 1 asks for two at least, business as usual among them, and one preferred with its reason.',
    asks: [
      { name: 'title', kind: 'line', label: 'Option' },
      { name: 'description', kind: 'text', label: 'Description' },
      { name: 'isBusinessAsUsual', kind: 'yes-no', label: 'Is it business as usual?', ...no },
      {
        name: 'isPreferred',
        kind: 'yes-no',
        label: 'Is it the preferred option?',
        hint: 'Preferring it takes the preference from any other.',
        ...no,
      },
      {
        name: 'reason',
        kind: 'text',
        label: 'Why it is, or is not, preferred',
        hint: 'Needed for the preferred one',
      },
      { name: 'cost', kind: 'money', label: 'Cost', optional: true },
    ],
  },
  {
    key: 'benchmarks',
    name: 'benchmark',
    anchor: 'benchmark',
    title: 'Benchmarks',
    noun: 'benchmark',
    purpose: 'What others pay for the like, and how like it is. Evidence for the size of the saving.',
    asks: [
      { name: 'organisation', kind: 'line', label: 'Organisation' },
      { name: 'annualCost', kind: 'money', label: 'What it pays a year', optional: true },
      { name: 'costApproximate', kind: 'yes-no', label: 'Is the cost approximate?' },
      { name: 'population', kind: 'number', label: 'Residents it serves', to: 2_000_000_000, optional: true },
      { name: 'asOf', kind: 'date', label: 'As of', optional: true },
      {
        name: 'likeForLike',
        kind: 'yes-no',
        label: 'Is it like for like?',
        hint: 'Yes only where somebody has shown that it covers the same services.',
      },
      { name: 'source', kind: 'line', label: 'Source' },
    ],
  },
  {
    key: 'populations',
    name: 'population',
    anchor: 'population',
    title: 'Populations',
    noun: 'population',
    purpose: 'How many residents a place has, to set a benchmark against our own size.',
    asks: [
      { name: 'place', kind: 'line', label: 'Place' },
      { name: 'residents', kind: 'number', label: 'Residents', to: 2_000_000_000 },
    ],
  },
  {
    key: 'linkedCases',
    name: 'linked-case',
    anchor: 'linked-case',
    title: 'Linked cases',
    noun: 'linked case',
    purpose:
      'Cases that may overlap with this one. Gate 2 asks that finance confirms they do not claim the same saving.',
    asks: [{ name: 'name', kind: 'line', label: 'Name of the case' }],
  },
  {
    key: 'assumptions',
    name: 'assumption',
    anchor: 'assumption',
    title: 'Dependencies, constraints and assumptions',
    noun: 'dependency, constraint or assumption',
    purpose:
      'What the case rests on. Gate 1 asks that every dependency and assumption has an owner, and every assumption a date by which it is tested.',
    asks: [
      { name: 'kind', kind: 'sort', label: 'Which is it?' },
      { name: 'statement', kind: 'text', label: 'Statement' },
      owner,
      { name: 'testBy', kind: 'date', label: 'Tested by', optional: true },
    ],
  },
  {
    key: 'issues',
    name: 'issue',
    anchor: 'issue',
    title: 'Issues',
    noun: 'issue',
    purpose: 'What went wrong or stands in the way now, and what is done about it.',
    asks: [
      { name: 'issue', kind: 'text', label: 'Issue' },
      { name: 'action', kind: 'text', label: 'Action' },
      owner,
      { name: 'due', kind: 'date', label: 'Due', optional: true },
      { name: 'resolved', kind: 'yes-no', label: 'Is it resolved?', ...no },
    ],
  },
  {
    key: 'decisions',
    name: 'logged-decision',
    anchor: 'logged-decision',
    title: 'Decisions',
    noun: 'logged decision',
    purpose: 'Decisions on the project’s work. The decisions of gates are kept with their gates.',
    asks: [
      { name: 'decision', kind: 'text', label: 'Decision' },
      { name: 'takenOn', kind: 'date', label: 'Taken on', optional: true },
      { name: 'takenBy', kind: 'line', label: 'Taken by' },
    ],
  },
  {
    key: 'disBenefits',
    name: 'dis-benefit',
    anchor: 'dis-benefit',
    title: 'Dis-benefits',
    noun: 'dis-benefit',
    purpose:
      'What the change is expected to make worse, and for whom: longer journeys, staff who leave, work moved elsewhere. Decided on beside the benefits, and looked at again as they are.',
    asks: [
      { name: 'disBenefit', kind: 'text', label: 'What gets worse' },
      { name: 'bearer', kind: 'line', label: 'Who bears it' },
      {
        name: 'measure',
        kind: 'text',
        label: 'How it will be told',
        hint: 'The measure, and what would be too much of it',
      },
      { name: 'action', kind: 'text', label: 'What is done about it' },
      owner,
      { name: 'reviewOn', kind: 'date', label: 'Looked at on', optional: true },
      { name: 'outcome', kind: 'text', label: 'What came of it', hint: 'Once it was looked at' },
    ],
  },
  {
    key: 'lessons',
    name: 'lesson',
    anchor: 'lesson',
    title: 'Lessons',
    noun: 'lesson',
    purpose: 'What others should know before they do the like. Gate 5 looks for them.',
    asks: [
      { name: 'lesson', kind: 'text', label: 'Lesson' },
      { name: 'recommendation', kind: 'text', label: 'What to do next time' },
    ],
  },
  {
    key: 'links',
    name: 'link',
    anchor: 'link',
    title: 'Links',
    noun: 'link',
    purpose: 'Places outside the tracker worth knowing.',
    asks: [
      { name: 'title', kind: 'line', label: 'Title' },
      { name: 'url', kind: 'line', label: 'Web address', hint: 'Begins with https:// or http://' },
    ],
  },
];

function fieldOf(ask: Ask): Field<unknown> {
  switch (ask.kind) {
    case 'text':
      return text();
    case 'money':
      return money();
    case 'cost':
      return answer(money());
    case 'yes-no':
      return yesNo();
    case 'date':
      return partialDate();
    case 'year':
      return financialYear();
    case 'number':
      return wholeNumber({ from: 0, to: ask.to ?? 1_000_000 });
    case 'sort':
      return choice(ASSUMPTION_KINDS, 'Choose dependency, constraint, assumption or not yet sorted');
    default:
      return line();
  }
}

/** The fields of a register's form. */
export const registerFields = (form: RegisterForm): Readonly<Record<string, Field<unknown>>> =>
  Object.fromEntries(
    form.asks.map((ask) => [ask.name, ask.optional ? optional(fieldOf(ask)) : fieldOf(ask)]),
  );

/** The fields of a form about one row. */
export const rowFields = (form: RegisterForm) => fields({ rowId: line(), ...registerFields(form) });
