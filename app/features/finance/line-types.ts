import type { WhyNot } from '~/core/command/sent-back';
import type { FindingNote } from '~/features/findings/FindingNotes';
import type { Marks } from '~/features/forms';
import type { Outcome } from '~/ui/Tag';
import type { TermsBefore } from './TermsFields';
import type { CellRow, ProfileShown, TermChoices } from './types';

export type Group = 'lead' | 'finance' | 'service';

export interface ActionShown {
  readonly edit: string;
  readonly title: string;
  readonly group: Group;
  readonly whyNot: WhyNot | undefined;
}

/** One year of the line, as the forms open with it. */
export interface YearShown {
  readonly fy: number;
  readonly year: string;
  readonly proposed: string;
  readonly proposedBox: string;
  /** In pence, where it is given. */
  readonly proposedPence: number | undefined;
  readonly seen: number;
  readonly canValidate: boolean;
  readonly validation: {
    readonly method: 'leave' | 'confidence' | 'figure';
    readonly confidence: string;
    readonly amount: string;
    readonly basis: string;
    readonly stale: boolean;
    readonly now: string | undefined;
  };
  readonly mtfsBox: string;
  readonly round: string | undefined;
  readonly forecastBox: string;
  readonly begun: boolean;
  readonly complete: boolean;
  readonly unconfirmedNone: boolean;
  readonly forecastOpen: boolean;
  readonly forecast: string | undefined;
  readonly deliveredOpen: boolean;
  readonly delivered: string | undefined;
  readonly banked: boolean;
  readonly gap: string;
  /** What of it is not explained. */
  readonly gapLeft: string;
  readonly gapOpen: boolean;
}

export interface StaleShown {
  readonly fy: number;
  readonly year: string;
  readonly given: string;
  readonly facts: readonly {
    readonly label: string;
    readonly before: string;
    readonly after: string;
    readonly same: boolean;
  }[];
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** The re-phased profile beside the figures as they are. */
export interface RephasingShown {
  readonly into: 'proposed' | 'forecast';
  readonly start: string;
  readonly rows: readonly {
    readonly fy: number;
    readonly year: string;
    readonly now: string;
    readonly felt: string;
    readonly then: string;
    readonly feltThen: string;
    readonly same: boolean;
    readonly stale: boolean;
    readonly plain: string;
  }[];
  readonly same: boolean;
  readonly other: string;
  readonly keeps: string;
}

/** What a money line's page is drawn from. */
export interface LineView {
  readonly marks: Marks;
  readonly findings: readonly FindingNote[];
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly investment: boolean;
  readonly nil: boolean;
  readonly path: string;
  readonly tags: readonly Outcome[];
  readonly adoption: { readonly text: string; readonly href: string };
  readonly terms: readonly { readonly key: string; readonly value: string }[];
  readonly termsSeq: number;
  readonly termsHref: string;
  readonly years: readonly string[];
  readonly rows: readonly CellRow[];
  readonly said: readonly {
    readonly key: string;
    readonly what: string;
    readonly words: string;
    readonly by: string;
    readonly href: string;
  }[];
  readonly stale: readonly StaleShown[];
  readonly profile: ProfileShown | undefined;
  readonly rephasing: RephasingShown | undefined;
  readonly evidence: readonly Choice[];
  readonly evidenceIds: readonly string[];
  readonly attachments: readonly Choice[];
  readonly bankable: boolean;
  readonly actions: readonly ActionShown[];
  readonly edit: ActionShown | undefined;
  readonly rephase: boolean;
  readonly cells: readonly YearShown[];
  readonly before: TermsBefore;
  readonly choices: TermChoices;
  readonly people: readonly { readonly value: string; readonly text: string }[];
  readonly budgetMonth: string;
  readonly onward: { readonly owner: string; readonly reviewDate: string };
}
