import type { WhyNot } from '~/core/command/sent-back';
import { SchedulePicture } from '~/features/charts/SchedulePicture';
import { MayOrWhy } from '~/features/forms';
import { projectPath, rowAnchor } from '~/features/projects/sections';
import { Words } from '~/features/registers/Words';
import { ButtonLink } from '~/ui/ButtonLink';
import { Columns } from '~/ui/Columns';
import { Details } from '~/ui/Details';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';
import { AddDeliverableForm, AddMilestoneForm, GoLiveForm } from './AddForms';
import { ActualsForm, ForecastForm, TargetsForm } from './DateForms';
import { GatesSection } from './GatesSection';
import { DeliverableEdit, MilestoneEdit } from './RowEdit';
import { DeliverablesSection, MilestonesSection } from './RowsSections';
import type { ScheduleEdit, ScheduleView } from './types';

/** When everything is due, what is late, and the forms that move dates. */
export function SchedulePage({ view }: { view: ScheduleView }) {
  if (view.edit ?? view.deliverable ?? view.milestone) return <EditView view={view} />;
  return (
    <>
      <Columns
        side={
          <>
            <Actions view={view} />
            <SlipCosts view={view} />
            <Order view={view} />
          </>
        }
      >
        <p className="govuk-body">
          {view.late === 0
            ? `Nothing is overdue on ${view.today}.`
            : `${view.late} ${view.late === 1 ? 'date is' : 'dates are'} overdue on ${view.today}: record what happened, or forecast a new date.`}
        </p>
        <GatesSection view={view} />
      </Columns>
      {view.picture ? (
        <Section title="The schedule in a picture" id="picture">
          <SchedulePicture id="schedule" title="The schedule" {...view.picture} />
        </Section>
      ) : null}
      <DeliverablesSection view={view} />
      <MilestonesSection view={view} />
      <GoLive view={view} />
    </>
  );
}

const TITLES: Readonly<Record<ScheduleEdit, string>> = {
  dates: 'Change target dates',
  forecast: 'Forecast dates',
  actuals: 'Record actual dates',
  'add-deliverable': 'Add a deliverable',
  'add-milestone': 'Add a milestone',
  'go-live': 'Record go-live',
};

const whyNotOf = ({ whyNot }: ScheduleView): Readonly<Record<ScheduleEdit, WhyNot | undefined>> => ({
  dates: whyNot.targets,
  forecast: whyNot.forecasts,
  actuals: whyNot.actuals,
  'add-deliverable': whyNot.addDeliverable,
  'add-milestone': whyNot.addMilestone,
  'go-live': whyNot.goLive,
});

const EDITS: readonly ScheduleEdit[] = ['dates', 'forecast', 'actuals', 'add-deliverable', 'add-milestone'];

/** What the one who looks can do; the rest folded away, each with why not and who can. */
function Actions({ view }: { view: ScheduleView }) {
  const whyNot = whyNotOf(view);
  const can = EDITS.filter((edit) => !whyNot[edit]);
  const cannot = EDITS.filter((edit) => whyNot[edit]);
  return (
    <Section title="What you can do" id="actions">
      {can.length === 0 ? (
        <p className="govuk-body">Nothing on the schedule is for you to change now.</p>
      ) : (
        <ul className="govuk-list">
          {can.map((edit) => (
            <li key={edit}>
              <a className="govuk-link" href={`${view.path}?edit=${edit}#edit`}>
                {TITLES[edit]}
              </a>
            </li>
          ))}
        </ul>
      )}
      {cannot.length > 0 ? (
        <Details summary={`What you cannot do, and who can (${cannot.length})`}>
          <dl className="app-behind">
            {cannot.map((edit) => (
              <div key={edit}>
                <dt>{TITLES[edit]}</dt>
                <dd>
                  {whyNot[edit]?.because} {whyNot[edit]?.who ? `Who can: ${whyNot[edit]?.who}.` : ''}
                </dd>
              </div>
            ))}
          </dl>
        </Details>
      ) : null}
    </Section>
  );
}

/** What go-live's slip costs in money, where that can be told. */
function SlipCosts({ view: { slipCosts, marks } }: { view: ScheduleView }) {
  if (slipCosts.length === 0) return null;
  return (
    <Section title="What a slip of go-live costs" id="slip-costs">
      {slipCosts.map((sentence) => (
        <p className="govuk-body" key={sentence}>
          {sentence}
        </p>
      ))}
      <p className="govuk-body">
        <a className="govuk-link" href={projectPath(marks.ref, '/finance#part-year')}>
          The part-year effect of each line
        </a>
      </p>
    </Section>
  );
}

function Order({ view: { order } }: { view: ScheduleView }) {
  if (order.length === 0) return null;
  return (
    <Section title="Dates out of order" id="order" note={order.length}>
      <ul className="govuk-list">
        {order.map(({ key, verdict, contradicted, words, anchor }) => (
          <li key={key}>
            <Tag tone={contradicted ? 'bad' : 'neutral'}>{verdict}</Tag>{' '}
            <a className="govuk-link" href={`#${anchor}`}>
              <Words>{words}</Words>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function GoLive({ view: { goLive, whyNot, path, marks } }: { view: ScheduleView }) {
  return (
    <Section title="Go-live" id="go-live">
      {goLive ? (
        <p className="govuk-body">
          The change went live on <strong>{goLive.text}</strong>. <Words>{goLive.rests ?? ''}</Words>{' '}
          {goLive.href ? (
            <a className="govuk-link" href={goLive.href}>
              Recorded by {goLive.by}
            </a>
          ) : null}
        </p>
      ) : (
        <p className="govuk-body">
          Not recorded yet. Until then, Gate 4’s date stands for it where money and benefits need one.
        </p>
      )}
      <MayOrWhy whyNot={whyNot.goLive} id="go-live-button" label="Record go-live" projectRef={marks.ref}>
        <ButtonLink href={`${path}?edit=go-live#edit`} variant="secondary">
          {goLive ? 'Correct go-live' : 'Record go-live'}
        </ButtonLink>
      </MayOrWhy>
    </Section>
  );
}

function EditView({ view }: { view: ScheduleView }) {
  const row = view.deliverable ?? view.milestone;
  const title = view.edit ? TITLES[view.edit] : (row?.title ?? '');
  return (
    <Section
      title={title}
      id="edit"
      {...(row ? { note: view.deliverable ? 'Deliverable' : 'Milestone' } : {})}
    >
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={row ? `${view.path}#${rowAnchor(row.id)}` : view.path}>
          Back to the schedule
        </a>
      </p>
      <Asked view={view} />
    </Section>
  );
}

function Asked({ view }: { view: ScheduleView }) {
  const { edit, choices, deliverable, milestone } = view;
  if (!choices) return null;
  if (deliverable) return <DeliverableEdit view={view} row={deliverable} choices={choices} />;
  if (milestone) return <MilestoneEdit view={view} row={milestone} choices={choices} />;
  if (!edit) return null;
  const forms: Readonly<Record<ScheduleEdit, () => React.ReactNode>> = {
    dates: () => <TargetsForm view={view} />,
    forecast: () => <ForecastForm view={view} />,
    actuals: () => <ActualsForm view={view} />,
    'add-deliverable': () => <AddDeliverableForm view={view} choices={choices} />,
    'add-milestone': () => <AddMilestoneForm view={view} choices={choices} />,
    'go-live': () => <GoLiveForm view={view} choices={choices} />,
  };
  return (
    <MayOrWhy whyNot={whyNotOf(view)[edit]} id="edit-button" label={TITLES[edit]} projectRef={view.marks.ref}>
      {forms[edit]()}
    </MayOrWhy>
  );
}
