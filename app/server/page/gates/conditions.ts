import type { Condition } from '~/core/gates/state';
import { isOverdue } from '~/core/gates/conditions';
import type { LoadedProject } from '../load-project';
import { attachmentNames } from './attachments';
import { here } from './criteria';

const stateOf = (condition: Condition): 'open' | 'closed' | 'confirmed' | 'withdrawn' => {
  if (condition.withdrawn) return 'withdrawn';
  if (condition.confirmed) return 'confirmed';
  return condition.closed ? 'closed' : 'open';
};

/** What may be done about a condition; null is yes, a reason is why not. */
function actionsOn(loaded: LoadedProject, condition: Condition) {
  const { today } = loaded;
  const conditionId = condition.id;
  const due = condition.due < today ? today : condition.due;
  const ask = (command: string, input: object) =>
    here(loaded.whyNot(command, { conditionId, ...input })) ?? null;
  return {
    close: ask('close-condition', { note: 'x', evidence: [] }),
    confirm: ask('confirm-condition', {}),
    sendBack: ask('send-condition-back', { why: 'x' }),
    reassign: ask('reassign-condition', { owner: condition.owner, due, why: 'x' }),
    withdraw: ask('withdraw-condition', { why: 'x' }),
  };
}

/** One condition with what this person may do about it. */
export function conditionView(loaded: LoadedProject, condition: Condition) {
  const { name, today } = loaded;
  const state = stateOf(condition);
  const inForce = state === 'open' || state === 'closed';
  const { closed, confirmed, withdrawn } = condition;
  return {
    id: condition.id,
    gate: condition.gate,
    what: condition.what,
    owner: name(condition.owner),
    ownerId: condition.owner,
    due: condition.due,
    before: condition.before,
    from: condition.from,
    setBy: name(condition.set.by),
    setOn: condition.set.day,
    state,
    overdue: inForce && isOverdue(condition, today),
    closed: closed && {
      by: name(closed.by),
      on: closed.day,
      note: closed.note,
      evidence: attachmentNames(loaded, closed.evidence),
    },
    confirmed: confirmed && { by: name(confirmed.by), on: confirmed.day },
    withdrawn: withdrawn && { by: name(withdrawn.by), on: withdrawn.day, why: withdrawn.why },
    may: inForce ? actionsOn(loaded, condition) : undefined,
  };
}

const ORDER = { open: 0, closed: 1, confirmed: 2, withdrawn: 3 } as const;

/** The conditions of a project, or of one gate: those in force first, the soonest due first. */
export const conditionsOf = (loaded: LoadedProject, gate?: number) =>
  loaded.project.gates.conditions
    .filter((each) => gate === undefined || each.gate === gate)
    .map((each) => conditionView(loaded, each))
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.due.localeCompare(b.due));
