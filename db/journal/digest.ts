import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '~/core/answers/canonical';
import type { Envelope } from '~/core/journal/event';

/** SHA-256 of text or bytes, hex. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** What the first event of a chain is chained to. */
export const CHAIN_START = '0'.repeat(64);

/** A salt for one body, so that a short body cannot be guessed from its digest once it is redacted. */
export const newSalt = (): string => randomBytes(16).toString('hex');

/** Digest of a body's canonical text with its salt. */
export const bodyDigest = (salt: string, body: string): string => sha256(salt + body);

/** The next hash of a chain: SHA-256 of the previous hash and the canonical envelope, its body's digest included. */
export const chainHash = (previous: string, envelope: Envelope & { readonly bodyDigest: string }): string =>
  sha256(previous + canonicalJson(envelope));
