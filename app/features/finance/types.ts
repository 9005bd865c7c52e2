import type { WhyNot } from '~/core/command/sent-back';
import type { Outcome } from '~/ui/Tag';

/** A figure in words; `why` where it cannot be told. */
export interface Amount {
  readonly text: string;
  readonly why?: string;
}

export interface SeriesShown {
  readonly years: readonly string[];
  readonly last: string | undefined;
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly byFy: readonly (Amount | null)[];
    readonly pence: readonly (number | null | 'cannot-tell')[];
    readonly cash: Amount | null;
    readonly runRate: Amount | null;
    readonly by: { readonly text: string; readonly href?: string };
  }[];
  readonly gap: {
    readonly byFy: readonly Amount[];
    readonly cash: Amount;
    readonly runRate: Amount;
    readonly open: readonly { readonly year: string; readonly text: string }[];
  };
  readonly increments: readonly {
    readonly key: string;
    readonly name: string;
    readonly byFy: readonly (Amount | null)[];
  }[];
  readonly cannotTell: readonly string[];
}

/** One thing to do, with where. */
export interface ToDo {
  readonly key: string;
  readonly tag: Outcome;
  readonly title: string;
  readonly detail: string;
  readonly href: string;
}

/** One cell of a line in one series, as written. */
export interface CellShown {
  readonly text: string;
  readonly note?: string;
  readonly stale?: boolean;
  readonly href?: string;
}

export interface CellRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly CellShown[];
}

export interface LineCardShown {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly words: string;
  readonly investment: boolean;
  readonly tags: readonly Outcome[];
  readonly adoption: { readonly text: string; readonly href: string };
  readonly nil: string | undefined;
  readonly withdrawn: boolean;
  readonly terms: readonly string[];
  readonly rows: readonly CellRow[];
  readonly evidence: readonly string[];
  readonly onward: string | undefined;
}

/** A part-year profile, or what is wanting before there can be one. */
export type ProfileShown =
  | {
      readonly sentence: string;
      readonly perMonth: string;
      readonly counting: string;
      readonly years: readonly {
        readonly fy: number;
        readonly year: string;
        readonly text: string;
        readonly plain: string;
      }[];
      readonly conventionAssumed: boolean;
    }
  | { readonly wanting: string };

export interface StatedTableShown {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly string[];
    readonly computed?: string;
  }[];
  readonly differences: readonly string[];
}

export interface StatedShown {
  readonly documents: readonly {
    readonly name: string;
    readonly day: string;
    readonly tables: readonly StatedTableShown[];
    readonly statements: readonly {
      readonly id: string;
      readonly words: string;
      readonly table: StatedTableShown | undefined;
    }[];
  }[];
  readonly savingsNote: string | undefined;
  readonly mtfsCaveat: string | undefined;
}

export interface TermChoices {
  readonly categories: readonly { readonly value: string; readonly text: string; readonly kind: string }[];
  readonly baselines: readonly { readonly value: string; readonly text: string }[];
}

export interface HorizonShown {
  readonly first: string;
  readonly last: string;
  readonly short: string | undefined;
  readonly whyNot: WhyNot | undefined;
}

export interface NonCashableShown {
  readonly declared: { readonly why: string; readonly by: string } | undefined;
  readonly agreed: string | undefined;
  readonly whyNotDeclare: WhyNot | undefined;
  readonly whyNotAgree: WhyNot | undefined;
  readonly href: string | undefined;
}
