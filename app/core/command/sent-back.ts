import type { Change } from '../journal/event';
import type { Fix, Reason } from './refusal';

/** A refusal as a page shows it: who can mend it is told in words, names looked up. */
export interface ShownRefusal {
  readonly reason: Reason;
  readonly because: string;
  /** The input's field it is about, by the form's own name where it has one. */
  readonly field?: string;
  readonly fix?: Fix;
  /** "PMO officer", "Ann Lee, the project lead". */
  readonly who?: string;
}

/** What others did since the version a form was drawn on, section by section, oldest first. */
export interface ShownChange {
  readonly section: string;
  readonly events: readonly {
    readonly seq: number;
    readonly sentence: string;
    readonly by: string;
    readonly day: string;
    readonly changes: readonly Change[];
  }[];
}

/** What became of a command that was not done. */
export type NotDone =
  | { readonly kind: 'invalid' }
  | { readonly kind: 'refused'; readonly refusals: readonly ShownRefusal[] }
  | { readonly kind: 'stale'; readonly changed: readonly ShownChange[] }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'unavailable' };

/** A form handed back with all that was typed, so that nothing is lost and the page can say what is wrong. */
export interface SentBack {
  /** The command's name. */
  readonly command: string;
  /** Which of several forms of the same command, by its own key; empty where there is one. */
  readonly form: string;
  readonly why: NotDone;
  /** Messages by the form's own names. */
  readonly errors: Readonly<Record<string, string>>;
  /** What was typed, by name. */
  readonly typed: Readonly<Record<string, readonly string[]>>;
  /** What was understood of it, by name: "£1,200,000" for "£1.2m". */
  readonly understood: Readonly<Record<string, string>>;
}

/** Why an action cannot be taken by the person who looks, and who can. */
export interface WhyNot {
  readonly because: string;
  readonly who?: string;
  readonly fix?: Fix;
}
