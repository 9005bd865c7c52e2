import { z } from 'zod';
import { SCREENS } from '../command/refusal';
import { gateNumberSchema } from './gate-number';
import { RESULTS } from './outcome';

const menderSchema = z.object({ role: z.string(), person: z.string().optional() });

/** An outcome as a pack keeps it. */
export const outcomeSchema = z.object({
  criterion: z.string(),
  gate: gateNumberSchema,
  from: gateNumberSchema,
  result: z.enum(RESULTS),
  level: z.enum(['mandatory', 'waivable', 'advisory']),
  passes: z.boolean(),
  because: z.string(),
  obstacles: z.array(
    z.object({
      because: z.string(),
      fix: z.object({
        screen: z.enum(SCREENS),
        field: z.string().optional(),
        row: z.string().optional(),
        gate: gateNumberSchema.optional(),
      }),
      by: z.array(menderSchema),
      recordedBy: z.array(z.string()).optional(),
    }),
  ),
  warns: z.boolean(),
});
