import { z } from 'zod';
import { enteredAnswerSchema, type Answer } from '../answers/answer';
import { lineSchema, textSchema } from '../answers/text';
import { plainAnswer, saysTheSame } from '../answers/worded';
import { accept, acceptUnless } from '../command/command';
import { refusal } from '../command/refusal';
import { gateNumberSchema, type GateNumber } from '../gates/gate-number';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import { rowById } from '../project/row';
import type { Project } from '../project/state';
import { isoDaySchema } from '../time/iso-day';
import { partialDateSchema, type PartialDate } from '../time/partial-date';
import {
  alreadyPast,
  baselineBinds,
  cannotRestOn,
  gateDecided,
  notStandingDeliverable,
  notStandingMilestone,
  notYet,
} from './checks';

const answer = () => enteredAnswerSchema(partialDateSchema);
const rowId = lineSchema(100);
const forecast = () =>
  z.union([partialDateSchema, z.null()], {
    error: 'Enter a date such as Sep 2024, or nothing to take the forecast back',
  });
/** Attachment ids named as evidence. */
export const evidenceSchema = z
  .array(lineSchema(100), { error: 'Name the attachments' })
  .max(50, { error: 'Name up to 50 attachments' });
export const whySchema = textSchema(10_000).refine((why) => why.trim() !== '', 'Say why');

const listOf = <S extends z.ZodType>(item: S) =>
  z.array(item, { error: 'Send a list of rows' }).max(300, { error: 'Send up to 300 rows at a time' });

/** A field's new answer, when one is entered and it differs. */
const changed = (entered: Answer<PartialDate> | undefined, now: Answer<PartialDate> | undefined) =>
  entered && now && !saysTheSame(entered, now) ? plainAnswer(entered) : undefined;

/** Ids that stand more than once in a list: which of the entries is meant cannot be told. */
function twice(ids: readonly (string | number)[]) {
  return new Set(ids).size === ids.length
    ? []
    : [refusal('duplicate', 'A row stands twice in the list.', { fix: { screen: 'schedule' } })];
}

const setScheduleInput = z.object({
  gates: listOf(z.object({ gate: gateNumberSchema, target: answer() })),
  deliverables: listOf(
    z.object({ deliverableId: rowId, start: answer().optional(), finish: answer().optional() }),
  ),
  milestones: listOf(z.object({ milestoneId: rowId, target: answer() })),
});

function scheduleChanges({ schedule }: Project, input: z.infer<typeof setScheduleInput>) {
  const gates = input.gates.flatMap(({ gate, target }) => {
    const to = changed(target, schedule.gates[gate].target.answer);
    return to ? [{ gate, target: to }] : [];
  });
  const deliverables = input.deliverables.flatMap(({ deliverableId, start, finish }) => {
    const row = rowById(schedule.deliverables, deliverableId);
    const from = changed(start, row?.start.answer);
    const to = changed(finish, row?.finish.answer);
    return from || to
      ? [{ deliverableId, ...(from ? { start: from } : {}), ...(to ? { finish: to } : {}) }]
      : [];
  });
  const milestones = input.milestones.flatMap(({ milestoneId, target }) => {
    const to = changed(target, rowById(schedule.milestones, milestoneId)?.target.answer);
    return to ? [{ milestoneId, target: to }] : [];
  });
  return { gates, deliverables, milestones };
}

export const setSchedule = projectCommand({
  name: 'set-schedule',
  title: 'Set target dates',
  purpose:
    'Sets target dates of gates, deliverables and milestones, several in one go; not once the baseline binds them.',
  who: ['pmo', 'lead'],
  reads: ['schedule'],
  input: setScheduleInput,
  decide(project, input) {
    const changes = scheduleChanges(project, input);
    const refusals = [
      ...twice(input.gates.map(({ gate }) => gate)),
      ...twice(input.deliverables.map(({ deliverableId }) => deliverableId)),
      ...twice(input.milestones.map(({ milestoneId }) => milestoneId)),
      ...input.deliverables.flatMap(({ deliverableId }) => notStandingDeliverable(project, deliverableId)),
      ...input.milestones.flatMap(({ milestoneId }) => notStandingMilestone(project, milestoneId)),
      ...changes.gates.flatMap(({ gate }) => [
        ...gateDecided(project, gate),
        ...baselineBinds(project, `Gate ${gate}'s target`),
      ]),
      ...changes.deliverables.flatMap(({ deliverableId }) =>
        baselineBinds(
          project,
          `The target of “${rowById(project.schedule.deliverables, deliverableId)?.title ?? ''}”`,
        ),
      ),
    ];
    const nothing = Object.values(changes).every((list) => list.length === 0);
    return acceptUnless(refusals, () =>
      nothing ? [] : [happened('schedule-set', { ...changes, fromDocument: false, words: { gates: {} } })],
    );
  },
});

const forecastInput = z.object({
  gates: listOf(z.object({ gate: gateNumberSchema, date: forecast() })),
  deliverables: listOf(
    z.object({ deliverableId: rowId, start: forecast().optional(), finish: forecast().optional() }),
  ),
  milestones: listOf(z.object({ milestoneId: rowId, date: forecast() })),
  why: whySchema,
});

/** Whether a forecast entered differs from the one that stands. */
const differs = (entered: PartialDate | null | undefined, now: PartialDate | undefined): boolean =>
  entered !== undefined && (entered ?? undefined) !== now;

function forecastChanges({ schedule }: Project, input: z.infer<typeof forecastInput>) {
  return {
    gates: input.gates.filter(({ gate, date }) => differs(date, schedule.gates[gate].forecast?.date)),
    deliverables: input.deliverables.flatMap(({ deliverableId, start, finish }) => {
      const row = rowById(schedule.deliverables, deliverableId);
      const from = differs(start, row?.forecastStart?.date);
      const to = differs(finish, row?.forecastFinish?.date);
      return from || to ? [{ deliverableId, ...(from ? { start } : {}), ...(to ? { finish } : {}) }] : [];
    }),
    milestones: input.milestones.filter(({ milestoneId, date }) =>
      differs(date, rowById(schedule.milestones, milestoneId)?.forecast?.date),
    ),
  };
}

export const forecastDates = projectCommand({
  name: 'forecast-dates',
  title: 'Forecast dates',
  purpose:
    'Forecasts dates of gates, deliverables and milestones with the reason; the targets stay. Null takes one back.',
  who: ['pmo', 'lead'],
  reads: ['schedule'],
  input: forecastInput,
  decide(project, input, { today }) {
    const changes = forecastChanges(project, input);
    const refusals = [
      ...twice(input.gates.map(({ gate }) => gate)),
      ...twice(input.deliverables.map(({ deliverableId }) => deliverableId)),
      ...twice(input.milestones.map(({ milestoneId }) => milestoneId)),
      ...input.deliverables.flatMap(({ deliverableId }) => notStandingDeliverable(project, deliverableId)),
      ...input.milestones.flatMap(({ milestoneId }) => notStandingMilestone(project, milestoneId)),
      ...changes.gates.flatMap(({ gate, date }) => [
        ...gateDecided(project, gate),
        ...alreadyPast(date, today, `gates.${gate}`),
      ]),
      ...changes.deliverables.flatMap(({ deliverableId, start, finish }) => [
        ...alreadyPast(start, today, 'start', deliverableId),
        ...alreadyPast(finish, today, 'finish', deliverableId),
      ]),
      ...changes.milestones.flatMap(({ milestoneId, date }) => alreadyPast(date, today, 'date', milestoneId)),
    ];
    const nothing = Object.values(changes).every((list) => list.length === 0);
    return acceptUnless(refusals, () =>
      nothing ? [] : [happened('dates-forecast', { ...changes, words: { why: input.why } })],
    );
  },
});

export const recordActuals = projectCommand({
  name: 'record-actuals',
  title: 'Record actual dates',
  purpose: 'Records when deliverables started or finished and milestones were reached, several in one go.',
  who: ['pmo', 'lead'],
  reads: ['schedule'],
  input: z.object({
    deliverables: listOf(
      z.object({
        deliverableId: rowId,
        start: partialDateSchema.optional(),
        finish: partialDateSchema.optional(),
      }),
    ),
    milestones: listOf(z.object({ milestoneId: rowId, date: partialDateSchema })),
  }),
  decide(project, input, { today }) {
    const { schedule } = project;
    const deliverables = input.deliverables.flatMap(({ deliverableId, start, finish }) => {
      const row = rowById(schedule.deliverables, deliverableId);
      const from = start !== undefined && start !== row?.actualStart?.date;
      const to = finish !== undefined && finish !== row?.actualFinish?.date;
      return from || to ? [{ deliverableId, ...(from ? { start } : {}), ...(to ? { finish } : {}) }] : [];
    });
    const milestones = input.milestones.filter(
      ({ milestoneId, date }) => rowById(schedule.milestones, milestoneId)?.actual?.date !== date,
    );
    const refusals = [
      ...twice(input.deliverables.map(({ deliverableId }) => deliverableId)),
      ...twice(input.milestones.map(({ milestoneId }) => milestoneId)),
      ...input.deliverables.flatMap(({ deliverableId, start, finish }) => [
        ...notStandingDeliverable(project, deliverableId),
        ...(start === undefined ? [] : notYet(start, today, 'start', deliverableId)),
        ...(finish === undefined ? [] : notYet(finish, today, 'finish', deliverableId)),
      ]),
      ...input.milestones.flatMap(({ milestoneId, date }) => [
        ...notStandingMilestone(project, milestoneId),
        ...notYet(date, today, 'date', milestoneId),
      ]),
    ];
    const nothing = deliverables.length === 0 && milestones.length === 0;
    return acceptUnless(refusals, () =>
      nothing ? [] : [happened('actuals-recorded', { deliverables, milestones })],
    );
  },
});

const GATE_BEFORE_GO_LIVE: GateNumber = 3;

export const recordGoLive = projectCommand({
  name: 'record-go-live',
  title: 'Record go-live',
  purpose:
    'The BAU owner records the day of go-live with evidence; only once Gate 3 is approved, and never ahead of time.',
  who: ['bau-owner'],
  reads: ['schedule', 'gates'],
  input: z.object({ date: isoDaySchema, evidence: evidenceSchema, note: textSchema(10_000) }),
  decide(project, { date, evidence, note }, { today }) {
    const now = project.schedule.goLive;
    const same = now?.date === date && now.note === note && now.evidence.join() === evidence.join();
    if (same) return accept();
    const refusals = [
      ...notYet(date, today, 'date'),
      ...cannotRestOn(project, evidence, note),
      ...(project.gates.records[GATE_BEFORE_GO_LIVE].standing.state === 'approved'
        ? []
        : [
            refusal(
              'gate-out-of-order',
              'Go-live comes after the investment decision: Gate 3 is not approved.',
              {
                fix: { screen: 'gate', gate: GATE_BEFORE_GO_LIVE },
              },
            ),
          ]),
    ];
    return acceptUnless(refusals, () => [happened('go-live-recorded', { date, evidence, words: { note } })]);
  },
});
