import type { Refusal } from '~/core/command/refusal';
import type { RecordedEvent, Said, StreamKind } from '~/core/journal/event';
import type { Actor } from '~/core/command/context';
import type { LoggedAnswer } from '~db/journal/command-log';

/** A command as it is given: by a form, the API or the command line. */
export interface Request {
  readonly command: string;
  readonly kind: StreamKind;
  /** Id of the stream; may be left out where the command begins one, and for the programme. */
  readonly id?: string;
  readonly input: unknown;
  /** Version of the stream the giver saw. */
  readonly expectedVersion?: number;
  /** Made when the page was drawn or by the API's caller: twice the same is done once. */
  readonly commandId: string;
  readonly actor: Actor;
  /** The person stood in for, where there is one. */
  readonly actingFor?: string;
}

/** A field that is wrong, by its path in the input ('lines.0.amount'; '' for the whole). */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** One event since the version seen, in words. */
export interface ChangedSince extends Said {
  readonly seq: number;
  readonly by: string;
  readonly day: string;
}

/** What a command came to; throwing is for bugs. */
export type Answer =
  | {
      readonly kind: 'ok';
      readonly version: number;
      readonly events: readonly RecordedEvent[];
      readonly answer: LoggedAnswer;
      /** Whether this is the first answer again. */
      readonly replayed: boolean;
    }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'not-found'; readonly what: 'command' | 'stream' }
  | {
      readonly kind: 'stale';
      /** The version the record is at now. */
      readonly version: number;
      readonly changed: readonly { readonly section: string; readonly events: readonly ChangedSince[] }[];
    }
  | { readonly kind: 'conflict-of-command-id' }
  | { readonly kind: 'unavailable' };
