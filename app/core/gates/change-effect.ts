import type { NewEvent } from '../journal/event';
import { happened } from '../project/events';
import type { ChangeRequest, ProposedMove } from './state';

const of = <W extends ProposedMove['what']>(request: ChangeRequest, what: W) =>
  request.moves.filter((each): each is Extract<ProposedMove, { what: W }> => each.what === what);

/** Whether a change request moves money: then the Section 151 officer decides it too. */
export const movesMoney = (moves: readonly ProposedMove[]): boolean =>
  moves.some((each) => each.what === 'proposal');

/** The roles whose approval a change request wants. */
export const rolesAsked = (request: Pick<ChangeRequest, 'moves'>): readonly ('sponsor' | 's151')[] =>
  movesMoney(request.moves) ? ['sponsor', 's151'] : ['sponsor'];

/** What an approved change request makes true, and the binding baseline that follows. */
export function effectOfChange(request: ChangeRequest): readonly NewEvent[] {
  const gates = of(request, 'gate').map(({ gate, to }) => ({ gate, to }));
  const deliverables = of(request, 'deliverable').map(({ deliverable, start, finish }) => ({
    deliverableId: deliverable,
    ...(start ? { start } : {}),
    ...(finish ? { finish } : {}),
  }));
  const moves = of(request, 'proposal').map(({ line, fy, to }) => ({ lineId: line, fy, amount: to }));
  const withdrawn = of(request, 'withdraw-benefit').map((each) => each.benefit);
  const targets = of(request, 'benefit-target').map(({ benefit, to }) => ({
    benefitId: benefit,
    target: to,
  }));
  return [
    ...(gates.length + deliverables.length > 0
      ? [happened('schedule-moved-by-change', { changeRequestId: request.id, gates, deliverables })]
      : []),
    ...(moves.length > 0
      ? [happened('proposal-moved', { changeRequestId: request.id, proposedBy: request.by, moves })]
      : []),
    ...(withdrawn.length + targets.length > 0
      ? [happened('benefits-moved-by-change', { changeRequestId: request.id, withdrawn, targets })]
      : []),
    happened('baseline-moved', { changeId: request.id }),
  ];
}
