import { bareMoney, formatMoney } from '~/core/money/format-money';
import { formatDay, shortDay, type IsoDay } from '~/core/time/iso-day';
import type { Rag } from '~/core/gates/rag';
import { projectPath } from '~/features/projects/sections';
import { RagTag } from '~/features/projects/RagTag';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { FilterBar } from '~/ui/FilterBar';
import { HiddenFields } from '~/ui/HiddenFields';
import { PageHeading } from '~/ui/PageHeading';
import { Pagination } from '~/ui/Pagination';
import { Section } from '~/ui/Section';
import { SelectField } from '~/ui/SelectField';
import { TwoDaysForm, type TwoDays } from './TwoDaysForm';

interface CountRow {
  readonly what: string;
  readonly before: number;
  readonly after: number;
}

interface TotalRow {
  readonly series: string;
  /** Pence. */
  readonly before: number;
  readonly after: number;
  readonly unknownBefore: number;
  readonly unknownAfter: number;
}

interface Side {
  readonly rag?: Rag | undefined;
  readonly proposed: number | null;
  readonly validated: number | null;
}

interface ChangedRow {
  readonly ref: string;
  readonly title: string;
  readonly stood: boolean;
  readonly changes: readonly { readonly kind: string; readonly words: string }[];
  readonly before: Side;
  readonly after: Side;
}

type Chosen = Extract<TwoDays, { kind: 'days' }>;
type Asked = Extract<TwoDays, { kind: 'form' }>;

interface Compared extends Chosen {
  readonly began: IsoDay;
  readonly what?: string | undefined;
  readonly counts: readonly CountRow[];
  readonly totals: readonly TotalRow[];
  /** Projects listed on the second day, how many changed, and how many of these fit what was asked for. */
  readonly listed: number;
  readonly changed: number;
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly offset: number;
  readonly rows: readonly ChangedRow[];
  /** Set when there are more projects than are compared. */
  readonly most?: number | undefined;
}

export type ProgrammeCompareProps =
  { readonly kind: 'none' } | (Asked & { readonly began: IsoDay }) | Compared;

/** What changed in the programme between two days: counts, totals by series, and project by project. */
export function ProgrammeComparePage(props: ProgrammeCompareProps) {
  return (
    <SignedInPage crumbs={[{ text: 'Projects', href: '/projects' }, { text: 'Two days compared' }]}>
      <PageHeading title="The programme on two days" />
      {props.kind === 'none' ? (
        <EmptyState title="There is no project yet">
          A PMO officer starts one, or imports a Business Case Lite.
        </EmptyState>
      ) : (
        <TwoDaysForm
          asked={props}
          action="/compare"
          began={props.began}
          beganWords="The first project was listed"
        />
      )}
      {props.kind === 'days' ? <Differences {...props} /> : null}
    </SignedInPage>
  );
}

function Differences(props: Compared) {
  const { from, to, most } = props;
  const on = (day: IsoDay) => (
    <a className="govuk-link" href={`/projects?asAt=${day}`}>
      {formatDay(day)}
    </a>
  );
  return (
    <>
      <p className="govuk-body-l">
        From the end of {on(from)} to the end of {on(to)}.
      </p>
      {most === undefined ? null : (
        <p className="govuk-body">
          Only the first {most.toLocaleString('en-GB')} projects by reference are compared and counted here.
        </p>
      )}
      <Counts {...props} />
      <Totals {...props} />
      <Projects {...props} />
    </>
  );
}

const signed = (by: number, size: string): string => (by === 0 ? '0' : `${by < 0 ? '−' : '+'}${size}`);

function Counts({ counts, from, to }: Compared) {
  const columns: readonly DataColumn<CountRow>[] = [
    { key: 'what', header: 'Projects', cell: ({ what }) => (what === 'Projects' ? 'All' : what) },
    { key: 'before', header: shortDay(from), numeric: true, cell: ({ before }) => before },
    { key: 'after', header: shortDay(to), numeric: true, cell: ({ after }) => <strong>{after}</strong> },
    {
      key: 'by',
      header: 'Difference',
      numeric: true,
      cell: ({ before, after }) => signed(after - before, String(Math.abs(after - before))),
    },
  ];
  return (
    <Section title="How many, and how they stand" id="counts">
      <DataTable
        caption="Projects by life and by colour"
        columns={columns}
        rows={counts}
        rowKey={({ what }) => what}
        narrow="scroll"
        note="Each colour is by the rule, for that day and with the gate rules, settings and people of that day. Projects that are over have none."
      />
    </Section>
  );
}

/** What a total leaves out: "2 projects cannot be told", and how many on the second day where that is another number. */
function leftOut({ unknownBefore, unknownAfter }: TotalRow): string | undefined {
  if (unknownBefore === 0 && unknownAfter === 0) return undefined;
  const projects = (count: number) => `${count} ${count === 1 ? 'project' : 'projects'}`;
  return unknownBefore === unknownAfter
    ? `Without ${projects(unknownAfter)} that cannot be told`
    : `Without ${projects(unknownBefore)}, then ${unknownAfter}, that cannot be told`;
}

function Totals({ totals, from, to }: Compared) {
  const columns: readonly DataColumn<TotalRow>[] = [
    {
      key: 'series',
      header: 'Run rate, £ a year',
      cell: (row) => (
        <>
          {row.series}
          {leftOut(row) ? <div className="app-muted">{leftOut(row)}</div> : null}
        </>
      ),
    },
    {
      key: 'before',
      header: shortDay(from),
      numeric: true,
      cell: ({ before }) => bareMoney(before),
    },
    {
      key: 'after',
      header: shortDay(to),
      numeric: true,
      cell: ({ after }) => <strong>{bareMoney(after)}</strong>,
    },
    {
      key: 'by',
      header: 'Difference',
      numeric: true,
      cell: ({ before, after }) => signed(after - before, bareMoney(Math.abs(after - before))),
    },
  ];
  return (
    <Section title="Totals by series" id="totals">
      <DataTable
        caption="Run rates of the programme"
        columns={columns}
        rows={totals}
        rowKey={({ series }) => series}
        narrow="scroll"
        note="Run rates are the yearly effect of recurring savings and income less investment in the last year of each project’s horizon. Closed projects are left out."
      />
    </Section>
  );
}

const KINDS = [
  { value: 'came', text: 'Came into the list' },
  { value: 'life', text: 'Closed, completed, held or resumed' },
  { value: 'gate', text: 'Moved gate' },
  { value: 'date', text: 'Moved a gate’s date' },
  { value: 'colour', text: 'Changed colour' },
  { value: 'figures', text: 'Moved a run rate' },
];

function Projects(props: Compared) {
  const { from, to, what, listed, changed, found, page, pages, offset, rows } = props;
  const here = `/compare?from=${from}&to=${to}`;
  const narrowed = what ? `&what=${what}` : '';
  return (
    <Section title="Project by project" id="projects" note={`${changed} of ${listed} changed`}>
      {changed === 0 ? (
        <EmptyState title="No project changed">
          None came, closed, moved gate, changed colour or moved a run rate.
        </EmptyState>
      ) : (
        <>
          <FilterBar label="Narrow what changed" action="/compare" {...(what ? { clearHref: here } : {})}>
            <HiddenFields values={{ from, to }} />
            <SelectField
              name="what"
              label="What changed"
              placeholder="Anything"
              options={KINDS}
              defaultValue={what ?? ''}
            />
          </FilterBar>
          <DataTable
            caption={`Projects that changed: ${found}`}
            columns={columnsOf(props)}
            rows={rows}
            rowKey={({ ref }) => ref}
            narrow="cards"
            empty={
              <EmptyState title="No project changed like that">
                <a className="govuk-link" href={here}>
                  Show every project that changed
                </a>
              </EmptyState>
            }
          />
          <Pagination
            page={page}
            pages={pages}
            hrefOf={(each) => `${here}${narrowed}${each > 1 ? `&page=${each}` : ''}#projects`}
            {...(pages > 1 ? { showing: `${offset + 1} to ${offset + rows.length} of ${found}` } : {})}
          />
        </>
      )}
    </Section>
  );
}

function columnsOf({ from, to }: Compared): readonly DataColumn<ChangedRow>[] {
  return [
    {
      key: 'project',
      header: 'Project',
      cell: ({ ref, title, stood }) => (
        <a
          className="govuk-link"
          href={stood ? projectPath(ref, `/compare?from=${from}&to=${to}`) : `${projectPath(ref)}?asAt=${to}`}
        >
          {ref} <span dir="auto">{title}</span>
        </a>
      ),
    },
    {
      key: 'changes',
      header: 'What changed',
      cell: ({ changes }) => (
        <ul className="govuk-list govuk-!-margin-bottom-0">
          {changes.map(({ kind, words }) => (
            <li key={`${kind} ${words}`}>{words}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'rag',
      header: 'Colour by rule',
      cell: ({ before, after }) => <Colours before={before.rag} after={after.rag} />,
    },
    moneyColumn('proposed', 'Proposed, £ a year'),
    moneyColumn('validated', 'Validated, £ a year'),
  ];
}

function Colours({ before, after }: { before: Rag | undefined; after: Rag | undefined }) {
  const tag = (rag: Rag | undefined) => (rag ? <RagTag rag={{ rag, because: [] }} bare /> : 'None');
  if (before === after) return tag(after);
  return (
    <>
      {tag(before)} → {tag(after)}
    </>
  );
}

const moneyColumn = (key: 'proposed' | 'validated', header: string): DataColumn<ChangedRow> => ({
  key,
  header,
  numeric: true,
  cell: ({ stood, before, after }) => {
    const [was, is] = [before[key], after[key]];
    const words = (pence: number | null) => (pence === null ? 'Cannot tell' : bareMoney(pence));
    return (
      <>
        {words(is)}
        {stood && was !== is ? (
          <div className="app-muted">
            {was === null || is === null
              ? `was ${words(was)}`
              : `${signed(is - was, formatMoney(Math.abs(is - was)))}`}
          </div>
        ) : null}
      </>
    );
  },
});
