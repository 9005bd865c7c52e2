import type { Role } from '~/core/access/directory';
import type { WhyNot } from '~/core/command/sent-back';
import type { GateNumber } from '~/core/gates/gate-number';
import type { RagByRule } from '~/core/gates/rag';
import type { Marks } from '~/features/forms';
import type { SelectOption } from '~/ui/SelectField';
import type { Outcome } from '~/ui/Tag';
import type { AttachmentChoice, ConditionView, May, NamedAttachment } from './gate-view';

export interface GateRow {
  readonly gate: GateNumber;
  readonly name: string;
  readonly standing: 'approved' | 'submitted' | 'current' | 'future' | 'closed';
  readonly outcomes: readonly Outcome[];
  readonly target: string | undefined;
  readonly forecast: string | undefined;
  readonly actual: string | undefined;
  readonly decided: { readonly on: string; readonly by: string } | undefined;
  readonly submitted: { readonly on: string; readonly by: string } | undefined;
  readonly cycles: number;
  readonly conditions: number;
  readonly open: number;
}

export interface WaiverRow {
  readonly id: string;
  readonly criterion: string;
  readonly task: string;
  readonly gate: GateNumber;
  readonly by: string;
  readonly role: Role;
  readonly on: string;
  readonly why: string;
  readonly expires: string;
  readonly instead: { readonly what: string; readonly owner: string; readonly due: string };
  readonly state: 'in force' | 'expired' | 'withdrawn';
  readonly withdrawn: { readonly by: string; readonly on: string; readonly why: string } | undefined;
  readonly whyNotWithdraw: WhyNot | undefined;
}

export interface OpinionsView {
  readonly all: readonly {
    readonly id: string;
    readonly rating: string;
    readonly scale: string;
    readonly given: string;
    readonly summary: string;
    readonly by: string;
    readonly evidence: readonly NamedAttachment[];
  }[];
  readonly give: WhyNot | null;
}

export interface TolerancesView {
  /** Whole months. */
  readonly timeMonths: number;
  /** Hundredths of a per cent. */
  readonly cost: number;
  readonly benefit: number;
  readonly setBy: { readonly by: string; readonly on: string } | undefined;
  readonly set: WhyNot | null;
}

export interface ConfidenceView {
  readonly byRule: RagByRule;
  readonly declared:
    | {
        readonly rating: 'red' | 'amber' | 'green';
        readonly why: string;
        readonly by: string;
        readonly on: string;
      }
    | undefined;
  readonly declare: WhyNot | null;
}

export interface Fate {
  readonly line: string;
  readonly fate: 'withdrawn' | 'substituted' | 'moved';
  readonly to: string | undefined;
}

export interface LifeView {
  readonly state: 'open' | 'held' | 'closed' | 'completed';
  readonly since: { readonly by: string; readonly on: string } | undefined;
  readonly why: string | undefined;
  readonly how: 'rejected' | 'closed-early' | undefined;
  readonly fates: readonly Fate[];
  readonly pending:
    | {
        readonly move: 'close' | 'reopen';
        readonly why: string;
        readonly by: string;
        readonly on: string;
        readonly fates: readonly Fate[];
      }
    | undefined;
  readonly savings: readonly { readonly id: string; readonly title: string }[];
  readonly inMtfs: boolean;
  readonly hold: May;
  readonly resume: May;
  readonly close: May;
  readonly agreeClosing: May;
  readonly takeBack: May;
  readonly reopen: May;
  readonly agreeReopening: May;
}

export interface AdoptionView {
  readonly adopted: readonly {
    readonly gate: GateNumber;
    readonly decidedOn: string;
    readonly decider: string;
    readonly reference: string;
    readonly evidence: readonly NamedAttachment[];
    readonly by: string;
    readonly confirmed: { readonly by: string; readonly on: string } | undefined;
  }[];
  readonly offer: boolean;
  readonly adopt: May;
  readonly confirm: May;
}

/** Everything the page of a project's gates shows. */
export interface GatesPageProps {
  readonly marks: Marks;
  readonly today: string;
  readonly gates: readonly GateRow[];
  readonly conditions: readonly ConditionView[];
  readonly waivers: readonly WaiverRow[];
  readonly opinions: OpinionsView;
  readonly tolerances: TolerancesView;
  readonly confidence: ConfidenceView;
  readonly life: LifeView;
  readonly adoption: AdoptionView;
  readonly people: readonly SelectOption[];
  readonly attachments: readonly AttachmentChoice[];
}
