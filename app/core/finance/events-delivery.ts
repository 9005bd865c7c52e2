import { z } from 'zod';
import { eventKind } from '../journal/event';
import { formatMoney } from '../money/format-money';
import { penceSchema } from '../money/pence';
import type { Project } from '../project/state';
import { formatFy, fySchema } from '../time/financial-year';
import { formatPartial, monthSchema } from '../time/partial-date';
import { callLine, cellChanges, markAt, withCell, withCells, withLine } from './line';

const on = eventKind<Project>();

const confirmedSchema = z.object({ lineId: z.string(), fys: z.array(fySchema) });

/** What becomes of a line: forecast, delivered, banked, and how the years' outcomes are explained. */
export const deliveryEvents = {
  'figures-forecast': on({
    v: 1,
    section: 'finance',
    body: z.object({
      lineId: z.string(),
      cells: z.array(z.object({ fy: fySchema, amount: penceSchema })),
      words: z.object({ why: z.string() }),
    }),
    evolve: (project, body, at) =>
      withLine(project, body.lineId, (line) =>
        withCells(line, body.cells, (cell, { amount }) => ({
          ...cell,
          forecast: { ...markAt(at), amount, why: body.words.why },
        })),
      ),
    says: (body, before) => ({
      sentence: `Figures of ${callLine(before, body.lineId)} forecast: ${body.words.why}`,
      changes: cellChanges(before, body.lineId, body.cells, {
        before: (cell) => cell.forecast && formatMoney(cell.forecast.amount),
        after: (entry) => formatMoney(entry.amount),
      }),
    }),
  }),
  'forecast-confirmed': on({
    v: 1,
    section: 'finance',
    body: confirmedSchema,
    evolve: (project, body, at) =>
      withLine(project, body.lineId, (line) =>
        withCells(
          line,
          body.fys.map((fy) => ({ fy })),
          (cell) =>
            cell.forecast ? { ...cell, forecast: { ...cell.forecast, confirmed: markAt(at) } } : cell,
        ),
      ),
    says: (body, before) => ({
      sentence: `Forecast of ${callLine(before, body.lineId)} for ${body.fys.map(formatFy).join(', ')} confirmed by finance`,
    }),
  }),
  'delivery-recorded': on({
    v: 1,
    section: 'finance',
    body: z.object({
      lineId: z.string(),
      fy: fySchema,
      amount: penceSchema,
      toDate: z.boolean(),
      evidence: z.array(z.string()),
      words: z.object({ note: z.string() }),
    }),
    evolve: (project, body, at) =>
      withLine(project, body.lineId, (line) =>
        withCell(line, body.fy, (cell) => ({
          ...cell,
          delivered: {
            ...markAt(at),
            amount: body.amount,
            toDate: body.toDate,
            evidence: body.evidence,
            note: body.words.note ?? '',
          },
        })),
      ),
    says: (body, before) => ({
      sentence: `${formatMoney(body.amount)} delivered${body.toDate ? ' to date' : ''} in ${formatFy(body.fy)} on ${callLine(before, body.lineId)}`,
      changes: cellChanges(before, body.lineId, [body], {
        before: (cell) => cell.delivered && formatMoney(cell.delivered.amount),
        after: (entry) => formatMoney(entry.amount),
      }),
    }),
  }),
  'delivery-confirmed': on({
    v: 1,
    section: 'finance',
    body: confirmedSchema,
    evolve: (project, body, at) =>
      withLine(project, body.lineId, (line) =>
        withCells(
          line,
          body.fys.map((fy) => ({ fy })),
          (cell) =>
            cell.delivered ? { ...cell, delivered: { ...cell.delivered, confirmed: markAt(at) } } : cell,
        ),
      ),
    says: (body, before) => ({
      sentence: `Delivery on ${callLine(before, body.lineId)} in ${body.fys.map(formatFy).join(', ')} confirmed by finance`,
    }),
  }),
  'saving-banked': on({
    v: 1,
    section: 'finance',
    body: z.object({
      lineId: z.string(),
      fy: fySchema,
      amount: penceSchema,
      month: monthSchema,
      permanence: z.enum(['permanent', 'one-year']),
      words: z.object({ journalReference: z.string() }),
    }),
    evolve: (project, body, at) =>
      withLine(project, body.lineId, (line) =>
        withCell(line, body.fy, ({ banking: _settled, ...cell }) => ({
          ...cell,
          banked: {
            ...markAt(at),
            amount: body.amount,
            month: body.month,
            permanence: body.permanence,
            journalReference: body.words.journalReference ?? '',
          },
        })),
      ),
    says: (body, before) => ({
      sentence: `${formatMoney(body.amount)} banked in ${formatFy(body.fy)} from ${formatPartial(body.month)}, ${body.permanence === 'permanent' ? 'permanently' : 'for one year'}, on ${callLine(before, body.lineId)}`,
      changes: cellChanges(before, body.lineId, [body], {
        before: (cell) => cell.banked && formatMoney(cell.banked.amount),
        after: (entry) => formatMoney(entry.amount),
      }),
    }),
  }),
  'banking-status-set': on({
    v: 1,
    section: 'finance',
    body: z.object({
      lineId: z.string(),
      fy: fySchema,
      status: z.enum(['scheduled', 'not-bankable']),
      words: z.object({ why: z.string() }),
    }),
    evolve: (project, body, at) =>
      withLine(project, body.lineId, (line) =>
        withCell(line, body.fy, (cell) => ({
          ...cell,
          banking: { ...markAt(at), status: body.status, why: body.words.why },
        })),
      ),
    says: (body, before) => ({
      sentence: `Banking of ${callLine(before, body.lineId)} in ${formatFy(body.fy)} ${body.status === 'scheduled' ? 'scheduled' : 'set as not bankable'}: ${body.words.why}`,
    }),
  }),
  'variance-explained': on({
    v: 1,
    section: 'finance',
    body: z.object({
      lineId: z.string(),
      fy: fySchema,
      mitigation: z.object({ amount: penceSchema, owner: z.string() }).optional(),
      words: z.object({ why: z.string(), mitigation: z.string().optional() }),
    }),
    evolve: (project, body, at) =>
      withLine(project, body.lineId, (line) =>
        withCell(line, body.fy, (cell) => ({
          ...cell,
          variance: {
            ...markAt(at),
            why: body.words.why,
            ...(body.mitigation
              ? { mitigation: { ...body.mitigation, what: body.words.mitigation ?? '' } }
              : {}),
          },
        })),
      ),
    says: (body, before, names) => ({
      sentence: `Variance of ${callLine(before, body.lineId)} in ${formatFy(body.fy)} explained: ${body.words.why}`,
      changes: body.mitigation
        ? [
            {
              what: 'Mitigation',
              after:
                `${body.words.mitigation ?? ''} ${formatMoney(body.mitigation.amount)}, ${names.person(body.mitigation.owner)}`.trim(),
            },
          ]
        : [],
    }),
  }),
};
