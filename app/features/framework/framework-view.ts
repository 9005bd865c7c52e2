import type { FrameworkVersion } from '~/core/gates/framework';

export interface CriterionShown {
  readonly id: string;
  readonly gate: number;
  readonly task: string;
  readonly wording: string;
  readonly kind: 'computed' | 'evidence' | 'sign-off';
  readonly level: 'mandatory' | 'waivable' | 'advisory' | 'advisory-below-threshold';
  readonly standing: boolean;
  readonly on: boolean;
  readonly owner: string;
  readonly authority: string | undefined;
  readonly parameters: readonly { readonly name: string; readonly value: number }[];
}

export interface GateShown {
  readonly gate: number;
  readonly stage: string;
  readonly decision: string;
  readonly deciders: readonly string[];
  readonly criteria: readonly CriterionShown[];
}

/** One version of the framework, its criteria under their gates. */
export type FrameworkShown = Omit<FrameworkVersion, 'criteria' | 'deciders' | 'stages'> & {
  readonly gates: readonly GateShown[];
};

export interface FrameworkPageProps {
  readonly framework: FrameworkShown;
  /** Every version published. */
  readonly versions: readonly number[];
  readonly published: { readonly on: string; readonly by: string } | undefined;
}

/** The id of a criterion's element on the page of the gate rules. */
export const criterionAnchor = (id: string): string => `criterion-${id}`;

/** The page of the gate rules, at one criterion, in the version a project is decided by. */
export const criterionHref = (id: string, version: number): string =>
  `/framework?version=${version}#${criterionAnchor(id)}`;

/** "60%" of hundredths of a per cent. */
export const percent = (basisPoints: number): string => `${String(basisPoints / 100)}%`;
