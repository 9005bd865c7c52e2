import { shortDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy } from '~/features/forms';
import { WhyForm } from '~/features/gates/WhyForm';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { rowAnchor } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Difference } from '~/ui/Difference';
import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import { Tag, type Outcome } from '~/ui/Tag';
import type { ChangesPageProps, MoveView, OutcomeView, RequestView } from './changes-view';
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
            Asked for by {by} on {shortDay(on)}
            {outcome ? '. It was to move:' : '.'}
          </div>
          {outcome ? (
            <ul className="govuk-list govuk-list--bullet app-rows__detail govuk-!-margin-bottom-1">
              {moves.map((move) => (
                <li key={move} dir="auto">
                  {move}
                </li>
              ))}
            </ul>
          ) : null}
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
        {outcome ? null : <Moving rows={request.moving} />}
        {request.would ? <Would would={request.would} /> : null}
        {outcome ? null : <Decide request={request} projectRef={projectRef} />}
      </div>
    </li>
  );
}

/** Each thing the request would move: what was promised, what stands, and what would bind. */
function Moving({ rows }: { rows: readonly MoveView[] }) {
  return (
    <div className="govuk-!-margin-top-3">
      <DataTable
        caption="What it would move"
        columns={MOVE_COLUMNS}
        rows={rows}
        rowKey={({ label }) => label}
      />
    </div>
  );
}

const MOVE_COLUMNS: readonly DataColumn<MoveView>[] = [
  { key: 'what', header: 'What', cell: ({ label }) => <span dir="auto">{label}</span> },
  { key: 'baseline', header: 'Baseline', cell: ({ baseline }) => baseline },
  { key: 'now', header: 'Now', cell: ({ now }) => now },
  { key: 'to', header: 'If approved', cell: ({ to }) => <strong>{to}</strong> },
];

/** What the request would make of run rate, cash, go-live and tolerance, before anybody decides. */
function Would({ would: { figures, ends, leaves, stale } }: { would: OutcomeView }) {
  return (
    <div className="govuk-!-margin-top-3">
      <Difference
        caption="What it would do"
        rows={figures.map((row) => ({ ...row, same: row.before === row.after }))}
        headers={{ before: 'Now', after: 'If approved' }}
        spoken={{ before: 'now', after: 'would be' }}
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
    </div>
  );
}

function Decide({ request, projectRef }: { request: RequestView; projectRef: string }) {
  const { id, decide, notMine, withdraw } = request;
  return (
    <div className="govuk-!-margin-top-3">
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
    </div>
  );
}
