import { Columns } from '~/ui/Columns';
import { Details } from '~/ui/Details';
import { Section } from '~/ui/Section';
import { AttachForms } from './AttachForms';
import { AttachmentList } from './AttachmentList';
import { AttestationList } from './AttestationList';
import type { DocumentsPageProps } from './shown';

const gateOf = (path: string): string | undefined => /\/gates\/([0-5])(?:[/?]|$)/.exec(path)?.[1];

/** The evidence of a project: files and links, what rests on them, and what was attested. */
export function DocumentsPage(props: DocumentsPageProps) {
  const { marks, back, whyNotAttach, taken, attachments, withdrawn, attestations } = props;
  const projectRef = marks.ref;
  const gate = back === undefined ? undefined : gateOf(back);
  const unseen = attestations.filter((each) => !each.seen && !each.withdrawn).length;
  return (
    <>
      {back === undefined ? null : (
        <p className="govuk-body app-no-print">
          <a className="govuk-back-link govuk-!-margin-top-0" href={back}>
            {gate === undefined ? 'Back to where you came from' : `Back to Gate ${gate}`}
          </a>
        </p>
      )}
      <Columns side={<AttachForms whyNotAttach={whyNotAttach} taken={taken} projectRef={projectRef} />}>
        <Section
          title="Documents"
          id="documents"
          note={attachments.length > 0 ? String(attachments.length) : undefined}
        >
          <AttachmentList attachments={attachments} projectRef={projectRef} />
          {withdrawn.length > 0 ? (
            <Details summary={`Withdrawn: ${withdrawn.length}`}>
              <AttachmentList attachments={withdrawn} projectRef={projectRef} />
            </Details>
          ) : null}
        </Section>
        <Section
          title="Attested"
          id="attested"
          note={unseen > 0 ? `${unseen} not yet seen by somebody else` : undefined}
        >
          <AttestationList attestations={attestations} projectRef={projectRef} />
        </Section>
      </Columns>
    </>
  );
}
