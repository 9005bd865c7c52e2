import type { ReactNode } from 'react';
import type { WhyNot } from '~/core/command/sent-back';
import { CommandForm, MayOrWhy, useTyped, type Typed } from '~/features/forms';
import { projectPath } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { ButtonGroup } from '~/ui/ButtonGroup';
import { DataTable } from '~/ui/DataTable';
import { HiddenFields } from '~/ui/HiddenFields';
import { Section } from '~/ui/Section';
import { TextAreaField } from '~/ui/TextAreaField';
import { DateBox } from './DateBox';
import type { ScheduleView } from './types';

/** One row of a form of many dates: what it is, and a box for each date. */
interface Row {
  readonly key: string;
  readonly what: string;
  readonly now?: string;
  readonly hidden: Readonly<Record<string, string | number>>;
  readonly boxes: readonly { readonly name: string; readonly was: string }[];
}

interface TableProps {
  typed: Typed;
  caption: string;
  /** Headings of the boxes. */
  heads: readonly string[];
  nowHead?: string;
  rows: readonly Row[];
}

function DatesTable({ typed, caption, heads, nowHead, rows }: TableProps) {
  if (rows.length === 0) return null;
  return (
    <div className="app-entry">
      <DataTable
        caption={caption}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'what',
            header: caption,
            cell: (row: Row) => (
              <>
                <HiddenFields values={row.hidden} />
                <span dir="auto">{row.what}</span>
              </>
            ),
          },
          ...(nowHead ? [{ key: 'now', header: nowHead, cell: (row: Row) => row.now }] : []),
          ...heads.map((head, at) => ({
            key: head,
            header: head,
            cell: (row: Row) => {
              const box = row.boxes[at];
              return box ? (
                <DateBox typed={typed} name={box.name} was={box.was} label={`${head}: ${row.what}`} />
              ) : null;
            },
          })),
        ]}
      />
    </div>
  );
}

interface FrameProps {
  view: ScheduleView;
  title: string;
  command: string;
  whyNot: WhyNot | undefined;
  intro: ReactNode;
  button: string;
  children: ReactNode;
}

function Frame({ view, title, command, whyNot, intro, button, children }: FrameProps) {
  return (
    <Section title={title} id="edit">
      <MayOrWhy whyNot={whyNot} id={`${command}-button`} label={title} projectRef={view.marks.ref}>
        <CommandForm command={command} label={title}>
          <p className="govuk-body">{intro}</p>
          {children}
          <ButtonGroup>
            <Button>{button}</Button>
            <a className="govuk-link" href={projectPath(view.marks.ref, '/schedule')}>
              Cancel
            </a>
          </ButtonGroup>
        </CommandForm>
      </MayOrWhy>
    </Section>
  );
}

const HOW =
  'Write a day, a month or a year as you would: 15/9/2024, Sept 2024, 2024. Only what you change is recorded.';

/** Target dates of gates, deliverables and milestones, all in one form. */
export function TargetsForm({ view }: { view: ScheduleView }) {
  const typed = useTyped('set-schedule');
  const standing = view.deliverables.filter(({ withdrawn }) => !withdrawn);
  return (
    <Frame
      view={view}
      title="Change target dates"
      command="set-schedule"
      whyNot={view.whyNot.targets}
      intro={`${HOW} “TBC” and “none” are answers too.`}
      button="Save the target dates"
    >
      <DatesTable
        typed={typed}
        caption="Gates"
        heads={['Target']}
        rows={view.gates
          .filter(({ open }) => open)
          .map(({ gate, name, targetBox }, at) => ({
            key: String(gate),
            what: `Gate ${gate}: ${name}`,
            hidden: { [`gates[${at}].gate`]: gate },
            boxes: [{ name: `gates[${at}].target`, was: targetBox }],
          }))}
      />
      <DatesTable
        typed={typed}
        caption="Deliverables"
        heads={['Start', 'Finish']}
        rows={standing.map(({ id, title, boxes }, at) => ({
          key: id,
          what: title,
          hidden: { [`deliverables[${at}].deliverableId`]: id },
          boxes: [
            { name: `deliverables[${at}].start`, was: boxes.start },
            { name: `deliverables[${at}].finish`, was: boxes.finish },
          ],
        }))}
      />
      <DatesTable
        typed={typed}
        caption="Milestones"
        heads={['Target']}
        rows={view.milestones
          .filter(({ withdrawn }) => !withdrawn)
          .map(({ id, title, boxes }, at) => ({
            key: id,
            what: title,
            hidden: { [`milestones[${at}].milestoneId`]: id },
            boxes: [{ name: `milestones[${at}].target`, was: boxes.target }],
          }))}
      />
    </Frame>
  );
}

/** Forecasts beside the targets, with one reason. */
export function ForecastsForm({ view }: { view: ScheduleView }) {
  const typed = useTyped('forecast-dates');
  const open = view.deliverables.filter(({ withdrawn, completed }) => !withdrawn && !completed);
  return (
    <Frame
      view={view}
      title="Forecast dates"
      command="forecast-dates"
      whyNot={view.whyNot.forecasts}
      intro={`${HOW} The targets stay. Empty a box to take its forecast back.`}
      button="Save the forecasts"
    >
      <DatesTable
        typed={typed}
        caption="Gates"
        nowHead="Target"
        heads={['Forecast']}
        rows={view.gates
          .filter((row) => row.open)
          .map(({ gate, name, target, forecastBox }, at) => ({
            key: String(gate),
            what: `Gate ${gate}: ${name}`,
            now: target.text,
            hidden: { [`gates[${at}].gate`]: gate },
            boxes: [{ name: `gates[${at}].date`, was: forecastBox }],
          }))}
      />
      <DatesTable
        typed={typed}
        caption="Deliverables"
        nowHead="Target"
        heads={['Forecast start', 'Forecast finish']}
        rows={open.map(({ id, title, start, finish, boxes }, at) => ({
          key: id,
          what: title,
          now: `${start.text} to ${finish.text}`,
          hidden: { [`deliverables[${at}].deliverableId`]: id },
          boxes: [
            { name: `deliverables[${at}].start`, was: boxes.forecastStart },
            { name: `deliverables[${at}].finish`, was: boxes.forecastFinish },
          ],
        }))}
      />
      <DatesTable
        typed={typed}
        caption="Milestones"
        nowHead="Target"
        heads={['Forecast']}
        rows={view.milestones
          .filter(({ withdrawn, boxes }) => !withdrawn && boxes.actual === '')
          .map(({ id, title, target, boxes }, at) => ({
            key: id,
            what: title,
            now: target.text,
            hidden: { [`milestones[${at}].milestoneId`]: id },
            boxes: [{ name: `milestones[${at}].date`, was: boxes.forecast }],
          }))}
      />
      <TextAreaField {...typed.field('why')} label="Why the dates move" rows={3} maxLength={10_000} />
    </Frame>
  );
}

/** What has happened: when deliverables started and finished, and milestones were reached. */
export function ActualsForm({ view }: { view: ScheduleView }) {
  const typed = useTyped('record-actuals');
  return (
    <Frame
      view={view}
      title="Record actual dates"
      command="record-actuals"
      whyNot={view.whyNot.actuals}
      intro={`${HOW} A gate’s own date is recorded by its decision. A finish is no completion: that is recorded on the deliverable, with its evidence.`}
      button="Save the actual dates"
    >
      <DatesTable
        typed={typed}
        caption="Deliverables"
        nowHead="Target"
        heads={['Started', 'Finished']}
        rows={view.deliverables
          .filter(({ withdrawn }) => !withdrawn)
          .map(({ id, title, start, finish, boxes }, at) => ({
            key: id,
            what: title,
            now: `${start.text} to ${finish.text}`,
            hidden: { [`deliverables[${at}].deliverableId`]: id },
            boxes: [
              { name: `deliverables[${at}].start`, was: boxes.actualStart },
              { name: `deliverables[${at}].finish`, was: boxes.actualFinish },
            ],
          }))}
      />
      <DatesTable
        typed={typed}
        caption="Milestones"
        nowHead="Target"
        heads={['Reached']}
        rows={view.milestones
          .filter(({ withdrawn }) => !withdrawn)
          .map(({ id, title, target, boxes }, at) => ({
            key: id,
            what: title,
            now: target.text,
            hidden: { [`milestones[${at}].milestoneId`]: id },
            boxes: [{ name: `milestones[${at}].date`, was: boxes.actual }],
          }))}
      />
    </Frame>
  );
}
