import type { Field } from '../project/field';
import type { Pence } from '../money/pence';
import type { Mark } from '../project/row';

/** The text fields of the form, by the section they are answered in. A list is one entry a line. */
export const TEXT_FIELDS = {
  title: { section: 'information', label: 'Project title', shape: 'line' },
  stageStated: { section: 'information', label: 'Current stage / gate, as stated', shape: 'line' },
  theme: { section: 'information', label: 'Transformation theme', shape: 'line' },
  contributoryThemes: {
    section: 'information',
    label: 'Contributory transformation theme(s)',
    shape: 'line',
  },
  department: { section: 'information', label: 'Department and team', shape: 'line' },
  sponsorStated: { section: 'information', label: 'Project sponsor, as stated', shape: 'line' },
  leadStated: { section: 'information', label: 'Project lead, as stated', shape: 'line' },
  opportunity: { section: 'opportunity', label: 'Opportunity', shape: 'text' },
  scopeIn: { section: 'scope', label: 'In scope', shape: 'text' },
  scopeOut: { section: 'scope', label: 'Out of scope', shape: 'text' },
  objectives: { section: 'objectives', label: 'Objectives', shape: 'list' },
  currentPosition: {
    section: 'current-position',
    label: 'Assessment of the current position',
    shape: 'list',
  },
  proposedChanges: { section: 'proposed-changes', label: 'Proposed changes', shape: 'list' },
  savingsNote: { section: 'finance-notes', label: 'Savings category note', shape: 'text' },
  mtfsCaveat: { section: 'finance-notes', label: 'Transformation Programme and MTFS', shape: 'text' },
  directTeam: { section: 'stakeholders', label: 'Direct team', shape: 'text' },
  governance: {
    section: 'stakeholders',
    label: 'Stakeholders: governance and decision making',
    shape: 'text',
  },
  customers: { section: 'stakeholders', label: 'Stakeholders: customers / beneficiaries', shape: 'text' },
  providers: {
    section: 'stakeholders',
    label: 'Stakeholders: providers / delivery teams / partners',
    shape: 'text',
  },
} as const satisfies Record<string, { section: string; label: string; shape: 'line' | 'text' | 'list' }>;

export type TextField = keyof typeof TEXT_FIELDS;
export type CaseSection = (typeof TEXT_FIELDS)[TextField]['section'];

/** The case as the form has it. */
export interface Case {
  readonly text: Readonly<Record<TextField, Field<string>>>;
  readonly qualification: {
    readonly financialBenefits: Field<Pence>;
    readonly effort: Field<number>;
    readonly impact: Field<number>;
  };
  /** The four stakeholder answers confirmed by a person, as they stood. */
  readonly stakeholdersConfirmed?: Mark;
  /** The lead's word on whether the cost baselines cover the scope. */
  readonly costBaselinesCover?: Mark & { readonly covers: boolean };
  readonly procurement: {
    /** Chosen procurement or delivery route, for criteria that ask whether anything is bought. */
    readonly buying: Field<boolean>;
  };
}
