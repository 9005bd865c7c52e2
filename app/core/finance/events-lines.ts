import { z } from 'zod';
import type { Answer } from '../answers/answer';
import { plainAnswer, plainAnswerSchema, wordedAnswer, wordsOfAnswer } from '../answers/worded';
import { withHand } from '../gates/hands';
import { eventKind, type At, type Change } from '../journal/event';
import { formatMoney } from '../money/format-money';
import { penceSchema, type Pence } from '../money/pence';
import type { Project } from '../project/state';
import { formatFy, fySchema, type Fy } from '../time/financial-year';
import { formatPartial, monthSchema } from '../time/partial-date';
import { callLine, endNonCashable, lineById, markAt, sayAnswer, withLine, withProposed } from './line';
import { CONVENTIONS, LINE_KINDS, TIMINGS, type MoneyLine } from './state';

const on = eventKind<Project>();

/** An answer of a money cell as events keep it: a document's own words stand under the body's `words`. */
export const cellAnswerSchema = plainAnswerSchema(penceSchema);
export const cellEntrySchema = z.object({ fy: fySchema, answer: cellAnswerSchema });
export type CellEntry = z.infer<typeof cellEntrySchema>;

/** A line's terms: what a validation rests on beside the amount, without its kind. */
const termsSchema = z.object({
  timing: z.enum(TIMINGS),
  category: z.string().optional(),
  convention: z.enum(CONVENTIONS).optional(),
  costCentre: z.string().optional(),
  costBaseline: z.string().optional(),
  startMonth: monthSchema.optional(),
  fullYearEffect: penceSchema.optional(),
});
export type LineTerms = z.infer<typeof termsSchema>;

/** A line's terms as they stand, absent ones left out. */
export function termsOf(line: LineTerms): LineTerms {
  const { timing, category, convention, costCentre, costBaseline, startMonth, fullYearEffect } = line;
  return {
    timing,
    ...(category === undefined ? {} : { category }),
    ...(convention === undefined ? {} : { convention }),
    ...(costCentre === undefined ? {} : { costCentre }),
    ...(costBaseline === undefined ? {} : { costBaseline }),
    ...(startMonth === undefined ? {} : { startMonth }),
    ...(fullYearEffect === undefined ? {} : { fullYearEffect }),
  };
}

const TERM_WORDS: Readonly<Record<keyof LineTerms, string>> = {
  timing: 'One-off or recurring',
  category: 'Category',
  convention: 'Convention',
  costCentre: 'Cost centre',
  costBaseline: 'Cost baseline',
  startMonth: 'Start month',
  fullYearEffect: 'Full-year effect',
};
const TERMS = Object.keys(TERM_WORDS) as readonly (keyof LineTerms)[];

/** Whether two lines' terms are the same. */
export const sameTerms = (a: LineTerms, b: LineTerms): boolean => TERMS.every((term) => a[term] === b[term]);

function sayTerm(project: Project, term: keyof LineTerms, terms: LineTerms | undefined): string | undefined {
  const value = terms?.[term];
  if (value === undefined) return undefined;
  if (typeof value === 'number') return formatMoney(value);
  if (term === 'startMonth') return formatPartial(value);
  if (term !== 'costBaseline') return value;
  return project.registers.costBaselines.find((each) => each.id === value)?.service ?? value;
}

function termChanges(project: Project, before: LineTerms | undefined, after: LineTerms): readonly Change[] {
  return TERMS.filter((term) => before?.[term] !== after[term]).map((term) => {
    const [was, is] = [sayTerm(project, term, before), sayTerm(project, term, after)];
    return {
      what: TERM_WORDS[term],
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    };
  });
}

const recordedSchema = termsSchema.extend({
  lineId: z.string(),
  kind: z.enum(LINE_KINDS),
  cells: z.array(cellEntrySchema),
  evidence: z.array(z.string()),
  /** Taken from a document: counts only once the lead adopts it. Else the lead recorded it, and stands behind it. */
  fromDocument: z.boolean(),
  words: z.object({ title: z.string(), cells: z.record(z.string(), z.string()).optional() }),
});
type Recorded = z.infer<typeof recordedSchema>;

/**
 * A line's cells as the body of `money-line-recorded` keeps them, from answers that may carry a document's words:
 * spread `cells` into the body and `words` (by FY) under `words.cells`.
 */
export function cellsForEvent(entries: readonly { readonly fy: Fy; readonly answer: Answer<Pence> }[]): {
  readonly cells: CellEntry[];
  readonly words: Record<string, string>;
} {
  const words: Record<string, string> = {};
  for (const { fy, answer } of entries) {
    const worded = wordsOfAnswer(answer);
    if (worded !== undefined) words[String(fy)] = worded;
  }
  return { cells: entries.map(({ fy, answer }) => ({ fy, answer: plainAnswer(answer) })), words };
}

function recordLine(project: Project, body: Recorded, at: At): Project {
  const mark = markAt(at);
  const line: MoneyLine = {
    id: body.lineId,
    kind: body.kind,
    title: body.words.title,
    ...termsOf(body),
    cells: {},
    evidence: body.evidence,
    recorded: mark,
    amended: mark,
    termsSeq: at.seq,
    termsBy: at.actor,
    ...(body.fromDocument ? { fromDocument: true } : { adopted: mark }),
  };
  const entries = body.cells.map(({ fy, answer }) => ({
    fy,
    answer: wordedAnswer(answer, body.words.cells?.[String(fy)]),
  }));
  const lines = [...project.money.lines, withProposed(line, entries, at, body.fromDocument)];
  const next = endNonCashable({ ...project, money: { ...project.money, lines } });
  return body.fromDocument ? next : withHand(next, 'proposed', at.actor);
}

/** Lines of money recorded, amended, adopted, withdrawn and restored. */
export const lineEvents = {
  'money-line-recorded': on({
    v: 1,
    section: 'finance',
    body: recordedSchema,
    evolve: recordLine,
    says: (body, before) => ({
      sentence: `${body.kind === 'investment' ? 'Investment' : body.kind === 'income' ? 'Income' : 'Saving'} “${body.words.title}” recorded${body.fromDocument ? ' from the document' : ''}`,
      changes: [
        ...termChanges(before, undefined, termsOf(body)),
        ...body.cells.map(({ fy, answer }) => ({ what: formatFy(fy), after: sayAnswer(answer) })),
      ],
    }),
  }),
  'money-line-amended': on({
    v: 1,
    section: 'finance',
    body: termsSchema.extend({ lineId: z.string(), words: z.object({ title: z.string() }) }),
    evolve(project, body, at) {
      const next = withLine(project, body.lineId, (line) => {
        const { timing: _timing, category: _category, convention: _convention, ...rest } = line;
        const {
          costCentre: _centre,
          costBaseline: _baseline,
          startMonth: _start,
          fullYearEffect: _full,
          ...kept
        } = rest;
        return {
          ...kept,
          ...termsOf(body),
          title: body.words.title,
          amended: markAt(at),
          ...(sameTerms(line, body) ? {} : { termsSeq: at.seq, termsBy: at.actor }),
        };
      });
      return withHand(endNonCashable(next), 'proposed', at.actor);
    },
    says(body, before) {
      const line = lineById(before, body.lineId);
      const title = line && line.title !== body.words.title;
      return {
        sentence: `Terms of ${callLine(before, body.lineId)} amended`,
        changes: [
          ...(title ? [{ what: 'Title', before: line.title, after: body.words.title }] : []),
          ...termChanges(before, line && termsOf(line), termsOf(body)),
        ],
      };
    },
  }),
  'money-line-adopted': on({
    v: 1,
    section: 'finance',
    body: z.object({ lineId: z.string() }),
    evolve: (project, body, at) =>
      withHand(
        withLine(project, body.lineId, (line) => ({ ...line, adopted: markAt(at) })),
        'proposed',
        at.actor,
      ),
    says: (body, before) => ({
      sentence: `The lead adopted ${callLine(before, body.lineId)} from the document`,
    }),
  }),
  'money-line-withdrawn': on({
    v: 1,
    section: 'finance',
    body: z.object({ lineId: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) =>
      withHand(
        withLine(project, body.lineId, (line) => ({
          ...line,
          withdrawn: { ...markAt(at), why: body.words.why },
        })),
        'proposed',
        at.actor,
      ),
    says: (body, before) => ({ sentence: `${callLine(before, body.lineId)} withdrawn: ${body.words.why}` }),
  }),
  // A line that was away is looked at afresh: no validation of it comes back with it.
  'money-line-restored': on({
    v: 1,
    section: 'finance',
    body: z.object({ lineId: z.string() }),
    evolve(project, body, at) {
      const next = withLine(project, body.lineId, ({ withdrawn: _withdrawn, ...line }) => ({
        ...line,
        amended: markAt(at),
        termsSeq: at.seq,
      }));
      return withHand(endNonCashable(next), 'proposed', at.actor);
    },
    says: (body, before) => ({ sentence: `${callLine(before, body.lineId)} restored` }),
  }),
  'line-evidence-attached': on({
    v: 1,
    section: 'finance',
    body: z.object({ lineId: z.string(), attached: z.array(z.string()), detached: z.array(z.string()) }),
    evolve: (project, body, at) =>
      withLine(project, body.lineId, (line) => ({
        ...line,
        evidence: [...line.evidence.filter((id) => !body.detached.includes(id)), ...body.attached],
        termsSeq: at.seq,
      })),
    says(body, before) {
      const nameOf = (id: string) =>
        before.evidence.attachments.find((each) => each.id === id)?.name ?? 'an attachment';
      return {
        sentence: `Evidence of ${callLine(before, body.lineId)} changed`,
        changes: [
          ...body.attached.map((id) => ({ what: 'Evidence', after: nameOf(id) })),
          ...body.detached.map((id) => ({ what: 'Evidence', before: nameOf(id) })),
        ],
      };
    },
  }),
};
