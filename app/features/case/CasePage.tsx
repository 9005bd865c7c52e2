import type { ReactNode } from 'react';
import { fixHref, projectPath } from '~/features/projects/sections';
import { Callout } from '~/ui/Callout';
import { Columns } from '~/ui/Columns';
import type { ListRow } from '~/ui/RowList';
import { Section } from '~/ui/Section';
import { owedWords, STATE_TAGS } from './answer-words';
import { CoverForm, QualificationForm, RouteForm, TextForm } from './AnswerForms';
import { CaseComments } from './CaseComments';
import {
  ConfirmStakeholders,
  Information,
  PageLink,
  Qualification,
  RouteAndCosts,
  TextPart,
  type Reading,
} from './CaseSections';
import { CaseSource } from './CaseSource';
import {
  Approvals,
  Assumptions,
  Benefits,
  LinkedCases,
  Risks,
  StatedMoney,
  Suggested,
  Timetable,
} from './CaseTables';
import { Findings } from './Findings';
import type { CasePageProps } from './shown';

/** The case, read as the document it came from; or the form of the section that is being edited. */
export function CasePage(props: CasePageProps) {
  return props.edit === undefined ? <CaseRead {...props} /> : <CaseEdit {...props} edit={props.edit} />;
}

function CaseEdit({ edit, sections, marks }: CasePageProps & { edit: string }) {
  const projectRef = marks.ref;
  if (edit === 'qualification')
    return <QualificationForm section={sections.qualification} projectRef={projectRef} />;
  if (edit === 'buying') return <RouteForm section={sections.route} projectRef={projectRef} />;
  if (edit === 'costBaselinesCover') return <CoverForm section={sections.cover} projectRef={projectRef} />;
  const section = sections.text.find(({ key }) => key === edit);
  return section ? <TextForm section={section} projectRef={projectRef} /> : null;
}

function CaseRead(props: CasePageProps) {
  const { marks, sections, findings, comments, sources } = props;
  const projectRef = marks.ref;
  const reading: Reading = { sections, findings, projectRef };
  return (
    <Columns side={<Contents />}>
      <Owed {...props} />
      <Findings findings={findings} at="case" />
      <Information reading={reading} />
      <TextPart name="opportunity" reading={reading} />
      <TextPart name="scope" reading={reading} />
      <LinkedPart {...props} />
      <TextPart name="objectives" reading={reading} />
      <TextPart name="current-position" reading={reading} />
      <TextPart name="proposed-changes" reading={reading} />
      <Qualification reading={reading} />
      <Figures {...props} reading={reading} />
      <TextPart name="stakeholders" reading={reading}>
        <ConfirmStakeholders reading={reading} />
      </TextPart>
      <RiskPart {...props} />
      <TimePart {...props} />
      <RouteAndCosts reading={reading} />
      <Section title="Where this record came from" id="source">
        <CaseSource sources={sources} projectRef={projectRef} />
      </Section>
      <Section title="Comments" id="comments" note={comments.total > 0 ? String(comments.total) : undefined}>
        <CaseComments comments={comments} projectRef={projectRef} />
      </Section>
    </Columns>
  );
}

/** What the case still owes: TBC and unanswered with their age, and "-" nobody confirmed. */
function Owed({ owed, asked, sections, findings }: CasePageProps) {
  const open = findings.filter(({ settled }) => !settled);
  const information = sections.text.find(({ key }) => key === 'information');
  const rows: ListRow[] = owed.map(({ name, label, state, days }) => {
    const tag = STATE_TAGS[state === 'given' ? 'blank' : state];
    return {
      key: name,
      tag,
      title: label,
      href: `#${name}`,
      aside: days === undefined ? undefined : owedWords(days),
    };
  });
  const heading =
    owed.length === 0
      ? `All ${asked} answers of the case are given`
      : `${owed.length} of ${asked} answers of the case are still owed`;
  return (
    <Callout heading={heading} tone={owed.length === 0 ? 'good' : 'warn'} rows={rows} id="owed">
      {open.length > 0 ? (
        <p className="govuk-body govuk-!-margin-top-2">
          The case check has{' '}
          <a className="govuk-link" href={`#note-${open[0]?.key}`}>
            {open.length} {open.length === 1 ? 'open finding' : 'open findings'}
          </a>
          , each shown where it belongs below.
        </p>
      ) : null}
      {information?.whyNot ? (
        <p className="govuk-body app-muted">
          You read this case. Who can change it: {information.whyNot.who ?? 'nobody at present'}.
        </p>
      ) : null}
    </Callout>
  );
}

const CONTENTS: readonly (readonly [string, string])[] = [
  ['information', 'Project information'],
  ['opportunity', 'Opportunity'],
  ['scope', 'Scope'],
  ['linked-cases', 'Linked cases'],
  ['objectives', 'Objectives'],
  ['current-position', 'Current position'],
  ['proposed-changes', 'Proposed changes'],
  ['qualification', 'Qualification'],
  ['finance', 'Financial delivery'],
  ['benefits', 'Non-cashable benefits'],
  ['stakeholders', 'Resources and stakeholders'],
  ['risks', 'Risks'],
  ['dependencies', 'Dependencies'],
  ['timetable', 'Timetable'],
  ['approvals', 'Approvals'],
  ['buying', 'Delivery route'],
  ['costBaselinesCover', 'What the service costs today'],
  ['source', 'Where this came from'],
  ['comments', 'Comments'],
];

function Contents() {
  return (
    <nav aria-label="On this page" className="app-no-print">
      <h2 className="app-section__title govuk-!-margin-bottom-2">On this page</h2>
      <ul className="govuk-list">
        {CONTENTS.map(([anchor, words]) => (
          <li key={anchor}>
            <a className="govuk-link" href={`#${anchor}`}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface PartProps {
  readonly title: string;
  readonly id: string;
  readonly link?: { readonly href: string; readonly text: string };
  readonly page: CasePageProps;
  readonly children: ReactNode;
}

/** A part of the form that has a page of its own: its rows to read here, and the way there. */
function Part({ title, id, link, page, children }: PartProps) {
  const { findings } = page;
  return (
    <Section
      title={title}
      id={id}
      actions={link ? <PageLink href={link.href}>{link.text}</PageLink> : undefined}
    >
      {children}
      <Findings findings={findings} at={id} />
    </Section>
  );
}

function LinkedPart(page: CasePageProps) {
  const { rows, marks } = page;
  const registers = {
    href: fixHref(marks.ref, { screen: 'registers', field: 'linkedCases' }),
    text: 'Open the registers',
  };
  return (
    <Part title="Linked / complementary OBCs" id="linked-cases" link={registers} page={page}>
      <LinkedCases rows={rows} projectRef={marks.ref} />
    </Part>
  );
}

function Figures(page: CasePageProps & { reading: Reading }) {
  const { rows, marks, reading } = page;
  const ref = marks.ref;
  const finance = { href: projectPath(ref, '/finance'), text: 'Open finance' };
  const benefits = { href: projectPath(ref, '/benefits'), text: 'Open benefits' };
  return (
    <>
      <Part title="Financial delivery, as stated" id="finance" link={finance} page={page}>
        <StatedMoney rows={rows} />
      </Part>
      <TextPart name="finance-notes" reading={reading} />
      {rows.suggested.length > 0 ? (
        <Part title="Found in the text, unconfirmed" id="suggested" page={page}>
          <Suggested rows={rows} projectRef={ref} />
        </Part>
      ) : (
        <Findings findings={page.findings} at="suggested" />
      )}
      <Part title="Non-cashable benefits" id="benefits" link={benefits} page={page}>
        <Benefits rows={rows} projectRef={ref} />
      </Part>
    </>
  );
}

function RiskPart(page: CasePageProps) {
  const { rows, marks } = page;
  const ref = marks.ref;
  const registers = {
    href: fixHref(ref, { screen: 'registers', field: 'assumptions' }),
    text: 'Open the registers',
  };
  return (
    <>
      <Part
        title="Risks"
        id="risks"
        link={{ href: projectPath(ref, '/risks'), text: 'Open risks' }}
        page={page}
      >
        <Risks rows={rows} projectRef={ref} />
      </Part>
      <Part
        title="Critical dependencies, constraints, assumptions"
        id="dependencies"
        link={registers}
        page={page}
      >
        <Assumptions rows={rows} projectRef={ref} />
      </Part>
    </>
  );
}

function TimePart(page: CasePageProps) {
  const { rows, marks } = page;
  const schedule = { href: projectPath(marks.ref, '/schedule'), text: 'Open the schedule' };
  return (
    <>
      <Part title="Timetable: key activities and milestones" id="timetable" link={schedule} page={page}>
        <Timetable rows={rows} projectRef={marks.ref} />
      </Part>
      <Part title="Approvals of this savings delivery plan" id="approvals" page={page}>
        <Approvals rows={rows} />
      </Part>
    </>
  );
}
