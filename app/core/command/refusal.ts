import type { GateNumber } from '../gates/gate-number';

/** Where something is mended: a screen of the project and, where there is one, the field and row on it. */
export interface Fix {
  readonly screen: Screen;
  readonly field?: string;
  readonly row?: string;
  readonly gate?: GateNumber;
}

export const SCREENS = [
  'overview',
  'case',
  'schedule',
  'finance',
  'benefits',
  'risks',
  'registers',
  'findings',
  'gate',
  'documents',
  'people',
  'changes',
  'history',
] as const;
export type Screen = (typeof SCREENS)[number];

/** Who can mend it: a role and, where it has come down to one, the person who holds it. */
export interface Mender {
  readonly role: string;
  readonly person?: string;
}

/** The kinds of refusal there are. A test of a refusal asserts this, never the sentence. */
export const REASONS = [
  'not-permitted',
  'separation-of-duties',
  'no-such-row',
  'withdrawn-row',
  'already-so',
  'not-legal-now',
  'withdraw-first',
  'gate-out-of-order',
  'open-submission',
  'criterion-does-not-pass',
  'condition-outstanding',
  'condition-overdue',
  'pack-changed',
  'pack-mismatch',
  'role-lost',
  'not-personal',
  'held',
  'closed',
  'narrative-required',
  'waiver-not-allowed',
  'waiver-too-long',
  'baseline-binds',
  'beyond-tolerance',
  'not-adopted',
  'stale-figure',
  'no-account',
  'unknown-person',
  'conflicting-role',
  'not-answered',
  'contradiction',
  'limit-reached',
  'not-in-demonstration',
  'duplicate',
] as const;
export type Reason = (typeof REASONS)[number];

/** Why a command is refused, in words, with what it rests on, where that is mended and by whom. */
export interface Refusal {
  readonly reason: Reason;
  readonly because: string;
  readonly criterion?: string;
  readonly field?: string;
  readonly fix?: Fix;
  readonly by?: readonly Mender[];
}

/** Builds a refusal. */
export const refusal = (
  reason: Reason,
  because: string,
  more: Omit<Refusal, 'reason' | 'because'> = {},
): Refusal => ({
  reason,
  because,
  ...more,
});
