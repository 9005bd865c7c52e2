import { shortDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { Button } from '~/ui/Button';
import { Callout } from '~/ui/Callout';
import { Details } from '~/ui/Details';
import { RadiosField } from '~/ui/RadiosField';
import { Section } from '~/ui/Section';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import type { Fate, LifeView } from './gates-view';
import { WhyForm } from './WhyForm';

const STATE_WORDS = {
  open: 'The project is open.',
  held: 'The project is on hold: nothing is submitted or decided meanwhile.',
  closed: 'The project is closed.',
  completed: 'The project is completed; forecasts, deliveries, banking and readings go on.',
} as const;

const FATE_WORDS = { withdrawn: 'withdrawn', substituted: 'substituted by', moved: 'moved to' } as const;

function Fates({ fates }: { fates: readonly Fate[] }) {
  if (fates.length === 0) return null;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {fates.map(({ line, fate, to }) => (
        <li key={line} dir="auto">
          {line}: {FATE_WORDS[fate]} {to ?? ''}
        </li>
      ))}
    </ul>
  );
}

/** Whether the project goes on, and the moves that hold, resume, close and reopen it. */
export function ProjectLife({ life, projectRef }: { life: LifeView; projectRef: string }) {
  const { state, since, why, fates, hold, resume, reopen } = life;
  const forms = { hidden: {}, projectRef };
  return (
    <Section title="Hold, close or reopen" id="life">
      <p className="govuk-body">
        {STATE_WORDS[state]}
        {since ? ` Since ${shortDay(since.on)}, ${since.by}` : ''}
        {why ? (
          <>
            : <span dir="auto">{why}</span>
          </>
        ) : null}
      </p>
      <Fates fates={fates} />
      <Pending life={life} projectRef={projectRef} />
      {hold === undefined ? null : (
        <WhyForm {...forms} command="hold-project" summary="Put on hold" whyNot={hold} />
      )}
      {resume === undefined ? null : (
        <WhyForm {...forms} command="resume-project" summary="Resume" whyNot={resume} />
      )}
      <CloseForm life={life} projectRef={projectRef} />
      {reopen === undefined ? null : (
        <WhyForm {...forms} command="reopen-project" summary="Reopen" whyNot={reopen} />
      )}
    </Section>
  );
}

function Pending({ life, projectRef }: { life: LifeView; projectRef: string }) {
  const { pending, agreeClosing, agreeReopening, takeBack } = life;
  if (!pending) return null;
  const closing = pending.move === 'close';
  const command = closing ? 'agree-closing' : 'agree-reopening';
  const label = closing ? 'Agree to the closing' : 'Agree to the reopening';
  return (
    <Callout
      heading={`${closing ? 'Closing' : 'Reopening'} asked for; the Section 151 officer has yet to agree`}
      tone="warn"
    >
      <p className="govuk-body">
        {pending.by}, {shortDay(pending.on)}: <span dir="auto">{pending.why}</span>
      </p>
      <Fates fates={pending.fates} />
      <MayOrWhy
        whyNot={closing ? agreeClosing : agreeReopening}
        id={`${command}-button`}
        label={label}
        projectRef={projectRef}
      >
        <CommandForm command={command} label={label}>
          <Button>{label}</Button>
        </CommandForm>
      </MayOrWhy>
      <WhyForm
        command={closing ? 'take-back-closing' : 'take-back-reopening'}
        hidden={{}}
        summary={closing ? 'Take the closing back' : 'Take the reopening back'}
        whyNot={takeBack}
        projectRef={projectRef}
      />
    </Callout>
  );
}

const FATES = [
  { value: 'withdrawn', label: 'Withdrawn' },
  { value: 'substituted', label: 'Substituted by another saving' },
  { value: 'moved', label: 'Moved to another project' },
];

function CloseForm({ life, projectRef }: { life: LifeView; projectRef: string }) {
  const typed = useTyped('close-project');
  const { close, savings, inMtfs } = life;
  if (close === undefined) return null;
  return (
    <Details summary="Close early" open={typed.cameBack}>
      <MayOrWhy whyNot={close} id="close-project-button" label="Close early" projectRef={projectRef}>
        <CommandForm command="close-project" label="Close early">
          <TextAreaField
            {...typed.field('why')}
            label="Why"
            hint={inMtfs ? 'A saving stands in the MTFS: the Section 151 officer agrees too.' : undefined}
            rows={3}
          />
          {savings.map(({ id, title }, index) => (
            <fieldset className="govuk-fieldset govuk-!-margin-bottom-4" key={id}>
              <legend className="govuk-fieldset__legend govuk-fieldset__legend--s" dir="auto">
                {title}
              </legend>
              <input type="hidden" name={`fates[${index}].line`} value={id} />
              <RadiosField
                {...typed.field(`fates[${index}].fate`)}
                label="What becomes of this saving"
                options={FATES}
              />
              <TextField
                {...typed.field(`fates[${index}].to`)}
                label="By what, or to which project"
                hint="Left empty when it is withdrawn"
              />
            </fieldset>
          ))}
          <Button variant="warning">Close early</Button>
        </CommandForm>
      </MayOrWhy>
    </Details>
  );
}
