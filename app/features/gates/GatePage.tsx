import { formatDay, shortDay } from '~/core/time/iso-day';
import { formatPartial } from '~/core/time/partial-date';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { projectPath } from '~/features/projects/sections';
import { Callout } from '~/ui/Callout';
import { Columns } from '~/ui/Columns';
import { EmptyState } from '~/ui/EmptyState';
import { PlainText } from '~/ui/PlainText';
import { Section } from '~/ui/Section';
import { SummaryList, type SummaryRow } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import { ChangedSince } from './ChangedSince';
import { Checklist } from './Checklist';
import { ConditionList } from './ConditionList';
import { Cycles } from './Cycles';
import { DecisionBox } from './DecisionBox';
import type { GatePageProps } from './gate-view';
import { ENDING_TAGS, shortMark } from './gate-words';
import { Questions } from './Questions';
import { SubmitBox } from './SubmitBox';
import { WhyForm } from './WhyForm';

/** The page of one gate: what must hold, and submitting, deciding or what was decided. */
export function GatePage(props: GatePageProps) {
  const { marks, gate, name, decision, changed, cycles, approved, state } = props;
  const { ref } = marks;
  return (
    <>
      <GateHeading {...props} />
      <Notices {...props} />
      <Columns side={<Side {...props} />}>
        {state === 'approved' ? <ApprovedSummary {...props} /> : <Holding {...props} />}
        {decision ? (
          <Questions questions={decision.questions} gate={gate} answer={decision.answer} projectRef={ref} />
        ) : null}
        <ChangedSince
          changed={changed}
          now={approved ? `At Gate ${gate}` : decision ? 'In this pack' : 'Now'}
        />
        <Cycles cycles={cycles} gate={gate} projectRef={ref} />
      </Columns>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={projectPath(ref, '/gates')}>
          All gates of {ref}
        </a>
        <span className="govuk-visually-hidden">
          {' '}
          beside Gate {gate}, {name}
        </span>
      </p>
    </>
  );
}

/** On a narrow screen what there is to do stands far below. */
function JumpLinks({ decision, submit }: GatePageProps) {
  const [href, text] = decision
    ? ['#decide', decision.mine.length > 0 ? 'Your decision' : 'The decision']
    : submit === null
      ? ['#submit', 'Submit for decision']
      : [undefined, ''];
  return href ? (
    <span className="app-no-print">
      {' '}
      ·{' '}
      <a className="govuk-link" href={href}>
        {text}
      </a>
    </span>
  ) : null;
}

function GateHeading(props: GatePageProps) {
  const { gate, name, date, deciders, decision, cycle } = props;
  return (
    <div className="app-heading">
      <div className="app-heading__words">
        <h2 className="app-heading__title">
          <span className="app-heading__reference">Gate {gate}</span> {name}
        </h2>
        <div className="app-heading__meta">
          {date} · decided by {deciders.map((role) => ROLE_TITLES[role].toLowerCase()).join(' and ')}
          {cycle > 1 ? ` · cycle ${cycle}` : ''}
          {decision ? ` · submitted by ${decision.submittedBy} on ${formatDay(decision.submittedOn)}` : ''}
          <JumpLinks {...props} />
        </div>
      </div>
    </div>
  );
}

const LIFE_NOTES = {
  held: 'The project is on hold: nothing is submitted or decided meanwhile.',
  closed: 'The project is closed.',
  completed: undefined,
  open: undefined,
} as const;

const BACK_HEADINGS: Readonly<Record<string, string>> = {
  returned: 'The submission was sent back to preparation',
  deferred: 'The gate was deferred',
  withdrawn: 'The submission was withdrawn',
  revoked: 'The approval was revoked',
  rejected: 'The gate was rejected',
};

/** What must be known before anything is read: the project's life, and how the last submission ended. */
function Notices({ life, cameBack, decision }: GatePageProps) {
  const held = LIFE_NOTES[life];
  const lostApprovals = cameBack?.approvals.some((each) => !each.void) === true;
  return (
    <>
      {held ? <Callout heading={held} tone="warn" /> : null}
      {cameBack ? (
        <Callout
          heading={`${BACK_HEADINGS[cameBack.ended.how] ?? 'The last submission ended'} on ${shortDay(cameBack.ended.on)}`}
          tone={cameBack.ended.how === 'withdrawn' ? 'neutral' : 'warn'}
          id="came-back"
        >
          <PlainText text={cameBack.ended.why} />
          <p className="govuk-body-s govuk-!-margin-bottom-0">
            {cameBack.ended.by}.{lostApprovals ? ' Approvals given on it are void.' : ''}
            {cameBack.ended.how === 'returned'
              ? ' No decision was recorded: mend what is named, then submit again.'
              : ''}
          </p>
        </Callout>
      ) : null}
      {decision && decision.drift.length > 0 ? (
        <Callout
          heading="Something changed since the pack was frozen"
          intro="An approval given now would not count: the submission would go back to preparation."
          tone="warn"
        >
          <ul className="govuk-list govuk-list--bullet">
            {decision.drift.map((each) => (
              <li key={each} dir="auto">
                {each.charAt(0).toUpperCase() + each.slice(1)}
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
    </>
  );
}

function Holding({
  marks,
  gate,
  checklist,
  also,
  acting,
  people,
  attachments,
  waiverDays,
  state,
}: GatePageProps) {
  const context = { gate, projectRef: marks.ref, people, attachments, waiverDays, acting };
  return <Checklist groups={checklist} also={also} context={context} deciding={state === 'submitted'} />;
}

function ApprovedSummary({ approved, checklist, marks, gate }: GatePageProps) {
  if (!approved) return null;
  const { outcome, on, adopted, narrative } = approved;
  const standing = checklist.stops.filter((each) => each.from < gate || each.passes === false);
  return (
    <Section title="The decision" id="decision">
      <p className="govuk-body">
        <Tag tone={ENDING_TAGS[outcome].tone}>{ENDING_TAGS[outcome].text}</Tag>{' '}
        {adopted
          ? `Decided ${formatPartial(adopted.decidedOn)} by ${adopted.decider}, ${adopted.reference}, before the tracker. No criterion is claimed. ${
              adopted.confirmed
                ? `Confirmed by ${adopted.confirmed.by} on ${shortDay(adopted.confirmed.on)}.`
                : 'The sponsor has yet to confirm it.'
            }`
          : `on ${formatDay(on)}.`}
      </p>
      {/* What each decider said stands with their name in the history of the gate. */}
      {adopted && narrative ? <PlainText text={narrative} /> : null}
      {adopted ? null : (
        <p className="govuk-body">
          <a className="govuk-link" href={projectPath(marks.ref, `/gates/${gate}/pack`)}>
            The pack as the deciders saw it
          </a>{' '}
          holds every criterion’s outcome and the figures.{' '}
          {standing.length > 0
            ? `Asked again today, ${standing.length} of its criteria would not pass; standing ones are asked at the next gate.`
            : 'Asked again today, every one still passes.'}
        </p>
      )}
    </Section>
  );
}

function packRows({ decision, approved, previewDigest, marks, gate }: GatePageProps): readonly SummaryRow[] {
  const href = projectPath(marks.ref, `/gates/${gate}/pack`);
  const digest = decision?.packDigest ?? approved?.digest ?? previewDigest;
  if (digest === undefined) return [];
  const frozenOn = decision?.submittedOn ?? approved?.frozenOn;
  return [
    {
      key: 'Frozen',
      value: frozenOn ? shortDay(frozenOn) : 'Not yet',
    },
    { key: 'Mark', value: <code>{shortMark(digest)}</code> },
    {
      key: 'Read it',
      value: (
        <a className="govuk-link" href={href}>
          {frozenOn ? 'On screen or in print' : 'As it would be frozen now'}
        </a>
      ),
    },
    ...(decision?.note ? [{ key: 'Note', value: <span dir="auto">{decision.note}</span> }] : []),
  ];
}

function Side(props: GatePageProps) {
  const { marks, gate, decision, approved, conditions, people, attachments, conditionRows } = props;
  const { ref } = marks;
  const rows = packRows(props);
  return (
    <>
      {decision ? (
        <DecisionBox
          decision={decision}
          gate={gate}
          projectRef={ref}
          people={people}
          conditionRows={conditionRows}
        />
      ) : (
        <SubmitBox {...props} />
      )}
      {rows.length > 0 ? (
        <Section title="The pack" id="pack">
          <SummaryList plain rows={rows} />
        </Section>
      ) : null}
      {decision ? (
        <div id="withdraw">
          <WhyForm
            command="withdraw-submission"
            hidden={{ gate }}
            summary="Withdraw the submission"
            hint="The gate goes back to preparation in the same cycle; approvals given are void."
            whyNot={decision.withdraw}
            projectRef={ref}
          />
        </div>
      ) : null}
      <Section title="Conditions" note={conditions.length > 0 ? String(conditions.length) : undefined}>
        {conditions.length > 0 ? (
          <ConditionList
            conditions={conditions}
            people={people}
            attachments={attachments}
            projectRef={ref}
            gate={gate}
          />
        ) : (
          <EmptyState title="None set at this gate">
            A decider can set conditions when approving; they are met by their owners before a later gate.
          </EmptyState>
        )}
      </Section>
      {approved && !approved.adopted && approved.isLast ? (
        <WhyForm
          command="revoke-gate"
          hidden={{ gate }}
          summary="Revoke the approval"
          variant="warning"
          label="Why the approval is revoked"
          hint="The gate goes back to preparation and the auditor is told."
          whyNot={approved.revoke}
          projectRef={ref}
        />
      ) : null}
    </>
  );
}
