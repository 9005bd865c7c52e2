import { shortDay } from '~/core/time/iso-day';
import { useTyped } from '~/features/forms';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { Box } from '~/ui/Box';
import { DisabledAction } from '~/ui/DisabledAction';
import type { SelectOption } from '~/ui/SelectField';
import { Tag } from '~/ui/Tag';
import { ApproveForm, ApproveWithConditionsForm } from './ApproveForms';
import type { DeciderView, DecisionView } from './gate-view';
import { WhyForm } from './WhyForm';

export interface DecisionBoxProps {
  decision: DecisionView;
  gate: number;
  projectRef: string;
  people: readonly SelectOption[];
  conditionRows: number;
}

/** The deciders' box: in which role one decides, who decides beside, and the four outcomes each as its own form. */
export function DecisionBox(props: DecisionBoxProps) {
  const { decision, gate, projectRef } = props;
  const { mine, notMine, gaveMine, ask } = decision;
  const asking = useTyped('ask-question');
  return (
    <Box title={mine.length > 0 ? 'Your decision' : 'The decision'} id="decide" screenOnly>
      <WhoDecides decision={decision} />
      {gaveMine ? (
        <WhyForm
          command="take-back-approval"
          hidden={{ gate }}
          summary="Take my approval back"
          projectRef={projectRef}
        />
      ) : null}
      {gaveMine ? null : mine.map((decider) => <Outcomes key={decider.role} {...props} decider={decider} />)}
      {mine.length === 0 && notMine ? (
        <DisabledAction
          id="approve-button"
          label="Approve"
          reason={notMine.because}
          {...(notMine.who ? { who: `Who can: ${notMine.who}.` } : {})}
        />
      ) : null}
      {mine.length > 0 ? (
        <WhyForm
          command="ask-question"
          hidden={{ gate }}
          summary="Ask a question first"
          button="Ask"
          field="question"
          label="Your question"
          hint="The lead or a PMO officer answers it on this page."
          whyNot={ask}
          projectRef={projectRef}
          open={asking.cameBack}
        />
      ) : null}
    </Box>
  );
}

function WhoDecides({ decision }: { decision: DecisionView }) {
  return (
    <ul className="govuk-list">
      {decision.required.map(({ role, mine, holders, given }) => (
        <li key={role}>
          {mine ? (
            <>
              You decide as <strong>{ROLE_TITLES[role].toLowerCase()}</strong>
            </>
          ) : (
            <>
              <strong>{ROLE_TITLES[role]}</strong> decides{' '}
              <span className="app-muted">
                ({holders.length > 0 ? holders.join(' or ') : 'nobody holds this role'})
              </span>
            </>
          )}
          :{' '}
          {given ? (
            <>
              <Tag tone="good">Approved</Tag> {given.by}, {shortDay(given.on)}
              {given.conditions.length > 0 ? `, with conditions` : ''}
            </>
          ) : (
            'not yet given.'
          )}
        </li>
      ))}
    </ul>
  );
}

function Outcomes(props: DecisionBoxProps & { decider: DeciderView }) {
  const { decider, decision, gate, projectRef } = props;
  const { role } = decider;
  const forms = { ...props, packDigest: decision.packDigest };
  return (
    <div id={`decide-${role}`}>
      {decision.mine.length > 1 ? (
        <h3 className="govuk-heading-s">As {ROLE_TITLES[role].toLowerCase()}</h3>
      ) : null}
      <ApproveForm {...forms} />
      {decider.approve ? null : <ApproveWithConditionsForm {...forms} />}
      <WhyForm
        command="defer-gate"
        form={role}
        hidden={{ gate, role }}
        summary="Defer, and say what is required"
        button="Defer"
        field="required"
        label="What is required"
        hint="The gate returns to preparation; approvals given are void."
        whyNot={decider.defer}
        projectRef={projectRef}
      />
      {decider.reject === undefined ? null : (
        <WhyForm
          command="reject-gate"
          hidden={{ gate }}
          summary="Reject and close the project"
          variant="warning"
          label="Why the gate is rejected"
          whyNot={decider.reject}
          projectRef={projectRef}
        />
      )}
    </div>
  );
}
