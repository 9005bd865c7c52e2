import type { Directory, PersonFacts, ProgrammeRole } from '~/core/access/directory';
import type { External } from '~/core/command/context';
import { frameworkV1 } from '~/core/gates/framework-v1';

const person = (
  id: string,
  roles: readonly ProgrammeRole[],
  more: Partial<PersonFacts> = {},
): PersonFacts => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  active: true,
  roles,
  delegations: [],
  ...more,
});

/** Everybody of a walk: several to a role, some with two, a delegate, and an account that is closed. */
export const WALK_DIRECTORY: Directory = Object.fromEntries(
  [
    person('pmo', ['pmo']),
    person('second-pmo', ['pmo']),
    person('finance', ['finance']),
    person('second-finance', ['finance']),
    person('third-finance', ['finance']),
    person('s151', ['s151']),
    person('delegate', [], { delegations: [{ by: 's151', from: '2023-01-01', to: '2031-12-31' }] }),
    person('assurer', ['assurer']),
    person('auditor', ['auditor']),
    person('administrator', ['administrator']),
    person('pmo-and-finance', ['pmo', 'finance']),
    person('sponsor', []),
    person('second-sponsor', []),
    person('finance-sponsor', ['finance']),
    person('lead', []),
    person('second-lead', []),
    person('finance-lead', ['finance']),
    person('bau-owner', []),
    person('benefit-owner', []),
    person('stranger', []),
    person('left', ['pmo', 'finance', 's151'], { active: false }),
  ].map((each) => [each.id, each]),
);

export const PEOPLE: readonly string[] = Object.keys(WALK_DIRECTORY);

/** What the other streams say when a walk begins. */
export const WALK_EXTERNAL: External = {
  directory: WALK_DIRECTORY,
  framework: frameworkV1,
  settings: {
    programmeName: 'Transformation Programme',
    organisation: 'The Council',
    goLiveMonthCounts: false,
    demonstration: false,
  },
  versions: {},
  projectRefs: ['RX-001', 'RX-002'],
};
