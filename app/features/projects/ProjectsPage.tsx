import type { WhyNot } from '~/core/command/sent-back';
import { bareMoney } from '~/core/money/format-money';
import type { Rag, RagByRule } from '~/core/gates/rag';
import { MayOrWhy } from '~/features/forms';
import { GateTrack, type TrackedGate } from '~/features/gate-track/GateTrack';
import { OtherDays } from '~/features/as-at/OtherDays';
import { PastBar } from '~/features/as-at/PastBar';
import type { Past } from '~/features/as-at/past';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { ButtonGroup } from '~/ui/ButtonGroup';
import { ButtonLink } from '~/ui/ButtonLink';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { FilterBar } from '~/ui/FilterBar';
import { HiddenFields } from '~/ui/HiddenFields';
import { PageHeading } from '~/ui/PageHeading';
import { Pagination } from '~/ui/Pagination';
import { SelectField } from '~/ui/SelectField';
import { Tag } from '~/ui/Tag';
import { TextField } from '~/ui/TextField';
import { RagTag, RAG_WORDS } from './RagTag';
import { projectPath } from './sections';

interface Asked {
  readonly search: string;
  readonly theme: string | undefined;
  readonly rag: Rag | undefined;
  readonly gate: number | undefined;
  readonly order: string;
  readonly descending: boolean;
  readonly page: number;
  /** The past day shown. */
  readonly day: string | undefined;
}

interface ListedProject {
  readonly ref: string;
  readonly title: string;
  readonly theme: string | null;
  readonly stage: string;
  readonly life: 'open' | 'held' | 'closed' | 'completed';
  readonly nextGate: number | null;
  readonly nextDate: string | undefined;
  readonly overdue: boolean;
  readonly rag: RagByRule;
  /** Run rates in pence; null where they cannot be told. */
  readonly proposed: number | null;
  readonly validated: number | null;
  readonly mtfs: number | null;
  readonly notAdopted: number;
  readonly stale: number;
  readonly gates: readonly TrackedGate[];
}

export interface ProjectsPageProps {
  readonly asked: Asked;
  readonly rows: readonly ListedProject[];
  readonly total: number;
  readonly pages: number;
  readonly themes: readonly string[];
  readonly whyNotOpen: WhyNot | undefined;
  readonly past: Past | undefined;
}

/** The address of the list with some of what it asks for changed. */
function listHref(asked: Asked, change: Partial<Asked>): string {
  const { search, theme, rag, gate, order, descending, page } = { ...asked, ...change };
  const wanted: readonly (readonly [string, string | undefined])[] = [
    ['q', search || undefined],
    ['theme', theme],
    ['rag', rag],
    ['gate', gate === undefined ? undefined : String(gate)],
    ['sort', order === 'ref' ? undefined : order],
    ['dir', descending ? 'desc' : undefined],
    ['page', page > 1 ? String(page) : undefined],
  ];
  const pairs = wanted.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length > 0 ? `/projects?${pairs.join('&')}` : '/projects';
}

const isNarrowed = ({ search, theme, rag, gate }: Asked) =>
  search !== '' || theme !== undefined || rag !== undefined || gate !== undefined;

/** The portfolio: every project with its stage, next gate, colour and run rates. */
export function ProjectsPage(props: ProjectsPageProps) {
  const { asked, rows, total, pages, past } = props;
  const from = (asked.page - 1) * 25;
  return (
    <SignedInPage>
      {past ? (
        <PastBar {...past} path="/projects" compareHref={`/compare?from=${past.day}&to=${past.today}`} />
      ) : null}
      <PageHeading title="Projects" actions={past ? null : <Start whyNot={props.whyNotOpen} />} />
      <Filters {...props} />
      <DataTable
        caption={isNarrowed(asked) ? `Projects found: ${total}` : `All projects: ${total}`}
        columns={columnsOf(asked)}
        rows={rows}
        rowKey={(row) => row.ref}
        rowHeader="project"
        narrow="cards"
        empty={<Nothing asked={asked} total={total} />}
        note="Run rates are the yearly effect of recurring savings and income less investment in the last year of each project’s horizon."
      />
      <Pagination
        page={asked.page}
        pages={pages}
        hrefOf={(page) => listHref(asked, { page })}
        {...(pages > 1 ? { showing: `${from + 1} to ${from + rows.length} of ${total}` } : {})}
      />
      {past ? null : (
        <>
          <p className="govuk-body app-no-print">
            <a className="govuk-link" href="/debts">
              Answers owed across the programme
            </a>
          </p>
          <OtherDays path="/projects" compareHref="/compare" />
        </>
      )}
    </SignedInPage>
  );
}

function Start({ whyNot }: { whyNot: WhyNot | undefined }) {
  return (
    <MayOrWhy whyNot={whyNot} id="start" label="Start a project" projectRef="">
      <ButtonGroup>
        <ButtonLink href="/projects/new">Start a project</ButtonLink>
        <ButtonLink href="/projects/import" variant="secondary">
          Import a Business Case Lite
        </ButtonLink>
      </ButtonGroup>
    </MayOrWhy>
  );
}

function Nothing({ asked, total }: { asked: Asked; total: number }) {
  if (total > 0) {
    return (
      <EmptyState
        title="This page of the list is empty"
        action={
          <a className="govuk-link" href={listHref(asked, { page: 1 })}>
            Go to its first page
          </a>
        }
      />
    );
  }
  return isNarrowed(asked) ? (
    <EmptyState
      title="No project is like that"
      action={
        <a className="govuk-link" href="/projects">
          Show all projects
        </a>
      }
    >
      Try fewer words, or another theme, colour or gate.
    </EmptyState>
  ) : (
    <EmptyState title="There is no project yet">
      A PMO officer starts one, or imports a Business Case Lite.
    </EmptyState>
  );
}

function Filters({ asked, themes }: ProjectsPageProps) {
  return (
    <FilterBar
      label="Narrow the list"
      action="/projects"
      {...(isNarrowed(asked) ? { clearHref: '/projects' } : {})}
    >
      <HiddenFields
        values={{
          sort: asked.order === 'ref' ? undefined : asked.order,
          dir: asked.descending ? 'desc' : undefined,
        }}
      />
      <TextField name="q" label="Words" type="search" width={20} defaultValue={asked.search} />
      <SelectField
        name="theme"
        label="Theme"
        placeholder="Every theme"
        options={themes.map((theme) => ({ value: theme, text: theme }))}
        {...(asked.theme === undefined ? {} : { defaultValue: asked.theme })}
      />
      <SelectField
        name="rag"
        label="Colour by rule"
        placeholder="Every colour"
        options={(['red', 'amber', 'green'] as const).map((value) => ({ value, text: RAG_WORDS[value] }))}
        {...(asked.rag === undefined ? {} : { defaultValue: asked.rag })}
      />
      <SelectField
        name="gate"
        label="Next gate"
        placeholder="Every gate"
        options={[0, 1, 2, 3, 4, 5].map((gate) => ({ value: String(gate), text: `Gate ${gate}` }))}
        {...(asked.gate === undefined ? {} : { defaultValue: String(asked.gate) })}
      />
    </FilterBar>
  );
}

const LIFE_TAGS = { open: undefined, held: 'On hold', closed: 'Closed', completed: 'Completed' } as const;

const money = (pence: number | null) => (pence === null ? 'Cannot tell' : bareMoney(pence));

function columnsOf(asked: Asked): readonly DataColumn<ListedProject>[] {
  const sorted: Sorted = (order) => {
    const here = asked.order === order;
    const direction = here
      ? asked.descending
        ? ('descending' as const)
        : ('ascending' as const)
      : undefined;
    const href = listHref(asked, { order, descending: here && !asked.descending, page: 1 });
    return { href, ...(direction ? { direction } : {}) };
  };
  return [
    {
      key: 'project',
      header: 'Project',
      sort: sorted('ref'),
      cell: ({ ref, title, theme, life }) => (
        <>
          <a className="govuk-link" href={projectPath(ref)}>
            {ref} {title}
          </a>{' '}
          {LIFE_TAGS[life] ? <Tag>{LIFE_TAGS[life]}</Tag> : null}
          {theme ? <div className="app-muted">{theme}</div> : null}
        </>
      ),
    },
    {
      key: 'rag',
      header: 'Colour by rule',
      cell: ({ rag }) => (
        <>
          <RagTag rag={rag} bare />
          {rag.rag === 'green' ? null : <div className="app-muted">{rag.because[0]}</div>}
        </>
      ),
    },
    {
      key: 'gates',
      header: 'Stage and next gate',
      sort: sorted('nextGateFrom'),
      cell: ({ ref, stage, gates, overdue }) => (
        <>
          {stage} {overdue ? <Tag tone="bad">Overdue</Tag> : null}
          <GateTrack gates={gates} compact label={`Gates of ${ref}`} />
        </>
      ),
    },
    ...moneyColumns(sorted),
  ];
}

type Sorted = (order: string) => NonNullable<DataColumn<ListedProject>['sort']>;

function moneyColumns(sorted: Sorted): readonly DataColumn<ListedProject>[] {
  return [
    {
      key: 'proposed',
      header: 'Proposed, £ a year',
      numeric: true,
      sort: sorted('proposedRunRate'),
      cell: ({ proposed, notAdopted }) => (
        <>
          {money(proposed)}
          {notAdopted > 0 ? <div className="app-muted">{notAdopted} not adopted</div> : null}
        </>
      ),
    },
    {
      key: 'validated',
      header: 'Validated, £ a year',
      numeric: true,
      sort: sorted('validatedRunRate'),
      cell: ({ validated, stale }) => (
        <>
          {money(validated)}
          {stale > 0 ? <div className="app-muted">{stale} stale</div> : null}
        </>
      ),
    },
    {
      key: 'mtfs',
      header: 'MTFS, £ a year',
      numeric: true,
      sort: sorted('mtfsRunRate'),
      cell: ({ mtfs }) => (mtfs === null ? 'TBC' : bareMoney(mtfs)),
    },
  ];
}
