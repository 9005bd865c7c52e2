import { z } from 'zod';
import { eventKind } from '../journal/event';
import { rowById } from '../project/row';
import type { Project } from '../project/state';
import { formatPartial, partialDateSchema } from '../time/partial-date';
import { decimalSchema, inUnit } from './decimal';
import { callBenefit, withBenefit } from './ownership';

const on = eventKind<Project>();

/** The kinds of event about a benefit's readings. */
export const readingEvents = {
  'benefit-reading-recorded': on({
    v: 1,
    section: 'benefits',
    body: z.object({
      benefitId: z.string(),
      readingId: z.string(),
      value: decimalSchema,
      date: partialDateSchema,
      evidence: z.array(z.string()),
      words: z.object({ source: z.string() }),
    }),
    evolve: (project, body, at) =>
      withBenefit(project, body.benefitId, (benefit) => ({
        ...benefit,
        readings: [
          ...benefit.readings,
          {
            by: at.actor,
            day: at.day,
            seq: at.seq,
            id: body.readingId,
            value: body.value,
            date: body.date,
            source: body.words.source,
            evidence: body.evidence,
          },
        ],
      })),
    says(body, before) {
      const unit = rowById(before.benefits, body.benefitId)?.unit;
      return {
        sentence: `${callBenefit(before, body.benefitId)} read as ${inUnit(body.value, unit)} for ${formatPartial(body.date)}`,
        changes: [{ what: 'Source', after: body.words.source }],
      };
    },
  }),
  'benefit-reading-withdrawn': on({
    v: 1,
    section: 'benefits',
    body: z.object({ benefitId: z.string(), readingId: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) =>
      withBenefit(project, body.benefitId, (benefit) => ({
        ...benefit,
        readings: benefit.readings.map((reading) =>
          reading.id === body.readingId
            ? { ...reading, withdrawn: { by: at.actor, day: at.day, seq: at.seq, why: body.words.why } }
            : reading,
        ),
      })),
    says: (body, before) => ({
      sentence: `A reading of the ${callBenefit(before, body.benefitId)} withdrawn: ${body.words.why}`,
    }),
  }),
};
