import { z } from 'zod';
import { answerSchema, describeAnswer, sameAnswer } from '../answers/answer';
import { lineSchema } from '../answers/text';
import { refusal } from '../command/refusal';
import { withBaselineChanged } from '../finance/start-month';
import { formatMoney } from '../money/format-money';
import { penceSchema } from '../money/pence';
import { rowById } from '../project/row';
import { formatFy, fySchema } from '../time/financial-year';
import { formatPartial, partialDateSchema } from '../time/partial-date';
import { register } from './definition';
import { choiceField, titleField } from './fields';
import type { Benchmark, CostBaseline, Population } from './state';

const costSchema = penceSchema.min(0, { error: 'A cost is nil or more' });
const residentsSchema = z
  .int({ error: 'Enter a whole number of residents' })
  .min(1, { error: 'Enter at least one resident' })
  .max(2_000_000_000, { error: 'Enter a smaller number of residents' });

const yes = (value: boolean): string => (value ? 'yes' : 'no');

/** What the service costs today: an amount a year, or unknown with the deliverable that finds it. */
export const costBaselineRegister = register<CostBaseline>()({
  name: 'cost-baseline',
  key: 'costBaselines',
  noun: 'Cost baseline',
  who: ['lead', 'pmo', 'finance'],
  figures: {
    amount: answerSchema(costSchema),
    year: fySchema.optional(),
    contractEnd: partialDateSchema.optional(),
    noticeMonths: z
      .int({ error: 'Enter whole months' })
      .min(0, { error: 'Enter 0 or more months' })
      .max(240, { error: 'Enter 240 months or fewer' })
      .optional(),
    foundBy: lineSchema(100).optional(),
  },
  words: { service: titleField, provider: lineSchema(500).optional(), source: lineSchema(2_000).optional() },
  entered: {
    amount: z.discriminatedUnion(
      'state',
      [z.object({ state: z.literal('given'), value: costSchema }), z.object({ state: z.literal('tbc') })],
      { error: 'Enter what the service costs a year, or choose to be confirmed' },
    ),
  },
  row: (own) => own,
  headline: (row) => row.service,
  shown: (row) => ({
    Service: row.service,
    Amount: describeAnswer(row.amount, formatMoney),
    Year: row.year === undefined ? undefined : formatFy(row.year),
    Provider: row.provider,
    Source: row.source,
    'Contract ends': row.contractEnd && formatPartial(row.contractEnd),
    'Notice (months)': row.noticeMonths?.toString(),
  }),
  check(project, terms) {
    if (terms.foundBy === undefined) return [];
    const deliverable = rowById(project.schedule.deliverables, terms.foundBy);
    return deliverable && !deliverable.withdrawn
      ? []
      : [
          refusal('no-such-row', 'The deliverable that finds the cost is not on this project.', {
            field: 'foundBy',
            fix: { screen: 'schedule' },
          }),
        ];
  },
  // Every validation that drew on the figure was of the figure as it stood.
  moves(project, before, after, at) {
    if (!before) return project;
    const same = sameAnswer(before.amount, after.amount) && before.withdrawn === after.withdrawn;
    return same ? project : withBaselineChanged(project, after.id, at.seq);
  },
});

/** What others pay for the like. */
export const benchmarkRegister = register<Benchmark>()({
  name: 'benchmark',
  key: 'benchmarks',
  noun: 'Benchmark',
  who: ['lead', 'pmo', 'finance'],
  figures: {
    annualCost: costSchema.optional(),
    population: residentsSchema.optional(),
    costApproximate: choiceField,
    asOf: partialDateSchema.optional(),
    likeForLike: choiceField,
  },
  words: { organisation: titleField, source: lineSchema(2_000) },
  row: (own) => own,
  headline: (row) => row.organisation,
  shown: (row) => ({
    Organisation: row.organisation,
    'Annual cost': row.annualCost === undefined ? undefined : formatMoney(row.annualCost),
    'Cost approximate': yes(row.costApproximate),
    Population: row.population?.toLocaleString('en-GB'),
    'As of': row.asOf && formatPartial(row.asOf),
    'Like for like': yes(row.likeForLike),
    Source: row.source,
  }),
});

/** How large a place is, for benchmarks. */
export const populationRegister = register<Population>()({
  name: 'population',
  key: 'populations',
  noun: 'Population',
  who: ['lead', 'pmo'],
  figures: { residents: residentsSchema },
  words: { place: titleField },
  row: (own) => own,
  headline: (row) => row.place,
  shown: (row) => ({ Place: row.place, Residents: row.residents.toLocaleString('en-GB') }),
});
