import { z } from 'zod';
import { isAnswered, valueOf } from '../answers/answer';
import { textSchema } from '../answers/text';
import { plainAnswer, saysTheSame } from '../answers/worded';
import { accept, acceptUnless, type Decision } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { applyConfidence, basisPointsSchema, penceSchema, type Pence } from '../money/pence';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import type { Project } from '../project/state';
import { formatFy, fySchema } from '../time/financial-year';
import { monthSchema } from '../time/partial-date';
import { cellsField, enteredFigure, filledLine, lineIdField } from './inputs';
import { cellOf, sayAnswer } from './line';
import { leadDoesNot, notAdopted, ownWork, standingLine, yearFaults } from './obstacles';
import type { Cell, MoneyLine } from './state';

const seenField = z
  .int({ error: 'Say which figure was seen, by its number in the record' })
  .min(0, { error: 'Say which figure was seen, by its number in the record' });
const termsSeenField = seenField.optional();
const basisField = textSchema(10_000);

const byConfidence = z.object({
  method: z.literal('confidence'),
  fy: fySchema,
  confidence: basisPointsSchema,
  basis: basisField.optional(),
  seen: seenField,
});
const byFigure = z.object({
  method: z.literal('figure'),
  fy: fySchema,
  amount: penceSchema,
  basis: basisField.refine((text) => /\S/u.test(text), 'Say what the figure rests on'),
  seen: seenField,
});
type Act = z.infer<typeof byConfidence> | z.infer<typeof byFigure>;
interface Acts {
  readonly lineId: string;
  readonly cells: readonly Act[];
  readonly termsSeen?: number | undefined;
}

/** That the figure in front of finance is no longer the one proposed. */
function movedSince(line: MoneyLine, cell: Cell, act: Act): readonly Refusal[] {
  if (cell.proposed.seq <= act.seen) return [];
  return [
    refusal(
      'stale-figure',
      `The figure for ${formatFy(act.fy)} has changed to ${sayAnswer(cell.proposed.answer)} since it was shown.`,
      { field: 'cells', fix: { screen: 'finance', row: line.id } },
    ),
  ];
}

function cellFaults(line: MoneyLine, act: Act): readonly Refusal[] {
  const cell = cellOf(line, act.fy);
  const { answer } = cell.proposed;
  const fix = { screen: 'finance' as const, row: line.id };
  return [
    ...movedSince(line, cell, act),
    ...(isAnswered(answer)
      ? []
      : [
          refusal(
            'not-answered',
            `${formatFy(act.fy)} is ${sayAnswer(answer)}: there is no figure to validate.`,
            {
              field: 'cells',
              fix,
              by: [{ role: 'lead' }],
            },
          ),
        ]),
    ...(line.kind === 'investment' && act.method === 'confidence' && act.confidence !== 10_000
      ? [
          refusal(
            'contradiction',
            'Investment counts in full: confirm it at 100% or give a figure with its basis.',
            {
              field: 'cells',
              fix,
            },
          ),
        ]
      : []),
  ];
}

/** That nobody validates what they proposed, adopted, or set the terms of. */
function ownFigures(line: MoneyLine, acts: readonly Act[], context: Context): readonly Refusal[] {
  const me = context.actor.person;
  const own = acts.filter((act) => cellOf(line, act.fy).proposed.by === me).map((act) => formatFy(act.fy));
  return [
    ...(own.length > 0 ? [ownWork(context, 'validate it', `proposed the figure for ${own.join(', ')}`)] : []),
    ...(line.adopted?.by === me ? [ownWork(context, 'validate it', 'adopted the line')] : []),
    ...(line.termsBy === me ? [ownWork(context, 'validate it', "set the line's terms")] : []),
  ];
}

/** What counts of a proposal at a confidence: a reduction counts in full, as confidence is of what is gained. */
const amountAt = (proposed: Pence, confidence: number): Pence =>
  proposed < 0 ? proposed : applyConfidence(proposed, confidence);

function validatedCell(line: MoneyLine, act: Act) {
  const { answer } = cellOf(line, act.fy).proposed;
  const of = plainAnswer(answer);
  return act.method === 'figure'
    ? { method: act.method, fy: act.fy, amount: act.amount, of }
    : {
        method: act.method,
        fy: act.fy,
        confidence: act.confidence,
        amount: amountAt(valueOf(answer) ?? 0, act.confidence),
        of,
      };
}

function validate(project: Project, { lineId, cells, termsSeen }: Acts, context: Context): Decision {
  const { line, refusals: missing } = standingLine(project, lineId);
  const lead = leadDoesNot(project, context, 'validate');
  if (!line) return { ok: false, refusals: [...lead, ...missing] };
  const fys = cells.map((act) => act.fy);
  const refusals = [
    ...lead,
    ...ownFigures(line, cells, context),
    ...notAdopted(project, line),
    ...yearFaults(project, fys),
    ...cells.flatMap((act) => cellFaults(line, act)),
    ...(termsSeen !== undefined && line.termsSeq > termsSeen
      ? [
          refusal('stale-figure', `The terms of “${line.title}” have changed since they were shown.`, {
            field: 'termsSeen',
            fix: { screen: 'finance', row: lineId },
          }),
        ]
      : []),
  ];
  return acceptUnless(refusals, () => [
    happened('figures-validated', {
      lineId,
      cells: cells.map((act) => validatedCell(line, act)),
      words: {
        basis: Object.fromEntries(cells.flatMap((act) => (act.basis ? [[String(act.fy), act.basis]] : []))),
      },
    }),
  ]);
}

// A validation rests on terms that other registers can move, so those are read too.
export const VALIDATION_READS = ['finance', 'schedule', 'registers'] as const;

export const validateFigures = projectCommand({
  name: 'validate-figures',
  title: 'Validate figures',
  purpose:
    'Finance validates years of a line, by a confidence in the proposal or by a figure of its own with a basis.',
  who: ['finance'],
  input: z.object({
    lineId: lineIdField,
    cells: cellsField(
      z.discriminatedUnion('method', [byConfidence, byFigure], {
        error: 'Choose whether to validate by confidence or by figure',
      }),
    ),
    termsSeen: termsSeenField,
  }),
  reads: VALIDATION_READS,
  decide: validate,
});

export const setConfidence = projectCommand({
  name: 'set-confidence',
  title: 'Set confidence',
  purpose:
    'Finance sets its confidence in years of a line, in hundredths of a per cent; 0 is a confidence too.',
  who: ['finance'],
  input: z.object({
    lineId: lineIdField,
    cells: cellsField(byConfidence.omit({ method: true })),
    termsSeen: termsSeenField,
  }),
  reads: VALIDATION_READS,
  decide: (project, input, context) =>
    validate(
      project,
      { ...input, cells: input.cells.map((cell) => ({ ...cell, method: 'confidence' as const })) },
      context,
    ),
});

export const recordMtfs = projectCommand({
  name: 'record-mtfs',
  title: 'Record MTFS figures',
  purpose: 'Finance records what the medium-term financial strategy takes of a line, with the budget round.',
  who: ['finance'],
  input: z.object({
    lineId: lineIdField,
    round: filledLine(100, 'Name the budget round, such as Feb 2024'),
    cells: cellsField(z.object({ fy: fySchema, answer: enteredFigure })),
  }),
  reads: ['finance'],
  decide(project, { lineId, round, cells }) {
    const { line, refusals: missing } = standingLine(project, lineId);
    if (!line) return { ok: false, refusals: missing };
    const moved = cells.filter(({ fy, answer }) => {
      const { mtfs } = cellOf(line, fy);
      return !mtfs || mtfs.round !== round || !saysTheSame(mtfs.amount, answer);
    });
    const refusals = yearFaults(
      project,
      cells.map((each) => each.fy),
    );
    if (refusals.length === 0 && moved.length === 0) return accept();
    return acceptUnless(refusals, () => [
      happened('mtfs-recorded', { lineId, cells: moved, words: { round } }),
    ]);
  },
});

export const scheduleBudgetChange = projectCommand({
  name: 'schedule-budget-change',
  title: 'Schedule budget change',
  purpose: 'Finance sets the month from which the budget for a saving falls.',
  who: ['finance'],
  input: z.object({ lineId: lineIdField, month: monthSchema }),
  reads: ['finance'],
  decide(project, { lineId, month }) {
    const { line, refusals } = standingLine(project, lineId);
    if (!line) return { ok: false, refusals };
    if (line.budgetFalls?.month === month) return accept();
    const faults =
      line.kind === 'investment'
        ? [refusal('contradiction', 'An investment lets no budget fall.', { field: 'lineId' })]
        : [];
    return acceptUnless(faults, () => [happened('budget-change-scheduled', { lineId, month })]);
  },
});

/** Commands by which finance validates and sets figures beside the budget. */
export const validationCommands = [validateFigures, setConfidence, recordMtfs, scheduleBudgetChange];
