import { CommandForm, useTyped, type Typed } from '~/features/forms';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { HiddenFields } from '~/ui/HiddenFields';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import { FormFoot } from './FormFoot';
import type { ScheduleView } from './types';

interface BoxRow {
  readonly id: string;
  readonly label: string;
  /** What stands now, shown beside the boxes. */
  readonly now?: string;
  readonly boxes: Readonly<Record<string, string>>;
}

interface BoxTableProps {
  typed: Typed;
  /** The list's name in the form, and the name of what tells its rows apart. */
  list: 'gates' | 'deliverables' | 'milestones';
  idName: 'gate' | 'deliverableId' | 'milestoneId';
  caption: string;
  what: string;
  nowHeader?: string;
  boxes: readonly { readonly member: string; readonly header: string }[];
  rows: readonly BoxRow[];
}

/** A box a date, in one table; only boxes that were changed are sent on. */
function BoxTable(props: BoxTableProps) {
  const { typed, list, idName, caption, what, nowHeader, boxes, rows } = props;
  if (rows.length === 0) return null;
  const numbered = rows.map((row, index) => ({ ...row, index }));
  type Row = (typeof numbered)[number];
  const boxOf = (row: Row, member: string, header: string) => {
    const name = `${list}[${row.index}].${member}`;
    const recorded = row.boxes[member] ?? '';
    const understood = typed.understood(name);
    return (
      <>
        <HiddenFields values={{ [`${name}Was`]: recorded }} />
        <TextField
          {...typed.field(name, recorded)}
          label={`${row.label}: ${header}`}
          labelHidden
          width={10}
          autoComplete="off"
          {...(understood ? { hint: `Understood as ${understood}` } : {})}
        />
      </>
    );
  };
  const columns: DataColumn<Row>[] = [
    {
      key: 'label',
      header: what,
      cell: (row) => (
        <>
          <HiddenFields values={{ [`${list}[${row.index}].${idName}`]: row.id }} />
          <span dir="auto">{row.label}</span>
        </>
      ),
    },
    ...(nowHeader
      ? [{ key: 'now', header: nowHeader, cell: ({ now = '–' }: Row) => now, nowrap: true }]
      : []),
    ...boxes.map(({ member, header }) => ({
      key: member,
      header,
      cell: (row: Row) => boxOf(row, member, header),
    })),
  ];
  return (
    <div className="app-entry">
      <DataTable caption={caption} columns={columns} rows={numbered} rowKey={({ id }) => id} />
    </div>
  );
}

const HINT = 'A date such as 15 Sep 2024, Sept 2024 or 2024.';
const openGates = ({ gates }: ScheduleView) => gates.filter(({ open }) => open);
const standing = <R extends { readonly withdrawn: string | undefined }>(rows: readonly R[]) =>
  rows.filter(({ withdrawn }) => !withdrawn);
const nameOfGate = ({ gate, name }: { gate: number; name: string }) => `Gate ${gate} ${name}`;

/** Target dates, several in one go. */
export function TargetsForm({ view }: { view: ScheduleView }) {
  const typed = useTyped('set-schedule');
  return (
    <CommandForm command="set-schedule" label="Change target dates">
      <p className="govuk-body">
        {HINT} “TBC” where it is still to be said, “none” where there is none. What you leave as it is, stays.
      </p>
      <BoxTable
        typed={typed}
        list="gates"
        idName="gate"
        caption="Gates"
        what="Gate"
        boxes={[{ member: 'target', header: 'Target' }]}
        rows={openGates(view).map((each) => ({
          id: String(each.gate),
          label: nameOfGate(each),
          boxes: { target: each.targetBox },
        }))}
      />
      <BoxTable
        typed={typed}
        list="deliverables"
        idName="deliverableId"
        caption="Deliverables"
        what="Deliverable"
        boxes={[
          { member: 'start', header: 'Start' },
          { member: 'finish', header: 'Finish' },
        ]}
        rows={standing(view.deliverables).map(({ id, title, boxes }) => ({ id, label: title, boxes }))}
      />
      <BoxTable
        typed={typed}
        list="milestones"
        idName="milestoneId"
        caption="Milestones"
        what="Milestone"
        boxes={[{ member: 'target', header: 'Target' }]}
        rows={standing(view.milestones).map(({ id, title, boxes }) => ({ id, label: title, boxes }))}
      />
      <FormFoot path={view.path}>Save the target dates</FormFoot>
    </CommandForm>
  );
}

/** Forecasts, several in one go, with one reason. */
export function ForecastForm({ view }: { view: ScheduleView }) {
  const typed = useTyped('forecast-dates');
  return (
    <CommandForm command="forecast-dates" label="Forecast dates">
      <p className="govuk-body">
        {HINT} An emptied box takes its forecast back. The targets stay as they are.
      </p>
      <BoxTable
        typed={typed}
        list="gates"
        idName="gate"
        caption="Gates"
        what="Gate"
        nowHeader="Target"
        boxes={[{ member: 'date', header: 'Forecast' }]}
        rows={openGates(view).map((each) => ({
          id: String(each.gate),
          label: nameOfGate(each),
          now: each.target.text,
          boxes: { date: each.forecastBox },
        }))}
      />
      <BoxTable
        typed={typed}
        list="deliverables"
        idName="deliverableId"
        caption="Deliverables"
        what="Deliverable"
        nowHeader="Target"
        boxes={[
          { member: 'start', header: 'Forecast start' },
          { member: 'finish', header: 'Forecast finish' },
        ]}
        rows={standing(view.deliverables).map(({ id, title, start, finish, boxes }) => ({
          id,
          label: title,
          now: `${start.text} to ${finish.text}`,
          boxes: { start: boxes.forecastStart, finish: boxes.forecastFinish },
        }))}
      />
      <BoxTable
        typed={typed}
        list="milestones"
        idName="milestoneId"
        caption="Milestones"
        what="Milestone"
        nowHeader="Target"
        boxes={[{ member: 'date', header: 'Forecast' }]}
        rows={standing(view.milestones).map(({ id, title, target, boxes }) => ({
          id,
          label: title,
          now: target.text,
          boxes: { date: boxes.forecast },
        }))}
      />
      <TextAreaField {...typed.field('why')} label="Why the dates move" rows={3} maxLength={10_000} />
      <FormFoot path={view.path}>Save the forecasts</FormFoot>
    </CommandForm>
  );
}

/** What has come about: starts, finishes and milestones reached. */
export function ActualsForm({ view }: { view: ScheduleView }) {
  const typed = useTyped('record-actuals');
  return (
    <CommandForm command="record-actuals" label="Record actual dates">
      <p className="govuk-body">
        {HINT} A gate’s own date comes from its decision. To say that a deliverable is done, with its
        evidence, open the deliverable.
      </p>
      <BoxTable
        typed={typed}
        list="deliverables"
        idName="deliverableId"
        caption="Deliverables"
        what="Deliverable"
        nowHeader="Target"
        boxes={[
          { member: 'start', header: 'Started' },
          { member: 'finish', header: 'Finished' },
        ]}
        rows={standing(view.deliverables).map(({ id, title, start, finish, boxes }) => ({
          id,
          label: title,
          now: `${start.text} to ${finish.text}`,
          boxes: { start: boxes.actualStart, finish: boxes.actualFinish },
        }))}
      />
      <BoxTable
        typed={typed}
        list="milestones"
        idName="milestoneId"
        caption="Milestones"
        what="Milestone"
        nowHeader="Target"
        boxes={[{ member: 'date', header: 'Reached' }]}
        rows={standing(view.milestones).map(({ id, title, target, boxes }) => ({
          id,
          label: title,
          now: target.text,
          boxes: { date: boxes.actual },
        }))}
      />
      <FormFoot path={view.path}>Save the actual dates</FormFoot>
    </CommandForm>
  );
}
