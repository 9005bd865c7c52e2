import type { Particular } from '~/core/gates/criteria/attested';
import { shortDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy, useTyped, type Typed } from '~/features/forms';
import { projectPath } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { CheckboxesField } from '~/ui/CheckboxesField';
import { Details } from '~/ui/Details';
import { RadiosField } from '~/ui/RadiosField';
import { Tag } from '~/ui/Tag';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import type { AttachmentChoice, CriterionView, EvidenceView, GivenEvidence } from './gate-view';
import { WhyForm } from './WhyForm';

export interface EvidenceProps {
  criterion: Pick<CriterionView, 'id' | 'task'>;
  evidence: EvidenceView;
  attachments: readonly AttachmentChoice[];
  projectRef: string;
  /** Whether anything can be given now; else only what was given is shown. */
  acting: boolean;
}

/** What stands behind an attested or signed criterion, and the forms to give, see and withdraw it. */
export function Evidence(props: EvidenceProps) {
  const { criterion, evidence, acting, projectRef } = props;
  const { given, kind } = evidence;
  const form = criterion.id;
  return (
    <>
      {given ? <Given given={given} kind={kind} /> : null}
      {acting && given?.needsSeeing ? <SeenForm given={given} form={form} projectRef={projectRef} /> : null}
      {acting ? <GiveForm {...props} /> : null}
      {acting && given ? (
        <WhyForm
          command={kind === 'attest' ? 'withdraw-attestation' : 'withdraw-sign-off'}
          form={form}
          hidden={kind === 'attest' ? { attestationId: given.id } : { signOffId: given.id }}
          summary={kind === 'attest' ? 'Withdraw the attestation' : 'Withdraw the sign-off'}
          whyNot={given.whyNotWithdraw}
          projectRef={projectRef}
        />
      ) : null}
    </>
  );
}

function Given({ given, kind }: { given: GivenEvidence; kind: EvidenceView['kind'] }) {
  const { by, on, note, said, attachments, seen, needsSeeing } = given;
  return (
    <div className="app-rows__detail">
      <div>
        {kind === 'attest' ? 'Attested' : 'Signed off'} by {by} on {shortDay(on)}
        {seen ? `; seen by ${seen.by} on ${shortDay(seen.on)}` : ''}.{' '}
        {needsSeeing ? <Tag tone="warn">Not seen yet</Tag> : null}
      </div>
      {said.length > 0 ? (
        <>
          {said.map(({ label, value }) => (
            <div key={label}>
              {label}: <span dir="auto">{value}</span>
            </div>
          ))}
        </>
      ) : null}
      {note ? (
        <div className="app-plain-text" dir="auto">
          {note}
        </div>
      ) : null}
      {attachments.length > 0 ? (
        <div>
          Rests on:{' '}
          {attachments.map(({ name, withdrawn }) => `${name}${withdrawn ? ' (withdrawn)' : ''}`).join(', ')}
        </div>
      ) : null}
    </div>
  );
}

function SeenForm({ given, form, projectRef }: { given: GivenEvidence; form: string; projectRef: string }) {
  const label = 'Mark the evidence seen';
  return (
    <MayOrWhy whyNot={given.whyNotSee} id={`mark-seen-${form}-button`} label={label} projectRef={projectRef}>
      <CommandForm command="mark-seen" form={form} hidden={{ attestationId: given.id }} label={label}>
        <Button variant="secondary" small>
          {label}
        </Button>
      </CommandForm>
    </MayOrWhy>
  );
}

function GiveForm({ criterion, evidence, attachments, projectRef }: EvidenceProps) {
  const { kind, gate, asked, given, whyNot } = evidence;
  const typed = useTyped(kind, criterion.id);
  const verb = kind === 'attest' ? 'Attest' : 'Sign off';
  const summary = given ? `${verb} again` : verb;
  const label = `${verb}: ${criterion.task}`;
  return (
    <Details summary={summary} open={typed.cameBack}>
      <MayOrWhy whyNot={whyNot} id={`${kind}-${criterion.id}-button`} label={verb} projectRef={projectRef}>
        <CommandForm
          command={kind}
          form={criterion.id}
          hidden={{ criterion: criterion.id, gate }}
          label={label}
        >
          {asked.map((each) => (
            <ParticularField key={each.name} asked={each} typed={typed} given={given} />
          ))}
          <TextAreaField
            {...typed.field('note', given?.note)}
            label="Note"
            hint={
              kind === 'attest'
                ? 'Choose attachments below, or name here the person, the date and the outcome.'
                : 'What you looked at, and what you agreed.'
            }
            rows={3}
          />
          {kind === 'attest' ? (
            <AttachmentsField
              typed={typed}
              given={given}
              attachments={attachments}
              projectRef={projectRef}
              gate={gate}
            />
          ) : null}
          <Button>{verb}</Button>
        </CommandForm>
      </MayOrWhy>
    </Details>
  );
}

interface ParticularProps {
  asked: Particular;
  typed: Typed;
  given: GivenEvidence | undefined;
}

function ParticularField({ asked, typed, given }: ParticularProps) {
  const { name, label, hint, choices, optional } = asked;
  const props = typed.field(`particulars.${name}`, given?.particulars[name]);
  const words = optional ? `${label} (optional)` : label;
  if (choices) return <RadiosField {...props} label={words} options={choices} />;
  return <TextField {...props} label={words} {...(hint === undefined ? {} : { hint })} />;
}

interface AttachmentsProps {
  typed: Typed;
  name?: string;
  given?: GivenEvidence | undefined;
  attachments: readonly AttachmentChoice[];
  projectRef: string;
  /** The gate's page to come back to after an upload; the page of all gates without one. */
  gate?: number | undefined;
}

/** The project's files and links to choose evidence from, with the way to put more there. */
export function AttachmentsField({
  typed,
  name = 'attachments',
  given,
  attachments,
  projectRef,
  gate,
}: AttachmentsProps) {
  const back = projectPath(projectRef, gate === undefined ? '/gates' : `/gates/${gate}`);
  const upload = `${projectPath(projectRef, '/documents')}?back=${encodeURIComponent(back)}#upload`;
  return (
    <>
      {attachments.length > 0 ? (
        <CheckboxesField
          {...typed.checks(name, given?.attachmentIds)}
          label="Evidence: files and links of this project"
          options={attachments.map(({ value, label, hint }) => ({ value, label, ...(hint ? { hint } : {}) }))}
        />
      ) : null}
      <p className="govuk-body-s">
        {attachments.length > 0 ? 'Not there yet? ' : 'No file or link is kept with this project yet. '}
        <a className="govuk-link" href={upload}>
          Add a file or a link
        </a>
        , then come back.
      </p>
    </>
  );
}
