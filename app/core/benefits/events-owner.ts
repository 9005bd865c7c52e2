import { z } from 'zod';
import { eventKind } from '../journal/event';
import { rowById } from '../project/row';
import type { Project } from '../project/state';
import { formatPartial, partialDateSchema } from '../time/partial-date';
import { beginOwnership, callBenefit, endOwnership, withBenefit } from './ownership';

const on = eventKind<Project>();

/** The kinds of event about who owns a benefit. Accepting one gives the project's role of benefit owner. */
export const ownerEvents = {
  'benefit-owner-proposed': on({
    v: 1,
    section: 'benefits',
    body: z.object({ benefitId: z.string(), person: z.string() }),
    evolve: (project, body, at) =>
      endOwnership(
        withBenefit(project, body.benefitId, (benefit) => ({
          ...benefit,
          owner: { person: body.person, proposed: { by: at.actor, day: at.day, seq: at.seq } },
        })),
        body.benefitId,
        at,
        'Another owner was proposed',
      ),
    says: (body, before, names) => ({
      sentence: `${names.person(body.person)} asked to own the ${callBenefit(before, body.benefitId)}`,
    }),
  }),
  'benefit-owner-accepted': on({
    v: 1,
    section: 'benefits',
    body: z.object({ benefitId: z.string() }),
    evolve: (project, body, at) =>
      beginOwnership(
        withBenefit(project, body.benefitId, (benefit) =>
          benefit.owner
            ? {
                ...benefit,
                owner: {
                  person: benefit.owner.person,
                  proposed: benefit.owner.proposed,
                  accepted: { by: at.actor, day: at.day, seq: at.seq },
                },
              }
            : benefit,
        ),
        body.benefitId,
        at,
      ),
    says: (body, before, names) => {
      const owner = rowById(before.benefits, body.benefitId)?.owner?.person;
      return {
        sentence: `${owner ? names.person(owner) : 'Somebody'} accepted the ${callBenefit(before, body.benefitId)}`,
      };
    },
  }),
  'benefit-owner-declined': on({
    v: 1,
    section: 'benefits',
    body: z.object({ benefitId: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) =>
      endOwnership(
        withBenefit(project, body.benefitId, (benefit) =>
          benefit.owner
            ? {
                ...benefit,
                owner: {
                  person: benefit.owner.person,
                  proposed: benefit.owner.proposed,
                  declined: { by: at.actor, day: at.day, seq: at.seq, why: body.words.why },
                },
              }
            : benefit,
        ),
        body.benefitId,
        at,
        'The owner declined',
      ),
    says: (body, before, names) => {
      const owner = rowById(before.benefits, body.benefitId)?.owner?.person;
      return {
        sentence: `${owner ? names.person(owner) : 'Somebody'} declined the ${callBenefit(before, body.benefitId)}: ${body.words.why}`,
      };
    },
  }),
  'benefit-onward-owner-set': on({
    v: 1,
    section: 'benefits',
    body: z.object({ benefitId: z.string(), owner: z.string(), reviewDate: partialDateSchema }),
    evolve: (project, body, at) =>
      withBenefit(project, body.benefitId, (benefit) => ({
        ...benefit,
        onward: {
          by: at.actor,
          day: at.day,
          seq: at.seq,
          owner: body.owner,
          reviewDate: body.reviewDate,
        },
      })),
    says: (body, before, names) => ({
      sentence: `${callBenefit(before, body.benefitId)} passes to ${names.person(body.owner)} in the service, next reviewed ${formatPartial(body.reviewDate)}`,
    }),
  }),
};
