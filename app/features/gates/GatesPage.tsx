import { Columns } from '~/ui/Columns';
import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import { Adoption } from './Adoption';
import { ConditionList } from './ConditionList';
import { GatesTable } from './GatesTable';
import type { GatesPageProps } from './gates-view';
import { Opinions } from './Opinions';
import { ProjectLife } from './ProjectLife';
import { Confidence, Tolerances } from './Tolerances';
import { WaiverRegister } from './WaiverRegister';

/** The six gates of a project and everything that stands beside them. */
export function GatesPage(props: GatesPageProps) {
  const { marks, today, gates, conditions, waivers, opinions, tolerances, confidence, life, adoption } =
    props;
  const { people, attachments } = props;
  const projectRef = marks.ref;
  const inForce = conditions.filter((each) => each.may !== undefined).length;
  return (
    <>
      <Section title="Gates" id="gates">
        <GatesTable gates={gates} projectRef={projectRef} />
      </Section>
      <Columns
        side={
          <>
            <Confidence confidence={confidence} projectRef={projectRef} />
            <Tolerances tolerances={tolerances} projectRef={projectRef} />
            <ProjectLife life={life} projectRef={projectRef} />
          </>
        }
      >
        <Section title="Conditions" note={`${inForce} in force`}>
          {conditions.length > 0 ? (
            <ConditionList
              conditions={conditions}
              people={people}
              attachments={attachments}
              projectRef={projectRef}
            />
          ) : (
            <EmptyState title="No decision carries a condition yet">
              Deciders set conditions when they approve a gate; each has an owner, a day and a gate it must
              precede.
            </EmptyState>
          )}
        </Section>
        <WaiverRegister waivers={waivers} projectRef={projectRef} />
        <Opinions opinions={opinions} today={today} attachments={attachments} projectRef={projectRef} />
        <Adoption adoption={adoption} gates={gates} attachments={attachments} projectRef={projectRef} />
      </Columns>
    </>
  );
}
