import type { z } from 'zod';
import type { IsoDay } from '../time/iso-day';

/** The kinds of stream there are; a stream is named `<kind>/<id>`, the programme's own is `programme`. */
export const STREAM_KINDS = ['project', 'programme', 'framework', 'person'] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];
export type StreamName = string;

/** `project/<id>`, and `programme` for the one stream without an id. */
export const streamName = (kind: StreamKind, id: string): StreamName =>
  kind === 'programme' ? 'programme' : `${kind}/${id}`;

/** Everything about an event but its body: what the chain is made of, with the body's digest. */
export interface Envelope {
  readonly stream: StreamName;
  readonly seq: number;
  readonly globalSeq: number;
  readonly id: string;
  readonly type: string;
  readonly v: number;
  readonly recordedAt: string;
  readonly day: IsoDay;
  readonly actor: string;
  readonly actingFor?: string;
  readonly commandId: string;
}

/** An event as read back: upcast to the newest version of its type. */
export interface RecordedEvent<B = unknown> extends Envelope {
  readonly body: B;
}

/** An event decided and not yet recorded. */
export interface NewEvent {
  readonly type: string;
  readonly v: number;
  readonly body: unknown;
}

/** Where and when a fold finds itself: the envelope's facts that evolve may use. */
export type At = Pick<Envelope, 'seq' | 'id' | 'day' | 'actor' | 'recordedAt'>;

/** What one event says in the history: a sentence, and what stood before and after. */
export interface Said {
  readonly sentence: string;
  readonly changes?: readonly Change[];
}
export interface Change {
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
}
export interface Names {
  /** Person's name. */
  readonly person: (id: string) => string;
}

/**
 * One kind of event on streams whose state is S: its shape, how it changes the state and how it is told.
 * Free text and names stand under `words` in the body, so that a redacted body still folds with its figures.
 * (Methods, not function members: their parameters compare both ways, so kinds of many bodies fit one table.)
 */
export interface EventKind<S, B> {
  readonly v: number;
  /** The part of the record it touches: what a stale command is compared by. */
  readonly section: string;
  readonly body: z.ZodType<B>;
  evolve(state: S, body: B, at: At): S;
  says(body: B, before: S, names: Names): Said;
}

/** Types one kind of event from its body's schema. */
export const eventKind =
  <S>() =>
  <B>(kind: EventKind<S, B>): EventKind<S, B> =>
    kind;

/** Old shapes to new ones: by type, then by the version that is read. */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, (body: unknown) => unknown>>>>;

/** A table of the kinds of event of one stream, by type. */
export type EventKinds<S> = Readonly<Record<string, EventKind<S, unknown>>>;
