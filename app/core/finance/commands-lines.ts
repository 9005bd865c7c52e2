import { z } from 'zod';
import { isGiven } from '../answers/answer';
import { lineSchema } from '../answers/text';
import { accept, acceptUnless } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { bindingBaseline } from '../gates/baseline';
import { formatMoney } from '../money/format-money';
import { penceSchema } from '../money/pence';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import type { Project } from '../project/state';
import { formatFy, fySchema } from '../time/financial-year';
import { monthSchema } from '../time/partial-date';
import { sameTerms, termsOf, type LineTerms } from './events-lines';
import { attachmentsField, enteredFigure, filledLine, lineIdField, MOST_YEARS, whyField } from './inputs';
import { isNilLine, lineById } from './line';
import { attachmentFaults, baselineBinds, isBound, standingLine, yearFaults } from './obstacles';
import { CONVENTIONS, LINE_KINDS, TIMINGS, type LineKind, type MoneyLine } from './state';

const MOST_LINES = 200;

const titleField = filledLine(200, 'Enter a title for the line');
const kindField = z.enum(LINE_KINDS, { error: 'Choose saving, income or investment' });
const timingField = z.enum(TIMINGS, { error: 'Choose one-off or recurring' });
const conventionField = z.enum(CONVENTIONS, { error: 'Choose incremental or annual' });

function termFaults(
  project: Project,
  kind: LineKind,
  terms: LineTerms,
  context: Context,
): readonly Refusal[] {
  const faults: Refusal[] = [];
  const { categories } = context.external.framework;
  const category = categories.find((each) => each.id === terms.category);
  if (terms.category !== undefined && !category) {
    faults.push(refusal('no-such-row', 'The framework has no such category.', { field: 'category' }));
  }
  if (category && category.kind !== kind) {
    faults.push(
      refusal('contradiction', `“${category.title}” is a category of ${category.kind}, not of ${kind}.`, {
        field: 'category',
      }),
    );
  }
  const baseline = project.registers.costBaselines.find((each) => each.id === terms.costBaseline);
  if (terms.costBaseline !== undefined && (!baseline || baseline.withdrawn)) {
    faults.push(
      refusal(baseline ? 'withdrawn-row' : 'no-such-row', 'There is no such cost baseline on this project.', {
        field: 'costBaseline',
        fix: { screen: 'registers' },
      }),
    );
  }
  if (terms.timing === 'one-off') {
    for (const field of ['convention', 'startMonth', 'fullYearEffect'] as const) {
      if (terms[field] !== undefined) {
        faults.push(
          refusal('contradiction', 'A one-off has no convention, start month or full-year effect.', {
            field,
          }),
        );
      }
    }
  }
  return faults;
}

export const addMoneyLine = projectCommand({
  name: 'add-money-line',
  title: 'Add money line',
  purpose: 'Adds a saving, income or investment with its terms and, where they are known, its figures.',
  who: ['lead'],
  input: z.object({
    kind: kindField,
    timing: timingField,
    title: titleField,
    category: filledLine(100, 'Choose a category').optional(),
    convention: conventionField.optional(),
    costCentre: lineSchema(100).optional(),
    costBaseline: filledLine(100, 'Choose a cost baseline').optional(),
    startMonth: monthSchema.optional(),
    fullYearEffect: penceSchema.optional(),
    cells: z
      .array(z.object({ fy: fySchema, answer: enteredFigure }))
      .max(MOST_YEARS, { error: `Enter figures of no more than ${MOST_YEARS} financial years` })
      .optional(),
  }),
  reads: ['finance', 'registers'],
  decide(project, { kind, title, cells = [], ...terms }, context) {
    const figures = cells.some((each) => isGiven(each.answer)) || terms.fullYearEffect !== undefined;
    const refusals = [
      ...termFaults(project, kind, terms, context),
      ...yearFaults(
        project,
        cells.map((each) => each.fy),
      ),
      ...(figures && bindingBaseline(project) ? [baselineBinds('a new line takes its figures')] : []),
      ...(project.money.lines.length >= MOST_LINES
        ? [refusal('limit-reached', `A project has at most ${MOST_LINES} money lines.`)]
        : []),
    ];
    return acceptUnless(refusals, () => [
      happened('money-line-recorded', {
        lineId: context.ids(),
        kind,
        ...termsOf({ ...terms, costCentre: terms.costCentre || undefined }),
        cells,
        evidence: [],
        fromDocument: false,
        words: { title },
      }),
    ]);
  },
});

/** What a term becomes: left out it stays, null clears it. */
const changed = <T>(before: T | undefined, entered: T | null | undefined): T | undefined =>
  entered === undefined ? before : (entered ?? undefined);

export const amendMoneyLine = projectCommand({
  name: 'amend-money-line',
  title: 'Amend money line',
  purpose:
    "Amends a line's title and terms; what is left out stays, null clears it. Its validations become stale.",
  who: ['lead'],
  input: z.object({
    lineId: lineIdField,
    title: titleField.optional(),
    timing: timingField.optional(),
    category: filledLine(100, 'Choose a category').nullable().optional(),
    convention: conventionField.nullable().optional(),
    costCentre: lineSchema(100).nullable().optional(),
    costBaseline: filledLine(100, 'Choose a cost baseline').nullable().optional(),
    startMonth: monthSchema.nullable().optional(),
    fullYearEffect: penceSchema.nullable().optional(),
  }),
  reads: ['finance', 'registers'],
  decide(project, input, context) {
    const { line, refusals: missing } = standingLine(project, input.lineId);
    if (!line) return { ok: false, refusals: missing };
    const timing = input.timing ?? line.timing;
    const before = timing === 'one-off' && line.timing === 'recurring' ? onceOnly(line) : line;
    const terms = termsOf({
      timing,
      category: changed(before.category, input.category),
      convention: changed(before.convention, input.convention),
      costCentre: changed(before.costCentre, input.costCentre) || undefined,
      costBaseline: changed(before.costBaseline, input.costBaseline),
      startMonth: changed(before.startMonth, input.startMonth),
      fullYearEffect: changed(before.fullYearEffect, input.fullYearEffect),
    });
    const title = input.title ?? line.title;
    const moved = !sameTerms(line, terms);
    if (!moved && title === line.title) return accept();
    const refusals = [
      ...(moved ? termFaults(project, line.kind, terms, context) : []),
      ...(moved && isBound(project, line.id) ? [baselineBinds('the terms of a line move', line.id)] : []),
    ];
    return acceptUnless(refusals, () => [
      happened('money-line-amended', { lineId: line.id, ...terms, words: { title } }),
    ]);
  },
});

/** The terms of a recurring line that becomes a one-off: what only a recurring line has goes. */
const onceOnly = (line: MoneyLine): LineTerms =>
  termsOf({ ...line, convention: undefined, startMonth: undefined, fullYearEffect: undefined });

export const adoptMoneyLine = projectCommand({
  name: 'adopt-money-line',
  title: 'Adopt money line',
  purpose: "The lead stands behind a document's line: from then its figures count.",
  who: ['lead'],
  input: z.object({ lineId: lineIdField }),
  reads: ['finance'],
  decide(project, { lineId }) {
    const { line, refusals } = standingLine(project, lineId);
    if (!line) return { ok: false, refusals };
    if (line.adopted) return accept();
    const binds = bindingBaseline(project) && !isNilLine(line);
    return acceptUnless(binds ? [baselineBinds('more is proposed', lineId)] : [], () => [
      happened('money-line-adopted', { lineId }),
    ]);
  },
});

/** Figures of finance that a withdrawal would make vanish from the totals. */
function reliedOn(line: MoneyLine): readonly Refusal[] {
  return Object.entries(line.cells).flatMap(([fy, { mtfs, banked }]) => {
    const year = formatFy(Number(fy));
    const inMtfs = mtfs && isGiven(mtfs.amount) ? mtfs.amount.value : 0;
    const more = { fix: { screen: 'finance' as const, row: line.id }, by: [{ role: 'finance' }] };
    return [
      ...(inMtfs !== 0
        ? [refusal('contradiction', `The MTFS relies on ${formatMoney(inMtfs)} of it in ${year}.`, more)]
        : []),
      ...(banked && banked.amount !== 0
        ? [refusal('contradiction', `${formatMoney(banked.amount)} of it is banked in ${year}.`, more)]
        : []),
    ];
  });
}

export const withdrawMoneyLine = projectCommand({
  name: 'withdraw-money-line',
  title: 'Withdraw money line',
  purpose:
    'Takes a line out of every total, with the reason; it stays on the record. Only the sponsor does where it stops the next gate.',
  who: ['lead', 'sponsor'],
  input: z.object({ lineId: lineIdField, why: whyField }),
  reads: ['finance'],
  decide(project, { lineId, why }) {
    const { line, refusals } = standingLine(project, lineId);
    if (!line) return { ok: false, refusals };
    const binds = isBound(project, lineId) ? [baselineBinds('a line is withdrawn', lineId)] : [];
    return acceptUnless([...binds, ...reliedOn(line)], () => [
      happened('money-line-withdrawn', { lineId, words: { why } }),
    ]);
  },
});

export const restoreMoneyLine = projectCommand({
  name: 'restore-money-line',
  title: 'Restore money line',
  purpose: 'Brings a withdrawn line back; its validations come back stale.',
  who: ['lead'],
  input: z.object({ lineId: lineIdField }),
  reads: ['finance'],
  decide(project, { lineId }) {
    const line = lineById(project, lineId);
    if (!line) return { ok: false, refusals: standingLine(project, lineId).refusals };
    if (!line.withdrawn) return accept();
    const binds = bindingBaseline(project) && !isNilLine(line);
    return acceptUnless(binds ? [baselineBinds('a line comes back', lineId)] : [], () => [
      happened('money-line-restored', { lineId }),
    ]);
  },
});

export const attachLineEvidence = projectCommand({
  name: 'attach-line-evidence',
  title: 'Attach evidence to money line',
  purpose: "Attaches what a line's figures rest on, or takes it off; its validations become stale.",
  who: ['lead'],
  input: z.object({
    lineId: lineIdField,
    attachments: attachmentsField,
    detach: attachmentsField.optional(),
  }),
  reads: ['finance', 'evidence'],
  decide(project, { lineId, attachments, detach = [] }) {
    const { line, refusals: missing } = standingLine(project, lineId);
    if (!line) return { ok: false, refusals: missing };
    const both = attachments.filter((id) => detach.includes(id));
    const refusals = [
      ...attachmentFaults(project, attachments, 'attachments'),
      ...both.map(() =>
        refusal('contradiction', 'An attachment cannot be both put on and taken off.', { field: 'detach' }),
      ),
    ];
    const attached = [...new Set(attachments)].filter((id) => !line.evidence.includes(id));
    const detached = [...new Set(detach)].filter((id) => line.evidence.includes(id));
    if (refusals.length === 0 && attached.length + detached.length === 0) return accept();
    return acceptUnless(refusals, () => [happened('line-evidence-attached', { lineId, attached, detached })]);
  },
});

/** Commands that add and amend money lines. */
export const lineCommands = [
  addMoneyLine,
  amendMoneyLine,
  adoptMoneyLine,
  withdrawMoneyLine,
  restoreMoneyLine,
  attachLineEvidence,
];
