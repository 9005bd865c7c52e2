import { shortDay } from '~/core/time/iso-day';
import { formatPartial } from '~/core/time/partial-date';
import { CommandForm, MayOrWhy, useTyped, type Typed } from '~/features/forms';
import { Button } from '~/ui/Button';
import { Details } from '~/ui/Details';
import { PartialDateField } from '~/ui/PartialDateField';
import { RowList } from '~/ui/RowList';
import { Section } from '~/ui/Section';
import { TextField } from '~/ui/TextField';
import { AttachmentsField } from './EvidenceForm';
import type { AttachmentChoice } from './gate-view';
import type { AdoptionView, GateRow } from './gates-view';

export interface AdoptionProps {
  adoption: AdoptionView;
  gates: readonly GateRow[];
  attachments: readonly AttachmentChoice[];
  projectRef: string;
}

/** Gates decided before the tracker: adopted once by the PMO, confirmed by the sponsor; no criterion is claimed. */
export function Adoption(props: AdoptionProps) {
  const { adoption, projectRef } = props;
  const { adopted, offer, confirm } = adoption;
  if (!offer && adopted.length === 0) return null;
  const label = 'Confirm the adopted decisions';
  return (
    <Section title="Decisions taken before the tracker" id="adoption">
      {adopted.length > 0 ? (
        <RowList
          rows={adopted.map((each) => ({
            key: String(each.gate),
            tag: each.confirmed ? { tone: 'good', text: 'Confirmed' } : { tone: 'warn', text: 'To confirm' },
            title: `Gate ${each.gate}: ${formatPartial(each.decidedOn)}, ${each.decider}`,
            detail: `${each.reference}; ${each.evidence.map((one) => one.name).join(', ')}`,
            aside: each.confirmed
              ? `${each.confirmed.by}, ${shortDay(each.confirmed.on)}`
              : `recorded by ${each.by}`,
          }))}
        />
      ) : null}
      {confirm === undefined ? null : (
        <MayOrWhy whyNot={confirm} id="confirm-adopted-button" label={label} projectRef={projectRef}>
          <CommandForm command="confirm-adopted-decisions" label={label}>
            <Button>{label}</Button>
          </CommandForm>
        </MayOrWhy>
      )}
      {offer ? <AdoptForm {...props} /> : null}
    </Section>
  );
}

function AdoptForm({ adoption, gates, attachments, projectRef }: AdoptionProps) {
  const typed = useTyped('adopt-decisions');
  const label = 'Adopt decisions';
  return (
    <>
      <p className="govuk-body">
        If gates were decided before this record began, a PMO officer adopts them here, once and from Gate 0
        on.
      </p>
      <Details summary="Adopt decisions taken before" open={typed.cameBack}>
        <MayOrWhy whyNot={adoption.adopt} id="adopt-decisions-button" label={label} projectRef={projectRef}>
          <CommandForm command="adopt-decisions" label={label}>
            <p className="govuk-hint">Gates left empty are not adopted.</p>
            {gates.map((gate) => (
              <AdoptFields
                key={gate.gate}
                gate={gate}
                typed={typed}
                attachments={attachments}
                projectRef={projectRef}
              />
            ))}
            <Button>{label}</Button>
          </CommandForm>
        </MayOrWhy>
      </Details>
    </>
  );
}

function AdoptFields({
  gate,
  typed,
  attachments,
  projectRef,
}: {
  gate: GateRow;
  typed: Typed;
  attachments: readonly AttachmentChoice[];
  projectRef: string;
}) {
  const name = (field: string) => `decisions[${gate.gate}].${field}`;
  return (
    <Details summary={`Gate ${gate.gate}: ${gate.name}`} open={gate.gate === 0 || typed.cameBack}>
      <input type="hidden" name={name('gate')} value={gate.gate} />
      <TextField {...typed.field(name('decider'))} label="Who decided" hint="A board or a person" />
      <PartialDateField {...typed.date(name('decidedOn'))} label="When" />
      <TextField {...typed.field(name('reference'))} label="Reference" hint="Such as a minute" width={20} />
      <AttachmentsField
        typed={typed}
        name={name('evidence')}
        attachments={attachments}
        projectRef={projectRef}
      />
    </Details>
  );
}
