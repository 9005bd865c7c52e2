import { refusal, type Refusal } from '~/core/command/refusal';
import type { RecordedEvent } from '~/core/journal/event';
import { forgetCommand } from '~db/journal/command-log';
import { eventById } from '~db/journal/journal';
import { BODY_REDACTED, FILE_REDACTED, redactionOf } from '~db/journal/redaction';
import { replaceBody } from '~db/journal/replace-body';
import type { Tx } from '~db/dialect/writer';
import type { Blobs } from './blobs';
import { rebuildStream, type Derived } from './rebuild';

/** The store finds in the transaction that what was decided cannot be made true; everything is rolled back. */
export class RefusedByStore extends Error {
  override readonly name = 'RefusedByStore';
  constructor(readonly refusal: Refusal) {
    super(refusal.because);
  }
}

/** Redacts the bodies that events just recorded on the programme's stream name. */
export async function redactAll(derived: Derived, tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  for (const event of events) {
    if (event.stream === 'programme' && event.type === BODY_REDACTED) await redactBody(derived, tx, event);
  }
}

/**
 * Takes the words out of the body a `body-redacted` event names, and out of everything derived from it. Refuses when
 * the event is unknown or what would be left is not what was confirmed (its `digest`).
 */
export async function redactBody(derived: Derived, tx: Tx, redaction: RecordedEvent): Promise<void> {
  const named = redaction.body as { readonly event?: unknown; readonly digest?: unknown };
  const event = await eventById(tx, String(named.event));
  if (!event) throw new RefusedByStore(refusal('no-such-row', 'There is no such event to redact'));
  const left = redactionOf(event.body);
  if (left.digest !== named.digest) {
    throw new RefusedByStore(
      refusal('contradiction', 'What would be left of the event is not what was confirmed'),
    );
  }
  await replaceBody(tx, event.id, left.text, redaction.id);
  await forgetCommand(tx, event.actor, event.commandId);
  await rebuildStream(derived, tx, event.stream, redaction.globalSeq);
}

/** Removes the files that redactions name; answers whether anything was redacted at all. */
export async function dropFiles(events: readonly RecordedEvent[], blobs: Blobs): Promise<boolean> {
  const redactions = events.filter(
    (event) => event.stream === 'programme' && REDACTIONS.includes(event.type),
  );
  for (const event of redactions) {
    const { sha256 } = event.body as { readonly sha256?: unknown };
    if (event.type === FILE_REDACTED && typeof sha256 === 'string') await blobs.remove(sha256);
  }
  return redactions.length > 0;
}

const REDACTIONS: readonly string[] = [BODY_REDACTED, FILE_REDACTED];
