import { shortDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy } from '~/features/forms';
import { WhyForm } from '~/features/gates/WhyForm';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { rowAnchor } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { Difference } from '~/ui/Difference';
import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import { Tag, type Outcome } from '~/ui/Tag';
import type { ChangesPageProps, OutcomeView, RequestView } from './changes-view';
import { RequestForm } from './RequestForm';

const TAGS: Readonly<Record<'approved' | 'refused' | 'withdrawn' | 'open', Outcome>> = {
  approved: { tone: 'good', text: 'Approved' },
  refused: { tone: 'bad', text: 'Refused' },
  withdrawn: { tone: 'neutral', text: 'Withdrawn' },
  open: { tone: 'info', text: 'To decide' },
};

/** What was asked to move, what came of it, and the forms of those who decide. */
export function Requests(props: ChangesPageProps) {
  const { requests, marks, binds } = props;
  const open = requests.filter((each) => !each.outcome).length;
  return (
    <Section title="Change requests" note={open > 0 ? `${open} to decide` : undefined} id="requests">
      <RequestForm {...props} />
      {requests.length === 0 ? (
        <EmptyState title="None so far">
          {binds
            ? 'What the baseline binds moves only when the sponsor, and the Section 151 officer where money moves, approve a request.'
            : 'Nothing binds before Gate 3 is approved: change the record directly.'}
        </EmptyState>
      ) : (
        <ul className="app-rows">
          {requests.map((each) => (
            <Request key={each.id} request={each} projectRef={marks.ref} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Request({ request, projectRef }: { request: RequestView; projectRef: string }) {
  const { id, by, on, why, moves, decided, outcome } = request;
  const tag = TAGS[outcome?.how ?? 'open'];
  return (
    <li className="app-rows__row" id={rowAnchor(id)}>
      <div>
        <Tag tone={tag.tone}>{tag.text}</Tag>
      </div>
      <div>
        <div className="app-rows__title" dir="auto">
          {why}
        </div>
        <div className="app-rows__detail">
          <div>
            Asked for by {by} on {shortDay(on)}. It would move:
          </div>
          <ul className="govuk-list govuk-list--bullet app-rows__detail govuk-!-margin-bottom-1">
            {moves.map((move) => (
              <li key={move} dir="auto">
                {move}
              </li>
            ))}
          </ul>
          {outcome ? (
            <div>
              {tag.text} by {outcome.by} on {shortDay(outcome.on)}
              {outcome.how === 'approved' ? '. The baseline moved as it says.' : `: ${outcome.why}`}
            </div>
          ) : (
            <div>
              {decided
                .map(({ role, given }) =>
                  given
                    ? `${ROLE_TITLES[role]}: ${given.by}, ${shortDay(given.on)}`
                    : `${ROLE_TITLES[role]}: not yet given`,
                )
                .join('. ')}
              .
            </div>
          )}
        </div>
        {request.would ? <Would would={request.would} /> : null}
        {outcome ? null : <Decide request={request} projectRef={projectRef} />}
      </div>
    </li>
  );
}

/** What the request would make of run rate, cash, go-live and tolerance, before anybody decides. */
function Would({ would: { figures, ends, leaves, stale } }: { would: OutcomeView }) {
  return (
    <>
      <Difference
        caption="What it would do"
        rows={figures.map((row) => ({ ...row, same: row.before === row.after }))}
        headers={{ before: 'Now', after: 'If approved' }}
      />
      <ul className="govuk-list govuk-list--bullet app-rows__detail">
        {stale ? <li>Finance validates the moved figures anew.</li> : null}
        {ends.map((because) => (
          <li key={because} dir="auto">
            Ends an exception: {because}
          </li>
        ))}
        {leaves.map((because) => (
          <li key={because} dir="auto">
            Still beyond tolerance after it: {because}
          </li>
        ))}
      </ul>
    </>
  );
}

function Decide({ request, projectRef }: { request: RequestView; projectRef: string }) {
  const { id, decide, notMine, withdraw } = request;
  return (
    <>
      {decide.map(({ role, approve, refuse }) => {
        const label = `Approve as ${ROLE_TITLES[role].replace(/^S(?=ponsor)/, 's')}`;
        const form = `${id}-${role}`;
        return (
          <div key={role} className="govuk-!-margin-top-2">
            <MayOrWhy whyNot={approve} id={`approve-change-${form}`} label={label} projectRef={projectRef}>
              <CommandForm command="approve-change" form={form} hidden={{ changeId: id, role }} label={label}>
                <Button small>{label}</Button>
              </CommandForm>
            </MayOrWhy>
            <WhyForm
              command="refuse-change"
              form={form}
              hidden={{ changeId: id, role }}
              summary="Refuse the change"
              whyNot={refuse}
              projectRef={projectRef}
            />
          </div>
        );
      })}
      {decide.length === 0 ? (
        <MayOrWhy
          whyNot={notMine}
          id={`approve-change-${id}`}
          label="Approve the change"
          projectRef={projectRef}
        >
          {null}
        </MayOrWhy>
      ) : null}
      <WhyForm
        command="withdraw-change"
        form={id}
        hidden={{ changeId: id }}
        summary="Withdraw the request"
        whyNot={withdraw}
        projectRef={projectRef}
      />
    </>
  );
}
