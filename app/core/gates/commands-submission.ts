import { z } from 'zod';
import { lineSchema, textSchema } from '../answers/text';
import { acceptUnless } from '../command/command';
import { refusal } from '../command/refusal';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import { assess } from './assess';
import { conditionRefusals, criteriaRefusals, outOfOrder } from './before-decision';
import { gateNumberSchema } from './gate-number';
import { submittedGate } from './hands';
import { gatedFacts } from './pack';
import { requiredRoles } from './separation';
import { illegalMove, moveRights } from './workflow';
import { holdsRole } from '../access/may';
import type { Outcome } from './outcome';
import type { outcomeSchema } from './outcome-schema';

/** Text of a decision or a submission. */
export const narrative = textSchema(20_000);

/** A narrative that must say something: blanks and marks nobody sees say nothing. */
export const saysWhy = (message: string, limit = 20_000) =>
  textSchema(limit).refine((text) => /[^\s\p{Cf}]/u.test(text), message);

/** An outcome with lists of its own, as an event keeps it. */
const kept = (outcome: Outcome): z.infer<typeof outcomeSchema> => ({
  ...outcome,
  obstacles: outcome.obstacles.map(({ recordedBy, ...each }) => ({
    ...each,
    by: [...each.by],
    ...(recordedBy ? { recordedBy: [...recordedBy] } : {}),
  })),
});

export const submitGate = projectCommand({
  name: 'submit-gate',
  title: 'Submit for decision',
  purpose:
    'Freezes the pack of a gate and puts it before its deciders; refused with every criterion that does not pass.',
  ...moveRights('submit'),
  input: z.object({ gate: gateNumberSchema, note: narrative }),
  reads: 'exact',
  decide(project, { gate, note }, context) {
    const open = submittedGate(project);
    const refusals = [
      ...illegalMove('submit', project, gate),
      ...(open !== undefined && open !== gate
        ? [
            refusal('open-submission', `Gate ${open} is submitted; one submission at a time.`, {
              fix: { screen: 'gate', gate: open },
            }),
          ]
        : []),
      ...outOfOrder(project, gate),
      ...criteriaRefusals(project, gate, context),
      ...conditionRefusals(project, gate, context),
    ];
    return acceptUnless(refusals, () => {
      const pack = gatedFacts(project, gate, context.external);
      return [
        happened('gate-submitted', {
          gate,
          cycle: project.gates.records[gate].cycle,
          digest: pack.digest,
          parts: pack.parts,
          outcomes: assess(project, gate, context.external, context.today).map(kept),
          versions: { ...context.external.versions, [`project/${project.id}`]: project.version },
          words: { note, facts: pack.facts },
        }),
      ];
    });
  },
});

export const withdrawSubmission = projectCommand({
  name: 'withdraw-submission',
  title: 'Withdraw the submission',
  purpose:
    'Takes a submission back to preparation, by who submitted it or the PMO; approvals given are void.',
  ...moveRights('withdraw'),
  input: z.object({ gate: gateNumberSchema, why: saysWhy('Say why the submission is withdrawn') }),
  reads: ['gates'],
  decide(project, { gate, why }, context) {
    const { standing } = project.gates.records[gate];
    const { person } = context.actor;
    const mine = standing.state === 'submitted' && standing.submission.by === person;
    const pmo = holdsRole(context.external.directory, person, 'pmo', project, context.today);
    return acceptUnless(
      [
        ...illegalMove('withdraw', project, gate),
        ...(standing.state === 'submitted' && !mine && !pmo
          ? [
              refusal('not-permitted', 'A submission is withdrawn by who submitted it, or by the PMO.', {
                by: [{ role: 'pmo' }],
              }),
            ]
          : []),
      ],
      () => [happened('submission-withdrawn', { gate, words: { why } })],
    );
  },
});

export const askQuestion = projectCommand({
  name: 'ask-question',
  title: 'Ask a question',
  purpose: 'A decider asks about a submission before deciding.',
  ...moveRights('ask'),
  input: z.object({ gate: gateNumberSchema, question: saysWhy('Write the question', 5_000) }),
  reads: ['gates'],
  decide(project, { gate, question }, context) {
    const decides = requiredRoles(gate, context).some((role) =>
      holdsRole(context.external.directory, context.actor.person, role, project, context.today),
    );
    const asked = project.gates.records[gate].standing;
    const many = asked.state === 'submitted' && asked.questions.length >= 100;
    return acceptUnless(
      [
        ...illegalMove('ask', project, gate),
        ...(decides
          ? []
          : [
              refusal('not-permitted', 'Questions are asked by the deciders of this gate.', {
                by: requiredRoles(gate, context).map((role) => ({ role })),
              }),
            ]),
        ...(many ? [refusal('limit-reached', 'A submission takes at most 100 questions.')] : []),
      ],
      () => [happened('question-asked', { gate, questionId: context.ids(), words: { question } })],
    );
  },
});

export const answerQuestion = projectCommand({
  name: 'answer-question',
  title: 'Answer the question',
  purpose: 'The lead or the PMO answers a decider’s question.',
  ...moveRights('answer'),
  input: z.object({
    gate: gateNumberSchema,
    questionId: lineSchema(100),
    answer: saysWhy('Write the answer', 5_000),
  }),
  reads: ['gates'],
  decide(project, { gate, questionId, answer }) {
    const { standing } = project.gates.records[gate];
    const question =
      standing.state === 'submitted' ? standing.questions.find((each) => each.id === questionId) : undefined;
    return acceptUnless(
      [
        ...illegalMove('answer', project, gate),
        ...(standing.state === 'submitted' && !question
          ? [refusal('no-such-row', 'There is no such question.')]
          : []),
        ...(question?.answered ? [refusal('already-so', 'The question is answered already.')] : []),
      ],
      () => [happened('question-answered', { gate, questionId, words: { answer } })],
    );
  },
});

export const submissionCommands = [submitGate, withdrawSubmission, askQuestion, answerQuestion];
