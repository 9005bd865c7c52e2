import type { ProgrammeRole } from '~/core/access/directory';
import { revokeToken } from '../api-tokens';
import { fields, many, optional, type Field } from '../decode-form';
import { line, read, text } from '../form-fields';
import { inviteAgain, invitePerson } from '../invitations';
import { requireActor } from '../require-actor';
import { revokeSession } from '../sessions';
import { ADMINISTRATORS, requireRole } from './accounts-access';
import { ownForm, reason, runFormOf, said, type OwnAnswer, type OwnForm } from './accounts-form';
import { loadPerson, programmeRole } from './accounts-person';
import type { PageArgs } from './load-project';
import type { FormCommand } from './run-command';

const NO_ROLE = 'Choose one of the roles';
const role = (): Field<ProgrammeRole> =>
  read((typed) => {
    const found = programmeRole(typed);
    return found === undefined ? { ok: false, message: NO_ROLE } : { ok: true, value: found, understood: '' };
  });

const roles = () =>
  many<ProgrammeRole>((typed) => {
    const found = programmeRole(typed);
    return found === undefined ? { ok: false, message: NO_ROLE } : { ok: true, value: found };
  }, 10);

/** Makes an account with its invitation. */
export const actOnNewAccount = (args: PageArgs) => {
  const actor = requireRole(args, ADMINISTRATORS);
  const { tracker, config } = args.context;
  const given = fields({
    name: said('Enter the person’s name'),
    email: line(),
    roles: roles(),
    why: optional(text()),
  });
  const make = ownForm(given, async ({ name, email, roles: chosen, why }): Promise<OwnAnswer> => {
    if (chosen.length > 0 && why === undefined)
      return { kind: 'invalid', errors: { why: 'Enter the reason for the roles' } };
    const person = { name: name.trim(), email, roles: chosen, ...(why === undefined ? {} : { why }) };
    const made = await invitePerson(tracker, config, actor, person);
    if (made.kind === 'wrong') return { kind: 'invalid', errors: { [made.field]: made.message } };
    if (made.kind === 'not-done') return { kind: 'not-done', answer: made.answer };
    const { link: secret, expires } = made.invitation;
    return { kind: 'shown', shown: { what: 'invitation', secret, name, expires, person: made.person } };
  });
  return runFormOf(args, { 'register-person': make });
};

/** The commands of the page of one account. Closing and opening it end its sessions and tokens besides. */
function commandsOn(id: string): Readonly<Record<string, FormCommand>> {
  const stream = () => id;
  return {
    'grant-role': { fields: fields({ role: role(), why: reason() }), stream },
    'revoke-role': { fields: fields({ role: role(), why: reason() }), stream },
    'end-delegation': { fields: fields({ delegationId: line(), why: reason() }), stream },
    'rename-person': { fields: fields({ name: said('Enter the name') }), stream },
    'deactivate-person': { fields: fields({ why: reason() }), stream },
    'reactivate-person': { fields: fields({}), stream },
  };
}

/** What an administrator does to how somebody signs in: nothing of it is part of the record. */
function signInForms(args: PageArgs, id: string): Readonly<Record<string, OwnForm>> {
  const { tracker, config } = args.context;
  const here = `/accounts/${id}`;
  return {
    'reset-password': ownForm(fields({}), async () => {
      const { person } = await loadPerson(args, id);
      const { name, active } = person.facts;
      if (!active)
        return { kind: 'invalid', errors: { account: 'This account is closed; open it again first' } };
      const made = await inviteAgain(tracker, config, id);
      if (typeof made === 'string') return { kind: 'invalid', errors: { account: made } };
      return {
        kind: 'shown',
        shown: { what: 'invitation', secret: made.link, name, expires: made.expires, person: id },
      };
    }),
    'end-sessions': ownForm(fields({}), async () => {
      await revokeSession(tracker, id);
      return { kind: 'done', to: `${here}?done=end-sessions#done` };
    }),
    'revoke-tokens': ownForm(fields({}), async () => {
      await revokeToken(tracker, id);
      return { kind: 'done', to: `${here}?done=revoke-tokens#done` };
    }),
  };
}

/** Answers a form of the page of one account. */
export async function actOnAccount(args: PageArgs) {
  const actor = requireActor(args.request, args.context);
  requireRole(args, ADMINISTRATORS);
  const id = args.params['id'] ?? '';
  const before = (await loadPerson(args, id)).person.facts.active;
  const answer = await runFormOf(args, signInForms(args, id), commandsOn(id));
  const { tracker } = args.context;
  const after = (await tracker.readState('person', id))?.facts.active;
  // An account opened again must not find the sessions and tokens it had before it was closed.
  if (before !== after && id !== actor.person) {
    await revokeSession(tracker, id);
    await revokeToken(tracker, id);
  }
  return answer;
}
