import { z } from 'zod';
import {
  benefitRegister,
  conditionRegister,
  riskRegister,
  savingRegister,
  scheduleRegister,
} from '~db/queries/registers';
import { endpoint, type ApiCall } from './endpoint';
import { readAnswer } from './json-answer';
import { invalid, notFound } from './problem-types';
import {
  cursorQuery,
  flagQuery,
  limitQuery,
  nextAfter,
  numberQuery,
  pageOf,
  wordsQuery,
  type PageOf,
} from './query';
import {
  benefitSchema,
  conditionSchema,
  milestoneSchema,
  riskSchema,
  savingSchema,
} from './register-schemas';
import { listOf } from './schemas';

const paged = { limit: limitQuery, cursor: cursorQuery, project: wordsQuery };
type Paged = { readonly limit?: number; readonly cursor?: string; readonly project?: string };
type Which = { readonly limit: number; readonly offset: number; readonly project?: string };

/** One page of a register; one row more is read than is shown, to know whether there is a next page. */
async function page<Q extends Paged, Row>(
  call: ApiCall<Q>,
  read: (which: Which) => Promise<readonly Row[]>,
  shown: (row: Row) => unknown,
): Promise<Response> {
  const { query, context, request } = call;
  const at = pageOf(query);
  if (!at) return noCursor();
  const project = query.project === undefined ? undefined : await context.tracker.projectByRef(query.project);
  if (query.project !== undefined && project === undefined)
    return notFound(`There is no project ${query.project}.`);
  const rows = await read({
    limit: at.limit + 1,
    offset: at.offset,
    ...(project === undefined ? {} : { project }),
  });
  return onePage(request, at, rows, shown);
}

/** The answer of a page from rows of which the last may already be of the next one. */
export function onePage<Row>(
  request: Request,
  at: PageOf,
  rows: readonly Row[],
  shown: (row: Row) => unknown,
): Response {
  const items = rows.slice(0, at.limit).map(shown);
  return readAnswer(request, { items, next: rows.length > at.limit ? nextAfter(request.url, at) : null });
}

export const noCursor = (): Response =>
  invalid([{ parameter: 'cursor', message: 'This is no cursor: follow the next of an answer' }]);

/** Only the members a schema has, in its order: what a row has besides is the store's own business. */
const only = <S extends z.ZodObject>(schema: S, row: Readonly<Record<string, unknown>>): unknown =>
  Object.fromEntries(Object.keys(schema.shape).map((name) => [name, row[name]]));

const savings = endpoint({
  name: 'list-savings',
  method: 'GET',
  path: '/savings',
  title: 'Savings',
  purpose:
    'The figures of every money line, by project, line, financial year and series; amounts as entered.',
  query: z.object({ ...paged, fy: numberQuery('fy', 1990, 2100) }),
  answers: listOf(savingSchema),
  problems: ['not-found'],
  handle: (call) =>
    page(
      call,
      (which) =>
        savingRegister(call.context.tracker.db, {
          ...which,
          ...(call.query.fy === undefined ? {} : { fy: call.query.fy }),
        }),
      ({ figure, ...named }) => only(savingSchema, { ...figure, ...named }),
    ),
});

const risks = endpoint({
  name: 'list-risks',
  method: 'GET',
  path: '/risks',
  title: 'Risks',
  purpose: 'The risks of all projects, the highest scores first; `open=true` leaves out those closed.',
  query: z.object({ ...paged, open: flagQuery('open') }),
  answers: listOf(riskSchema),
  problems: ['not-found'],
  handle: (call) =>
    page(
      call,
      (which) => riskRegister(call.context.tracker.db, { ...which, openOnly: call.query.open === true }),
      ({ risk, ...named }) => only(riskSchema, { ...risk, riskRef: risk.ref, ...named }),
    ),
});

const milestones = endpoint({
  name: 'list-milestones',
  method: 'GET',
  path: '/milestones',
  title: 'Milestones',
  purpose:
    'Milestones and deliverables of all projects, by their current date; `overdue=true` only those late.',
  query: z.object({ ...paged, overdue: flagQuery('overdue') }),
  answers: listOf(milestoneSchema),
  problems: ['not-found'],
  handle: (call) => {
    const { today, tracker } = call.context;
    return page(
      call,
      (which) =>
        scheduleRegister(tracker.db, { ...which, ...(call.query.overdue ? { overdueOn: today } : {}) }),
      ({ item, ...named }) =>
        only(milestoneSchema, {
          ...item,
          ...named,
          overdue: !item.done && item.currentTo !== null && item.currentTo < today,
        }),
    );
  },
});

const benefits = endpoint({
  name: 'list-benefits',
  method: 'GET',
  path: '/benefits',
  title: 'Benefits',
  purpose: 'The non-cashable benefits of all projects, with owner, measure, target and latest reading.',
  query: z.object(paged),
  answers: listOf(benefitSchema),
  problems: ['not-found'],
  handle: (call) =>
    page(
      call,
      (which) => benefitRegister(call.context.tracker.db, which),
      ({ benefit, ...named }) => only(benefitSchema, { ...benefit, ...named }),
    ),
});

const conditions = endpoint({
  name: 'list-conditions',
  method: 'GET',
  path: '/conditions',
  title: 'Conditions',
  purpose:
    'The conditions of all projects, the soonest due first; `open=true` leaves out those confirmed or withdrawn, `overdue=true` those not yet due too.',
  query: z.object({ ...paged, open: flagQuery('open'), overdue: flagQuery('overdue') }),
  answers: listOf(conditionSchema),
  problems: ['not-found'],
  handle: (call) => {
    const { today, tracker } = call.context;
    const { open, overdue } = call.query;
    return page(
      call,
      (which) =>
        conditionRegister(tracker.db, {
          ...which,
          openOnly: open === true,
          ...(overdue ? { overdueOn: today } : {}),
        }),
      ({ condition, ...named }) =>
        only(conditionSchema, {
          ...condition,
          ...named,
          overdue: ['open', 'closed'].includes(condition.state) && condition.due < today,
        }),
    );
  },
});

/** The registers across the programme. */
export const registerEndpoints = [savings, risks, milestones, benefits, conditions];
