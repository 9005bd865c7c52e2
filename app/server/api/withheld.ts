import { rolesOf } from '~/core/access/may';
import type { External } from '~/core/command/context';
import { mayOpen } from '~/core/evidence/opening';
import type { Project } from '~/core/project/state';
import type { IsoDay } from '~/core/time/iso-day';

/** What stands where a restricted attachment's address or digest stood. */
export const WITHHELD = '[restricted]';

/**
 * What takes the addresses and digests of restricted attachments out of an answer, wherever they stand in it; for those
 * who may open the attachments it changes nothing.
 */
export function withholding(
  project: Project,
  { directory }: Pick<External, 'directory'>,
  person: string,
  today: IsoDay,
): <T>(value: T) => T {
  const roles = rolesOf(directory, person, project, today);
  const secrets = project.evidence.attachments
    .filter((each) => !mayOpen(each, roles))
    .map(({ content }) => (content.kind === 'link' ? content.url : content.sha256));
  return secrets.length === 0 ? (value) => value : (value) => without(value, secrets) as typeof value;
}

function without(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') {
    return secrets.reduce((text, secret) => text.replaceAll(secret, WITHHELD), value);
  }
  if (Array.isArray(value)) return value.map((each) => without(each, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, without(member, secrets)]));
}
