import type { Command, Decision } from '../command/command';
import type { Context } from '../command/context';
import type { StreamDefinition } from '../journal/stream';
import {
  deactivatePerson,
  grantRole,
  reactivatePerson,
  registerPerson,
  renamePerson,
  revokeRole,
} from './commands';
import { endDelegation, nameDelegate } from './delegation-commands';
import { personEvents } from './events';
import { may } from './may';
import { emptyPerson, type PersonState } from './state';

/** Every command on a person's stream. */
export const personCommands: readonly Command<PersonState, unknown>[] = [
  registerPerson,
  renamePerson,
  grantRole,
  revokeRole,
  nameDelegate,
  endDelegation,
  deactivatePerson,
  reactivatePerson,
];

/** Decides with the rights that hold for every command of a stream that is not a project's: all reasons at once. */
export function decideWithRights<S extends { readonly id: string }>(
  command: Command<S, unknown>,
  state: S,
  input: unknown,
  context: Context,
): Decision {
  const barred = may(command, context.actor, context.external.directory, context.today, { self: state.id });
  const decision = command.decide(state, input, context);
  const refusals = [...barred, ...(decision.ok ? [] : decision.refusals)];
  return refusals.length > 0 ? { ok: false, refusals } : decision;
}

/** A person's stream: everything the shell needs of it. */
export const personStream: StreamDefinition<PersonState> = {
  kind: 'person',
  foldVersion: 1,
  events: personEvents,
  upcasters: {},
  commands: personCommands,
  empty: emptyPerson,
  decide: decideWithRights,
};
