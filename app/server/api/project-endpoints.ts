import { z } from 'zod';
import { explainedFindings, givenOn } from '~/core/findings/open-findings';
import { streamName } from '~/core/journal/event';
import { formatDay, type IsoDay } from '~/core/time/iso-day';
import type { Reader } from '~db/dialect/writer';
import { listProjects, PROJECT_ORDERS, type ProjectFilter, type ProjectListed } from '~db/queries/projects';
import { firstListedDay, listProjectsAsAt } from '~db/queries/projects-as-at';
import { endpoint } from './endpoint';
import { readAnswer, recordAnswer } from './json-answer';
import { projectAsAt, refuseDayToCome } from './open-project';
import { notFound } from './problem-types';
import { cursorQuery, dayQuery, flagQuery, limitQuery, numberQuery, pageOf, wordsQuery } from './query';
import { noCursor, onePage } from './register-endpoints';
import { findingSchema, listedProjectSchema, listOf, projectSchema, toldEventSchema } from './schemas';
import { stateBefore, tell } from './tell';

const listQuery = z.object({
  limit: limitQuery,
  cursor: cursorQuery,
  search: wordsQuery,
  theme: wordsQuery,
  life: z.enum(['open', 'held', 'closed', 'completed'], 'life is open, held, closed or completed').optional(),
  nextGate: numberQuery('nextGate', 0, 5),
  person: wordsQuery,
  overdue: flagQuery('overdue'),
  sort: z.enum(PROJECT_ORDERS, `sort is one of ${PROJECT_ORDERS.join(', ')}`).optional(),
  descending: flagQuery('descending'),
  asAt: dayQuery('asAt'),
});
type ListQuery = z.output<typeof listQuery>;

function filterOf({ search, theme, life, nextGate, person, overdue }: ListQuery): ProjectFilter {
  return {
    ...(search === undefined ? {} : { search }),
    ...(theme === undefined ? {} : { theme }),
    ...(life === undefined ? {} : { life }),
    ...(nextGate === undefined ? {} : { nextGate }),
    ...(person === undefined ? {} : { person }),
    ...(overdue === undefined ? {} : { overdueOnly: overdue }),
  };
}

const listed = (row: ProjectListed): unknown => {
  const all: Readonly<Record<string, unknown>> = { ...row, id: row.project };
  return Object.fromEntries(Object.keys(listedProjectSchema.shape).map((name) => [name, all[name]]));
};

/** Refuses a day before there was any project. Throws the problem 404. */
async function refuseBeforeFirst(db: Reader, day: IsoDay): Promise<void> {
  const first = await firstListedDay(db);
  if (first === undefined || day < first)
    throw notFound(`There was no project yet at the end of ${formatDay(day)}.`);
}

const list = endpoint({
  name: 'list-projects',
  method: 'GET',
  path: '/projects',
  title: 'Projects',
  purpose:
    'The projects of the programme with stage, next gate and totals, as they stand or with `asAt` as they stood at the end of that day; everything given as a filter must hold.',
  query: listQuery,
  answers: listOf(listedProjectSchema),
  async handle({ query, context, request }) {
    const at = pageOf(query);
    if (!at) return noCursor();
    const { today, tracker } = context;
    refuseDayToCome(query.asAt, today);
    const page = {
      ...(query.sort === undefined ? {} : { order: query.sort }),
      descending: query.descending === true,
      limit: at.limit + 1,
      offset: at.offset,
    };
    const { projects } =
      query.asAt === undefined
        ? await listProjects(tracker.db, today, filterOf(query), page)
        : await listProjectsAsAt(tracker.db, query.asAt, filterOf(query), page);
    if (query.asAt !== undefined && projects.length === 0) await refuseBeforeFirst(tracker.db, query.asAt);
    return onePage(request, at, projects, listed);
  },
});

const read = endpoint({
  name: 'read-project',
  method: 'GET',
  path: '/projects/{ref}',
  title: 'A project',
  purpose:
    'The whole record of a project as it stands, or with `asAt` as it stood at the end of that day. The ETag of the record as it stands is its version, for If-Match.',
  query: z.object({ asAt: dayQuery('asAt') }),
  answers: projectSchema,
  problems: ['not-found'],
  async handle(call) {
    const { asAt } = call.query;
    const { project: record, withhold } = await projectAsAt(call, asAt);
    const { id, ref, version } = record;
    const body = withhold({ id, ref, version, asAt: asAt ?? null, record });
    return asAt === undefined ? recordAnswer(version, body) : readAnswer(call.request, body);
  },
});

const events = endpoint({
  name: 'list-events',
  method: 'GET',
  path: '/projects/{ref}/events',
  title: 'History of a project',
  purpose:
    'What was done to a project, oldest first: who, when, a sentence, and what stood before and after. `after` leaves out the events up to that version, `asAt` those after the end of that day.',
  query: z.object({
    limit: limitQuery,
    cursor: cursorQuery,
    after: numberQuery('after', 0, 999_999_999),
    asAt: dayQuery('asAt'),
  }),
  answers: listOf(toldEventSchema),
  problems: ['not-found'],
  async handle(call) {
    const at = pageOf(call.query);
    if (!at) return noCursor();
    const { tracker } = call.context;
    const { project, external, withhold } = await projectAsAt(call, call.query.asAt);
    const from = (call.query.after ?? 0) + at.offset;
    const found = await tracker.events(streamName('project', project.id), {
      after: from,
      upTo: Math.min(from + at.limit + 1, project.version),
    });
    const before = await stateBefore(tracker, 'project', project.id, from + 1);
    const told = tell(tracker, 'project', found, before, external.directory);
    return onePage(call.request, at, withhold(told), (event) => event);
  },
});

const findings = endpoint({
  name: 'list-findings',
  method: 'GET',
  path: '/projects/{ref}/findings',
  title: 'Findings on a project',
  purpose:
    'What the case check finds, with the facts, the arithmetic, the field that mends it and any explanation; with `asAt` as it would have found at the end of that day.',
  query: z.object({ asAt: dayQuery('asAt') }),
  answers: listOf(findingSchema),
  problems: ['not-found'],
  async handle(call) {
    const { project, external, today, withhold } = await projectAsAt(call, call.query.asAt);
    const found = explainedFindings(project, givenOn(external, today));
    return readAnswer(call.request, withhold({ items: found, next: null }));
  },
});

/** The endpoints that read projects. */
export const projectEndpoints = [list, read, events, findings];
