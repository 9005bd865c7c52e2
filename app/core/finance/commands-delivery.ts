import { z } from 'zod';
import { menderFor } from '../access/may';
import { textSchema } from '../answers/text';
import { accept, acceptUnless } from '../command/command';
import { refusal, type Refusal } from '../command/refusal';
import { penceSchema } from '../money/pence';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import { formatFy, fyInterval, fySchema, isComplete, type Fy } from '../time/financial-year';
import type { IsoDay } from '../time/iso-day';
import { attachmentsField, cellsField, filledLine, fysField, lineIdField, whyField } from './inputs';
import { cellOf } from './line';
import { attachmentFaults, leadDoesNot, notAdopted, ownWork, standingLine, yearFaults } from './obstacles';
import type { Cell } from './state';

/** Delivery goes on after the project completes. */
export const LIVES_ON = ['open', 'held', 'completed'] as const;

export const forecastFigures = projectCommand({
  name: 'forecast-figures',
  title: 'Forecast figures',
  purpose: 'Forecasts years of a line, in its convention, with the reason; it does not move the proposal.',
  who: ['lead'],
  input: z.object({
    lineId: lineIdField,
    cells: cellsField(z.object({ fy: fySchema, amount: penceSchema })),
    why: whyField,
  }),
  reads: ['finance'],
  inLife: LIVES_ON,
  decide(project, { lineId, cells, why }) {
    const { line, refusals: missing } = standingLine(project, lineId);
    if (!line) return { ok: false, refusals: missing };
    const moved = cells.filter(({ fy, amount }) => {
      const { forecast } = cellOf(line, fy);
      return forecast?.amount !== amount || forecast.why !== why;
    });
    const fys = cells.map((each) => each.fy);
    const refusals = [...notAdopted(project, line), ...yearFaults(project, fys)];
    if (refusals.length === 0 && moved.length === 0) return accept();
    return acceptUnless(refusals, () => [
      happened('figures-forecast', { lineId, cells: moved, words: { why } }),
    ]);
  },
});

type Confirmable = 'forecast' | 'delivered';

const CONFIRMING = {
  forecast: { verb: 'confirm the forecast', none: 'has no forecast to confirm', done: 'forecast' },
  delivered: {
    verb: 'confirm what was delivered',
    none: 'has no delivered figure to confirm',
    done: 'recorded',
  },
} as const;

const isOpenIn = (cell: Cell, series: Confirmable): boolean =>
  cell[series] !== undefined && !cell[series].confirmed;

const confirmation = (series: Confirmable, name: string, title: string, purpose: string) =>
  projectCommand({
    name,
    title,
    purpose,
    who: ['finance'],
    input: z.object({ lineId: lineIdField, fys: fysField }),
    reads: ['finance'],
    inLife: LIVES_ON,
    decide(project, { lineId, fys }, context) {
      const { verb, none, done } = CONFIRMING[series];
      const { line, refusals: missing } = standingLine(project, lineId);
      if (!line) return { ok: false, refusals: [...leadDoesNot(project, context, verb), ...missing] };
      const own = fys.filter((fy) => cellOf(line, fy)[series]?.by === context.actor.person);
      const refusals: readonly Refusal[] = [
        ...leadDoesNot(project, context, verb),
        ...(own.length > 0 ? [ownWork(context, verb, `${done} ${own.map(formatFy).join(', ')}`)] : []),
        ...yearFaults(project, fys, 'fys'),
        ...fys
          .filter((fy) => cellOf(line, fy)[series] === undefined)
          .map((fy) =>
            refusal('not-answered', `${formatFy(fy)} ${none}.`, {
              field: 'fys',
              fix: { screen: 'finance', row: lineId },
              by: [menderFor('lead', project)],
            }),
          ),
      ];
      const open = fys.filter((fy) => isOpenIn(cellOf(line, fy), series));
      if (refusals.length === 0 && open.length === 0) return accept();
      return acceptUnless(refusals, () => [
        happened(series === 'forecast' ? 'forecast-confirmed' : 'delivery-confirmed', { lineId, fys: open }),
      ]);
    },
  });

export const confirmForecast = confirmation(
  'forecast',
  'confirm-forecast',
  'Confirm forecast',
  'Finance confirms the forecast of years of a line; not by whoever forecast it.',
);
export const confirmDelivered = confirmation(
  'delivered',
  'confirm-delivered',
  'Confirm delivered figures',
  'Finance confirms what was delivered in years of a line; not by whoever recorded it.',
);

/** That a year that is not over is delivered to date, one that is over is delivered, one to come not at all. */
function yearToDate(fy: Fy, toDate: boolean, today: IsoDay): readonly Refusal[] {
  const year = formatFy(fy);
  if (today < fyInterval(fy).from) {
    return [refusal('contradiction', `${year} has not begun; forecast it instead.`, { field: 'fy' })];
  }
  if (!isComplete(fy, today) && !toDate) {
    return [
      refusal('contradiction', `${year} is not over: record what is delivered to date.`, { field: 'toDate' }),
    ];
  }
  if (isComplete(fy, today) && toDate) {
    return [
      refusal('contradiction', `${year} is over: record what the year delivered.`, { field: 'toDate' }),
    ];
  }
  return [];
}

export const recordDelivered = projectCommand({
  name: 'record-delivered',
  title: 'Record delivered figure',
  purpose:
    'Records what a line delivered in one year, in its convention, with evidence or a note that names it.',
  who: ['lead'],
  input: z.object({
    lineId: lineIdField,
    fy: fySchema,
    amount: penceSchema,
    toDate: z.boolean({ error: 'Say whether this is delivered to date or for the whole year' }),
    evidence: attachmentsField.optional(),
    note: textSchema(10_000).optional(),
  }),
  reads: ['finance', 'evidence'],
  inLife: LIVES_ON,
  decide(project, { lineId, fy, amount, toDate, evidence = [], note = '' }, { today }) {
    const { line, refusals: missing } = standingLine(project, lineId);
    if (!line) return { ok: false, refusals: missing };
    const refusals = [
      ...notAdopted(project, line),
      ...yearFaults(project, [fy], 'fy'),
      ...yearToDate(fy, toDate, today),
      ...attachmentFaults(project, evidence, 'evidence'),
      ...(evidence.length === 0 && !/\S/u.test(note)
        ? [refusal('not-answered', 'Attach evidence, or say in a note what shows it.', { field: 'evidence' })]
        : []),
    ];
    return acceptUnless(refusals, () => [
      happened('delivery-recorded', {
        lineId,
        fy,
        amount,
        toDate,
        evidence: [...new Set(evidence)],
        words: { note },
      }),
    ]);
  },
});

export const explainVariance = projectCommand({
  name: 'explain-variance',
  title: 'Explain variance',
  purpose: 'Explains delivered against validated and MTFS in one year, with what makes up a shortfall.',
  who: ['lead', 'finance'],
  input: z.object({
    lineId: lineIdField,
    fy: fySchema,
    why: whyField,
    mitigation: z
      .object({
        what: filledLine(1_000, 'Say what makes up the shortfall'),
        amount: penceSchema,
        owner: filledLine(100, 'Choose who owns the mitigation'),
      })
      .optional(),
  }),
  reads: ['finance'],
  inLife: LIVES_ON,
  decide(project, { lineId, fy, why, mitigation }, { external }) {
    const { line, refusals: missing } = standingLine(project, lineId);
    if (!line) return { ok: false, refusals: missing };
    const refusals = [
      ...yearFaults(project, [fy], 'fy'),
      ...(cellOf(line, fy).delivered
        ? []
        : [
            refusal('not-answered', `${formatFy(fy)} has no delivered figure to explain.`, {
              field: 'fy',
              fix: { screen: 'finance', row: lineId },
              by: [menderFor('lead', project)],
            }),
          ]),
      ...(mitigation && !external.directory[mitigation.owner]?.active
        ? [
            refusal('unknown-person', 'The owner of the mitigation has no active account.', {
              field: 'owner',
            }),
          ]
        : []),
    ];
    return acceptUnless(refusals, () => [
      happened('variance-explained', {
        lineId,
        fy,
        ...(mitigation ? { mitigation: { amount: mitigation.amount, owner: mitigation.owner } } : {}),
        words: { why, ...(mitigation ? { mitigation: mitigation.what } : {}) },
      }),
    ]);
  },
});

/** Commands that forecast, record and explain delivery. */
export const deliveryCommands = [
  forecastFigures,
  confirmForecast,
  recordDelivered,
  confirmDelivered,
  explainVariance,
];
