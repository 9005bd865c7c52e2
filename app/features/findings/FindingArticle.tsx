import type { Severity } from '~/core/case-check/rule';
import type { Fix } from '~/core/command/refusal';
import type { WhyNot } from '~/core/command/sent-back';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { fixHref } from '~/features/projects/sections';
import { WhyForm } from '~/features/registers/WhyForm';
import { Quoted, Words } from '~/features/registers/Words';
import { Button } from '~/ui/Button';
import { Details } from '~/ui/Details';
import { Tag } from '~/ui/Tag';
import { TextAreaField } from '~/ui/TextAreaField';
import { VisuallyHidden } from '~/ui/VisuallyHidden';
import { Sums } from './Sums';
import { SETTLED, SEVERITY_TAGS } from './severity';

interface ShownExplanation {
  readonly id: string;
  readonly why: string;
  readonly by: string;
  readonly on: string;
  readonly accepted: string | undefined;
  readonly whyNotAccept: WhyNot | undefined;
  readonly whyNotWithdraw: WhyNot | undefined;
}

export interface ShownFinding {
  readonly key: string;
  readonly anchor: string;
  readonly rule: string;
  readonly ruleHref: string;
  readonly subject: string;
  readonly severity: Severity;
  readonly title: string;
  readonly because: string;
  readonly arithmetic: readonly string[];
  readonly fix: Fix;
  readonly settled: boolean;
  /** Who has to accept an explanation; undefined where nobody has to. */
  readonly acceptedBy: string | undefined;
  readonly explanation: ShownExplanation | undefined;
  readonly former: readonly string[];
  readonly whyNotExplain: WhyNot | undefined;
}

interface Props {
  found: ShownFinding;
  projectRef: string;
}

/** One finding: what it says and why, the sums, where it is mended, and its explanation. */
export function FindingArticle({ found, projectRef }: Props) {
  const tag = found.settled ? SETTLED : SEVERITY_TAGS[found.severity];
  return (
    <article className="app-finding" id={found.anchor} aria-labelledby={`${found.anchor}-title`}>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1" id={`${found.anchor}-title`}>
        <Tag tone={tag.tone}>{tag.text}</Tag> <Words>{found.title}</Words>
      </h3>
      <p className="govuk-body govuk-!-margin-bottom-2">
        <Words>{found.because}</Words>
      </p>
      <Arithmetic found={found} />
      <p className="govuk-body govuk-!-margin-bottom-1 app-no-print">
        <a className="govuk-link" href={fixHref(projectRef, found.fix)}>
          Mend it<VisuallyHidden>: {found.title}</VisuallyHidden>
        </a>{' '}
        ·{' '}
        <a className="govuk-link" href={found.ruleHref}>
          Why this matters<VisuallyHidden>: {found.title}</VisuallyHidden>
        </a>
      </p>
      {found.explanation ? (
        <Explanation found={found} explanation={found.explanation} projectRef={projectRef} />
      ) : (
        <ExplainForm found={found} label="Explain it instead" />
      )}
      <Former former={found.former} />
    </article>
  );
}

/** The sums: read at once where a figure cannot be right, else a click away. */
function Arithmetic({ found: { arithmetic, title, severity, settled } }: { found: ShownFinding }) {
  if (arithmetic.length === 0) return null;
  return (
    <Details summary="The arithmetic" open={severity === 'error' && !settled}>
      <Sums steps={arithmetic} of={title} />
    </Details>
  );
}

function Former({ former }: { former: readonly string[] }) {
  if (former.length === 0) return null;
  return (
    <Details summary={`Earlier explanations, which no longer count: ${former.length}`}>
      <ul className="govuk-list govuk-list--bullet">
        {former.map((said) => (
          <li key={said}>
            <Words>{said}</Words>
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** Who may not explain is told so once, at the head of the page. */
function ExplainForm({ found, label }: Pick<Props, 'found'> & { label: string }) {
  const { key, rule, subject, acceptedBy, whyNotExplain } = found;
  const typed = useTyped('explain-finding', key);
  if (whyNotExplain) return null;
  return (
    <Details summary={label} open={typed.cameBack}>
      <CommandForm
        command="explain-finding"
        form={key}
        hidden={{ rule, subject }}
        label={`${label}: ${found.title}`}
      >
        <TextAreaField
          {...typed.field('why')}
          label="Why it is right as it stands"
          hint={
            acceptedBy
              ? `It counts once ${acceptedBy} accepts it, and lapses when these facts change.`
              : 'It lapses when these facts change. No gate reads it, so nobody has to accept it.'
          }
          rows={3}
          maxLength={10_000}
        />
        <Button variant="secondary">Explain</Button>
      </CommandForm>
    </Details>
  );
}

function Explanation({
  found,
  explanation,
  projectRef,
}: Props & {
  explanation: ShownExplanation;
}) {
  const { id, why, by, on, accepted, whyNotAccept, whyNotWithdraw } = explanation;
  const hidden = { explanationId: id };
  return (
    <>
      <p className="govuk-body govuk-!-margin-bottom-1">
        <strong>Explained by {by}</strong>, {on}.{' '}
        {accepted ?? (found.acceptedBy ? `It does not count until ${found.acceptedBy} accepts it.` : null)}
      </p>
      <Quoted>{why}</Quoted>
      {accepted || !found.acceptedBy ? null : (
        <MayOrWhy
          whyNot={whyNotAccept}
          id={`accept-${id}`}
          label="Accept the explanation"
          projectRef={projectRef}
        >
          <CommandForm
            command="accept-explanation"
            form={id}
            hidden={hidden}
            label={`Accept the explanation: ${found.title}`}
          >
            <Button>Accept the explanation</Button>
          </CommandForm>
        </MayOrWhy>
      )}
      <ExplainForm found={found} label="Explain it otherwise" />
      {whyNotWithdraw ? null : (
        <WhyForm
          command="withdraw-explanation"
          form={id}
          hidden={hidden}
          label="Withdraw the explanation"
          whyNot={undefined}
          projectRef={projectRef}
        />
      )}
    </>
  );
}
