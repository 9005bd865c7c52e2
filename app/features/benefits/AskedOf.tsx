import { listed } from '~/core/answers/listed';
import { CommandForm, MayOrWhy } from '~/features/forms';
import { rowAnchor } from '~/features/projects/sections';
import { WhyForm } from '~/features/registers/WhyForm';
import { Words } from '~/features/registers/Words';
import { Button } from '~/ui/Button';
import { Callout } from '~/ui/Callout';
import { type ShownBenefit } from './shown';

/** The benefits that the person who looks is asked to own, before all else on the page. */
export function AskedOf({ benefits, projectRef }: { benefits: readonly ShownBenefit[]; projectRef: string }) {
  if (benefits.length === 0) return null;
  return (
    <Callout
      tone="info"
      heading={`You are asked to own ${benefits.length === 1 ? 'a benefit' : `${benefits.length} benefits`}`}
      intro="Its owner answers for its measure, target and date, and records its readings. You can decline, with the reason."
    >
      {benefits.map((benefit) => (
        <Asked key={benefit.id} benefit={benefit} projectRef={projectRef} />
      ))}
    </Callout>
  );
}

function Asked({ benefit, projectRef }: { benefit: ShownBenefit; projectRef: string }) {
  const { id, category, description, lacks, owner, whyNotAccept, whyNotDecline } = benefit;
  const wanting = lacks.filter((each) => !each.includes('owner'));
  const label = `Accept the ${category} benefit`;
  return (
    <div className="govuk-!-margin-bottom-4">
      <p className="govuk-body govuk-!-margin-bottom-2">
        <a className="govuk-link" href={`#${rowAnchor(id)}`}>
          <strong>{category}</strong>
        </a>
        : <Words>{description}</Words>{' '}
        <span className="app-muted">
          {owner?.said}.{wanting.length > 0 ? ` As it stands it lacks ${listed(wanting)}.` : ''}
        </span>
      </p>
      <MayOrWhy whyNot={whyNotAccept} id={`accept-${id}`} label={label} projectRef={projectRef}>
        <CommandForm command="accept-benefit" form={id} hidden={{ benefitId: id }} label={label}>
          <Button>{label}</Button>
        </CommandForm>
      </MayOrWhy>
      <WhyForm
        command="decline-benefit"
        form={id}
        hidden={{ benefitId: id }}
        label={`Decline the ${category} benefit`}
        whyNot={whyNotDecline}
        projectRef={projectRef}
      />
    </div>
  );
}
