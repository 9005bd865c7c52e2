import { eq } from 'drizzle-orm';
import { bodies } from '../schema/journal';
import type { Tx } from '../dialect/writer';
import { REDACTED_SALT } from './redaction';

/** Puts what a redaction leaves in place of a body. The database refuses it unless the redaction's event names the body. */
export async function replaceBody(tx: Tx, event: string, text: string, redaction: string): Promise<void> {
  await tx
    .update(bodies)
    .set({ salt: REDACTED_SALT, body: text, redaction })
    .where(eq(bodies.eventId, event));
}
