import { z } from 'zod';
import { nameOf, type PersonFacts } from '~/core/access/directory';
import { rolesOf } from '~/core/access/may';
import { PROGRAMME } from '~/core/programme/state';
import { ownedBy } from '~db/queries/registers';
import { endpoint } from './endpoint';
import { readAnswer, recordAnswer } from './json-answer';
import { notFound } from './problem-types';
import { dayOrNull, listOf, meSchema, personSchema, words } from './schemas';

const me = endpoint({
  name: 'read-me',
  method: 'GET',
  path: '/me',
  title: 'Me',
  purpose: 'Whose token this is, which roles they hold today, and on which projects.',
  answers: meSchema,
  async handle({ request, context, actor }) {
    const { tracker, today } = context;
    const { directory } = await tracker.external();
    const { appointments } = await ownedBy(tracker.db, actor.person);
    return readAnswer(request, {
      id: actor.person,
      name: nameOf(directory, actor.person),
      today,
      roles: rolesOf(directory, actor.person, undefined, today),
      projects: appointments.map(({ ref, projectTitle, appointment }) => ({
        ref,
        title: projectTitle,
        role: appointment.role,
        accepted: appointment.state === 'accepted',
      })),
    });
  },
});

const personIn = ({ id, name, active, roles }: PersonFacts, version: number) => ({
  id,
  name,
  active,
  roles,
  version,
});

const people = endpoint({
  name: 'list-people',
  method: 'GET',
  path: '/people',
  title: 'People',
  purpose: 'Everybody in the directory by name: ids to name owners and holders by, and their roles.',
  answers: listOf(personSchema),
  async handle({ request, context }) {
    const { directory, versions } = await context.tracker.external();
    const items = Object.values(directory)
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1))
      .map((facts) => personIn(facts, versions[`person/${facts.id}`] ?? 0));
    return readAnswer(request, { items, next: null });
  },
});

const person = endpoint({
  name: 'read-person',
  method: 'GET',
  path: '/people/{id}',
  title: 'A person',
  purpose: 'One person of the directory; the ETag is the version for If-Match.',
  answers: personSchema,
  problems: ['not-found'],
  async handle({ params, context }) {
    const found = await context.tracker.readState('person', params['id'] ?? '');
    if (!found) return notFound('There is nobody of this id.');
    return recordAnswer(found.version, personIn(found.facts, found.version));
  },
});

const programme = endpoint({
  name: 'read-programme',
  method: 'GET',
  path: '/programme',
  title: 'The programme',
  purpose: 'The programme’s names and settings and the business day; the ETag is the version for If-Match.',
  answers: z.object({
    programmeName: words,
    organisation: words,
    goLiveMonthCounts: z.boolean(),
    demonstration: z.boolean(),
    today: words,
    movedTo: dayOrNull,
    version: z.int(),
  }),
  problems: ['not-found'],
  async handle({ context }) {
    const found = await context.tracker.readState('programme', PROGRAMME);
    if (!found) return notFound('The programme has not begun.');
    const { version, settings, day } = found;
    return recordAnswer(version, { ...settings, today: context.today, movedTo: day ?? null, version });
  },
});

const framework = endpoint({
  name: 'read-framework',
  method: 'GET',
  path: '/frameworks/{id}',
  title: 'A gate framework',
  purpose:
    'Every version of a framework: stages, deciders and criteria; the ETag is the version for If-Match.',
  answers: z.object({ id: words, version: z.int(), versions: z.array(z.looseObject({ version: z.int() })) }),
  problems: ['not-found'],
  async handle({ params, context }) {
    const found = await context.tracker.readState('framework', params['id'] ?? '');
    if (!found) return notFound('There is no framework of this id.');
    const { id, version, versions } = found;
    return recordAnswer(version, { id, version, versions });
  },
});

/** The endpoints of people, the programme and its frameworks. */
export const peopleEndpoints = [me, people, person, programme, framework];
