import type { WhyNot } from '~/core/command/sent-back';
import { shortDay } from '~/core/time/iso-day';
import { MayOrWhy, type Marks } from '~/features/forms';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Tag, type Tone } from '~/ui/Tag';
import { ReasonForm } from './ReasonForm';

type Standing = 'in force' | 'to come' | 'over' | 'ended';

/** One period in which somebody stands in for the Section 151 officer. */
export interface ShownDelegation {
  readonly id: string;
  readonly person: string;
  readonly delegate: string;
  readonly by: string;
  readonly from: string;
  readonly to: string;
  readonly ended: string | undefined;
  readonly standing: Standing;
  readonly open: boolean;
  readonly whyNotEnd: WhyNot | undefined;
}

const TONES: Readonly<Record<Standing, Tone>> = {
  'in force': 'good',
  'to come': 'info',
  over: 'neutral',
  ended: 'warn',
};
const WORDS: Readonly<Record<Standing, string>> = {
  'in force': 'In force',
  'to come': 'To come',
  over: 'Over',
  ended: 'Ended early',
};

/** The form that ends one delegation, or why one may not. */
function EndForm({ each, marks }: { each: ShownDelegation; marks: Marks | undefined }) {
  const label = `End the delegation to ${each.delegate}`;
  return (
    <MayOrWhy whyNot={each.whyNotEnd} id={`end-${each.id}`} label={label} projectRef="">
      <ReasonForm
        command="end-delegation"
        form={each.id}
        summary={label}
        hidden={{ delegationId: each.id, ...(marks ? { person: each.person } : {}) }}
        {...(marks ? { marks } : {})}
      />
    </MayOrWhy>
  );
}

export interface DelegationsProps {
  caption: string;
  rows: readonly ShownDelegation[];
  /** Whether whose it is must be told, where several people's stand together. */
  named?: boolean;
  /** The marks of each delegate's own record, where the page is not of that record. */
  marks?: Readonly<Record<string, Marks>>;
  empty: string;
}

/** Delegations in a list, each with its period, how it stands, and the form to end it. */
export function Delegations({ caption, rows, named, marks, empty }: DelegationsProps) {
  const who: DataColumn<ShownDelegation> = {
    key: 'who',
    header: 'Delegate',
    cell: ({ delegate }) => <span dir="auto">{delegate}</span>,
  };
  const ends = rows.some(({ open }) => open);
  const columns: readonly DataColumn<ShownDelegation>[] = [
    ...(named ? [who] : []),
    {
      key: 'period',
      header: 'From and to, both included',
      cell: ({ from, to }) => `${shortDay(from)} to ${shortDay(to)}`,
    },
    {
      key: 'standing',
      header: 'How it stands',
      cell: ({ standing, ended }) => (
        <>
          <Tag tone={TONES[standing]}>{WORDS[standing]}</Tag>{' '}
          {ended === undefined ? null : `on ${shortDay(ended)}`}
        </>
      ),
    },
    { key: 'by', header: 'Named by', cell: ({ by }) => <span dir="auto">{by}</span> },
    ...(ends
      ? [
          {
            key: 'end',
            header: 'End it',
            cell: (each: ShownDelegation) =>
              each.open ? <EndForm each={each} marks={marks?.[each.person]} /> : null,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns}
      empty={<p className="govuk-body app-muted">{empty}</p>}
    />
  );
}
