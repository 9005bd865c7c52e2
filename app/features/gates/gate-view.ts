import type { Severity } from '~/core/case-check/severity';
import type { Role } from '~/core/access/directory';
import type { Fix } from '~/core/command/refusal';
import type { ShownRefusal, WhyNot } from '~/core/command/sent-back';
import type { Particular } from '~/core/gates/criteria/attested';
import type { GateNumber } from '~/core/gates/gate-number';
import type { Result } from '~/core/gates/outcome';
import type { Marks } from '~/features/forms';
import type { SelectOption } from '~/ui/SelectField';

/** Whether something can be done: null is yes, a reason is why not, undefined is that it is no matter here. */
export type May = WhyNot | null | undefined;

export interface NamedAttachment {
  readonly id: string;
  readonly name: string;
  readonly withdrawn: boolean;
}
export interface AttachmentChoice {
  readonly value: string;
  readonly label: string;
  readonly hint: string | undefined;
}

/** An attestation or sign-off that stands. */
export interface GivenEvidence {
  readonly id: string;
  readonly by: string;
  readonly on: string;
  readonly note: string;
  readonly said: readonly { readonly label: string; readonly value: string }[];
  readonly particulars: Readonly<Record<string, string>>;
  readonly attachmentIds: readonly string[];
  readonly attachments: readonly NamedAttachment[];
  readonly needsSeeing: boolean;
  readonly seen?: { readonly by: string; readonly on: string };
  readonly whyNotSee: WhyNot | undefined;
  readonly whyNotWithdraw: WhyNot | undefined;
}

export interface EvidenceView {
  readonly kind: 'attest' | 'sign-off';
  readonly gate: GateNumber;
  readonly asked: readonly Particular[];
  readonly whyNot: WhyNot | undefined;
  readonly given: GivenEvidence | undefined;
}

export interface WaiverShown {
  readonly id: string;
  readonly by: string;
  readonly role: Role;
  readonly on: string;
  readonly why: string;
  readonly expires: string;
  readonly instead: { readonly what: string; readonly owner: string; readonly due: string };
  readonly whyNotWithdraw: WhyNot | undefined;
}

export interface CriterionView {
  readonly id: string;
  readonly task: string;
  readonly wording: string;
  readonly authority: string | undefined;
  readonly owner: string;
  readonly result: Result;
  readonly level: 'mandatory' | 'waivable' | 'advisory';
  readonly from: GateNumber;
  readonly passes: boolean;
  readonly warns: boolean;
  readonly because: string;
  readonly obstacles: readonly { readonly because: string; readonly fix: Fix; readonly who?: string }[];
  /** What the case check finds of the same, as far as it is open. */
  readonly findings: readonly {
    readonly key: string;
    readonly severity: Severity;
    readonly title: string;
    readonly href: string;
  }[];
  readonly waiver: WaiverShown | undefined;
  readonly evidence: EvidenceView | undefined;
  readonly waive: May;
}

export interface ConditionView {
  readonly id: string;
  readonly gate: GateNumber;
  readonly what: string;
  readonly owner: string;
  readonly ownerId: string;
  readonly due: string;
  readonly before: GateNumber | 'completion';
  readonly from: 'decision' | 'waiver';
  readonly setBy: string;
  readonly setOn: string;
  readonly state: 'open' | 'closed' | 'confirmed' | 'withdrawn';
  readonly overdue: boolean;
  readonly closed:
    | {
        readonly by: string;
        readonly on: string;
        readonly note: string;
        readonly evidence: readonly NamedAttachment[];
      }
    | undefined;
  readonly confirmed: { readonly by: string; readonly on: string } | undefined;
  readonly withdrawn: { readonly by: string; readonly on: string; readonly why: string } | undefined;
  readonly may:
    | {
        readonly close: WhyNot | null;
        readonly confirm: WhyNot | null;
        readonly sendBack: WhyNot | null;
        readonly reassign: WhyNot | null;
        readonly withdraw: WhyNot | null;
      }
    | undefined;
}

export interface ApprovalView {
  readonly role: Role;
  readonly by: string;
  readonly on: string;
  readonly forum: string | undefined;
  readonly meetingDate: string | undefined;
  readonly minute: string | undefined;
  readonly narrative: string;
  readonly conditions: readonly {
    readonly id: string;
    readonly what: string;
    readonly owner: string;
    readonly due: string;
  }[];
  readonly void: string | undefined;
}

export interface QuestionView {
  readonly id: string;
  readonly by: string;
  readonly on: string;
  readonly question: string;
  readonly answered: { readonly by: string; readonly on: string; readonly answer: string } | undefined;
}

export type Ending =
  | 'approved'
  | 'approved-with-conditions'
  | 'adopted'
  | 'deferred'
  | 'rejected'
  | 'revoked'
  | 'returned'
  | 'withdrawn';

export interface CycleView {
  readonly key: string;
  readonly cycle: number;
  readonly submission:
    | {
        readonly by: string;
        readonly on: string;
        readonly seq: number;
        readonly note: string;
        readonly digest: string;
      }
    | undefined;
  readonly approvals: readonly ApprovalView[];
  readonly questions: readonly QuestionView[];
  readonly ended: { readonly how: Ending; readonly by: string; readonly on: string; readonly why: string };
}

export interface DeciderView {
  readonly role: Role;
  readonly approve: WhyNot | undefined;
  readonly defer: WhyNot | undefined;
  readonly reject: May;
}

export interface DecisionView {
  readonly packDigest: string;
  readonly submittedBy: string;
  readonly submittedOn: string;
  readonly note: string;
  readonly required: readonly {
    readonly role: Role;
    readonly mine: boolean;
    readonly holders: readonly string[];
    readonly given: ApprovalView | undefined;
  }[];
  readonly mine: readonly DeciderView[];
  readonly notMine: WhyNot | undefined;
  readonly gaveMine: boolean;
  readonly voided: readonly ApprovalView[];
  readonly questions: readonly QuestionView[];
  readonly ask: WhyNot | undefined;
  readonly answer: WhyNot | undefined;
  readonly withdraw: WhyNot | undefined;
  readonly drift: readonly string[];
}

export interface ChangedSinceView {
  readonly since: GateNumber;
  readonly rows: readonly {
    readonly label: string;
    readonly before: string;
    readonly after: string;
    readonly why?: string;
  }[];
}

export interface ApprovedView {
  readonly outcome: Ending;
  readonly on: string;
  readonly by: string;
  readonly narrative: string;
  readonly adopted:
    | {
        readonly decidedOn: string;
        readonly decider: string;
        readonly reference: string;
        readonly confirmed: { readonly by: string; readonly on: string } | undefined;
      }
    | undefined;
  readonly digest: string | undefined;
  readonly frozenOn: string | undefined;
  readonly revoke: WhyNot | undefined;
  readonly isLast: boolean;
}

/** Everything the page of one gate shows. */
export interface GatePageProps {
  readonly marks: Marks;
  readonly gate: GateNumber;
  readonly name: string;
  readonly date: string;
  readonly state: 'preparing' | 'submitted' | 'approved';
  readonly life: 'open' | 'held' | 'closed' | 'completed';
  readonly cycle: number;
  readonly deciders: readonly Role[];
  readonly checklist: {
    readonly stops: readonly CriterionView[];
    readonly look: readonly CriterionView[];
    readonly passes: readonly CriterionView[];
  };
  readonly also: readonly ShownRefusal[];
  readonly acting: boolean;
  readonly submit: May;
  readonly decision: DecisionView | undefined;
  readonly approved: ApprovedView | undefined;
  readonly cameBack: CycleView | undefined;
  readonly conditions: readonly ConditionView[];
  readonly changed: ChangedSinceView | undefined;
  readonly cycles: readonly CycleView[];
  readonly previewDigest: string | undefined;
  readonly people: readonly SelectOption[];
  readonly attachments: readonly AttachmentChoice[];
  readonly waiverDays: number;
  readonly conditionRows: number;
}
