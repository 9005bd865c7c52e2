import { FindingNotes, ofRow, type FindingNote } from '~/features/findings/FindingNotes';
import { LastChangeCell, type LastChange } from '~/features/history/LastChangeCell';
import { rowAnchor } from '~/features/projects/sections';
import { Words } from '~/features/registers/Words';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Tag, type Outcome } from '~/ui/Tag';
import { VisuallyHidden } from '~/ui/VisuallyHidden';

export interface ShownRisk {
  readonly id: string;
  readonly ref: string;
  readonly risk: string;
  readonly mitigation: string | undefined;
  readonly likelihood: string | undefined;
  readonly impact: string | undefined;
  readonly score: number | undefined;
  readonly band: Outcome | undefined;
  readonly stated: number | undefined;
  readonly finding:
    | {
        readonly because: string;
        readonly settled: boolean;
        readonly explanation: string | undefined;
        readonly href: string;
      }
    | undefined;
  readonly owner: string | undefined;
  readonly due: string | undefined;
  readonly overdue: boolean;
  readonly aboveAppetite: boolean;
  readonly state: Outcome;
  readonly note: string | undefined;
  readonly last: LastChange;
  readonly editHref: string;
}

const WANTING = 'not given';
const Wanting = () => <span className="app-muted">{WANTING}</span>;

/** The stated total and the computed one side by side, and what to do where they differ. */
function Score({ row }: { row: ShownRisk }) {
  const { score, band, stated, finding } = row;
  return (
    <>
      {score === undefined ? <Wanting /> : <strong>{score}</strong>}{' '}
      {band ? <Tag tone={band.tone}>{band.text}</Tag> : null}
      {stated !== undefined && stated !== score ? <div>Stated: {stated}</div> : null}
      {finding ? (
        <div className="govuk-!-margin-top-1">
          <Tag tone={finding.settled ? 'neutral' : 'bad'}>
            {finding.settled ? 'Explained' : 'Does not follow'}
          </Tag>{' '}
          {finding.settled ? null : 'Correct a number, or '}
          <a className="govuk-link" href={finding.href}>
            {finding.settled ? 'Read the explanation' : 'explain it'}
            <VisuallyHidden> of the total of risk {row.ref}</VisuallyHidden>
          </a>
        </div>
      ) : null}
    </>
  );
}

function Risk({ row, findings }: { row: ShownRisk; findings: readonly FindingNote[] }) {
  return (
    <div className="app-long">
      <Words>{row.risk}</Words>
      <div className="app-muted govuk-!-margin-top-1">
        Mitigation: {row.mitigation ? <Words>{row.mitigation}</Words> : WANTING}
      </div>
      <FindingNotes findings={ofRow(findings, row.id)} />
    </div>
  );
}

function State({ row }: { row: ShownRisk }) {
  return (
    <>
      <Tag tone={row.state.tone}>{row.state.text}</Tag>
      {row.note ? (
        <div className="app-muted">
          <Words>{row.note}</Words>
        </div>
      ) : null}
      <div className="app-no-print">
        <a className="govuk-link" href={row.editHref}>
          Change or decide<VisuallyHidden> risk {row.ref}</VisuallyHidden>
        </a>
      </div>
    </>
  );
}

const columnsWith = (findings: readonly FindingNote[]): readonly DataColumn<ShownRisk>[] => [
  { key: 'ref', header: 'Ref', cell: (row) => <span id={rowAnchor(row.id)}>{row.ref}</span>, nowrap: true },
  { key: 'risk', header: 'Risk and mitigation', cell: (row) => <Risk row={row} findings={findings} /> },
  { key: 'likelihood', header: 'Likelihood', cell: (row) => row.likelihood ?? <Wanting /> },
  { key: 'impact', header: 'Impact', cell: (row) => row.impact ?? <Wanting /> },
  { key: 'score', header: 'Score', cell: (row) => <Score row={row} /> },
  { key: 'owner', header: 'Owner', cell: (row) => row.owner ?? <Wanting /> },
  { key: 'due', header: 'Due', cell: (row) => row.due ?? <Wanting /> },
  {
    key: 'last',
    header: 'Last change',
    cell: (row) => <LastChangeCell last={row.last} of={`risk ${row.ref}`} />,
  },
  { key: 'state', header: 'State', cell: (row) => <State row={row} /> },
];

interface RiskTableProps {
  caption: string;
  rows: readonly ShownRisk[];
  findings?: readonly FindingNote[];
}

/** Risks in a table: each with its score and band, its owner and where it stands. */
export function RiskTable({ caption, rows, findings = [] }: RiskTableProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columnsWith(findings)}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}
