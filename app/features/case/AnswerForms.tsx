import type { ReactNode } from 'react';
import { CommandForm, MayOrWhy, useTyped, type Typed } from '~/features/forms';
import { projectPath } from '~/features/projects/sections';
import { AnswerField, type AnswerKind } from '~/ui/AnswerField';
import { Button } from '~/ui/Button';
import { ButtonGroup } from '~/ui/ButtonGroup';
import { InsetText } from '~/ui/InsetText';
import { MoneyField } from '~/ui/MoneyField';
import { RadiosField } from '~/ui/RadiosField';
import { Section } from '~/ui/Section';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import type { CaseSections, QualificationShown, ShownField, TextSection } from './shown';

const KINDS: readonly AnswerKind[] = ['given', 'none', 'tbc', 'blank'];
const kindOf = (typed: string | undefined): AnswerKind | '' => KINDS.find((kind) => kind === typed) ?? '';

const UNCONFIRMED = 'The document has “-”. Choose None to confirm it; without a choice it stays as it is.';

/** One field with its four answers; a "-" of the document is chosen by nobody until a person does. */
function Answer({
  field,
  typed,
  hint,
  children,
}: {
  field: ShownField;
  typed: Typed;
  hint?: string | undefined;
  children: ReactNode;
}) {
  const { name, label, state } = field;
  const said = state === 'none-unconfirmed' ? UNCONFIRMED : undefined;
  const error = typed.error(`${name}.kind`) ?? typed.error(name);
  return (
    <AnswerField
      name={name}
      id={typed.id(name)}
      label={label}
      labelSize="m"
      hint={[hint, said].filter(Boolean).join(' ') || undefined}
      defaultValue={kindOf(typed.value(`${name}.kind`, state))}
      {...(error === undefined ? {} : { error })}
    >
      {children}
    </AnswerField>
  );
}

function TextAnswer({ field, typed, limit }: { field: ShownField; typed: Typed; limit: number }) {
  const { name, label, shape } = field;
  const inner = typed.field(`${name}.value`, field.typed);
  const words = `${label}: the answer`;
  const auto = { dir: 'auto' };
  return (
    <Answer field={field} typed={typed} hint={shape === 'list' ? 'One point a line.' : undefined}>
      {shape === 'line' ? (
        <TextField {...inner} label={words} labelHidden inputProps={auto} />
      ) : (
        <TextAreaField
          {...inner}
          label={words}
          labelHidden
          rows={shape === 'list' ? 14 : 8}
          maxLength={limit}
          textAreaProps={auto}
        />
      )}
    </Answer>
  );
}

interface FrameProps {
  readonly title: string;
  readonly command: string;
  readonly anchor: string;
  readonly projectRef: string;
  readonly whyNot: TextSection['whyNot'];
  readonly children: ReactNode;
}

/** A section's form on its own, with the way back to the case. */
function Frame({ title, command, anchor, projectRef, whyNot, children }: FrameProps) {
  const back = `${projectPath(projectRef, '/case')}#${anchor}`;
  const label = `Save: ${title}`;
  return (
    <Section title={`Change: ${title}`} id={anchor}>
      <MayOrWhy whyNot={whyNot} id={`${command}-button`} label={label} projectRef={projectRef}>
        <CommandForm command={command} label={label}>
          {children}
          <ButtonGroup>
            <Button>Save</Button>
            <a className="govuk-link" href={back}>
              Cancel
            </a>
          </ButtonGroup>
        </CommandForm>
      </MayOrWhy>
      {whyNot ? (
        <p className="govuk-body">
          <a className="govuk-link" href={back}>
            Back to the case
          </a>
        </p>
      ) : null}
    </Section>
  );
}

/** The form of one section of text. */
export function TextForm({ section, projectRef }: { section: TextSection; projectRef: string }) {
  const { key, title, command, whyNot, fields, limit } = section;
  const typed = useTyped(command);
  return (
    <Frame title={title} command={command} anchor={key} projectRef={projectRef} whyNot={whyNot}>
      {fields.map((field) => (
        <TextAnswer key={field.name} field={field} typed={typed} limit={limit} />
      ))}
    </Frame>
  );
}

const isScale = (name: string): name is 'effort' | 'impact' => name === 'effort' || name === 'impact';

/** The form of the qualification, its ratings on the scales of the framework. */
export function QualificationForm({
  section,
  projectRef,
}: {
  section: QualificationShown;
  projectRef: string;
}) {
  const { key, title, command, whyNot, fields, scales, unscaled } = section;
  const typed = useTyped(command);
  return (
    <Frame title={title} command={command} anchor={key} projectRef={projectRef} whyNot={whyNot}>
      {unscaled.length > 0 ? (
        <InsetText>
          The document’s numbers name no scale. Saving takes them over as your rating on the scales shown.
        </InsetText>
      ) : null}
      {fields.map((field) => {
        const inner = typed.field(`${field.name}.value`, field.typed);
        return (
          <Answer key={field.name} field={field} typed={typed}>
            {isScale(field.name) ? (
              <RadiosField
                {...inner}
                label={scales[field.name].title}
                options={scales[field.name].points.map((point, index) => ({
                  value: String(index + 1),
                  label: `${index + 1}: ${point}`,
                }))}
              />
            ) : (
              <MoneyField {...inner} label="Amount" hint="Such as £200,000, 200k or £1.2m" />
            )}
          </Answer>
        );
      })}
    </Frame>
  );
}

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** The form of whether anything is bought. */
export function RouteForm({ section, projectRef }: { section: CaseSections['route']; projectRef: string }) {
  const { key, title, command, whyNot, field } = section;
  const typed = useTyped(command);
  return (
    <Frame title={title} command={command} anchor={key} projectRef={projectRef} whyNot={whyNot}>
      <Answer field={field} typed={typed}>
        <RadiosField
          {...typed.field(`${field.name}.value`, field.typed)}
          label="Something is bought"
          labelHidden
          inline
          options={YES_NO}
        />
      </Answer>
    </Frame>
  );
}

/** The form in which the lead declares whether the cost baselines cover the scope. */
export function CoverForm({ section, projectRef }: { section: CaseSections['cover']; projectRef: string }) {
  const { key, title, command, whyNot, said } = section;
  const typed = useTyped(command);
  const recorded = said === undefined ? undefined : said.covers ? 'yes' : 'no';
  return (
    <Frame title={title} command={command} anchor={key} projectRef={projectRef} whyNot={whyNot}>
      <RadiosField
        {...typed.field('covers', recorded)}
        label="Does the list of cost baselines cover the scope?"
        labelSize="m"
        hint="Every service in scope has a line with its cost, or with the deliverable that will find it."
        options={YES_NO}
      />
    </Frame>
  );
}
