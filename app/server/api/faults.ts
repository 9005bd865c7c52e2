import type { z } from 'zod';
import type { Fault } from './problem-types';

/** A path into the body as a JSON pointer (RFC 6901), written as a fragment: '#/cells/0/amount'; '#' for the whole. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  `#${path
    .map(String)
    .filter((part, _index, all) => all.length > 1 || part !== '')
    .map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')}`;

/** Everything wrong with an input: what the schema refuses, or, when it takes it, the members it does not know. */
export function faultsOf(schema: z.ZodType<unknown>, sent: unknown): readonly Fault[] {
  const parsed = schema.safeParse(sent);
  if (parsed.success) return unknownMembers(sent, parsed.data, []);
  return parsed.error.issues.map(({ path, message }) => ({ pointer: pointerOf(path), message }));
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members that were sent and that nothing reads: a name misspelt must not pass for a field left out. */
function unknownMembers(sent: unknown, read: unknown, path: readonly string[]): readonly Fault[] {
  if (Array.isArray(sent) && Array.isArray(read)) {
    return sent.flatMap((item, index) => unknownMembers(item, read[index], [...path, String(index)]));
  }
  if (!isPlain(sent) || !isPlain(read)) return [];
  return Object.keys(sent).flatMap((name) =>
    Object.hasOwn(read, name)
      ? unknownMembers(sent[name], read[name], [...path, name])
      : [{ pointer: pointerOf([...path, name]), message: 'This field is not known here' }],
  );
}
