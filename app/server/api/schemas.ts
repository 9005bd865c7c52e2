import { z } from 'zod';
import { outcomeSchema } from '~/core/gates/outcome-schema';
import { SCREENS } from '~/core/command/refusal';
import { workingSchema } from './working-schema';

const nullable = <T extends z.ZodType>(schema: T) => schema.nullable();
export const words = z.string();
export const wordsOrNull = nullable(z.string());
export const numberOrNull = nullable(z.int());
/** Whole pence. */
export const pence = z.int().meta({ description: 'Whole pence' });
export const penceOrNull = nullable(pence);
export const dayOrNull = nullable(z.string()).meta({ description: 'A day, YYYY-MM-DD' });
export const dateOrNull = nullable(z.string()).meta({
  description: 'A date as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD',
});

/** One page of a list: its items, and the address of the next page where there is one. */
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: wordsOrNull });

const fixSchema = z.object({
  screen: z.enum(SCREENS),
  field: z.string().optional(),
  row: z.string().optional(),
  gate: z.int().optional(),
});

/** An event as it is told. */
export const toldEventSchema = z.object({
  id: words,
  seq: z.int(),
  type: words,
  section: words,
  recordedAt: words,
  day: words,
  by: z.object({ id: words, name: words }),
  actingFor: wordsOrNull,
  commandId: words,
  sentence: words,
  changes: z.array(z.object({ what: words, before: words.optional(), after: words.optional() })),
});

/** What a command that was done is answered with. */
export const doneSchema = z.object({
  id: words,
  ref: words.optional(),
  version: z.int(),
  commandId: words,
  /** Whether this is the answer of the first sending again. */
  replayed: z.boolean(),
  events: z.array(toldEventSchema),
});

const refusalSchema = z.object({
  reason: words,
  because: words,
  criterion: words.optional(),
  field: words.optional(),
  fix: fixSchema.optional(),
  by: z.array(z.object({ role: words, person: words.optional() })).optional(),
});

/** A problem (RFC 9457) with every member any type of it has. */
export const problemSchema = z.object({
  type: words,
  title: words,
  status: z.int(),
  detail: words,
  errors: z
    .array(
      z.object({
        message: words,
        pointer: words.optional(),
        parameter: words.optional(),
        header: words.optional(),
      }),
    )
    .optional(),
  refusals: z.array(refusalSchema).optional(),
  version: z.int().optional(),
  changed: z
    .array(
      z.object({
        section: words,
        events: z.array(
          toldEventSchema.pick({ seq: true, sentence: true, day: true }).extend({
            by: words,
            changes: toldEventSchema.shape.changes.optional(),
          }),
        ),
      }),
    )
    .optional(),
  incident: words.optional(),
});

/** A project in the list. Totals are of the horizon's last year. */
export const listedProjectSchema = z.object({
  id: words,
  ref: words,
  title: words,
  theme: wordsOrNull,
  department: wordsOrNull,
  life: z.enum(['open', 'held', 'closed', 'completed']),
  stage: words,
  approvedGate: numberOrNull,
  nextGate: numberOrNull,
  nextGateStanding: wordsOrNull,
  nextGateDate: dateOrNull,
  overdue: z.boolean(),
  sponsor: wordsOrNull,
  lead: wordsOrNull,
  proposedRunRate: penceOrNull,
  validatedRunRate: penceOrNull,
  mtfsRunRate: penceOrNull,
  gapRunRate: penceOrNull,
  openRisks: z.int(),
  openConditions: z.int(),
  overdueConditions: z.int(),
  staleFigures: z.int(),
  tbcDebts: z.int(),
  blankDebts: z.int(),
  notAdoptedLines: z.int(),
  version: z.int(),
});

/** A project as it stands, or stood: its whole record as the fold of its events. */
export const projectSchema = z.object({
  id: words,
  ref: words,
  version: z.int(),
  asAt: dayOrNull,
  record: z.looseObject({ id: words, ref: words, version: z.int() }),
});

const approvalSchema = z.object({
  role: words,
  by: words,
  day: words,
  packDigest: words,
  narrative: words,
  void: z.boolean(),
});

/** How a gate stands and how each of its criteria does. */
export const gateSchema = z.object({
  ref: words,
  version: z.int(),
  gate: z.int(),
  decision: words,
  cycle: z.int(),
  standing: z.enum(['preparing', 'submitted', 'approved']),
  deciders: z.array(words),
  submitted: nullable(z.object({ by: words, day: words, packDigest: words, note: words })),
  approvals: z.array(approvalSchema),
  decided: nullable(z.object({ outcome: words, by: words, day: words, narrative: words })),
  passes: z.boolean(),
  outcomes: z.array(outcomeSchema.extend({ wording: words })),
  /** What the next submission would be frozen under. */
  digest: words,
  today: words,
});

/** What the case check finds. */
export const findingSchema = z.object({
  rule: words,
  subject: words,
  severity: words,
  title: words,
  because: words,
  facts: z.record(z.string(), z.unknown()),
  arithmetic: z.array(words),
  workings: z.array(workingSchema),
  fix: fixSchema,
  rests: words,
  settled: z.boolean(),
  explanation: z.looseObject({ id: words, by: words, day: words, why: words }).optional(),
});

/** A person of the directory; `version` is what If-Match of a command on them takes. */
export const personSchema = z.object({
  id: words,
  name: words,
  active: z.boolean(),
  roles: z.array(words),
  version: z.int(),
});

/** The holder of the token. */
export const meSchema = z.object({
  id: words,
  name: words,
  today: words,
  roles: z.array(words),
  projects: z.array(z.object({ ref: words, title: words, role: words, accepted: z.boolean() })),
});
