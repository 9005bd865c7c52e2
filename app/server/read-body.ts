/** Why a body could not be read: the status to answer with and a sentence for the reader. */
export interface BodyFault {
  readonly ok: false;
  readonly status: 400 | 408 | 413 | 415;
  readonly message: string;
}

export const bodyFault = (status: BodyFault['status'], message: string): BodyFault => ({
  ok: false,
  status,
  message,
});

/** Limits of a body: bytes in all, and milliseconds until it must have arrived. */
export interface BodyLimits {
  readonly bytes: number;
  readonly ms: number;
}

/** What is read of a request; anything with headers and a stream will do. */
export type Readable = Pick<Request, 'headers' | 'body'>;

/** The media type of a body in lower case, without its parameters. */
export const mediaType = (headers: Headers): string =>
  (headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();

const SLOW = bodyFault(408, 'The request took too long to arrive. Try again.');
const tooLarge = (bytes: number) =>
  bodyFault(413, `What was sent is larger than is taken: the limit is ${describeBytes(bytes)}.`);

/** "25 MB", "100 kB". */
export const describeBytes = (bytes: number): string =>
  bytes >= 1_048_576 ? `${Math.floor(bytes / 1_048_576)} MB` : `${Math.max(1, Math.floor(bytes / 1024))} kB`;

/** A fault in the middle of a stream, thrown to whoever is pulling it. */
export class BodyFaultError extends Error {
  override readonly name = 'BodyFaultError';
  constructor(readonly fault: BodyFault) {
    super(fault.message);
  }
}

/** The bytes of a body as they come; throws BodyFaultError past a limit and stops the sender. */
export async function* bodyChunks(request: Readable, limits: BodyLimits): AsyncGenerator<Uint8Array> {
  const stated = Number(request.headers.get('content-length') ?? '0');
  if (stated > limits.bytes) throw new BodyFaultError(tooLarge(limits.bytes));
  if (!request.body) return;
  const reader = request.body.getReader();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), limits.ms);
  const expired = new Promise<never>((_resolve, reject) => {
    late.signal.addEventListener('abort', () => reject(new BodyFaultError(SLOW)));
  });
  expired.catch(() => undefined);
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), expired]);
      if (done) return;
      bytes += value.byteLength;
      if (bytes > limits.bytes) throw new BodyFaultError(tooLarge(limits.bytes));
      yield value;
    }
  } catch (error) {
    throw error instanceof BodyFaultError
      ? error
      : new BodyFaultError(bodyFault(400, 'The request broke off before it had arrived.'));
  } finally {
    clearTimeout(timer);
    await reader.cancel().catch(() => undefined);
  }
}

/** A whole body as text; refuses bytes that are not UTF-8. */
export async function bodyText(
  request: Readable,
  limits: BodyLimits,
): Promise<{ readonly ok: true; readonly text: string } | BodyFault> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of bodyChunks(request, limits)) chunks.push(chunk);
  } catch (error) {
    if (error instanceof BodyFaultError) return error.fault;
    throw error;
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return bodyFault(400, 'What was sent is not UTF-8 text.');
  }
}
