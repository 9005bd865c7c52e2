import type { IsoDay } from '../time/iso-day';
import type { PartialDate } from '../time/partial-date';
import type { Role } from '../access/directory';
import type { Mark } from '../project/row';
import type { GateNumber } from './gate-number';
import type { Outcome } from './outcome';

/** The frozen facts a submission puts before its deciders. */
export interface Pack {
  /** SHA-256 of the canonical facts: what an approval is given to. */
  readonly digest: string;
  /** Digest of each criterion's facts and each figure block, so that what moved can be named. */
  readonly parts: Readonly<Record<string, string>>;
  /** The facts themselves, by part. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly outcomes: readonly Outcome[];
  readonly frozenOn: IsoDay;
  readonly frozenAt: string;
  /** Versions of the other streams it was read from, and of this one. */
  readonly versions: Readonly<Record<string, number>>;
}

/** One required role's approval, given to one pack. */
export interface Approval extends Mark {
  readonly role: Role;
  readonly packDigest: string;
  readonly forum?: string;
  readonly meetingDate?: IsoDay;
  readonly minute?: string;
  readonly narrative: string;
  readonly conditions: readonly ProposedCondition[];
  readonly void?: { readonly why: string };
}

export interface ProposedCondition {
  readonly id: string;
  readonly what: string;
  readonly owner: string;
  readonly due: IsoDay;
  /** The gate it must precede. */
  readonly before: GateNumber | 'completion';
}

export interface Question extends Mark {
  readonly id: string;
  readonly question: string;
  readonly answered?: Mark & { readonly answer: string };
}

/** Who has had a hand in the cycle and may therefore not decide it. */
export interface Hands {
  readonly submitted: readonly string[];
  readonly proposed: readonly string[];
  readonly attested: readonly string[];
  readonly led: readonly string[];
}

export interface Submission extends Mark {
  readonly pack: Pack;
  readonly note: string;
}

/** A decision of a gate as it was taken. */
export interface GateDecision extends Mark {
  readonly outcome:
    'approved' | 'approved-with-conditions' | 'deferred' | 'rejected' | 'adopted' | 'revoked' | 'returned';
  readonly narrative: string;
  readonly approvals: readonly Approval[];
  readonly packDigest?: string;
  /** For an adopted decision: taken before the tracker. */
  readonly adopted?: {
    readonly decidedOn: PartialDate;
    readonly decider: string;
    readonly reference: string;
    readonly evidence: readonly string[];
    readonly confirmed?: Mark;
  };
}

/** One past cycle of a gate: a submission and how it ended. */
export interface PastCycle {
  readonly number: number;
  readonly submission?: Submission;
  readonly approvals: readonly Approval[];
  readonly questions: readonly Question[];
  readonly ended: Mark & { readonly how: GateDecision['outcome'] | 'withdrawn'; readonly why: string };
}

/** Where one gate stands; a field that makes no sense yet cannot be read. */
export type GateStanding =
  | { readonly state: 'preparing' }
  | {
      readonly state: 'submitted';
      readonly submission: Submission;
      readonly approvals: readonly Approval[];
      readonly questions: readonly Question[];
    }
  | {
      readonly state: 'approved';
      readonly decision: GateDecision;
      readonly submission?: Submission;
      /** What the deciders asked before they approved; none of a decision adopted from before the tracker. */
      readonly questions?: readonly Question[];
    };

export interface GateRecord {
  readonly gate: GateNumber;
  readonly cycle: number;
  readonly standing: GateStanding;
  readonly hands: Hands;
  readonly past: readonly PastCycle[];
}

/** A condition; it takes effect when its gate is approved. */
export interface Condition {
  readonly id: string;
  readonly gate: GateNumber;
  readonly what: string;
  readonly owner: string;
  readonly due: IsoDay;
  readonly before: GateNumber | 'completion';
  readonly set: Mark;
  readonly from: 'decision' | 'waiver';
  readonly closed?: Mark & { readonly evidence: readonly string[]; readonly note: string };
  readonly confirmed?: Mark;
  readonly withdrawn?: Mark & { readonly why: string };
}

/** A waiver of one criterion for one gate. */
export interface Waiver extends Mark {
  readonly id: string;
  readonly criterion: string;
  readonly gate: GateNumber;
  readonly role: Role;
  readonly why: string;
  readonly expires: IsoDay;
  readonly instead: { readonly what: string; readonly owner: string; readonly due: IsoDay };
  readonly withdrawn?: Mark & { readonly why: string };
}

/** A delivery-confidence opinion by an assurer outside the team; never a decision. */
export interface AssuranceOpinion extends Mark {
  readonly id: string;
  readonly rating: string;
  readonly scale: string;
  readonly given: IsoDay;
  readonly summary: string;
  readonly evidence: readonly string[];
}

/** The picture kept at an approved gate; Gate 3's binds. */
export interface Baseline extends Mark {
  readonly gate: GateNumber;
  readonly gates: Readonly<Record<string, PartialDate | null>>;
  readonly deliverables: readonly {
    readonly id: string;
    readonly start: PartialDate | null;
    readonly finish: PartialDate | null;
  }[];
  /** Proposed pence by line id, then FY; and what each line's terms were. */
  readonly proposed: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  readonly validated: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly benefits: readonly {
    readonly id: string;
    readonly baseline: { readonly value: string; readonly date: PartialDate } | null;
    readonly target: string | null;
    readonly realisation: PartialDate | null;
  }[];
  /** Digest of each part of the case: objectives, scope, preferred option, each line's proposal and terms, each benefit's target. */
  readonly caseParts: Readonly<Record<string, string>>;
  /** The change request that moved it last, if any. */
  readonly movedBy?: string;
}

/** The parts of scope that a baseline holds. */
export type ScopePart = 'objectives' | 'scope' | 'preferred option' | 'deliverables';

/** What a change request would move; only its approval moves it. */
export type ProposedMove =
  | { readonly what: 'gate'; readonly gate: GateNumber; readonly to: PartialDate }
  | {
      readonly what: 'deliverable';
      readonly deliverable: string;
      readonly start?: PartialDate;
      readonly finish?: PartialDate;
    }
  | { readonly what: 'proposal'; readonly line: string; readonly fy: number; readonly to: number }
  | { readonly what: 'withdraw-benefit'; readonly benefit: string }
  | { readonly what: 'benefit-target'; readonly benefit: string; readonly to: string }
  /** Takes a part of scope as it now stands into the baseline; `rests` is the digest it had when this was asked. */
  | { readonly what: 'scope'; readonly part: ScopePart; readonly rests: string };

export interface ChangeRequest extends Mark {
  readonly id: string;
  readonly moves: readonly ProposedMove[];
  readonly why: string;
  readonly approvals: readonly (Mark & { readonly role: Role })[];
  readonly outcome?: Mark & { readonly how: 'approved' | 'refused' | 'withdrawn'; readonly why: string };
}

/** One breach of tolerance, as it stood: its key and a digest of the figures it rests on. */
export interface BreachNamed {
  readonly key: string;
  readonly rests: string;
}

/** What the lead or PMO reports on breaches of tolerance, for the sponsor to direct. */
export interface ExceptionReport extends Mark {
  readonly id: string;
  readonly on: readonly BreachNamed[];
  readonly cause: string;
  readonly options: string;
  readonly recommendation: string;
}

/** What the sponsor directs on breaches of tolerance; it holds until its day, and lapses when the figures move. */
export interface Direction extends Mark {
  readonly id: string;
  readonly on: readonly BreachNamed[];
  readonly how: 'bring-back' | 'request-change' | 'tolerate';
  readonly until: IsoDay;
  readonly why: string;
}

/** Listed reasons for changes since Gate 2, which Gate 3's pack shows. */
export interface ExplainedChange extends Mark {
  readonly what: string;
  readonly rests: string;
  readonly why: string;
}

/** What becomes of a saving when a project closes early. */
export interface FateOfSaving {
  readonly line: string;
  readonly fate: 'withdrawn' | 'substituted' | 'moved';
  /** The project ref or saving it is substituted by or moved to. */
  readonly to?: string;
}

export type Life =
  | { readonly state: 'open' }
  | { readonly state: 'held'; readonly since: Mark; readonly why: string }
  | {
      readonly state: 'closed';
      readonly since: Mark;
      readonly how: 'rejected' | 'closed-early';
      readonly why: string;
      readonly fates: readonly FateOfSaving[];
      /** The life it had, to come back to. */
      readonly before: 'open' | 'held';
    }
  | { readonly state: 'completed'; readonly since: Mark };

export interface Gates {
  readonly framework: { readonly id: string; readonly version: number };
  readonly records: Readonly<Record<GateNumber, GateRecord>>;
  readonly conditions: readonly Condition[];
  readonly waivers: readonly Waiver[];
  readonly opinions: readonly AssuranceOpinion[];
  readonly baselines: readonly Baseline[];
  readonly changeRequests: readonly ChangeRequest[];
  readonly explainedChanges: readonly ExplainedChange[];
  readonly exceptionReports?: readonly ExceptionReport[];
  readonly directions?: readonly Direction[];
  /** Set by the project, else the framework's: whole months, and hundredths of a per cent. */
  readonly tolerances?: Mark & {
    readonly timeMonths: number;
    readonly cost: number;
    readonly benefit: number;
  };
  /** A closing or reopening the sponsor asked for that waits for the Section 151 officer. */
  readonly pendingLife?: Mark & {
    readonly move: 'close' | 'reopen';
    readonly why: string;
    readonly fates: readonly FateOfSaving[];
  };
  readonly declaredConfidence?: Mark & { readonly rating: 'red' | 'amber' | 'green'; readonly why: string };
}
