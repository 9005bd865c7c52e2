import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { Button } from '~/ui/Button';
import { Details } from '~/ui/Details';
import { InsetText } from '~/ui/InsetText';
import { PlainText } from '~/ui/PlainText';
import { Section } from '~/ui/Section';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import type { AppraisalView } from './AppraisalPage';

const LABEL = 'Set the allowance for optimism bias';

/** How much is allowed for optimism, who decided it and why, and the form that sets it. */
export function OptimismSection({ bias, projectRef }: { bias: AppraisalView['bias']; projectRef: string }) {
  const { set, whyNot } = bias;
  return (
    <Section title="Optimism bias" id="optimism">
      {set ? (
        <>
          <p className="govuk-body">
            Investment is taken to cost {set.investment} more, and savings and income to bring {set.savings}{' '}
            less. Decided by{' '}
            <a className="govuk-link" href={set.href}>
              {set.by}
            </a>
            :
          </p>
          <InsetText>
            <PlainText text={set.why} />
          </InsetText>
        </>
      ) : (
        <p className="govuk-body">
          Nobody has decided an allowance yet, so none is made. It would stand beside the figures above, and
          would change none of the six series.
        </p>
      )}
      <MayOrWhy whyNot={whyNot} id="set-optimism-bias-button" label={LABEL} projectRef={projectRef}>
        <OptimismForm set={set} />
      </MayOrWhy>
    </Section>
  );
}

function OptimismForm({ set }: Pick<AppraisalView['bias'], 'set'>) {
  const typed = useTyped('set-optimism-bias');
  return (
    <Details summary={LABEL} open={typed.cameBack}>
      <CommandForm command="set-optimism-bias" label={LABEL}>
        <TextField
          {...typed.field('investment', set?.investment)}
          label="Added to investment"
          hint="From 0% to 300%, such as 24%"
          width={5}
        />
        <TextField
          {...typed.field('savings', set?.savings)}
          label="Taken off savings and income"
          hint="From 0% to 100%, such as 10%"
          width={5}
        />
        <TextAreaField
          {...typed.field('why', set?.why)}
          label="What it rests on"
          hint="Such as the reference class, and how far its causes are mitigated"
          rows={3}
          maxLength={10_000}
        />
        <Button variant="secondary">Set the allowance</Button>
      </CommandForm>
    </Details>
  );
}
