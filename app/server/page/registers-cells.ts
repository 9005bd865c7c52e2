import type { RegisterKey } from '~/core/registers/definition';
import type {
  Assumption,
  Benchmark,
  CostBaseline,
  DisBenefit,
  Issue,
  Lesson,
  Link,
  LinkedCase,
  LoggedDecision,
  Option,
  Population,
} from '~/core/registers/state';
import { formatMoney } from '~/core/money/format-money';
import { rowById, type Row } from '~/core/project/row';
import { formatFy } from '~/core/time/financial-year';
import { formatPartial, isWhollyPast } from '~/core/time/partial-date';
import type { LoadedProject } from './load-project';

type Tone = 'good' | 'bad' | 'warn' | 'info' | 'neutral';

/** One cell of a register: what it says, and what stands out about it. An empty text is a thing not given. */
export interface ShownCell {
  readonly text: string;
  readonly href?: string;
  readonly external?: boolean;
  readonly tag?: { readonly tone: Tone; readonly text: string };
  readonly detail?: string;
}
interface Column {
  readonly header: string;
  readonly numeric?: boolean;
}
interface Table<R extends Row> {
  readonly columns: readonly Column[];
  cells(row: R, loaded: LoadedProject): readonly ShownCell[];
}

const table = <R extends Row>(columns: readonly (string | Column)[], cells: Table<R>['cells']): Table<Row> =>
  ({
    columns: columns.map((each) => (typeof each === 'string' ? { header: each } : each)),
    cells,
  }) as Table<R> as unknown as Table<Row>;

const plain = (text: string | undefined): ShownCell => ({ text: text ?? '' });
const pounds = (header: string): Column => ({ header, numeric: true });
const pence = (value: number | undefined): ShownCell =>
  plain(value === undefined ? undefined : formatMoney(value));
const count = (value: number | undefined): ShownCell => plain(value?.toLocaleString('en-GB'));
const date = (value: string | undefined): ShownCell => plain(value && formatPartial(value));
const yes = (value: boolean): ShownCell => plain(value ? 'Yes' : 'No');
const person = (id: string | undefined, loaded: LoadedProject): ShownCell =>
  plain(id === undefined ? undefined : loaded.name(id));

/** A date to act by, tagged once it is past and nothing was done. */
function dueCell(value: string | undefined, { today }: LoadedProject, done = false): ShownCell {
  const late = value !== undefined && !done && isWhollyPast(value, today);
  return { ...date(value), ...(late ? { tag: { tone: 'bad' as const, text: 'Overdue' } } : {}) };
}

function amountCell(row: CostBaseline, { project }: LoadedProject): ShownCell {
  if (row.amount.state === 'given') return pence(row.amount.value);
  const finder = row.foundBy ? rowById(project.schedule.deliverables, row.foundBy) : undefined;
  return {
    text: '',
    tag: { tone: 'warn', text: 'Unknown' },
    ...(finder ? { detail: `found by “${finder.title}”` } : { detail: 'no deliverable finds it' }),
  };
}

const contract = (row: CostBaseline): string | undefined => {
  const parts = [
    row.contractEnd && `ends ${formatPartial(row.contractEnd)}`,
    row.noticeMonths === undefined
      ? undefined
      : `${row.noticeMonths} month${row.noticeMonths === 1 ? '' : 's'} notice`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : undefined;
};

const optionTag = (row: Option): ShownCell['tag'] =>
  row.isPreferred
    ? { tone: 'good', text: 'Preferred' }
    : row.isBusinessAsUsual
      ? { tone: 'info', text: 'Business as usual' }
      : undefined;

const KINDS: Readonly<Record<Assumption['kind'], ShownCell>> = {
  dependency: { text: 'Dependency' },
  constraint: { text: 'Constraint' },
  assumption: { text: 'Assumption' },
  unsorted: { text: '', tag: { tone: 'warn', text: 'Not yet sorted' } },
};

function caseCell(row: LinkedCase): ShownCell {
  return row.projectRef
    ? { text: row.projectRef, href: `/projects/${encodeURIComponent(row.projectRef)}` }
    : { text: '', tag: { tone: 'warn', text: 'Not resolved' } };
}

/** How each register's rows stand in its table. */
export const REGISTER_TABLES: Readonly<Record<RegisterKey, Table<Row>>> = {
  costBaselines: table<CostBaseline>(
    ['Service', pounds('Cost a year'), 'Year', 'Provider', 'Contract', 'Source'],
    (row, loaded) => [
      plain(row.service),
      amountCell(row, loaded),
      plain(row.year === undefined ? undefined : formatFy(row.year)),
      plain(row.provider),
      plain(contract(row)),
      plain(row.source),
    ],
  ),
  options: table<Option>(['Option', 'Description', 'Reason', pounds('Cost')], (row) => {
    const tag = optionTag(row);
    return [
      { text: row.title, ...(tag ? { tag } : {}) },
      plain(row.description),
      plain(row.reason),
      pence(row.cost),
    ];
  }),
  benchmarks: table<Benchmark>(
    ['Organisation', pounds('Cost a year'), pounds('Residents'), 'As of', 'Like for like', 'Source'],
    (row) => [
      plain(row.organisation),
      { ...pence(row.annualCost), ...(row.costApproximate ? { detail: 'approximate' } : {}) },
      count(row.population),
      date(row.asOf),
      yes(row.likeForLike),
      plain(row.source),
    ],
  ),
  populations: table<Population>(['Place', pounds('Residents')], (row) => [
    plain(row.place),
    count(row.residents),
  ]),
  linkedCases: table<LinkedCase>(['Case', 'Project'], (row) => [plain(row.name), caseCell(row)]),
  assumptions: table<Assumption>(['Statement', 'Kind', 'Owner', 'Tested by'], (row, loaded) => [
    plain(row.statement),
    KINDS[row.kind],
    person(row.owner, loaded),
    dueCell(row.testBy, loaded, row.kind !== 'assumption'),
  ]),
  issues: table<Issue>(['Issue', 'Action', 'Owner', 'Due', 'Resolved'], (row, loaded) => [
    plain(row.issue),
    plain(row.action),
    person(row.owner, loaded),
    dueCell(row.due, loaded, row.resolved),
    yes(row.resolved),
  ]),
  decisions: table<LoggedDecision>(['Decision', 'Taken on', 'Taken by'], (row) => [
    plain(row.decision),
    date(row.takenOn),
    plain(row.takenBy),
  ]),
  disBenefits: table<DisBenefit>(
    [
      'What gets worse',
      'Who bears it',
      'How it is told',
      'What is done',
      'Owner',
      'Looked at',
      'What came of it',
    ],
    (row, loaded) => [
      plain(row.disBenefit),
      plain(row.bearer),
      plain(row.measure),
      plain(row.action),
      person(row.owner, loaded),
      dueCell(row.reviewOn, loaded, row.outcome !== ''),
      plain(row.outcome),
    ],
  ),
  lessons: table<Lesson>(['Lesson', 'What to do next time'], (row) => [
    plain(row.lesson),
    plain(row.recommendation),
  ]),
  links: table<Link>(['Title', 'Address'], (row) => [
    plain(row.title),
    { text: row.url, href: row.url, external: true },
  ]),
};
