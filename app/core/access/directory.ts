import type { IsoDay } from '../time/iso-day';

export const PROGRAMME_ROLES = [
  'pmo',
  'finance',
  's151',
  'assurer',
  'auditor',
  'viewer',
  'administrator',
] as const;
export type ProgrammeRole = (typeof PROGRAMME_ROLES)[number];
export const PROJECT_ROLES = ['sponsor', 'lead', 'bau-owner', 'benefit-owner'] as const;
export type ProjectRole = (typeof PROJECT_ROLES)[number];
export type Role = ProgrammeRole | ProjectRole;

/** A period in which somebody stands in for the Section 151 officer; both days included. */
export interface Delegation {
  readonly by: string;
  readonly from: IsoDay;
  readonly to: IsoDay;
}

export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly roles: readonly ProgrammeRole[];
  readonly delegations: readonly Delegation[];
}

/** The people as they stand, by id. */
export type Directory = Readonly<Record<string, PersonFacts>>;

/** A person's name for a sentence; an unknown id is shown as such, never as blank. */
export const nameOf = (directory: Directory, person: string): string =>
  directory[person]?.name ?? (person === SYSTEM_PERSON ? 'The tracker' : 'Somebody no longer listed');

/** The actor of what follows by itself. */
export const SYSTEM_PERSON = 'system';

/** Whether a person holds a programme role on a day; a delegate holds s151 in the period, and s151 holds finance. */
export function holdsProgrammeRole(
  directory: Directory,
  person: string,
  role: ProgrammeRole,
  day: IsoDay,
): boolean {
  const facts = directory[person];
  if (!facts?.active) return false;
  if (facts.roles.includes(role)) return true;
  const isS151 =
    facts.roles.includes('s151') ||
    facts.delegations.some((period) => period.from <= day && day <= period.to);
  return isS151 && (role === 's151' || role === 'finance');
}
