import type { WhyNot } from '~/core/command/sent-back';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { Button } from '~/ui/Button';
import { PageHeading } from '~/ui/PageHeading';
import { TextField } from '~/ui/TextField';

/** Begins a project's record with its ref and title; all else is answered in its pages. */
export function StartProjectPage({ whyNot }: { whyNot: WhyNot | undefined }) {
  const typed = useTyped('open-project');
  return (
    <SignedInPage crumbs={[{ text: 'Projects', href: '/projects' }, { text: 'Start a project' }]}>
      <PageHeading title="Start a project" />
      <p className="govuk-body">
        If there is a Business Case Lite,{' '}
        <a className="govuk-link" href="/projects/import">
          import it
        </a>{' '}
        instead: nothing needs typing twice.
      </p>
      <MayOrWhy whyNot={whyNot} id="open" label="Start the project" projectRef="">
        <CommandForm command="open-project" label="Start a project">
          <TextField
            {...typed.field('ref')}
            label="Portfolio tracker ref"
            hint="Such as RX-005. No two projects have the same."
            width={10}
          />
          <TextField {...typed.field('title')} label="Project title" />
          <Button>Start the project</Button>
        </CommandForm>
      </MayOrWhy>
    </SignedInPage>
  );
}
