import { z } from 'zod';

const words = z.string();
const date = words.meta({ description: 'YYYY, YYYY-MM or YYYY-MM-DD' });
const fact = words.optional().meta({
  description: 'Where among the facts it stands, as a dotted path; without one it is a constant or a result',
});

const operand = z.object({
  value: z.int(),
  unit: z.enum(['pence', 'months', 'people', 'count', 'score', 'confidence']).meta({
    description: 'Confidence is in hundredths of a per cent: 10000 is the whole',
  }),
  fact,
});
const dated = z.object({ what: words, date, fact });

/** One line of a finding's arithmetic, as data that can be worked again. */
export const workingSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('calculation'),
      label: words,
      first: operand,
      steps: z.array(z.object({ op: z.enum(['+', '−', '×', '÷']), by: operand })),
      equals: operand,
      nearest: z.int(),
      tail: words,
    })
    .meta({ description: 'Worked from left to right, then rounded half up to a multiple of nearest' }),
  z.object({
    kind: z.literal('order'),
    first: dated,
    second: dated,
    verdict: z.enum(['before', 'after', 'cannot-tell']),
  }),
  z.object({ kind: z.literal('months-apart'), from: dated, to: dated, least: z.int(), most: z.int() }),
  z.object({
    kind: z.literal('score'),
    likelihood: z.int(),
    impact: z.int(),
    score: z.int(),
    band: words,
  }),
  z.object({ kind: z.literal('count'), label: words, of: z.array(words), equals: z.int() }),
  z.object({ kind: z.literal('says'), words }),
]);
