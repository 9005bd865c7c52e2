import type { Answer } from '../answers/answer';
import type { Field } from '../project/field';
import type { Mark, Row } from '../project/row';
import type { Pence } from '../money/pence';
import type { Fy } from '../time/financial-year';

export const LINE_KINDS = ['saving', 'income', 'investment'] as const;
export type LineKind = (typeof LINE_KINDS)[number];
export const TIMINGS = ['one-off', 'recurring'] as const;
export type Timing = (typeof TIMINGS)[number];
export const CONVENTIONS = ['incremental', 'annual'] as const;
export type Convention = (typeof CONVENTIONS)[number];

/** What finance validates in one cell: the proposal times a confidence, or a figure with its basis. */
export type Validation = Mark &
  (
    | {
        readonly method: 'confidence';
        /** 0 to 10,000: hundredths of a per cent. */
        readonly confidence: number;
        readonly amount: Pence;
        readonly basis: string;
        readonly of: Answer<Pence>;
      }
    | {
        readonly method: 'figure';
        readonly amount: Pence;
        readonly basis: string;
        readonly of: Answer<Pence>;
      }
  );

export interface MtfsFigure extends Mark {
  readonly amount: Answer<Pence>;
  /** Budget round, such as "Feb 2024". */
  readonly round: string;
}
export interface ForecastFigure extends Mark {
  readonly amount: Pence;
  readonly why: string;
  readonly confirmed?: Mark;
}
export interface DeliveredFigure extends Mark {
  readonly amount: Pence;
  /** Delivered so far in a year that is not over. */
  readonly toDate: boolean;
  readonly evidence: readonly string[];
  readonly note: string;
  readonly confirmed?: Mark;
}
export interface BankedFigure extends Mark {
  readonly amount: Pence;
  /** Month from which the budget fell, YYYY-MM. */
  readonly month: string;
  readonly permanence: 'permanent' | 'one-year';
  readonly journalReference: string;
}
/** Instead of a banked figure: due to be banked, not bankable after all, with the reason. */
export interface BankingStatus extends Mark {
  readonly status: 'scheduled' | 'not-bankable';
  readonly why: string;
}

/** One line in one financial year, series by series, never merged. */
export interface Cell {
  readonly proposed: Field<Pence>;
  readonly validated?: Validation;
  readonly mtfs?: MtfsFigure;
  /** What earlier budget rounds took, oldest first; `mtfs` is of the round recorded last. */
  readonly mtfsEarlier?: readonly MtfsFigure[];
  readonly forecast?: ForecastFigure;
  readonly delivered?: DeliveredFigure;
  readonly banked?: BankedFigure;
  readonly banking?: BankingStatus;
  /** Delivered against validated and MTFS, explained; lapses when a figure of the year moves. */
  readonly variance?: VarianceExplanation;
  /** The gap of MTFS − validated explained by finance; lapses when either moves. */
  readonly gapExplained?: Explained;
  /** Parts of that gap explained one by one, each of the gap as it then stood. */
  readonly gapParts?: readonly (Explained & { readonly gap: Pence })[];
}

/** What of a difference somebody explained, in pence, and why. */
export interface Explained extends Mark {
  readonly amount: Pence;
  readonly why: string;
}

/** What finance allows for optimism: investment is taken to cost more, savings and income to bring less. */
export interface OptimismBias extends Mark {
  /** Hundredths of a per cent added to investment, 0 to 30,000. */
  readonly investment: number;
  /** Hundredths of a per cent taken off savings and income, 0 to 10,000. */
  readonly savings: number;
  readonly why: string;
}

export interface VarianceExplanation extends Mark {
  readonly why: string;
  readonly mitigation?: { readonly what: string; readonly amount: Pence; readonly owner: string };
}

/** One saving, income or investment. */
export interface MoneyLine extends Row {
  readonly kind: LineKind;
  readonly timing: Timing;
  readonly title: string;
  /** Category id of the framework; says whether it is cashable and bankable. */
  readonly category?: string;
  readonly convention?: Convention;
  readonly costCentre?: string;
  /** The cost baseline it draws on. */
  readonly costBaseline?: string;
  /** Its own start month YYYY-MM; without one it starts at go-live. */
  readonly startMonth?: string;
  readonly fullYearEffect?: Pence;
  readonly cells: Readonly<Record<Fy, Cell>>;
  /** The lead stands behind it; a document's figure counts only then. */
  readonly adopted?: Mark;
  /** Attachment ids the figures rest on. */
  readonly evidence: readonly string[];
  /** The last event that changed what a validation rests on beside the amount: kind, terms, start month, baseline, evidence. */
  readonly termsSeq: number;
  /** Who last set its terms: they do not validate it. A change of title alone leaves this be. */
  readonly termsBy: string;
  /** Month from which the budget falls, YYYY-MM, scheduled by finance before Gate 4. */
  readonly budgetFalls?: Mark & { readonly month: string };
  /** Who in the service owns what is still to come, and when it is next looked at (partial date). */
  readonly onward?: Mark & { readonly owner: string; readonly reviewDate: string };
}

export interface Money {
  /** The FYs of the form, in order without a gap. */
  readonly horizon: readonly Fy[];
  readonly lines: readonly MoneyLine[];
  /** Read by the appraisal alone: it enters none of the six series. */
  readonly optimismBias?: OptimismBias;
  /** Declared non-cashable by the lead, agreed by finance; adding a saving line ends it. */
  readonly nonCashable?: { readonly declared: Mark & { readonly why: string }; readonly agreed?: Mark };
}

/** Whether a validation no longer is of the cell as it stands. */
export const isStale = (line: MoneyLine, cell: Cell): boolean =>
  cell.validated !== undefined && Math.max(cell.proposed.seq, line.termsSeq) > cell.validated.seq;
