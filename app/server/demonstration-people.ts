import type { ProgrammeRole } from '~/core/access/directory';

/** A person of the demonstration; those without a role across the programme are named to one on a project. */
export interface DemonstrationPerson {
  readonly key: string;
  readonly name: string;
  readonly role?: ProgrammeRole;
}

/** One person a role, each with the address `<key>@example.org`. */
export const DEMONSTRATION_PEOPLE: readonly DemonstrationPerson[] = [
  { key: 'pmo', name: 'PMO officer', role: 'pmo' },
  { key: 'finance', name: 'Finance business partner', role: 'finance' },
  { key: 's151', name: 'Section 151 officer', role: 's151' },
  { key: 'sponsor', name: 'Sponsor' },
  { key: 'lead', name: 'Project lead' },
  { key: 'bau-owner', name: 'BAU owner' },
  { key: 'benefit-owner', name: 'Benefit owner' },
  { key: 'auditor', name: 'Auditor', role: 'auditor' },
  { key: 'viewer', name: 'Viewer', role: 'viewer' },
  { key: 'assurer', name: 'Assurer', role: 'assurer' },
  { key: 'administrator', name: 'Administrator', role: 'administrator' },
];

export const demonstrationEmail = (key: string): string => `${key}@example.org`;
