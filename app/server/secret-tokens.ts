import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits, fit for a cookie or a header. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret: its SHA-256; keyed, where the server has a key of its own. */
export const hashSecret = (secret: string, key?: string): string =>
  key === undefined
    ? createHash('sha256').update(secret).digest('hex')
    : createHmac('sha256', key).update(secret).digest('hex');

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be read off a screen: four groups of four letters that are not taken for one another, 79 random bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
