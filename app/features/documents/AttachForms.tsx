import { CommandForm, MayOrWhy, useTyped, type Typed } from '~/features/forms';
import { Box } from '~/ui/Box';
import { Button } from '~/ui/Button';
import { CheckboxesField } from '~/ui/CheckboxesField';
import { FileField } from '~/ui/FileField';
import { Section } from '~/ui/Section';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import type { DocumentsPageProps } from './shown';

type AttachProps = Pick<DocumentsPageProps, 'whyNotAttach' | 'taken'> & { projectRef: string };

/** The forms that attach a file or a link. */
export function AttachForms({ whyNotAttach, taken, projectRef }: AttachProps) {
  return (
    <Box screenOnly>
      <Section title="Attach a file" id="upload">
        <MayOrWhy whyNot={whyNotAttach} id="attach-button" label="Attach a file" projectRef={projectRef}>
          <FileForm taken={taken} />
        </MayOrWhy>
      </Section>
      {whyNotAttach ? null : (
        <Section title="Attach a link" id="link">
          <LinkForm />
        </Section>
      )}
    </Box>
  );
}

const RESTRICTED = {
  value: 'yes',
  label: 'Restricted',
  hint: 'Only those with a role on the project, finance, the Section 151 officer, PMO and auditors may open it.',
};

function NoteAndRestriction({ typed }: { typed: Typed }) {
  return (
    <>
      <TextAreaField
        {...typed.field('note')}
        label="Note (optional)"
        hint="What it shows, who made it and when"
        rows={2}
        maxLength={10_000}
      />
      <CheckboxesField
        {...typed.checks('restricted')}
        label="Who may open it"
        labelHidden
        options={[RESTRICTED]}
      />
    </>
  );
}

function FileForm({ taken }: Pick<AttachProps, 'taken'>) {
  const typed = useTyped('attach-file');
  return (
    <CommandForm command="attach-file" files label="Attach a file">
      {typed.cameBack ? (
        <p className="govuk-body">Choose the file again: a browser does not keep it.</p>
      ) : null}
      <FileField {...typed.field('file')} label="File" hint={taken.words} accept={taken.accept} />
      <NoteAndRestriction typed={typed} />
      <Button>Attach this file</Button>
    </CommandForm>
  );
}

function LinkForm() {
  const typed = useTyped('attach-link');
  return (
    <CommandForm command="attach-link" label="Attach a link">
      <TextField {...typed.field('name')} label="What it is called" />
      <TextField
        {...typed.field('url')}
        label="Web address"
        hint="It begins with https:// or http://"
        type="url"
      />
      <NoteAndRestriction typed={typed} />
      <Button variant="secondary">Attach this link</Button>
    </CommandForm>
  );
}
