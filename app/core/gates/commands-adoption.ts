import { z } from 'zod';
import { lineSchema } from '../answers/text';
import { holdsRole } from '../access/may';
import { acceptUnless } from '../command/command';
import { refusal } from '../command/refusal';
import { projectCommand } from '../project/command';
import { ahead } from '../journal/stream';
import { happened, projectEvents } from '../project/events';
import { standing } from '../project/row';
import { intervalOf, partialDateSchema } from '../time/partial-date';
import { completionEvents } from './closing-a-gate';
import { GATE_NUMBERS, gateNumberSchema } from './gate-number';
import { moveRights } from './workflow';

const stream = { kind: 'project', events: projectEvents, upcasters: {} } as const;

export const adoptDecisions = projectCommand({
  name: 'adopt-decisions',
  title: 'Adopt decisions taken before the tracker',
  purpose:
    'The PMO records, once, gates decided before the tracker; the sponsor confirms them, and no criterion is claimed.',
  ...moveRights('adopt'),
  input: z.object({
    decisions: z
      .array(
        z.object({
          gate: gateNumberSchema,
          decidedOn: partialDateSchema,
          decider: lineSchema(200).min(1, 'Say who decided'),
          reference: lineSchema(200).min(1, 'Give the reference of the decision'),
          evidence: z.array(lineSchema(100)).max(20),
        }),
      )
      .min(1, 'Name at least one decision')
      .max(6),
  }),
  reads: 'exact',
  decide(project, { decisions }, context) {
    const gates = decisions.map((each) => each.gate).sort();
    const begun = Object.values(project.gates.records).some(
      (each) => each.standing.state !== 'preparing' || each.past.length > 0,
    );
    const inOrder = gates.every((gate, index) => gate === index);
    const future = decisions.filter((each) => intervalOf(each.decidedOn).from > context.today);
    const attachments = new Set(standing(project.evidence.attachments).map((each) => each.id));
    return acceptUnless(
      [
        ...(begun
          ? [
              refusal(
                'not-legal-now',
                'A gate of this project has been decided or submitted here; decisions are adopted once, before that.',
              ),
            ]
          : []),
        ...(inOrder
          ? []
          : [
              refusal('gate-out-of-order', 'Name every gate from Gate 0 on, each once.', {
                field: 'decisions',
              }),
            ]),
        ...future.map((each) =>
          refusal('contradiction', `Gate ${each.gate}: a decision already taken has a date that has come.`, {
            field: 'decisions',
          }),
        ),
        ...decisions
          .filter((each) => each.evidence.length === 0 || each.evidence.some((one) => !attachments.has(one)))
          .map((each) =>
            refusal('not-answered', `Gate ${each.gate}: attach the evidence of the decision.`, {
              fix: { screen: 'documents' },
              field: 'decisions',
            }),
          ),
      ],
      () => [
        happened('decisions-adopted', {
          decisions: [...decisions]
            .sort((a, b) => a.gate - b.gate)
            .map(({ gate, decidedOn, evidence }) => ({ gate, decidedOn, evidence })),
          words: {
            deciders: Object.fromEntries(decisions.map((each) => [String(each.gate), each.decider])),
            references: Object.fromEntries(decisions.map((each) => [String(each.gate), each.reference])),
          },
        }),
      ],
    );
  },
});

export const confirmAdopted = projectCommand({
  name: 'confirm-adopted-decisions',
  title: 'Confirm the adopted decisions',
  purpose: 'The sponsor confirms decisions adopted from before the tracker.',
  ...moveRights('confirm-adopted'),
  input: z.object({}),
  reads: ['gates'],
  decide(project, _input, context) {
    const waiting = GATE_NUMBERS.filter((gate) => {
      const { standing: at } = project.gates.records[gate];
      return at.state === 'approved' && at.decision.adopted !== undefined && !at.decision.adopted.confirmed;
    });
    const own = waiting.some((gate) => {
      const { standing: at } = project.gates.records[gate];
      return at.state === 'approved' && at.decision.by === context.actor.person;
    });
    const sponsor = holdsRole(
      context.external.directory,
      context.actor.person,
      'sponsor',
      project,
      context.today,
    );
    return acceptUnless(
      [
        ...(waiting.length === 0
          ? [refusal('already-so', 'No adopted decision waits to be confirmed.')]
          : []),
        ...(own ? [refusal('separation-of-duties', 'Nobody confirms the decisions they recorded.')] : []),
        ...(sponsor
          ? []
          : [refusal('not-permitted', 'The sponsor confirms them.', { by: [{ role: 'sponsor' }] })]),
      ],
      () => {
        const confirmed = happened('adopted-decisions-confirmed', { gates: [...waiting] });
        return [confirmed, ...completionEvents(ahead(stream, project, [confirmed], context))];
      },
    );
  },
});

export const adoptionCommands = [adoptDecisions, confirmAdopted];
