import { readBusinessCase } from '~/documents/business-case-lite/read';
import type { CaseDocument } from '~/core/case/case-document';

/** A Business Case Lite as read from a file: what the import command takes, and what the form says of itself. */
export interface ReadDocument {
  readonly document: CaseDocument;
  /** The text the document's digest is over, to be kept beside the record. */
  readonly bytes: Uint8Array;
}

/** A file that cannot be read as a Business Case Lite, with every reason. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
  constructor(readonly reasons: readonly string[]) {
    super(reasons.join('\n'));
  }
}

/** Reads a Business Case Lite from the bytes of a text file. Throws UnreadableDocument. */
export function readDocument(bytes: Uint8Array, name: string): ReadDocument {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableDocument([`${name} is not a UTF-8 text file`]);
  }
  const reading = readBusinessCase(text, name);
  if (!reading.ok) {
    throw new UnreadableDocument(
      reading.errors.map(({ line, message }) => `${name}, line ${line}: ${message}`),
    );
  }
  return { document: reading.document, bytes: new TextEncoder().encode(text) };
}
