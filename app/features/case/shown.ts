import type { WhyNot } from '~/core/command/sent-back';
import type { FindingNote } from '~/features/findings/FindingNotes';
import type { Marks } from '~/features/forms';

export type AnswerState = 'given' | 'none' | 'none-unconfirmed' | 'tbc' | 'blank';

export interface ShownAnswer {
  readonly state: AnswerState;
  readonly text: string;
}

/** One field of the form: what it says, where that came from, and how long it has been owed. */
export interface ShownField extends ShownAnswer {
  readonly name: string;
  readonly label: string;
  readonly shape: 'line' | 'text' | 'list';
  readonly typed: string;
  readonly words: string | undefined;
  readonly source:
    | { readonly who: string; readonly document: boolean; readonly day: string; readonly seq: number }
    | undefined;
  readonly owed: { readonly since: string; readonly days: number } | undefined;
}

interface EditedSection {
  readonly key: string;
  readonly title: string;
  readonly command: string;
  readonly whyNot: WhyNot | undefined;
}

export interface TextSection extends EditedSection {
  readonly limit: number;
  readonly fields: readonly ShownField[];
}

interface Scale {
  readonly title: string;
  readonly points: readonly string[];
}

interface Said {
  readonly by: string;
  readonly day: string;
  readonly seq: number;
}

interface StatedPerson {
  readonly field: ShownField;
  readonly named: { readonly name: string; readonly accepted: boolean } | undefined;
}

export interface QualificationShown extends EditedSection {
  readonly scales: { readonly effort: Scale; readonly impact: Scale };
  readonly unscaled: readonly string[];
  readonly fields: readonly ShownField[];
}

export interface CaseSections {
  readonly text: readonly TextSection[];
  readonly stated: {
    readonly ref: string;
    readonly stage: ShownField;
    readonly sponsor: StatedPerson;
    readonly lead: StatedPerson;
  };
  readonly qualification: QualificationShown;
  readonly route: EditedSection & { readonly field: ShownField };
  readonly cover: EditedSection & { readonly said: (Said & { readonly covers: boolean }) | undefined };
  readonly stakeholders: { readonly confirmed: Said | undefined; readonly whyNot: WhyNot | undefined };
  readonly whyNotConfirmNone: WhyNot | undefined;
}

export interface ShownFinding extends FindingNote {
  /** The field or part of the page it is read at. */
  readonly place: string;
}

interface StatedTableShown {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly string[];
    readonly computed?: string | undefined;
  }[];
  readonly differences: readonly string[];
}

export interface CaseRows {
  readonly linkedCases: readonly {
    readonly id: string;
    readonly name: string;
    readonly projectRef?: string | undefined;
  }[];
  readonly benefits: readonly {
    readonly id: string;
    readonly category: string;
    readonly description: ShownAnswer;
    readonly realisation: ShownAnswer;
    readonly owner: { readonly name: string; readonly accepted: boolean } | undefined;
  }[];
  readonly risks: readonly {
    readonly id: string;
    readonly ref: string;
    readonly risk: string;
    readonly likelihood?: number | undefined;
    readonly impact?: number | undefined;
    readonly stated?: number | undefined;
    readonly computed?: number | undefined;
    readonly mitigation?: string | undefined;
    readonly closed: boolean;
  }[];
  readonly assumptions: readonly {
    readonly id: string;
    readonly kind: 'dependency' | 'constraint' | 'assumption' | 'unsorted';
    readonly statement: string;
  }[];
  readonly gates: readonly {
    readonly gate: number;
    readonly name: string;
    readonly target: ShownAnswer;
    readonly now: string | undefined;
  }[];
  readonly deliverables: readonly {
    readonly id: string;
    readonly title: string;
    readonly start: ShownAnswer;
    readonly finish: ShownAnswer;
    readonly now: string | undefined;
  }[];
  readonly statements: {
    readonly approvals: readonly {
      readonly id: string;
      readonly words: string;
      readonly role?: string | undefined;
      readonly name?: ShownAnswer | undefined;
      readonly date?: ShownAnswer | undefined;
      readonly document: string;
    }[];
    readonly other: readonly { readonly id: string; readonly words: string; readonly document: string }[];
  };
  readonly money: readonly {
    readonly name: string;
    readonly day: string;
    readonly tables: readonly StatedTableShown[];
    readonly statements: readonly {
      readonly id: string;
      readonly words: string;
      readonly table: StatedTableShown | undefined;
    }[];
  }[];
  readonly suggested: readonly {
    readonly id: string;
    readonly what: string;
    readonly found: string;
    readonly from: string;
  }[];
}
export type StatedTable = StatedTableShown;

export interface ShownSourceDocument {
  readonly name: string;
  readonly programme?: string | undefined;
  readonly sha256: string;
  readonly by: string;
  readonly day: string;
  readonly seq: number;
  readonly unplaced: readonly {
    readonly line: number;
    readonly words: string;
    readonly why?: string | undefined;
  }[];
  readonly missing: readonly string[];
}

export interface ShownComments {
  readonly total: number;
  readonly whyNot: WhyNot | undefined;
  readonly shown: readonly {
    readonly id: string;
    readonly about: string;
    readonly by: string;
    readonly day: string;
    readonly seq: number;
    readonly words: string;
  }[];
}

export interface CasePageProps {
  readonly marks: Marks;
  /** The section being edited, by its key. */
  readonly edit: string | undefined;
  readonly asked: number;
  readonly owed: readonly {
    readonly name: string;
    readonly label: string;
    readonly state: AnswerState;
    readonly days: number | undefined;
  }[];
  readonly sections: CaseSections;
  readonly rows: CaseRows;
  readonly findings: readonly ShownFinding[];
  readonly sources: readonly ShownSourceDocument[];
  readonly comments: ShownComments;
}
