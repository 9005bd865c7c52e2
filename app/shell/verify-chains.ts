import type { Reader } from '~db/dialect/writer';
import { bodyDigest, CHAIN_START, chainHash } from '~db/journal/digest';
import { PAGE, type Head } from '~db/journal/journal';
import { bodiesAlone, rawEvents, redactionsMade, type RawEvent } from '~db/journal/raw';
import { BODY_REDACTED } from '~db/journal/redaction';
import { breathe, type Problem } from './problem';

interface Walk {
  readonly problems: Problem[];
  readonly streams: Map<string, Head>;
  readonly redactions: ReadonlyMap<string, { readonly event: string; readonly digest: string }>;
  programme: Head;
}

/** Walks every event once by globalSeq: numbers without a gap, bodies as digested, both chains. */
export async function verifyChains(
  db: Reader,
): Promise<{ readonly problems: readonly Problem[]; readonly events: number }> {
  const walk: Walk = {
    problems: [],
    streams: new Map(),
    redactions: await redactionsByEvent(db),
    programme: { seq: 0, hash: CHAIN_START },
  };
  const undone = new Set(walk.redactions.keys());
  let events = 0;
  for await (const page of rawEvents(db, PAGE)) {
    for (const raw of page) {
      events += 1;
      verifyNumbers(walk, raw);
      verifyBody(walk, raw);
      verifyHashes(walk, raw);
      if (raw.body?.redaction) undone.delete(raw.body.redaction);
    }
    await breathe();
  }
  for (const id of undone) noteUndone(walk, id);
  for (const id of await bodiesAlone(db)) {
    walk.problems.push({
      what: 'body',
      where: `body ${id}`,
      sentence: `A body is kept of event ${id}, which is gone`,
    });
  }
  return { problems: walk.problems, events };
}

async function redactionsByEvent(db: Reader): Promise<Walk['redactions']> {
  const made = (await redactionsMade(db)).filter((each) => each.type === BODY_REDACTED);
  return new Map(
    made.flatMap(({ id, body }) => {
      const parsed = parsedOrNothing(body) as
        { readonly event?: unknown; readonly digest?: unknown } | undefined;
      return parsed ? [[id, { event: String(parsed.event), digest: String(parsed.digest) }] as const] : [];
    }),
  );
}

/** A redaction may be followed by another of the same body; only the last one shows in it. */
function noteUndone(walk: Walk, id: string): void {
  const { event } = walk.redactions.get(id)!;
  const others = [...walk.redactions].filter(([other, each]) => other !== id && each.event === event);
  if (others.length > 0) return;
  walk.problems.push({
    what: 'body',
    where: `event ${event}`,
    sentence: `Event ${event} was redacted, yet its body is not the redacted one`,
  });
}

const nameOf = ({ event }: RawEvent): string => `${event.stream} event ${event.seq} (${event.type})`;

function verifyNumbers(walk: Walk, raw: RawEvent): void {
  const { event } = raw;
  if (event.globalSeq !== walk.programme.seq + 1) {
    walk.problems.push({
      what: 'gap',
      where: `event ${walk.programme.seq + 1}`,
      sentence: `Of the programme's events, those from ${walk.programme.seq + 1} to ${event.globalSeq - 1} are missing`,
    });
  }
  const before = walk.streams.get(event.stream)?.seq ?? 0;
  if (event.seq !== before + 1) {
    walk.problems.push({
      what: 'gap',
      where: `${event.stream} event ${before + 1}`,
      sentence: `${event.stream} goes from event ${before} to event ${event.seq}`,
    });
  }
}

function verifyBody(walk: Walk, raw: RawEvent): void {
  const { event, body } = raw;
  const wrong = (sentence: string) => walk.problems.push({ what: 'body', where: nameOf(raw), sentence });
  if (!body) {
    wrong(`${nameOf(raw)} has lost its body`);
    return;
  }
  const digest = bodyDigest(body.salt, body.body);
  if (body.redaction === null) {
    if (digest !== event.bodyDigest) wrong(`The body of ${nameOf(raw)} is not the one that was recorded`);
    return;
  }
  const redaction = walk.redactions.get(body.redaction);
  if (redaction?.event !== event.id || redaction.digest !== digest) {
    wrong(`The body of ${nameOf(raw)} is not what its redaction left`);
  }
}

function verifyHashes(walk: Walk, raw: RawEvent): void {
  const { streamHash, programmeHash, actingFor, ...rest } = raw.event;
  const envelope = { ...rest, ...(actingFor === null ? {} : { actingFor }) };
  const before = walk.streams.get(raw.event.stream)?.hash ?? CHAIN_START;
  if (hashOr(before, envelope) !== streamHash) {
    const sentence = `The chain of ${raw.event.stream} breaks at event ${raw.event.seq}: it, or the one before, is not as recorded`;
    walk.problems.push({ what: 'chain', where: nameOf(raw), sentence });
  }
  if (hashOr(walk.programme.hash, envelope) !== programmeHash) {
    const sentence = `The programme's chain breaks at its event ${raw.event.globalSeq}, ${nameOf(raw)}`;
    walk.problems.push({ what: 'programme-chain', where: `event ${raw.event.globalSeq}`, sentence });
  }
  // Going on from what is stored names only the places that are wrong, and not every event after them.
  walk.streams.set(raw.event.stream, { seq: raw.event.seq, hash: streamHash });
  walk.programme = { seq: raw.event.globalSeq, hash: programmeHash };
}

/** A changed column may hold what has no canonical form; that is a broken chain, not a failure to verify. */
function hashOr(previous: string, envelope: Parameters<typeof chainHash>[1]): string | undefined {
  try {
    return chainHash(previous, envelope);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function parsedOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
