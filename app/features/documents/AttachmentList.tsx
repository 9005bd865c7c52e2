import { shortDay } from '~/core/time/iso-day';
import { CommandForm, useTyped } from '~/features/forms';
import { eventHref } from '~/features/history/event-link';
import { projectPath, rowAnchor } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { Details } from '~/ui/Details';
import { EmptyState } from '~/ui/EmptyState';
import { Tag } from '~/ui/Tag';
import { TextAreaField } from '~/ui/TextAreaField';
import { VisuallyHidden } from '~/ui/VisuallyHidden';
import type { ShownAttachment } from './shown';

export interface AttachmentListProps {
  attachments: readonly ShownAttachment[];
  projectRef: string;
}

/** Files and links, newest first, each with what rests on it. */
export function AttachmentList({ attachments, projectRef }: AttachmentListProps) {
  if (attachments.length === 0) {
    return (
      <EmptyState title="No document is kept yet">
        <p className="govuk-body">
          Attach the file or link that a criterion, a figure or a reading rests on; it is then chosen where it
          is needed.
        </p>
      </EmptyState>
    );
  }
  return (
    <ul className="app-rows">
      {attachments.map((attachment) => (
        <li
          className="app-rows__row app-rows__row--untagged"
          key={attachment.id}
          id={rowAnchor(attachment.id)}
        >
          <div>
            <Attachment attachment={attachment} projectRef={projectRef} />
          </div>
          <div className="app-rows__aside">
            <Who attachment={attachment} projectRef={projectRef} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Name({ attachment, projectRef }: { attachment: ShownAttachment; projectRef: string }) {
  const { id, name, opens, url, sha256 } = attachment;
  if (!opens) return <span dir="auto">{name}</span>;
  const href = sha256 === undefined ? url : projectPath(projectRef, `/documents/${id}/file`);
  return (
    <a className="govuk-link" dir="auto" href={href} {...(url ? { rel: 'noreferrer noopener' } : {})}>
      {name}
    </a>
  );
}

function Attachment({ attachment, projectRef }: { attachment: ShownAttachment; projectRef: string }) {
  const { kind, size, note, restricted, opens, uses, withdrawn, sha256, url } = attachment;
  return (
    <>
      <div className="app-rows__title">
        <Name attachment={attachment} projectRef={projectRef} />{' '}
        {restricted ? <Tag tone="warn">Restricted</Tag> : null} {withdrawn ? <Tag>Withdrawn</Tag> : null}
      </div>
      <div className="app-rows__detail">
        {[kind, size].filter(Boolean).join(', ')}
        {url ? <span className="app-code"> {url}</span> : null}
        {opens
          ? null
          : '. To be opened by those with a role on the project, finance, the Section 151 officer, PMO and auditors.'}
      </div>
      {note ? (
        <div className="app-rows__detail app-plain-text" dir="auto">
          {note}
        </div>
      ) : null}
      {withdrawn ? (
        <div className="app-rows__detail app-plain-text" dir="auto">
          Withdrawn by {withdrawn.by}, {shortDay(withdrawn.day)}: {withdrawn.why}
        </div>
      ) : (
        <div className="app-rows__detail">
          {uses.length > 0 ? (
            <Rests uses={uses} />
          ) : (
            <span className="app-muted">Nothing rests on it yet.</span>
          )}
        </div>
      )}
      {sha256 === undefined ? null : (
        <div className="app-rows__detail app-muted">
          SHA-256 <span className="app-code">{sha256}</span>
        </div>
      )}
      {withdrawn ? null : <Withdraw attachment={attachment} />}
    </>
  );
}

function Rests({ uses }: { uses: readonly string[] }) {
  return <>Rests on it: {uses.join('; ')}.</>;
}

function Who({
  attachment: { by, day, seq, name },
  projectRef,
}: {
  attachment: ShownAttachment;
  projectRef: string;
}) {
  return (
    <>
      {by},{' '}
      <a className="govuk-link govuk-link--muted" href={eventHref(projectRef, seq)}>
        {shortDay(day)}
        <VisuallyHidden>: how {name} was attached</VisuallyHidden>
      </a>
    </>
  );
}

/** The form of a withdrawal; for others, and while something rests on it, why not. */
function Withdraw({ attachment: { id, name, whyNotWithdraw } }: { attachment: ShownAttachment }) {
  const typed = useTyped('withdraw-attachment', id);
  return (
    <div className="app-no-print">
      <Details summary={`Withdraw ${name}`} open={typed.cameBack}>
        {whyNotWithdraw && !typed.cameBack ? (
          <p className="govuk-body">
            {whyNotWithdraw.because}
            {whyNotWithdraw.who ? ` Who can: ${whyNotWithdraw.who}.` : ''}
          </p>
        ) : (
          <CommandForm
            command="withdraw-attachment"
            form={id}
            hidden={{ attachmentId: id }}
            label={`Withdraw ${name}`}
          >
            <TextAreaField
              {...typed.field('why')}
              label="Why it is withdrawn"
              hint="It stays in the history; nothing is deleted."
              rows={2}
              maxLength={10_000}
            />
            <Button variant="secondary">Withdraw</Button>
          </CommandForm>
        )}
      </Details>
    </div>
  );
}
