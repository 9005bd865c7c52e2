import { z } from 'zod';
import type { Answer } from '../answers/answer';
import { eventKind, type At } from '../journal/event';
import { formatMoney } from '../money/format-money';
import { basisPointsSchema, penceSchema, type Pence } from '../money/pence';
import type { Project } from '../project/state';
import { formatFy, fySchema } from '../time/financial-year';
import { formatPartial, monthSchema } from '../time/partial-date';
import { cellAnswerSchema } from './events-lines';
import { callLine, cellChanges, lineById, markAt, sayAnswer, withCell, withCells, withLine } from './line';
import { isStale, type Cell, type MoneyLine, type Validation } from './state';

/** The most that is added to investment for optimism, in basis points: three times as much again. */
export const MOST_UPLIFT = 30_000;

const on = eventKind<Project>();

const validatedCellSchema = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('confidence'),
    fy: fySchema,
    confidence: basisPointsSchema,
    amount: penceSchema,
    of: cellAnswerSchema,
  }),
  z.object({ method: z.literal('figure'), fy: fySchema, amount: penceSchema, of: cellAnswerSchema }),
]);

/** Confidence in words: "62.5%". */
export const sayConfidence = (basisPoints: number): string => `${basisPoints / 100}%`;

/** A validation in words: "£100,000 (50% of £200,000)". */
export const sayValidation = (
  cell: Pick<Validation, 'amount' | 'of'> & { method: string; confidence?: number },
): string =>
  cell.method === 'confidence' && cell.confidence !== undefined
    ? `${formatMoney(cell.amount)} (${sayConfidence(cell.confidence)} of ${sayAnswer(cell.of)})`
    : `${formatMoney(cell.amount)} (finance's figure)`;

function sayBefore(line: MoneyLine | undefined, cell: Cell): string | undefined {
  if (!line || !cell.validated) return undefined;
  return `${sayValidation(cell.validated)}${isStale(line, cell) ? ', stale' : ''}`;
}

/** The cell with the figure of a budget round; what another round took is kept beside it, what this one took before is not. */
function withRound(
  { mtfs, mtfsEarlier = [], ...cell }: Cell,
  amount: Answer<Pence>,
  round: string,
  at: At,
): Cell {
  const earlier = [...mtfsEarlier, ...(mtfs ? [mtfs] : [])].filter((each) => each.round !== round);
  return {
    ...cell,
    mtfs: { ...markAt(at), amount, round },
    ...(earlier.length > 0 ? { mtfsEarlier: earlier } : {}),
  };
}

/** What finance alone records: validations, MTFS figures, the gap explained, the month a budget falls. */
export const validationEvents = {
  'figures-validated': on({
    v: 1,
    section: 'finance',
    body: z.object({
      lineId: z.string(),
      cells: z.array(validatedCellSchema),
      /** Basis by FY. */
      words: z.object({ basis: z.record(z.string(), z.string()).optional() }),
    }),
    evolve: (project, body, at) =>
      withLine(project, body.lineId, (line) =>
        withCells(line, body.cells, (cell, entry) => {
          const { fy: _fy, ...validation } = entry;
          const basis = body.words.basis?.[String(entry.fy)] ?? '';
          return { ...cell, validated: { ...validation, ...markAt(at), basis } };
        }),
      ),
    says: (body, before) => ({
      sentence: `Figures of ${callLine(before, body.lineId)} validated`,
      changes: cellChanges(before, body.lineId, body.cells, {
        before: (cell) => sayBefore(lineById(before, body.lineId), cell),
        after: sayValidation,
      }),
    }),
  }),
  'mtfs-recorded': on({
    v: 1,
    section: 'finance',
    body: z.object({
      lineId: z.string(),
      cells: z.array(z.object({ fy: fySchema, answer: cellAnswerSchema })),
      words: z.object({ round: z.string() }),
    }),
    evolve: (project, body, at) =>
      withLine(project, body.lineId, (line) =>
        withCells(line, body.cells, (cell, { answer }) =>
          withRound(cell, answer, body.words.round ?? '', at),
        ),
      ),
    says: (body, before) => ({
      sentence: `MTFS figures of ${callLine(before, body.lineId)} recorded from ${body.words.round}`,
      changes: cellChanges(before, body.lineId, body.cells, {
        before: (cell) => cell.mtfs && sayAnswer(cell.mtfs.amount),
        after: (entry) => sayAnswer(entry.answer),
      }),
    }),
  }),
  'gap-explained': on({
    v: 1,
    section: 'finance',
    body: z.object({
      lineId: z.string(),
      fy: fySchema,
      /** The gap as it stood: MTFS − validated, compared as effects. */
      amount: penceSchema,
      words: z.object({ why: z.string() }),
    }),
    evolve: (project, body, at) =>
      withLine(project, body.lineId, (line) =>
        withCell(line, body.fy, ({ gapParts: _settled, ...cell }) => ({
          ...cell,
          gapExplained: { ...markAt(at), amount: body.amount, why: body.words.why },
        })),
      ),
    says: (body, before) => ({
      sentence: `Gap of ${formatMoney(body.amount)} on ${callLine(before, body.lineId)} in ${formatFy(body.fy)} explained: ${body.words.why}`,
    }),
  }),
  'gap-part-explained': on({
    v: 1,
    section: 'finance',
    body: z.object({
      lineId: z.string(),
      fy: fySchema,
      /** The part explained, and the gap as it stood: MTFS − validated, compared as effects. */
      amount: penceSchema,
      gap: penceSchema,
      words: z.object({ why: z.string() }),
    }),
    evolve: (project, body, at) =>
      withLine(project, body.lineId, (line) =>
        withCell(line, body.fy, ({ gapExplained: _lapsed, ...cell }) => ({
          ...cell,
          gapParts: [
            ...(cell.gapParts ?? []),
            { ...markAt(at), amount: body.amount, gap: body.gap, why: body.words.why },
          ],
        })),
      ),
    says: (body, before) => ({
      sentence: `${formatMoney(body.amount)} of the gap of ${formatMoney(body.gap)} on ${callLine(before, body.lineId)} in ${formatFy(body.fy)} explained: ${body.words.why}`,
    }),
  }),
  'optimism-bias-set': on({
    v: 1,
    section: 'finance',
    body: z.object({
      investment: z.int().min(0).max(MOST_UPLIFT),
      savings: basisPointsSchema,
      words: z.object({ why: z.string() }),
    }),
    evolve: (project, { investment, savings, words }, at) => ({
      ...project,
      money: {
        ...project.money,
        optimismBias: { ...markAt(at), investment, savings, why: words.why ?? '' },
      },
    }),
    says(body, before) {
      const was = before.money.optimismBias;
      const change = (what: string, after: number, sooner: number | undefined) => ({
        what,
        after: sayConfidence(after),
        ...(sooner === undefined ? {} : { before: sayConfidence(sooner) }),
      });
      return {
        sentence: `Allowance for optimism bias set: ${body.words.why}`,
        changes: [
          change('Added to investment', body.investment, was?.investment),
          change('Taken off savings and income', body.savings, was?.savings),
        ],
      };
    },
  }),
  'budget-change-scheduled': on({
    v: 1,
    section: 'finance',
    body: z.object({ lineId: z.string(), month: monthSchema }),
    evolve: (project, body, at) =>
      withLine(project, body.lineId, (line) => ({
        ...line,
        budgetFalls: { ...markAt(at), month: body.month },
      })),
    says: (body, before) => ({
      sentence: `Budget for ${callLine(before, body.lineId)} falls from ${formatPartial(body.month)}`,
    }),
  }),
};
