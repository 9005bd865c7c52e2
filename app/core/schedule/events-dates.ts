import { z } from 'zod';
import { plainAnswerSchema, wordedAnswer } from '../answers/worded';
import { withDerivedTerms } from '../finance/start-month';
import { gateNumberSchema, type GateNumber } from '../gates/gate-number';
import { eventKind, type At } from '../journal/event';
import { answered } from '../project/field';
import { replaceRow } from '../project/row';
import type { Project } from '../project/state';
import { isoDaySchema, shortDay } from '../time/iso-day';
import { partialDateSchema, type PartialDate } from '../time/partial-date';
import { change, moveChanges, setChanges } from './say-dates';
import { type Actual, type Deliverable, type GateDates, type Milestone, type Schedule } from './state';

const on = eventKind<Project>();

const dateAnswer = plainAnswerSchema(partialDateSchema);
/** A forecast date, or null to take the forecast back. */
const forecastSchema = partialDateSchema.nullable();

export const scheduleSetSchema = z.object({
  gates: z.array(z.object({ gate: gateNumberSchema, target: dateAnswer })),
  deliverables: z.array(
    z.object({ deliverableId: z.string(), start: dateAnswer.optional(), finish: dateAnswer.optional() }),
  ),
  milestones: z.array(z.object({ milestoneId: z.string(), target: dateAnswer })),
  fromDocument: z.boolean(),
  /** A document's own words of the gates' dates, by gate. */
  words: z.object({ gates: z.record(z.string(), z.string()) }),
});
export type ScheduleSet = z.infer<typeof scheduleSetSchema>;

const datesForecastSchema = z.object({
  gates: z.array(z.object({ gate: gateNumberSchema, date: forecastSchema })),
  deliverables: z.array(
    z.object({
      deliverableId: z.string(),
      start: forecastSchema.optional(),
      finish: forecastSchema.optional(),
    }),
  ),
  milestones: z.array(z.object({ milestoneId: z.string(), date: forecastSchema })),
  words: z.object({ why: z.string() }),
});

const actualsSchema = z.object({
  deliverables: z.array(
    z.object({
      deliverableId: z.string(),
      start: partialDateSchema.optional(),
      finish: partialDateSchema.optional(),
    }),
  ),
  milestones: z.array(z.object({ milestoneId: z.string(), date: partialDateSchema })),
});

const movedSchema = z.object({
  changeRequestId: z.string(),
  gates: z.array(z.object({ gate: gateNumberSchema, to: partialDateSchema })),
  deliverables: z.array(
    z.object({
      deliverableId: z.string(),
      start: partialDateSchema.optional(),
      finish: partialDateSchema.optional(),
    }),
  ),
});

const mark = (at: At) => ({ by: at.actor, day: at.day, seq: at.seq });

/** The project with its schedule changed; lines that start at go-live have new terms when that moved. */
export function reschedule(project: Project, at: At, change: (schedule: Schedule) => Schedule): Project {
  return withDerivedTerms(project, { ...project, schedule: change(project.schedule) }, at.seq);
}

const withGateDates = (
  schedule: Schedule,
  gate: GateNumber,
  change: (dates: GateDates) => GateDates,
): Schedule => ({
  ...schedule,
  gates: { ...schedule.gates, [gate]: change(schedule.gates[gate]) },
});

/** The schedule with one deliverable changed. */
export const withDeliverable = (
  schedule: Schedule,
  id: string,
  change: (deliverable: Deliverable) => Deliverable,
): Schedule => ({ ...schedule, deliverables: replaceRow(schedule.deliverables, id, change) });

/** The schedule with one milestone changed. */
export const withMilestone = (
  schedule: Schedule,
  id: string,
  change: (milestone: Milestone) => Milestone,
): Schedule => ({ ...schedule, milestones: replaceRow(schedule.milestones, id, change) });

const inTurn = <E>(
  schedule: Schedule,
  entries: readonly E[],
  step: (schedule: Schedule, entry: E) => Schedule,
) => entries.reduce(step, schedule);

function setDates(schedule: Schedule, body: ScheduleSet, at: At): Schedule {
  const { fromDocument, words } = body;
  const gates = inTurn(schedule, body.gates, (next, { gate, target }) =>
    withGateDates(next, gate, (dates) => ({
      ...dates,
      target: answered(dates.target, wordedAnswer(target, words.gates[String(gate)]), at, fromDocument),
    })),
  );
  const deliverables = inTurn(gates, body.deliverables, (next, { deliverableId, start, finish }) =>
    withDeliverable(next, deliverableId, (each) => ({
      ...each,
      start: start ? answered(each.start, start, at) : each.start,
      finish: finish ? answered(each.finish, finish, at) : each.finish,
      amended: mark(at),
    })),
  );
  return inTurn(deliverables, body.milestones, (next, { milestoneId, target }) =>
    withMilestone(next, milestoneId, (each) => ({
      ...each,
      target: answered(each.target, target, at),
      amended: mark(at),
    })),
  );
}

function forecastDates(schedule: Schedule, body: z.infer<typeof datesForecastSchema>, at: At): Schedule {
  const forecast = (date: PartialDate) => ({ ...mark(at), date, why: body.words.why });
  const gates = inTurn(schedule, body.gates, (next, { gate, date }) =>
    withGateDates(next, gate, ({ forecast: _before, ...dates }) =>
      date === null ? dates : { ...dates, forecast: forecast(date) },
    ),
  );
  const deliverables = inTurn(gates, body.deliverables, (next, { deliverableId, start, finish }) =>
    withDeliverable(next, deliverableId, ({ forecastStart, forecastFinish, ...each }) => {
      const from = start === undefined ? forecastStart : start === null ? undefined : forecast(start);
      const to = finish === undefined ? forecastFinish : finish === null ? undefined : forecast(finish);
      return { ...each, ...(from ? { forecastStart: from } : {}), ...(to ? { forecastFinish: to } : {}) };
    }),
  );
  return inTurn(deliverables, body.milestones, (next, { milestoneId, date }) =>
    withMilestone(next, milestoneId, ({ forecast: _before, ...each }) =>
      date === null ? each : { ...each, forecast: forecast(date) },
    ),
  );
}

function recordActuals(schedule: Schedule, body: z.infer<typeof actualsSchema>, at: At): Schedule {
  const actual = (date: PartialDate): Actual => ({ ...mark(at), date });
  const deliverables = inTurn(schedule, body.deliverables, (next, { deliverableId, start, finish }) =>
    withDeliverable(next, deliverableId, (each) => ({
      ...each,
      ...(start ? { actualStart: actual(start) } : {}),
      ...(finish ? { actualFinish: actual(finish) } : {}),
    })),
  );
  return inTurn(deliverables, body.milestones, (next, { milestoneId, date }) =>
    withMilestone(next, milestoneId, (each) => ({ ...each, actual: actual(date) })),
  );
}

function moveByChange(schedule: Schedule, body: z.infer<typeof movedSchema>, at: At): Schedule {
  const to = (date: PartialDate) => ({ state: 'given', value: date }) as const;
  const gates = inTurn(schedule, body.gates, (next, move) =>
    withGateDates(next, move.gate, ({ forecast: _before, ...dates }) => ({
      ...dates,
      target: answered(dates.target, to(move.to), at),
    })),
  );
  return inTurn(gates, body.deliverables, (next, { deliverableId, start, finish }) =>
    withDeliverable(next, deliverableId, ({ forecastStart, forecastFinish, ...each }) => ({
      ...each,
      ...(forecastStart && !start ? { forecastStart } : {}),
      ...(forecastFinish && !finish ? { forecastFinish } : {}),
      start: start ? answered(each.start, to(start), at) : each.start,
      finish: finish ? answered(each.finish, to(finish), at) : each.finish,
      amended: mark(at),
    })),
  );
}

/** Dates: targets set, forecasts, actuals, what a change request moved, and go-live. */
export const dateEvents = {
  'schedule-set': on({
    v: 1,
    section: 'schedule',
    body: scheduleSetSchema,
    evolve: (project, body, at) => reschedule(project, at, (schedule) => setDates(schedule, body, at)),
    says: (body, before) => ({
      sentence: body.fromDocument ? 'Target dates taken from the document' : 'Target dates set',
      changes: setChanges(body, before, before),
    }),
  }),
  'dates-forecast': on({
    v: 1,
    section: 'schedule',
    body: datesForecastSchema,
    evolve: (project, body, at) => reschedule(project, at, (schedule) => forecastDates(schedule, body, at)),
    says: (body, before) => ({
      sentence: `Dates forecast: ${body.words.why}`,
      changes: moveChanges(body, before),
    }),
  }),
  'actuals-recorded': on({
    v: 1,
    section: 'schedule',
    body: actualsSchema,
    evolve: (project, body, at) => reschedule(project, at, (schedule) => recordActuals(schedule, body, at)),
    says: (body, before) => ({ sentence: 'Actual dates recorded', changes: moveChanges(body, before) }),
  }),
  // Emitted on a change request's last approval: the new date is the target, and no forecast stands beside it.
  'schedule-moved-by-change': on({
    v: 1,
    section: 'schedule',
    body: movedSchema,
    evolve: (project, body, at) => reschedule(project, at, (schedule) => moveByChange(schedule, body, at)),
    says: (body, before) => ({
      sentence: 'Target dates moved by an approved change request',
      changes: moveChanges(
        { gates: body.gates.map(({ gate, to }) => ({ gate, date: to })), deliverables: body.deliverables },
        before,
      ),
    }),
  }),
  'go-live-recorded': on({
    v: 1,
    section: 'schedule',
    body: z.object({
      date: isoDaySchema,
      evidence: z.array(z.string()),
      words: z.object({ note: z.string() }),
    }),
    evolve: (project, { date, evidence, words }, at) =>
      reschedule(project, at, (schedule) => ({
        ...schedule,
        goLive: { ...mark(at), date, evidence, note: words.note },
      })),
    says: ({ date }, before) => ({
      sentence: `Went live on ${shortDay(date)}`,
      changes: before.schedule.goLive
        ? [change('Actual go-live', shortDay(before.schedule.goLive.date), shortDay(date))]
        : [],
    }),
  }),
};
