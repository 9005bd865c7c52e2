import { hash, parseOptions, verify } from '@node-rs/argon2';

/** Argon2id as OWASP asks for it: 19 MiB, two passes, one lane. Raising these rehashes at the next sign-in. */
const POLICY = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;

/** What is wrong with a new password; undefined when it will do. Any characters are taken. */
export function passwordFault(password: string): string | undefined {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return `The password needs at least ${SHORTEST_PASSWORD} characters`;
  return length > LONGEST_PASSWORD
    ? `The password must be ${LONGEST_PASSWORD} characters or fewer`
    : undefined;
}

const asHashed = (password: string): string => password.normalize('NFC');

/** The hash of a password with its salt and parameters; argon2id is the library's default. */
export const hashPassword = (password: string): Promise<string> => hash(asHashed(password), POLICY);

/** Whether a hash was made with weaker parameters than today's. */
export function isOutdated(passwordHash: string): boolean {
  const made = parseOptions(passwordHash);
  return made.memoryCost < POLICY.memoryCost || made.timeCost < POLICY.timeCost;
}

let nobodys: Promise<string> | undefined;

/**
 * Whether the password is the one hashed. Without a hash the same work is done and the answer is no, so that
 * the time taken does not tell which accounts exist. A password too long to have been set is not hashed.
 */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password');
  const bounded = password.length > LONGEST_PASSWORD * 2 ? '' : password;
  const matches = await verify(passwordHash ?? (await nobodys), asHashed(bounded));
  return matches && passwordHash !== undefined && bounded === password;
}
