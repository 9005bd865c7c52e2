import { z } from 'zod';
import { holdsRole } from '../access/may';
import { lineSchema, textSchema } from '../answers/text';
import { accept, acceptUnless, refuse } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { restsOn } from '../gates/rests';
import { projectCommand, type ProjectCommand } from '../project/command';
import { happened } from '../project/events';
import type { Project } from '../project/state';
import { saysSomething } from '../registers/fields';
import { TAKING_PART } from './commands-attachments';
import { behindInput, standBehind } from './standing-behind';
import { missingAttachments } from './standing-attachment';
import type { Attestation, SignOff } from './state';

const attestationId = lineSchema(100);

const attest = projectCommand({
  name: 'attest',
  title: 'Attest',
  purpose:
    'The owner of an evidence criterion attests that it holds, on attachments or a note naming person, date and outcome; it takes the place of an earlier one.',
  who: TAKING_PART,
  input: z.object({
    ...behindInput,
    attachments: z
      .array(lineSchema(100), { error: 'Choose attachments' })
      .max(50, { error: 'Choose up to 50 attachments' }),
  }),
  reads: ['evidence', 'gates', 'case', 'schedule', 'finance', 'risks', 'registers', 'people'],
  decide(project, { criterion, gate, note, particulars, attachments }, context) {
    const behind = standBehind(project, { criterion, gate, particulars }, 'evidence', context);
    const refusals = [...behind.refusals, ...missingAttachments(project, attachments, 'attachments')];
    if (note.trim() === '' && attachments.length === 0) {
      refusals.push(
        refusal(
          'not-answered',
          'Attach the evidence, or name the person, the date and the outcome in a note.',
          {
            criterion,
            field: 'note',
            fix: { screen: 'gate', gate, field: criterion },
          },
        ),
      );
    }
    return acceptUnless(refusals, () => [
      happened('criterion-attested', {
        attestationId: context.ids(),
        criterion,
        gate,
        attachments: [...new Set(attachments)],
        particulars: behind.particulars,
        rests: behind.rests,
        words: { note, particulars: behind.inWords },
      }),
    ]);
  },
});

/** Why an attestation or sign-off cannot be acted on: not there, or withdrawn. */
export function notStandingOne(one: Attestation | SignOff | undefined, what: string): readonly Refusal[] {
  const fix = { fix: { screen: 'gate' as const, ...(one ? { gate: one.gate, field: one.criterion } : {}) } };
  if (!one) return [refusal('no-such-row', `There is no such ${what} on this project.`, fix)];
  return one.withdrawn ? [refusal('withdrawn-row', `This ${what} is withdrawn.`, fix)] : [];
}

const byId = (project: Project, id: string): Attestation | undefined =>
  project.evidence.attestations.find((each) => each.id === id);

const markSeen = projectCommand({
  name: 'mark-seen',
  title: 'Mark evidence seen',
  purpose: 'Somebody else than who attested marks the evidence of a criterion as seen, once for all.',
  who: TAKING_PART,
  input: z.object({ attestationId }),
  reads: ['evidence', 'case', 'schedule', 'finance', 'risks', 'registers'],
  decide(project, { attestationId: id }, context) {
    const one = byId(project, id);
    const refusals: Refusal[] = [...notStandingOne(one, 'attestation')];
    if (one?.by === context.actor.person) {
      refusals.push(
        refusal(
          'separation-of-duties',
          'Whoever attested does not mark it seen: somebody else looks at it.',
          {
            criterion: one.criterion,
            fix: { screen: 'gate', gate: one.gate, field: one.criterion },
            by: [{ role: 'pmo' }],
          },
        ),
      );
    }
    if (one && !one.withdrawn && restsOn(project, one.criterion, one.gate, context) !== one.rests) {
      refusals.push(
        refusal(
          'stale-figure',
          'What it rests on has changed since it was attested: it is attested again first.',
          {
            criterion: one.criterion,
            fix: { screen: 'gate', gate: one.gate, field: one.criterion },
          },
        ),
      );
    }
    if (refusals.length > 0) return refuse(...refusals);
    return one?.seen ? accept() : accept(happened('attestation-seen', { attestationId: id }));
  },
});

/** Why somebody may not withdraw it: neither who gave it, nor the holder of its owner's role, nor PMO. */
export function notTheirsToWithdraw(
  project: Project,
  one: Attestation | SignOff | undefined,
  context: Context,
): readonly Refusal[] {
  if (!one || one.by === context.actor.person) return [];
  const owner = context.external.framework.criteria.find((each) => each.id === one.criterion)?.owner;
  const holds = (role: Parameters<typeof holdsRole>[2]) =>
    holdsRole(context.external.directory, context.actor.person, role, project, context.today);
  if (holds('pmo') || (owner && holds(owner))) return [];
  return [
    refusal(
      'not-permitted',
      'It is withdrawn by who gave it, by who owns the criterion, or by a PMO officer.',
      {
        criterion: one.criterion,
        fix: { screen: 'gate', gate: one.gate, field: one.criterion },
        by: [{ role: owner ?? 'pmo', person: one.by }, { role: 'pmo' }],
      },
    ),
  ];
}

const withdrawAttestation = projectCommand({
  name: 'withdraw-attestation',
  title: 'Withdraw attestation',
  purpose:
    'Withdraws an attestation with the reason; having attested in this cycle still bars from deciding it.',
  who: TAKING_PART,
  input: z.object({ attestationId, why: saysSomething(textSchema(10_000)) }),
  reads: ['evidence'],
  decide(project, { attestationId: id, why }, context) {
    const one = byId(project, id);
    return acceptUnless(
      [...notStandingOne(one, 'attestation'), ...notTheirsToWithdraw(project, one, context)],
      () => [happened('attestation-withdrawn', { attestationId: id, words: { why } })],
    );
  },
});

/** The commands about attestations. */
export const attestationCommands: readonly ProjectCommand[] = [attest, markSeen, withdrawAttestation];
