import { z } from 'zod';
import { lineSchema, textSchema } from '../answers/text';
import { holdsRole } from '../access/may';
import { accept, acceptUnless, refuse } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { missingAttachments } from '../evidence/standing-attachment';
import { projectCommand, type ProjectCommand } from '../project/command';
import { happened } from '../project/events';
import { rowById } from '../project/row';
import type { Project } from '../project/state';
import { saysSomething } from '../registers/fields';
import { intervalOf, partialDateSchema } from '../time/partial-date';
import { decimalSchema } from './decimal';
import { notStandingBenefit } from './standing-benefit';
import { isClaimed } from './state';

const MANY_READINGS = 500;
const STILL_OPEN = ['open', 'held', 'completed'] as const;
const benefitId = lineSchema(100);

/** Why somebody does not read this benefit: its accepted owner does, and nobody else. */
function notOwner(project: Project, id: string, context: Context): readonly Refusal[] {
  const benefit = rowById(project.benefits, id);
  if (!benefit || (benefit.owner?.accepted && benefit.owner.person === context.actor.person)) return [];
  const owner = benefit.owner?.person;
  return [
    refusal('not-permitted', 'Only the owner who accepted this benefit records its readings.', {
      fix: { screen: 'benefits', row: id, field: 'owner' },
      by: [owner ? { role: 'benefit-owner', person: owner } : { role: 'lead' }],
    }),
  ];
}

const recordReading = projectCommand({
  name: 'record-reading',
  title: 'Record reading',
  purpose: 'The benefit’s owner records what its measure came to on a date, and from what source.',
  who: ['benefit-owner'],
  inLife: STILL_OPEN,
  input: z.object({
    benefitId,
    value: decimalSchema,
    date: partialDateSchema,
    source: textSchema(10_000),
    evidence: z
      .array(lineSchema(100), { error: 'Choose attachments' })
      .max(50, { error: 'Choose up to 50 attachments' }),
  }),
  reads: ['benefits'],
  decide(project, { benefitId: id, value, date, source, evidence }, context) {
    const benefit = rowById(project.benefits, id);
    const refusals: Refusal[] = [
      ...notStandingBenefit(project, id),
      ...notOwner(project, id, context),
      ...missingAttachments(project, evidence, 'evidence'),
    ];
    if (benefit && !benefit.withdrawn && !isClaimed(benefit)) {
      refusals.push(
        refusal('not-answered', 'No benefit is described here.', { fix: { screen: 'benefits', row: id } }),
      );
    }
    if (benefit && isClaimed(benefit) && !benefit.measure?.trim()) {
      refusals.push(
        refusal('not-answered', 'It has no measure yet: what cannot be measured has no reading.', {
          fix: { screen: 'benefits', row: id, field: 'measure' },
          by: [{ role: 'lead' }],
        }),
      );
    }
    if (intervalOf(date).from > context.today) {
      refusals.push(refusal('contradiction', 'A reading cannot be of a day to come.', { field: 'date' }));
    }
    if (source.trim() === '' && evidence.length === 0) {
      refusals.push(
        refusal('not-answered', 'Say where the value comes from, or attach the evidence.', {
          field: 'source',
        }),
      );
    }
    if ((benefit?.readings.length ?? 0) >= MANY_READINGS) {
      refusals.push(refusal('limit-reached', `A benefit holds up to ${MANY_READINGS} readings.`));
    }
    return acceptUnless(refusals, () => [
      happened('benefit-reading-recorded', {
        benefitId: id,
        readingId: context.ids(),
        value,
        date,
        evidence: [...new Set(evidence)],
        words: { source },
      }),
    ]);
  },
});

const withdrawReading = projectCommand({
  name: 'withdraw-reading',
  title: 'Withdraw reading',
  purpose: 'Withdraws a reading that was wrong, with the reason.',
  who: ['benefit-owner', 'pmo'],
  inLife: STILL_OPEN,
  input: z.object({ benefitId, readingId: lineSchema(100), why: saysSomething(textSchema(10_000)) }),
  reads: ['benefits'],
  decide(project, { benefitId: id, readingId, why }, context) {
    const reading = rowById(project.benefits, id)?.readings.find((each) => each.id === readingId);
    const fix = { fix: { screen: 'benefits' as const, row: id } };
    const { directory } = context.external;
    const isPmo = holdsRole(directory, context.actor.person, 'pmo', project, context.today);
    const refusals: Refusal[] = [...(isPmo ? [] : notOwner(project, id, context))];
    if (!reading) refusals.push(refusal('no-such-row', 'There is no such reading.', fix));
    if (reading?.withdrawn)
      refusals.push(refusal('withdrawn-row', 'This reading is withdrawn already.', fix));
    if (refusals.length > 0) return refuse(...refusals);
    return accept(happened('benefit-reading-withdrawn', { benefitId: id, readingId, words: { why } }));
  },
});

/** The commands about a benefit's readings. */
export const readingCommands: readonly ProjectCommand[] = [recordReading, withdrawReading];
