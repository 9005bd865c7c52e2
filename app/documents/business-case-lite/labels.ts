/** One label of the form: its own words, where it stands, and other spellings met. */
export interface Label {
  /** Its words as the form prints them. */
  readonly text: string;
  readonly also?: readonly string[];
  /** Not on every edition of the form, so that its absence says nothing. */
  readonly optional?: boolean;
}

/** A part of the form: its heading and the labels that stand under it. */
export interface FormSection {
  readonly heading: Label;
  readonly labels: readonly Label[];
}

const label = (text: string, ...also: readonly string[]): Label => ({ text, also });
const optional = (text: string, ...also: readonly string[]): Label => ({ text, also, optional: true });

/** The form's name, which begins its first line; what follows on the line is the programme's. */
export const FORM_NAME = 'Business Case Lite';

/** The one list of the form's labels, in the order of the form: all that an import may leave out of the record. */
export const FORM = {
  information: {
    heading: label('Project Information'),
    labels: [
      label('Project Title', 'Title'),
      label('Portfolio Tracker ref', 'Portfolio Tracker Reference', 'Tracker ref'),
      label('Current Stage / Gate:', 'Current Stage', 'Stage / Gate'),
      label('Project Sponsor', 'Sponsor'),
      label('Project Lead', 'Lead'),
      label('Transformation Theme', 'Theme'),
      label(
        'Contributory Transformation Theme(s)',
        'Contributory Themes',
        'Contributory Transformation Themes',
      ),
      label('Department and Team', 'Department / Team', 'Department'),
    ],
  },
  opportunity: {
    heading: optional(
      'Opportunity',
      'Opportunity Identified',
      'Project Summary',
      'Summary',
      'Opportunity Statement',
    ),
    labels: [],
  },
  scope: {
    heading: label('Scope of Project / Opportunity', 'Scope', 'Project Scope', 'Scope of Project'),
    labels: [
      label('In scope', 'In'),
      label('Out of Scope', 'Out'),
      label('Linked / Complementary OBCs', 'Linked OBCs', 'Linked / Complementary Business Cases'),
    ],
  },
  objectives: { heading: label('Objectives', 'Project Objectives'), labels: [] },
  currentPosition: {
    heading: label('Assessment of the Current Position', 'Current Position'),
    labels: [],
  },
  proposedChanges: { heading: label('Proposed Changes'), labels: [] },
  qualification: {
    heading: label('Opportunity Qualification', 'Qualification'),
    labels: [
      label('Criteria'),
      label('Rating'),
      label('Financial Benefits'),
      label('Effort / Easy of Implementation', 'Effort / Ease of Implementation', 'Effort'),
      label('Impact (financial and non-financial)', 'Impact'),
    ],
  },
  finance: { heading: label('Financial Delivery'), labels: [] },
  oneOff: {
    heading: label('One off Investment required and savings', 'One-off Investments and Savings'),
    labels: [
      label('Total'),
      label('One-off Investment', 'One-off Investments'),
      label('One-off Savings', 'One-off Saving'),
    ],
  },
  ongoing: {
    heading: label('Ongoing investments and savings', 'Recurring investments and savings'),
    labels: [
      label('Total'),
      label('Recurring Investment', 'Ongoing Investment'),
      label('Recurring Savings', 'Ongoing Savings'),
      label('Net Savings'),
    ],
  },
  validated: {
    heading: label('Finance’s Validated Figures:', 'Finance Validated Figures', 'Validated Figures'),
    labels: [
      optional('Total'),
      optional('One-off Investment'),
      optional('One-off Savings'),
      label('Recurring Investment', 'Ongoing Investment'),
      label('Recurring Savings', 'Ongoing Savings'),
      label('Net Savings'),
    ],
  },
  benefits: {
    heading: label('Non-Cashable Benefits'),
    labels: [label('Benefit'), label('Description'), label('Realisation date', 'Realization date')],
  },
  stakeholders: {
    heading: label('Resources and Stakeholders', 'Stakeholders'),
    labels: [
      label('The following summarises the team, and wider stakeholders involved in the project:'),
      label('Direct Team'),
      label('Stakeholders – Governance and Decision Making', 'Governance and Decision Making'),
      label('Stakeholders – Customers / Beneficiaries', 'Customers / Beneficiaries'),
      label('Stakeholders – Providers / Delivery Teams / Partners', 'Providers / Delivery Teams / Partners'),
    ],
  },
  risks: {
    heading: label('Risks', 'Key Risks', 'Top Risks'),
    labels: [
      label('The following top risks should be considered for this project:'),
      label('Ref'),
      label('Risk'),
      label('Likelihood'),
      label('Impact'),
      label('Total'),
      label('Mitigations', 'Mitigation'),
    ],
  },
  assumptions: {
    heading: label(
      'Critical dependencies, constraints, assumptions',
      'Dependencies, constraints and assumptions',
    ),
    labels: [],
  },
  timetable: {
    heading: label('Timetable – Key Activities and Milestones', 'Timetable', 'Key Activities and Milestones'),
    labels: [
      label('Stage / Gate target milestones', 'Stage / Gate milestones'),
      label('(Target) Date', 'Date'),
      label('Gate 0: Decision: Progress Opportunity', 'Gate 0'),
      label('Gate 1: Decision: Outline Business Case', 'Gate 1'),
      label('Gate 2: Decision: Full Business Case', 'Gate 2'),
      label('Gate 3: Decision: Investment Decision', 'Gate 3'),
      label('Gate 4: Decision: Go-Live / Handover to BAU', 'Gate 4'),
      label('Gate 5: Decision: Benefits Review Complete', 'Gate 5'),
      label('Project Deliverable', 'Deliverable', 'Project Deliverables'),
      label('Start', 'Start date'),
      label('Finish', 'Finish date', 'End'),
    ],
  },
  approvals: {
    heading: label('Approvals of this Savings Delivery Plan', 'Approvals'),
    labels: [label('Name'), label('Role'), label('Date Agreed')],
  },
} as const satisfies Readonly<Record<string, FormSection>>;

export type SectionName = keyof typeof FORM;
export const SECTION_NAMES = Object.keys(FORM) as readonly SectionName[];

const labelsOf = (section: SectionName): readonly Label[] => FORM[section].labels;

/** Words as they are compared: without case, marks, and the small words that editions of the form differ in. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:the|of|and|a)\b/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

const spellings = (each: Label): readonly string[] => [each.text, ...(each.also ?? [])].map(plain);

/** A slip of one letter in a long label, two in a very long one, still reads as the label. */
function near(text: string, spelling: string): boolean {
  const allowed = spelling.length >= 24 ? 2 : spelling.length >= 9 ? 1 : 0;
  return text === spelling || (allowed > 0 && distance(text, spelling, allowed) <= allowed);
}

function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function matching(candidates: readonly Label[], text: string): Label | undefined {
  const words = plain(text);
  if (words === '' || words.length > 200) return undefined;
  return (
    candidates.find((each) => spellings(each).includes(words)) ??
    candidates.find((each) => spellings(each).some((spelling) => near(words, spelling)))
  );
}

/** The label of a section that a text is, spelt as the form has it; undefined when it is none. */
export const labelIn = (section: SectionName, text: string): string | undefined =>
  matching(labelsOf(section), text)?.text;

/** The section a text is the heading of. */
export const headingOf = (text: string): SectionName | undefined => {
  const found = matching(
    SECTION_NAMES.map((section) => FORM[section].heading),
    text,
  );
  return SECTION_NAMES.find((section) => FORM[section].heading === found);
};

/** The section whose heading a text is as the form prints it, case and marks aside. */
export const printedHeadingOf = (text: string): SectionName | undefined => {
  const words = plain(text);
  return SECTION_NAMES.find((section) => plain(FORM[section].heading.text) === words);
};

/** What names a label in accounts: its section and its words. */
export const labelKey = (section: SectionName, text: string): string => `${section}: ${text}`;

/** Every label the form always has, headings included, in order. */
export const requiredLabels = (): readonly { readonly key: string; readonly text: string }[] => [
  { key: FORM_NAME, text: FORM_NAME },
  ...SECTION_NAMES.flatMap((section) =>
    [FORM[section].heading as Label, ...labelsOf(section)]
      .filter((each) => !each.optional)
      .map(({ text }) => ({ key: labelKey(section, text), text })),
  ),
];
