import type { RedactionTarget } from '~/core/programme/state';
import type { Change } from '~/core/journal/event';

export type RedactionStanding = 'asked' | 'done' | 'declined';

/** One redaction as asked for, and how it stands. */
export interface ShownRedaction {
  readonly id: string;
  readonly what: RedactionTarget;
  readonly why: string;
  readonly by: string;
  readonly on: string;
  readonly standing: RedactionStanding;
  readonly ended: { readonly by: string; readonly on: string; readonly why: string | undefined } | undefined;
}

/** An event with the words a redaction takes out and what it leaves. */
export interface EventToRedact {
  readonly id: string;
  readonly type: string;
  readonly sentence: string;
  readonly changes: readonly Change[];
  readonly words: readonly { readonly where: string; readonly text: string }[];
  /** The body as it will stand, as JSON. */
  readonly left: string;
  readonly who: string;
  readonly day: string;
  readonly where: { readonly text: string; readonly href: string | undefined };
  /** Whether its words were taken out already. */
  readonly redacted: boolean;
  readonly digest: string;
  readonly files: readonly string[];
}
