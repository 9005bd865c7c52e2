import { shortDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy } from '~/features/forms';
import { eventHref } from '~/features/history/event-link';
import { fixHref, rowAnchor } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { EmptyState } from '~/ui/EmptyState';
import { Tag } from '~/ui/Tag';
import { VisuallyHidden } from '~/ui/VisuallyHidden';
import type { ShownAttestation } from './shown';

/** What owners of criteria attested, on what, and whether somebody else has looked at it. */
export function AttestationList({
  attestations,
  projectRef,
}: {
  attestations: readonly ShownAttestation[];
  projectRef: string;
}) {
  if (attestations.length === 0) {
    return (
      <EmptyState title="Nothing is attested yet">
        <p className="govuk-body">
          The owner of a criterion attests it on the page of its gate, on documents kept here or on a note.
        </p>
      </EmptyState>
    );
  }
  return (
    <ul className="app-rows">
      {attestations.map((each) => (
        <li className="app-rows__row app-rows__row--untagged" key={each.id} id={rowAnchor(each.id)}>
          <div>
            <Attestation attestation={each} projectRef={projectRef} />
          </div>
          <div className="app-rows__aside">
            {each.by},{' '}
            <a className="govuk-link govuk-link--muted" href={eventHref(projectRef, each.seq)}>
              {shortDay(each.day)}
              <VisuallyHidden>: how it was attested</VisuallyHidden>
            </a>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Attestation({ attestation, projectRef }: { attestation: ShownAttestation; projectRef: string }) {
  const { gate, criterion, wording, note, attachments, seen, withdrawn } = attestation;
  return (
    <>
      <div className="app-rows__title">
        <a className="govuk-link" href={fixHref(projectRef, { screen: 'gate', gate, field: criterion })}>
          Gate {gate}: {wording}
        </a>{' '}
        {withdrawn ? (
          <Tag>Withdrawn</Tag>
        ) : seen ? (
          <Tag tone="good">Seen</Tag>
        ) : (
          <Tag tone="warn">Not yet seen</Tag>
        )}
      </div>
      {note ? (
        <div className="app-rows__detail app-plain-text" dir="auto">
          {note}
        </div>
      ) : null}
      {attachments.length > 0 ? (
        <div className="app-rows__detail">
          On{' '}
          {attachments.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 ? ', ' : ''}
              <a className="govuk-link" dir="auto" href={`#${rowAnchor(id)}`}>
                {name}
              </a>
            </span>
          ))}
        </div>
      ) : null}
      {seen ? (
        <div className="app-rows__detail app-muted">
          Seen by {seen.by}, {shortDay(seen.day)}
        </div>
      ) : null}
      {withdrawn ? (
        <div className="app-rows__detail app-plain-text" dir="auto">
          Withdrawn by {withdrawn.by}, {shortDay(withdrawn.day)}: {withdrawn.why}
        </div>
      ) : null}
      {seen || withdrawn ? null : <Seen attestation={attestation} projectRef={projectRef} />}
    </>
  );
}

function Seen({ attestation, projectRef }: { attestation: ShownAttestation; projectRef: string }) {
  const { id, wording, mine, whyNotSeen } = attestation;
  if (mine) {
    return <div className="app-rows__detail app-muted">You attested it: somebody else marks it as seen.</div>;
  }
  return (
    <MayOrWhy whyNot={whyNotSeen} id={`seen-${id}`} label="Mark as seen" projectRef={projectRef}>
      <CommandForm
        command="mark-seen"
        form={id}
        hidden={{ attestationId: id }}
        label={`Mark as seen: ${wording}`}
      >
        <Button variant="secondary" small>
          Mark as seen<VisuallyHidden>: {wording}</VisuallyHidden>
        </Button>
      </CommandForm>
    </MayOrWhy>
  );
}
