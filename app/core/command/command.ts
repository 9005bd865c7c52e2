import type { z } from 'zod';
import type { NewEvent, StreamKind } from '../journal/event';
import type { Role } from '../access/directory';
import type { Context } from './context';
import type { Refusal } from './refusal';

/** What a decision comes to: the facts that follow, or every reason why not. */
export type Decision =
  | { readonly ok: true; readonly events: readonly NewEvent[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Who may give a command: any one of these roles. `anyone` is every signed-in person; `self` the person whose stream it is. */
export type Who = readonly (Role | 'anyone' | 'self' | 'system')[];

/** One command, one object: served to forms, the API, the command line, the OpenAPI document and the matrix of rights. */
export interface Command<S, I> {
  readonly name: string;
  readonly stream: StreamKind;
  /** What a button or a menu calls it. */
  readonly title: string;
  /** One sentence for the API's document and the matrix. */
  readonly purpose: string;
  readonly who: Who;
  readonly input: z.ZodType<I>;
  /** Sections whose change since the version seen makes the command stale; `exact` asks for the very version. */
  readonly reads: readonly string[] | 'exact';
  /** Whether it begins the stream. */
  readonly begins?: boolean;
  /** The lives of the project it is legal in; by default open and held. */
  readonly inLife?: readonly ('open' | 'held' | 'closed' | 'completed')[];
  /** Whether it is a move of the gate workflow, which the freeze of a submitted pack does not bind. */
  readonly workflow?: boolean;
  decide(state: S, input: I, context: Context): Decision;
}

/** Accepts with what happened; nothing to record is an acceptance too. */
export const accept = (...events: readonly NewEvent[]): Decision => ({ ok: true, events });
/** Refuses with every reason. */
export const refuse = (...refusals: readonly Refusal[]): Decision => ({ ok: false, refusals });
/** Refuses if there are reasons, else accepts what the function gives. */
export const acceptUnless = (refusals: readonly Refusal[], events: () => readonly NewEvent[]): Decision =>
  refusals.length > 0 ? { ok: false, refusals } : { ok: true, events: events() };
