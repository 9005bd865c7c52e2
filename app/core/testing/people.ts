import type { Directory, PersonFacts, ProgrammeRole, ProjectRole } from '../access/directory';

/** The people of a scenario, by the part they play; each name is also the person's id. */
export const PROGRAMME_PEOPLE: Readonly<Record<string, readonly ProgrammeRole[]>> = {
  pmo: ['pmo'],
  'second-pmo': ['pmo'],
  finance: ['finance'],
  'second-finance': ['finance'],
  s151: ['s151'],
  assurer: ['assurer'],
  auditor: ['auditor'],
  viewer: ['viewer'],
  administrator: ['administrator'],
  stranger: [],
  sponsor: [],
  lead: [],
  'bau-owner': [],
  'benefit-owner': [],
  'service-manager': [],
};

/** The roles a scenario's project starts with, accepted. Nobody owns a benefit until they accept one. */
export const PROJECT_PEOPLE: Readonly<Partial<Record<ProjectRole, string>>> = {
  sponsor: 'sponsor',
  lead: 'lead',
  'bau-owner': 'bau-owner',
};

const person = (id: string, roles: readonly ProgrammeRole[], active = true): PersonFacts => ({
  id,
  name: id,
  active,
  roles,
  delegations: [],
});

/** The directory of a scenario: everybody above, and `left`, whose account is not active. */
export const scenarioDirectory: Directory = {
  ...Object.fromEntries(Object.entries(PROGRAMME_PEOPLE).map(([id, roles]) => [id, person(id, roles)])),
  left: person('left', ['pmo', 'finance'], false),
};
