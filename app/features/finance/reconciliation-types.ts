import type { KeyFigure } from '~/ui/KeyFigures';
import type { Amount } from './types';

export interface ReconciledCell extends Amount {
  readonly href?: string;
  readonly stale?: boolean;
}

/** One series, or one budget round, over the years; null where nothing is recorded. */
export interface ReconciledRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly (ReconciledCell | null)[];
  readonly moved?: { readonly by: string; readonly day: string; readonly href: string };
}

export interface GapShown {
  readonly key: string;
  readonly state: 'open' | 'cannot-tell' | 'explained';
  readonly year: string;
  readonly line: { readonly title: string; readonly href: string };
  readonly what: string;
  readonly amount: Amount;
  readonly open: string | undefined;
  readonly explained: readonly {
    readonly key: string;
    readonly amount: string;
    readonly why: string;
    readonly by: string;
    readonly href: string;
  }[];
  readonly mend: { readonly text: string; readonly href: string };
}

export interface MoveShown {
  readonly seq: number;
  readonly sentence: string;
  readonly who: string;
  readonly day: string;
  readonly href: string;
}

interface TableShown {
  readonly rows: readonly ReconciledRow[];
  readonly gap: ReconciledRow;
}

/** What the page of reconciliation is drawn from. */
export interface ReconciliationView {
  readonly ref: string;
  readonly years: readonly string[];
  readonly views: readonly { readonly href: string; readonly text: string; readonly current: boolean }[];
  readonly viewName: string;
  readonly viewNote: string;
  readonly key: readonly KeyFigure[];
  readonly gaps: readonly GapShown[];
  readonly total: TableShown;
  readonly lines: readonly (TableShown & {
    readonly id: string;
    readonly title: string;
    readonly href: string;
    readonly words: string;
    readonly rounds: readonly ReconciledRow[];
  })[];
  readonly moves: readonly MoveShown[];
}
