import { shortDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { fixHref } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { Details } from '~/ui/Details';
import { Tag, type Tone } from '~/ui/Tag';
import { TextAreaField } from '~/ui/TextAreaField';
import { RecordText } from './answer-words';
import type { ShownFinding } from './shown';

const SEVERITY: Readonly<Record<ShownFinding['severity'], { tone: Tone; text: string }>> = {
  error: { tone: 'bad', text: 'Finding: error' },
  gap: { tone: 'warn', text: 'Finding: gap' },
  note: { tone: 'info', text: 'Finding: note' },
};

const keyOf = ({ rule, subject }: ShownFinding) => `${rule}-${subject}`;

/** The findings read at one place of the case; nothing where there are none. */
export function Findings({
  findings,
  at,
  projectRef,
}: {
  findings: readonly ShownFinding[];
  at: string;
  projectRef: string;
}) {
  const here = findings.filter(({ place }) => place === at);
  return (
    <>
      {here.map((finding) => (
        <Finding key={keyOf(finding)} finding={finding} projectRef={projectRef} />
      ))}
    </>
  );
}

function Finding({ finding, projectRef }: { finding: ShownFinding; projectRef: string }) {
  const { severity, title, because, arithmetic, fix, settled, explanation, mend } = finding;
  const { tone, text } = SEVERITY[severity];
  return (
    <div className="govuk-inset-text" id={`finding-${keyOf(finding)}`}>
      <p className="govuk-body govuk-!-margin-bottom-1">
        <Tag tone={settled ? 'neutral' : tone}>{text}</Tag> <strong>{title}</strong>{' '}
        {explanation ? (
          <Tag tone={settled ? 'good' : 'info'}>{settled ? 'Explained and accepted' : 'Explained'}</Tag>
        ) : null}
      </p>
      <p className="govuk-body govuk-!-margin-bottom-2">{because}</p>
      {arithmetic.length > 0 ? (
        <Details summary="The arithmetic">
          <ul className="govuk-list govuk-!-margin-bottom-0">
            {arithmetic.map((step) => (
              <li key={step} className="app-plain-text">
                {step}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      <p className="govuk-body govuk-!-margin-bottom-2">
        {fix.screen === 'case' ? null : (
          <>
            <a className="govuk-link" href={fixHref(projectRef, fix)}>
              Where it is mended
            </a>
            {'. '}
          </>
        )}
        <span className="app-muted">{mend}</span>
      </p>
      {explanation ? (
        <Explanation finding={finding} explanation={explanation} projectRef={projectRef} />
      ) : null}
      <div className="app-no-print">
        <ExplainForm finding={finding} projectRef={projectRef} />
      </div>
    </div>
  );
}

function Explanation({
  finding,
  explanation,
  projectRef,
}: {
  finding: ShownFinding;
  explanation: NonNullable<ShownFinding['explanation']>;
  projectRef: string;
}) {
  const { id, why, by, day, accepted, whyNotAccept, whyNotWithdraw } = explanation;
  const typed = useTyped('withdraw-explanation', id);
  return (
    <>
      <RecordText text={why} />
      <p className="govuk-body app-muted">
        Explained by {by}, {shortDay(day)}.{' '}
        {accepted
          ? `Accepted by ${accepted.by}, ${shortDay(accepted.day)}.`
          : `It counts once ${finding.acceptedBy} accepts it.`}
      </p>
      {accepted ? null : (
        <MayOrWhy
          whyNot={whyNotAccept}
          id={`accept-${id}`}
          label="Accept this explanation"
          projectRef={projectRef}
        >
          <CommandForm
            command="accept-explanation"
            form={id}
            hidden={{ explanationId: id }}
            label="Accept this explanation"
          >
            <Button variant="secondary">Accept this explanation</Button>
          </CommandForm>
        </MayOrWhy>
      )}
      {whyNotWithdraw ? null : (
        <div className="app-no-print">
          <Details summary="Withdraw this explanation" open={typed.cameBack}>
            <CommandForm
              command="withdraw-explanation"
              form={id}
              hidden={{ explanationId: id }}
              label="Withdraw this explanation"
            >
              <TextAreaField
                {...typed.field('why')}
                label="Why it is withdrawn"
                rows={2}
                maxLength={10_000}
              />
              <Button variant="secondary">Withdraw this explanation</Button>
            </CommandForm>
          </Details>
        </div>
      )}
    </>
  );
}

function ExplainForm({ finding, projectRef }: { finding: ShownFinding; projectRef: string }) {
  const { rule, subject, title, explanation, whyNotExplain, acceptedBy } = finding;
  const form = keyOf(finding);
  const typed = useTyped('explain-finding', form);
  const words = explanation ? 'Explain it anew' : 'Explain this finding';
  return (
    <Details summary={words} open={typed.cameBack}>
      <MayOrWhy whyNot={whyNotExplain} id={`explain-${form}`} label={words} projectRef={projectRef}>
        <CommandForm
          command="explain-finding"
          form={form}
          hidden={{ rule, subject }}
          label={`${words}: ${title}`}
        >
          <TextAreaField
            {...typed.field('why')}
            label="Why it is right as it stands"
            hint={`It counts once ${acceptedBy} accepts it, and lapses when the facts change.`}
            rows={4}
            maxLength={10_000}
          />
          <Button variant="secondary">Send this explanation</Button>
        </CommandForm>
      </MayOrWhy>
    </Details>
  );
}
