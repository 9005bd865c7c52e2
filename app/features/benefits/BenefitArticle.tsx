import { listed } from '~/core/answers/listed';
import { Trajectory } from '~/features/charts/Trajectory';
import { FindingNotes, type FindingNote } from '~/features/findings/FindingNotes';
import { rowAnchor } from '~/features/projects/sections';
import { WhyForm } from '~/features/registers/WhyForm';
import { Words } from '~/features/registers/Words';
import { ButtonLink } from '~/ui/ButtonLink';
import type { ChoiceOption } from '~/ui/choice';
import { Columns } from '~/ui/Columns';
import { Section } from '~/ui/Section';
import type { SelectOption } from '~/ui/SelectField';
import { SummaryList } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import { VisuallyHidden } from '~/ui/VisuallyHidden';
import { OnwardForm, OwnerForm, ReadingForm } from './BenefitActs';
import { Readings } from './Readings';
import { COURSE_TONES, STATUS_TAGS, type ShownBenefit } from './shown';

export interface BenefitArticleProps {
  benefit: ShownBenefit;

  projectRef: string;
  people: readonly SelectOption[];
  attachments: readonly ChoiceOption[];
}

/** One claimed benefit: how far it has come and why, its terms, its owner, its readings, and what can be done. */
export function BenefitArticle({
  findings,
  ...props
}: BenefitArticleProps & { findings: readonly FindingNote[] }) {
  const { benefit, projectRef, people } = props;
  const { id, category, description, status, because, progress, lacks, course } = benefit;
  const tag = STATUS_TAGS[status];
  return (
    <div id={rowAnchor(id)}>
      <Section title={category} note={<Tag tone={tag.tone}>{tag.text}</Tag>}>
        <p className="govuk-body">
          <Words>{description}</Words>
        </p>
        <p className="govuk-body app-muted">
          {status === 'claimed' ? 'It cannot be measured yet.' : because} {progress ?? ''}
          {lacks.length > 0 ? ` It lacks ${listed(lacks)}.` : ''}
          {course && status !== 'realised' ? (
            <>
              {' '}
              <Tag tone={COURSE_TONES[course.state]}>{course.text}</Tag> {course.words}
            </>
          ) : null}
        </p>
        <FindingNotes findings={findings} />
        <Columns
          side={
            <>
              <ReadingForm {...props} />
              <OwnerForm benefit={benefit} projectRef={projectRef} people={people} />
              {benefit.offersOnward ? (
                <OnwardForm benefit={benefit} projectRef={projectRef} people={people} />
              ) : null}
              <Leave benefit={benefit} projectRef={projectRef} />
            </>
          }
        >
          <Terms benefit={benefit} />
          <Trajectory
            id={`way-${id}`}
            title={`${category}: readings towards the target`}
            {...benefit.trajectory}
          />
          <Readings benefit={benefit} projectRef={projectRef} />
        </Columns>
      </Section>
    </div>
  );
}

const OWNER_TAGS = {
  accepted: { tone: 'good', text: 'Accepted' },
  asked: { tone: 'warn', text: 'Asked' },
  declined: { tone: 'bad', text: 'Declined' },
  left: { tone: 'bad', text: 'Left' },
} as const;

function Owner({ owner }: Pick<ShownBenefit, 'owner'>) {
  if (!owner) return <span className="app-muted">nobody is proposed</span>;
  const tag = OWNER_TAGS[owner.state];
  return (
    <>
      {owner.name} <Tag tone={tag.tone}>{tag.text}</Tag>{' '}
      <span className="app-muted">
        <Words>{owner.said}</Words>
      </span>
    </>
  );
}

function Due({ due }: { due: NonNullable<ShownBenefit['due']> }) {
  return (
    <>
      {due.text} {due.late ? <Tag tone="bad">Late</Tag> : null}{' '}
      <span className="app-muted">{due.because}</span>
    </>
  );
}

function Terms({ benefit }: { benefit: ShownBenefit }) {
  const { terms, owner, due, onward, editHref, category, bound } = benefit;
  const given = (text: string | undefined) =>
    text === undefined ? <span className="app-muted">not given</span> : <Words>{text}</Words>;
  const finder = terms.finder ? `to be measured by “${terms.finder}”` : undefined;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Owner', value: <Owner owner={owner} /> },
          {
            key: 'Measure',
            value: (
              <>
                {given(terms.measure)}
                {terms.direction ? <span className="app-muted"> {terms.direction}</span> : null}
              </>
            ),
          },
          { key: 'Baseline', value: given(terms.baseline ?? finder) },
          { key: 'Target', value: given(terms.target) },
          { key: 'Realised by', value: terms.realisation },
          ...(due ? [{ key: 'Due next', value: <Due due={due} /> }] : []),
          ...(onward ? [{ key: 'Onward, in the service', value: onward }] : []),
        ]}
      />
      <p className="govuk-body">
        <ButtonLink href={editHref} variant="secondary" small>
          Change these terms<VisuallyHidden> of the {category} benefit</VisuallyHidden>
        </ButtonLink>{' '}
        {bound ? <span className="app-muted">Bound by Gate 3’s baseline.</span> : null}
      </p>
    </>
  );
}

/** The owner lays it down; lead or PMO withdraw it. Who can do neither is shown neither. */
function Leave({ benefit, projectRef }: { benefit: ShownBenefit; projectRef: string }) {
  const { id, owner, whyNotDecline, whyNotWithdraw } = benefit;
  const act = { form: id, hidden: { benefitId: id }, projectRef };
  return (
    <>
      {owner?.mine && owner.state === 'accepted' ? (
        <WhyForm {...act} command="decline-benefit" label="Lay this benefit down" whyNot={whyNotDecline} />
      ) : null}
      <WhyForm {...act} command="withdraw-benefit" label="Withdraw this benefit" whyNot={whyNotWithdraw} />
    </>
  );
}
