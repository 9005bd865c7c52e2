import { z } from 'zod';
import { answerSchema } from '../answers/answer';
import { lineSchema, textSchema } from '../answers/text';
import { BENEFIT_CATEGORIES } from '../benefits/state';
import { LINE_KINDS, TIMINGS } from '../finance/state';
import { gateNumberSchema } from '../gates/gate-number';
import { penceSchema } from '../money/pence';
import { ASSUMPTION_KINDS } from '../registers/state';
import { fySchema } from '../time/financial-year';
import { partialDateSchema } from '../time/partial-date';
import { TEXT_FIELDS, type TextField } from './state';

/** A portfolio tracker ref: it stands in addresses, so letters, digits, dots, dashes and underscores only. */
export const refSchema = z
  .string({ error: 'Enter the portfolio tracker ref' })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, {
    error: 'A ref has up to 40 letters, digits, dots, dashes and underscores, such as AB-012',
  });

const textAnswer = answerSchema(textSchema(100_000));
const dateAnswer = answerSchema(partialDateSchema);
const moneyAnswer = answerSchema(penceSchema);
const ratingAnswer = answerSchema(z.int().min(1).max(5));

const textFields = Object.keys(TEXT_FIELDS) as [TextField, ...TextField[]];

export const statedCellSchema = z.object({
  table: lineSchema(100),
  row: lineSchema(1_000),
  column: lineSchema(1_000),
  words: lineSchema(1_000),
});

export const statementSchema = z.object({
  about: z.enum(['finance-validation', 'approval', 'mtfs', 'other']),
  words: textSchema(100_000),
  cells: z.array(statedCellSchema).max(500),
  name: answerSchema(lineSchema(1_000)).optional(),
  role: lineSchema(1_000).optional(),
  date: answerSchema(lineSchema(1_000)).optional(),
});

export const unplacedSchema = z.object({
  line: z.int().min(1),
  words: textSchema(100_000),
  why: textSchema(1_000).optional(),
});

const suggestionSource = textSchema(100_000);

/** What a Business Case Lite says, field by field: what its readers make and the import command takes. */
export const caseDocumentSchema = z.object(
  {
    name: lineSchema(300),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: 'The digest of the document is 64 hexadecimal digits' }),
    programme: lineSchema(1_000).optional(),
    ref: refSchema.optional(),
    answers: z.partialRecord(z.enum(textFields), textAnswer),
    qualification: z.object({
      financialBenefits: moneyAnswer.optional(),
      effort: ratingAnswer.optional(),
      impact: ratingAnswer.optional(),
    }),
    horizon: z.array(fySchema).max(30),
    moneyLines: z
      .array(
        z.object({
          kind: z.enum(LINE_KINDS),
          timing: z.enum(TIMINGS),
          title: lineSchema(300),
          cells: z.array(z.object({ fy: fySchema, answer: moneyAnswer })).max(30),
        }),
      )
      .max(100),
    /** Every cell of the form's money tables, totals and nets included. */
    stated: z.array(statedCellSchema).max(2_000),
    statements: z.array(statementSchema).max(100),
    benefits: z
      .array(
        z.object({ category: z.enum(BENEFIT_CATEGORIES), description: textAnswer, realisation: dateAnswer }),
      )
      .max(200),
    linkedCases: z.array(lineSchema(1_000)).max(200),
    risks: z
      .array(
        z.object({
          ref: lineSchema(50),
          risk: textSchema(10_000),
          mitigation: textSchema(10_000).optional(),
          likelihood: z.int().min(1).max(5).optional(),
          impact: z.int().min(1).max(5).optional(),
          statedTotal: z.int().min(0).max(1_000).optional(),
        }),
      )
      .max(500),
    assumptions: z
      .array(z.object({ kind: z.enum(ASSUMPTION_KINDS), statement: textSchema(10_000) }))
      .max(500),
    gates: z.array(z.object({ gate: gateNumberSchema, target: dateAnswer })).max(6),
    deliverables: z
      .array(z.object({ title: lineSchema(1_000), start: dateAnswer, finish: dateAnswer }))
      .max(500),
    /** Found in prose: rows that count for nothing until a person confirms them. */
    suggested: z.object({
      costBaselines: z
        .array(
          z.object({
            service: lineSchema(300),
            provider: lineSchema(300).optional(),
            amount: moneyAnswer,
            from: suggestionSource,
          }),
        )
        .max(100),
      benchmarks: z
        .array(
          z.object({
            organisation: lineSchema(300),
            annualCost: penceSchema.optional(),
            population: z.int().min(0).max(10_000_000_000).optional(),
            costApproximate: z.boolean(),
            from: suggestionSource,
          }),
        )
        .max(100),
      populations: z
        .array(
          z.object({
            place: lineSchema(300),
            residents: z.int().min(0).max(10_000_000_000),
            from: suggestionSource,
          }),
        )
        .max(100),
    }),
    unplaced: z.array(unplacedSchema).max(20_000),
    missing: z.array(lineSchema(300)).max(200),
  },
  { error: 'Send the document as it was read' },
);
export type CaseDocument = z.infer<typeof caseDocumentSchema>;
