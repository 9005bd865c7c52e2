import type { AppLoadContext } from '@remix-run/node';
import { holdsProgrammeRole, type ProgrammeRole } from '~/core/access/directory';
import type { Actor } from '~/core/command/context';
import { requireActor } from '../require-actor';
import { forbidden, type PageArgs } from './load-project';

/** Who may read everybody's account and what is asked of the record's redaction; only administrators change accounts. */
export const KEEPERS: readonly ProgrammeRole[] = ['administrator', 'auditor'];
export const ADMINISTRATORS: readonly ProgrammeRole[] = ['administrator'];

/** Whether the one who looks holds one of these roles today. */
export function holdsAny(
  { person, today }: Pick<AppLoadContext, 'person' | 'today'>,
  roles: readonly ProgrammeRole[],
): boolean {
  if (!person) return false;
  const directory = { [person.id]: person };
  return roles.some((role) => holdsProgrammeRole(directory, person.id, role, today));
}

/** The person who asks, who holds one of these roles. Throws the sign-in page, and 403 for everybody else. */
export function requireRole({ request, context }: PageArgs, roles: readonly ProgrammeRole[]): Actor {
  const actor = requireActor(request, context);
  if (!holdsAny(context, roles)) throw forbidden();
  return actor;
}
