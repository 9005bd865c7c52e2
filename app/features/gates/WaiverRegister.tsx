import { shortDay } from '~/core/time/iso-day';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { projectPath, rowAnchor } from '~/features/projects/sections';
import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';
import type { WaiverRow } from './gates-view';
import { WhyForm } from './WhyForm';

const TONES = { 'in force': 'warn', expired: 'bad', withdrawn: 'neutral' } as const;
const WORDS = { 'in force': 'In force', expired: 'Expired', withdrawn: 'Withdrawn' } as const;

/** Every waiver of the project, those in force first. */
export function WaiverRegister({
  waivers,
  projectRef,
}: {
  waivers: readonly WaiverRow[];
  projectRef: string;
}) {
  const inForce = waivers.filter((each) => each.state === 'in force');
  const past = waivers.filter((each) => each.state !== 'in force');
  return (
    <Section title="Waivers" note={`${inForce.length} in force`} id="waivers">
      {waivers.length === 0 ? (
        <EmptyState title="Nothing is waived">
          A waivable criterion is waived on its gate’s page, by its authority, for at most one gate and 90
          days.
        </EmptyState>
      ) : (
        <ul className="app-rows">
          {[...inForce, ...past].map((waiver) => (
            <Waiver key={waiver.id} waiver={waiver} projectRef={projectRef} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Waiver({ waiver, projectRef }: { waiver: WaiverRow; projectRef: string }) {
  const { id, task, gate, criterion, by, role, on, why, expires, instead, state, withdrawn } = waiver;
  return (
    <li className="app-rows__row" id={rowAnchor(id)}>
      <div>
        <Tag tone={TONES[state]}>{WORDS[state]}</Tag>
      </div>
      <div>
        <div className="app-rows__title">
          <a className="govuk-link" href={`${projectPath(projectRef, `/gates/${gate}`)}#${criterion}`}>
            Gate {gate}: {task}
          </a>
        </div>
        <div className="app-rows__detail">
          <div>
            {by} ({ROLE_TITLES[role].toLowerCase()}) on {shortDay(on)}, until {shortDay(expires)}:{' '}
            <span dir="auto">{why}</span>
          </div>
          <div>
            Instead: <span dir="auto">{instead.what}</span>, {instead.owner}, by {shortDay(instead.due)}
          </div>
          {withdrawn ? (
            <div>
              Withdrawn by {withdrawn.by} on {shortDay(withdrawn.on)}: <span dir="auto">{withdrawn.why}</span>
            </div>
          ) : null}
        </div>
        {state === 'in force' ? (
          <WhyForm
            command="withdraw-waiver"
            form={id}
            hidden={{ waiverId: id }}
            summary="Withdraw the waiver"
            whyNot={waiver.whyNotWithdraw}
            projectRef={projectRef}
          />
        ) : null}
      </div>
    </li>
  );
}
