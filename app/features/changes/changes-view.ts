import type { Role } from '~/core/access/directory';
import type { Fix } from '~/core/command/refusal';
import type { WhyNot } from '~/core/command/sent-back';
import type { Marks } from '~/features/forms';
import type { SelectOption } from '~/ui/SelectField';

/** Whether something can be done: null is yes, a reason is why not, undefined is that it is no matter here. */
export type May = WhyNot | null | undefined;

export interface ComparedRow {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly string[];
  readonly worse?: boolean;
}

export interface ComparedTable {
  readonly caption: string;
  readonly headers: readonly string[];
  readonly numeric: boolean;
  readonly rows: readonly ComparedRow[];
}

/** A kept picture beside the record, or beside another kept picture. */
export interface PictureView {
  readonly chosen: { readonly baseline: string; readonly against: string };
  readonly options: { readonly baseline: readonly SelectOption[]; readonly against: readonly SelectOption[] };
  readonly title: string;
  /** The other picture's name; absent beside the record now. */
  readonly other: string | undefined;
  readonly binds: boolean;
  readonly tables: readonly ComparedTable[];
  readonly differ: number;
}

export interface BreachView {
  readonly key: string;
  readonly tolerance: 'time' | 'cost' | 'benefit' | 'scope';
  readonly because: string;
  readonly fix: Fix;
  readonly direction:
    { readonly words: string; readonly by: string; readonly on: string; readonly why: string } | undefined;
  /** Why an earlier direction no longer holds. */
  readonly lapsed: string | undefined;
}

export interface ExceptionsView {
  readonly breaches: readonly BreachView[];
  /** The last day a direction may hold. */
  readonly latest: string;
  readonly ways: readonly { readonly value: string; readonly label: string }[];
  readonly report: May;
  readonly reportIsCurrent: boolean;
  readonly direct: May;
  readonly reports: readonly {
    readonly id: string;
    readonly by: string;
    readonly on: string;
    readonly cause: string;
    readonly options: string;
    readonly recommendation: string;
  }[];
}

/** What an open request would make true. */
export interface OutcomeView {
  readonly figures: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  readonly ends: readonly string[];
  readonly leaves: readonly string[];
  /** Its approval leaves finance's validation of the moved figures stale. */
  readonly stale: boolean;
}

export interface MoveView {
  readonly label: string;
  readonly baseline: string;
  readonly now: string;
  readonly to: string;
}

export interface RequestView {
  readonly id: string;
  readonly by: string;
  readonly on: string;
  readonly why: string;
  readonly moves: readonly string[];
  /** Of an open request: each thing in the binding baseline, as it stands, and as it would be. */
  readonly moving: readonly MoveView[];
  readonly decided: readonly {
    readonly role: Role;
    readonly given: { readonly by: string; readonly on: string } | undefined;
  }[];
  /** Of an open request. */
  readonly would: OutcomeView | undefined;
  readonly outcome:
    | {
        readonly how: 'approved' | 'refused' | 'withdrawn';
        readonly by: string;
        readonly on: string;
        readonly why: string;
      }
    | undefined;
  readonly decide: readonly {
    readonly role: Role;
    readonly approve: WhyNot | undefined;
    readonly refuse: WhyNot | undefined;
  }[];
  readonly notMine: WhyNot | undefined;
  readonly withdraw: May;
}

export interface Movable {
  readonly gates: readonly SelectOption[];
  readonly deliverables: readonly SelectOption[];
  readonly lines: readonly SelectOption[];
  readonly fys: readonly SelectOption[];
  readonly benefits: readonly SelectOption[];
  /** Parts of scope that are no longer as the baseline holds them. */
  readonly scope: readonly SelectOption[];
}

export interface SinceGate2 {
  readonly what: string;
  readonly words: string;
  readonly explained: { readonly by: string; readonly on: string; readonly why: string } | undefined;
  readonly explain: May;
}

/** Everything the page of a project's changes shows. */
export interface ChangesPageProps {
  readonly marks: Marks;
  readonly binds: boolean;
  readonly picture: PictureView | undefined;
  /** Absent while nothing binds. */
  readonly exceptions: ExceptionsView | undefined;
  readonly tolerances: { readonly timeMonths: number; readonly cost: number; readonly benefit: number };
  readonly requests: readonly RequestView[];
  readonly request: May;
  readonly movable: Movable;
  readonly sinceGate2: readonly SinceGate2[] | undefined;
}
