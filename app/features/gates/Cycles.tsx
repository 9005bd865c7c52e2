import { shortDay } from '~/core/time/iso-day';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { projectPath } from '~/features/projects/sections';
import { PlainText } from '~/ui/PlainText';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';
import { Timeline } from '~/ui/Timeline';
import type { ApprovalView, CycleView } from './gate-view';
import { ENDING_TAGS, shortMark } from './gate-words';
import { QuestionText } from './Questions';

/** One approval in words: in which role, by whom, where and when, and what it said. */
export function ApprovalText({ approval }: { approval: ApprovalView }) {
  const { role, by, on, forum, meetingDate, minute, narrative, conditions, void: voided } = approval;
  const where = [forum, meetingDate && shortDay(meetingDate), minute && `minute ${minute}`].filter(Boolean);
  return (
    <>
      <p className="govuk-body govuk-!-margin-bottom-1">
        Approved as {ROLE_TITLES[role].toLowerCase()} by {by} on {shortDay(on)}
        {where.length > 0 ? <span dir="auto"> ({where.join(', ')})</span> : null}.{' '}
        {voided ? (
          <>
            <Tag tone="warn">Void</Tag> <span dir="auto">{voided}</span>
          </>
        ) : null}
      </p>
      {narrative ? <PlainText text={narrative} /> : null}
      {conditions.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {conditions.map((each) => (
            <li key={each.id}>
              <span dir="auto">{each.what}</span> ({each.owner}, by {shortDay(each.due)})
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

const TITLES = {
  approved: 'Approved',
  'approved-with-conditions': 'Approved',
  adopted: 'Adopted from before the tracker',
  deferred: 'Deferred: what is required',
  rejected: 'Rejected, and the project closed',
  revoked: 'Approval revoked',
  returned: 'Sent back to preparation: what it rested on changed',
  withdrawn: 'Submission withdrawn',
} as const;

const isApproval = (how: CycleView['ended']['how']) =>
  how === 'approved' || how === 'approved-with-conditions';

function CycleBody({ cycle, packHref }: { cycle: CycleView; packHref: string }) {
  const { submission, approvals, questions, ended } = cycle;
  return (
    <>
      {ended.why && !isApproval(ended.how) ? <PlainText text={ended.why} /> : null}
      {approvals.map((approval) => (
        <ApprovalText key={`${approval.role}-${approval.on}-${approval.void ?? ''}`} approval={approval} />
      ))}
      {questions.map((question) => (
        <QuestionText key={question.id} question={question} />
      ))}
      {submission ? (
        <>
          <div>
            Submitted by {submission.by} on {shortDay(submission.on)}; mark {shortMark(submission.digest)}.{' '}
            <a className="govuk-link" href={`${packHref}?submitted=${submission.seq}`}>
              The pack as the deciders had it
            </a>
          </div>
          {submission.note ? (
            <div className="app-plain-text" dir="auto">
              {submission.note}
            </div>
          ) : null}
        </>
      ) : null}
    </>
  );
}

/** Every submission of the gate and how it ended, newest first. */
export function Cycles({
  cycles,
  gate,
  projectRef,
}: {
  cycles: readonly CycleView[];
  gate: number;
  projectRef: string;
}) {
  if (cycles.length === 0) return null;
  const packHref = projectPath(projectRef, `/gates/${gate}/pack`);
  return (
    <Section title="History of this gate" note={`${cycles.length}`} id="cycles">
      <Timeline
        items={cycles.map((cycle) => ({
          key: cycle.key,
          when: { iso: cycle.ended.on, text: shortDay(cycle.ended.on) },
          title: TITLES[cycle.ended.how],
          who: `${cycle.ended.by}, cycle ${cycle.cycle}`,
          tag: ENDING_TAGS[cycle.ended.how],
          body: <CycleBody cycle={cycle} packHref={packHref} />,
        }))}
      />
    </Section>
  );
}
