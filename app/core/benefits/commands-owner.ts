import { z } from 'zod';
import { lineSchema, textSchema } from '../answers/text';
import { accept, acceptUnless, refuse, type Decision } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import type { NewEvent } from '../journal/event';
import { projectCommand, type ProjectCommand } from '../project/command';
import { happened } from '../project/events';
import { rowById } from '../project/row';
import type { Project } from '../project/state';
import { personField, saysSomething } from '../registers/fields';
import { notActivePerson } from '../registers/owner';
import { intervalOf, partialDateSchema } from '../time/partial-date';
import { notStandingBenefit } from './standing-benefit';
import { isClaimed } from './state';

const benefitId = lineSchema(100);
const STILL_OPEN = ['open', 'held', 'completed'] as const;
const onBenefits = (row: string) => ({ fix: { screen: 'benefits' as const, row, field: 'owner' } });

const proposeOwner = projectCommand({
  name: 'propose-benefit-owner',
  title: 'Propose benefit owner',
  purpose: 'Names who shall own a benefit; they own it, and hold the role on the project, once they accept.',
  who: ['lead', 'pmo'],
  inLife: STILL_OPEN,
  input: z.object({ benefitId, person: personField }),
  reads: ['benefits', 'people'],
  decide(project, { benefitId: id, person }, context) {
    const owner = rowById(project.benefits, id)?.owner;
    const refusals: Refusal[] = [
      ...notStandingBenefit(project, id),
      ...notActivePerson(person, context, 'person'),
    ];
    if (person === context.actor.person) {
      refusals.push(
        refusal('separation-of-duties', 'Nobody names themself: somebody else names you.', {
          field: 'person',
          by: [{ role: 'pmo' }, { role: 'lead' }],
        }),
      );
    }
    if (refusals.length > 0) return refuse(...refusals);
    const asked = owner?.person === person && !owner.declined;
    return asked ? accept() : accept(happened('benefit-owner-proposed', { benefitId: id, person }));
  },
});

/** Why somebody cannot answer: nobody was asked, another was, or it is answered already. */
function notAsked(project: Project, id: string, context: Context): readonly Refusal[] {
  const owner = rowById(project.benefits, id)?.owner;
  if (!owner) {
    return [
      refusal('not-legal-now', 'Nobody has been asked to own this benefit.', {
        ...onBenefits(id),
        by: [{ role: 'lead' }, { role: 'pmo' }],
      }),
    ];
  }
  if (owner.person !== context.actor.person) {
    return [
      refusal('not-permitted', 'Only the person asked to own the benefit answers.', {
        ...onBenefits(id),
        by: [{ role: 'benefit-owner', person: owner.person }],
      }),
    ];
  }
  return owner.declined
    ? [refusal('already-so', 'You declined this benefit; ask to be proposed again.', onBenefits(id))]
    : [];
}

function answered(project: Project, id: string, context: Context, event: () => NewEvent): Decision {
  const missing = notStandingBenefit(project, id);
  const known = rowById(project.benefits, id) !== undefined;
  return acceptUnless([...missing, ...(known ? notAsked(project, id, context) : [])], () => [event()]);
}

const acceptBenefit = projectCommand({
  name: 'accept-benefit',
  title: 'Accept benefit',
  purpose:
    'The person asked to own a benefit accepts it as it stands, and with it the role of benefit owner.',
  who: ['anyone'],
  inLife: STILL_OPEN,
  input: z.object({ benefitId }),
  reads: ['benefits'],
  decide(project, { benefitId: id }, context) {
    const benefit = rowById(project.benefits, id);
    if (
      benefit &&
      !benefit.withdrawn &&
      benefit.owner?.accepted &&
      benefit.owner.person === context.actor.person
    ) {
      return accept();
    }
    return answered(project, id, context, () => happened('benefit-owner-accepted', { benefitId: id }));
  },
});

const declineBenefit = projectCommand({
  name: 'decline-benefit',
  title: 'Decline benefit',
  purpose: 'The person asked to own a benefit declines it, or lays it down, with the reason.',
  who: ['anyone'],
  inLife: STILL_OPEN,
  input: z.object({ benefitId, why: saysSomething(textSchema(10_000)) }),
  reads: ['benefits'],
  decide: (project, { benefitId: id, why }, context) =>
    answered(project, id, context, () =>
      happened('benefit-owner-declined', { benefitId: id, words: { why } }),
    ),
});

const setOnwardOwner = projectCommand({
  name: 'set-onward-owner',
  title: 'Say who owns the benefit onward',
  purpose: 'The BAU owner names who in the service owns what is still to come, and when it is next reviewed.',
  who: ['bau-owner'],
  inLife: STILL_OPEN,
  input: z.object({ benefitId, owner: personField, reviewDate: partialDateSchema }),
  reads: ['benefits'],
  decide(project, { benefitId: id, owner, reviewDate }, context) {
    const benefit = rowById(project.benefits, id);
    const refusals: Refusal[] = [...notStandingBenefit(project, id), ...notActivePerson(owner, context)];
    if (benefit && !benefit.withdrawn && !isClaimed(benefit)) {
      refusals.push(
        refusal('not-answered', 'No benefit is described here: there is nothing to own.', onBenefits(id)),
      );
    }
    if (intervalOf(reviewDate).to < context.today) {
      refusals.push(
        refusal('contradiction', 'The next review lies in the past.', {
          field: 'reviewDate',
          ...onBenefits(id),
        }),
      );
    }
    if (refusals.length > 0) return refuse(...refusals);
    const same = benefit?.onward?.owner === owner && benefit.onward.reviewDate === reviewDate;
    return same
      ? accept()
      : accept(happened('benefit-onward-owner-set', { benefitId: id, owner, reviewDate }));
  },
});

/** The commands about who owns a benefit. */
export const ownerCommands: readonly ProjectCommand[] = [
  proposeOwner,
  acceptBenefit,
  declineBenefit,
  setOnwardOwner,
];
