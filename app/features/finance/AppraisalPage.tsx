import type { WhyNot } from '~/core/command/sent-back';
import type { Marks } from '~/features/forms';
import { projectPath } from '~/features/projects/sections';
import { DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { InsetText } from '~/ui/InsetText';
import { KeyFigures } from '~/ui/KeyFigures';
import { Section } from '~/ui/Section';
import { FinanceLinks } from './FinanceLinks';
import { OptimismSection } from './OptimismSection';
import type { Amount } from './types';

interface AppraisalRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly Amount[];
  readonly total?: Amount;
  readonly strong: boolean;
}

interface AppraisalShown {
  readonly npsv: Amount;
  readonly adjusted: Amount | undefined;
  readonly payback: { readonly value: string; readonly note: string };
  readonly rows: readonly AppraisalRow[];
}

/** What the page of the appraisal is drawn from. */
export interface AppraisalView {
  readonly marks: Marks;
  readonly years: readonly string[];
  readonly baseYear: string | undefined;
  readonly rate: string;
  readonly source: string;
  readonly fromForm: boolean;
  readonly empty: boolean;
  readonly noCost: boolean;
  readonly readings: string | undefined;
  readonly proposed: AppraisalShown;
  readonly validated: AppraisalShown;
  readonly bias: {
    readonly set:
      | {
          readonly investment: string;
          readonly savings: string;
          readonly why: string;
          readonly by: string;
          readonly href: string;
        }
      | undefined;
    readonly whyNot: WhyNot | undefined;
  };
}

/** What the case is worth in the prices of its first year, and when it pays back: beside the budget view, and second to it. */
export function AppraisalPage({ view }: { view: AppraisalView }) {
  const { marks, proposed, validated, fromForm } = view;
  return (
    <>
      <FinanceLinks projectRef={marks.ref} here="appraisal" />
      <InsetText>
        This is secondary to the budget view: the council budgets on the{' '}
        <a className="govuk-link" href={projectPath(marks.ref, '/finance/reconciliation')}>
          figures finance validated, year by year
        </a>
        . An appraisal ranks cases against one another; it puts nothing into the budget.
      </InsetText>
      {view.empty ? (
        <EmptyState
          title="There is nothing to appraise yet"
          action={
            <a className="govuk-link" href={projectPath(marks.ref, '/finance#lines')}>
              Go to the money lines
            </a>
          }
        >
          The lead proposes the first saving, income or investment.
        </EmptyState>
      ) : (
        <>
          <KeyFigures items={keyOf(view)} />
          <Assumptions view={view} />
          <Sums
            title={fromForm ? 'As on the form, not adopted' : 'As proposed'}
            id="proposed"
            shown={proposed}
            years={view.years}
          />
          <Sums title="As finance validated" id="validated" shown={validated} years={view.years} />
        </>
      )}
      <OptimismSection bias={view.bias} projectRef={marks.ref} />
    </>
  );
}

function keyOf({ proposed, validated, readings, fromForm }: AppraisalView) {
  const worth = (shown: AppraisalShown) =>
    shown.adjusted ? `${shown.adjusted.text} with optimism allowed for` : 'Optimism not allowed for';
  return [
    {
      label: fromForm ? 'NPSV, as on the form' : 'NPSV, proposed',
      value: capital(proposed.npsv.text),
      note: readings ?? worth(proposed),
      href: '#proposed',
    },
    {
      label: 'NPSV, validated',
      value: capital(validated.npsv.text),
      note: worth(validated),
      href: '#validated',
    },
    { label: 'Payback, proposed', ...proposed.payback, href: '#proposed' },
    { label: 'Payback, validated', ...validated.payback, href: '#validated' },
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function Assumptions({ view: { rate, source, baseYear, noCost } }: { view: AppraisalView }) {
  return (
    <p className="govuk-body">
      Net present social value (NPSV) over the horizon, discounted at {rate} a year ({source}). {baseYear} is
      year 0 and is not discounted. Real prices: no inflation is added.{' '}
      {noCost ? 'No cost is in the figures: nothing is invested.' : 'Savings and income less investment.'}
    </p>
  );
}

function shownAmount(amount: Amount | undefined) {
  if (!amount) return null;
  return amount.why ? <em className="app-muted">{amount.text}</em> : amount.text;
}

/** The sums of one series, year by year. */
function Sums({
  title,
  id,
  shown,
  years,
}: {
  title: string;
  id: string;
  shown: AppraisalShown;
  years: readonly string[];
}) {
  const why = [...new Set(shown.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.why ?? [])))];
  return (
    <Section title={title} id={id}>
      <DataTable
        caption={`${title}: present value by year`}
        captionHidden
        columns={[
          { key: 'name', header: '£', cell: (row: AppraisalRow) => row.name },
          ...years.map((year, at) => ({
            key: year,
            header: year,
            numeric: true,
            cell: (row: AppraisalRow) => shownAmount(row.cells[at]),
          })),
          {
            key: 'total',
            header: 'All years',
            numeric: true,
            cell: (row: AppraisalRow) => shownAmount(row.total),
          },
        ]}
        rows={shown.rows}
        rowKey={(row) => row.key}
        strong={(row) => row.strong}
        narrow="scroll"
        note="Each line’s year is discounted and rounded to the penny by itself; totals add what was rounded. The factor is shown to four decimals and used in full."
      />
      {why.length > 0 ? (
        <p className="govuk-body">
          <strong>Cannot tell:</strong> {why.join(' ')}
        </p>
      ) : null}
    </Section>
  );
}
