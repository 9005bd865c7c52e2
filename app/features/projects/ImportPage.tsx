import { SEVERITIES, type Severity } from '~/core/case-check/severity';
import type { ShownRefusal, WhyNot } from '~/core/command/sent-back';
import { CommandForm, MayOrWhy, RefusalList, usePageAction, useTyped } from '~/features/forms';
import { countedFindings, SEVERITY_TAGS } from '~/features/findings/severity';
import { Sums } from '~/features/findings/Sums';
import { Words } from '~/features/registers/Words';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { Button } from '~/ui/Button';
import { ButtonGroup } from '~/ui/ButtonGroup';
import { DataTable } from '~/ui/DataTable';
import { Details } from '~/ui/Details';
import { ErrorSummary } from '~/ui/ErrorSummary';
import { FileField } from '~/ui/FileField';
import { PageHeading } from '~/ui/PageHeading';
import { PlainText } from '~/ui/PlainText';
import { Section } from '~/ui/Section';
import { SummaryList } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import { TextField } from '~/ui/TextField';

interface FoundInDocument {
  readonly key: string;
  readonly severity: Severity;
  readonly title: string;
  readonly because: string;
  readonly arithmetic: readonly string[];
}

export interface ImportPreview {
  readonly name: string;
  readonly sha256: string;
  readonly ref: string | undefined;
  readonly refusals: readonly ShownRefusal[];
  readonly answers: readonly { readonly field: string; readonly label: string; readonly words: string }[];
  readonly findings: readonly FoundInDocument[];
  readonly money: readonly { readonly title: string; readonly kind: string; readonly amounts: string }[];
  readonly gates: readonly { readonly gate: number; readonly date: string }[];
  readonly counts: readonly { readonly what: string; readonly count: number }[];
  readonly unplaced: readonly {
    readonly line: number;
    readonly words: string;
    readonly why?: string | undefined;
  }[];
  readonly missing: readonly string[];
}

export interface ImportPageProps {
  readonly whyNot: WhyNot | undefined;
  readonly preview: ImportPreview | undefined;
}

/** Takes in a Business Case Lite: first the file, then what was understood of it, then the record. */
export function ImportPage({ whyNot, preview }: ImportPageProps) {
  return (
    <SignedInPage crumbs={[{ text: 'Projects', href: '/projects' }, { text: 'Import a Business Case Lite' }]}>
      <MayOrWhy whyNot={whyNot} id="import" label="Import a Business Case Lite" projectRef="">
        {preview ? <Preview preview={preview} /> : <Upload />}
      </MayOrWhy>
    </SignedInPage>
  );
}

function Upload() {
  const typed = useTyped('read-document');
  return (
    <>
      <ErrorSummary errors={typed.errors} />
      <PageHeading title="Import a Business Case Lite" />
      <p className="govuk-body">
        You see what was understood before anything is recorded. An import adopts, validates and approves
        nothing.
      </p>
      <form method="post" action={usePageAction()} encType="multipart/form-data" noValidate>
        <FileField
          {...typed.field('document')}
          label="The form"
          hint="As a text file, up to 1 MB"
          accept=".txt"
        />
        <Button>Read it</Button>
      </form>
    </>
  );
}

function Preview({ preview }: { preview: ImportPreview }) {
  const { name, sha256, ref, refusals, unplaced, missing } = preview;
  const typed = useTyped('import-business-case');
  const taken = refusals.some((each) => each.field === 'ref');
  return (
    <>
      <PageHeading title="What was understood" reference={ref ?? 'No ref'} meta={name} />
      {refusals.length > 0 && !typed.cameBack ? (
        <RefusalList refusals={refusals} projectRef="" title="It cannot be imported as it is" />
      ) : null}
      <Checked findings={preview.findings} />
      <Understood preview={preview} />
      <Unplaced unplaced={unplaced} missing={missing} />
      <Section title="Import it">
        <CommandForm command="import-business-case" hidden={{ sha256, name }} label="Import it">
          {taken || typed.cameBack || ref === undefined ? (
            <TextField
              {...typed.field('ref')}
              label="Portfolio tracker ref"
              hint="Instead of the one in the document, such as RX-005"
              width={10}
            />
          ) : null}
          <ButtonGroup>
            <Button>Import this project</Button>
            <a className="govuk-link" href="/projects/import">
              Choose another document
            </a>
          </ButtonGroup>
        </CommandForm>
      </Section>
    </>
  );
}

/** What the case check will say of the record, so that a document can go back to its author first. */
function Checked({ findings }: Pick<ImportPreview, 'findings'>) {
  if (findings.length === 0) {
    return (
      <Section title="What the case check says" id="findings">
        <p className="govuk-body">Nothing.</p>
      </Section>
    );
  }
  const counts = SEVERITIES.map((severity) =>
    countedFindings(severity, findings.filter((each) => each.severity === severity).length),
  );
  return (
    <Section title="What the case check says" note={findings.length} id="findings">
      <p className="govuk-body">
        {counts.join(', ')}. None stops the import; each stays on the record until it is mended or explained.
      </p>
      <Details summary="Everything it finds, with the arithmetic">
        {SEVERITIES.flatMap((severity) => findings.filter((each) => each.severity === severity)).map(
          ({ key, severity, title, because, arithmetic }) => (
            <div className="app-notes__note" key={key}>
              <p className="app-notes__said">
                <Tag tone={SEVERITY_TAGS[severity].tone}>{SEVERITY_TAGS[severity].text}</Tag>{' '}
                <strong>
                  <Words>{title}</Words>
                </strong>
                {'. '}
                <Words>{because}</Words>
              </p>
              <Sums steps={arithmetic} of={title} />
            </div>
          ),
        )}
      </Details>
    </Section>
  );
}

function Understood({ preview }: { preview: ImportPreview }) {
  const { answers, money, gates, counts } = preview;
  return (
    <>
      <Section title="Money as proposed" note={String(money.length)}>
        <DataTable
          caption="Money lines"
          captionHidden
          rows={money.map((each, index) => ({ ...each, key: String(index) }))}
          rowKey={(row) => row.key}
          columns={[
            { key: 'title', header: 'Line', cell: (row) => row.title },
            { key: 'kind', header: 'Kind', cell: (row) => row.kind },
            { key: 'amounts', header: 'Figures', cell: (row) => row.amounts },
          ]}
          empty={<p className="govuk-body">No money line was found.</p>}
        />
      </Section>
      <Section title="Gates and rows">
        <SummaryList
          rows={[
            ...gates.map(({ gate, date }) => ({ key: `Gate ${gate}`, value: date })),
            ...counts.map(({ what, count }) => ({ key: what, value: String(count) })),
          ]}
        />
      </Section>
      <Section title="Answers" note={String(answers.length)}>
        <Details summary="Every answer as it was read">
          <SummaryList
            rows={answers.map(({ label, words }) => ({ key: label, value: <PlainText text={words} /> }))}
          />
        </Details>
      </Section>
    </>
  );
}

function Unplaced({ unplaced, missing }: Pick<ImportPreview, 'unplaced' | 'missing'>) {
  return (
    <Section title="What found no place" note={String(unplaced.length)}>
      {unplaced.length === 0 ? (
        <p className="govuk-body">Everything in the document has a place in the record.</p>
      ) : (
        <DataTable
          caption="Lines that found no place; they are kept with the document"
          rows={unplaced.map((each, index) => ({ ...each, key: String(index) }))}
          rowKey={(row) => row.key}
          columns={[
            { key: 'line', header: 'Line', cell: (row) => String(row.line), numeric: true },
            { key: 'words', header: 'Words', cell: (row) => row.words },
            { key: 'why', header: 'Why', cell: (row) => row.why ?? '' },
          ]}
        />
      )}
      {missing.length > 0 ? (
        <p className="govuk-body">Not found in the document: {missing.join('; ')}.</p>
      ) : null}
    </Section>
  );
}
