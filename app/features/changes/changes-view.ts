import type { Role } from '~/core/access/directory';
import type { WhyNot } from '~/core/command/sent-back';
import type { Marks } from '~/features/forms';
import type { SelectOption } from '~/ui/SelectField';

/** Whether something can be done: null is yes, a reason is why not, undefined is that it is no matter here. */
export type May = WhyNot | null | undefined;

export interface SideBySideRow {
  readonly id: string;
  readonly label: string;
  readonly baseline: string;
  readonly current: string;
}

export interface PictureView {
  readonly gate: number;
  readonly on: string;
  readonly movedBy: string | undefined;
  readonly gates: readonly SideBySideRow[];
  readonly deliverables: readonly SideBySideRow[];
  readonly figures: readonly SideBySideRow[];
  readonly benefits: readonly SideBySideRow[];
  readonly differ: number;
}

export interface RequestView {
  readonly id: string;
  readonly by: string;
  readonly on: string;
  readonly why: string;
  readonly moves: readonly string[];
  readonly decided: readonly {
    readonly role: Role;
    readonly given: { readonly by: string; readonly on: string } | undefined;
  }[];
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
  readonly tolerances: { readonly timeMonths: number; readonly cost: number; readonly benefit: number };
  readonly requests: readonly RequestView[];
  readonly request: May;
  readonly movable: Movable;
  readonly sinceGate2: readonly SinceGate2[] | undefined;
}
