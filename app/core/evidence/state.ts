import type { Mark, Row } from '../project/row';
import type { GateNumber } from '../gates/gate-number';

/** A file or a link kept as evidence. */
export interface Attachment extends Row {
  readonly name: string;
  readonly note: string;
  /** Only those with a role on the project, and finance, s151, pmo and auditor, may open it. */
  readonly restricted: boolean;
  readonly content:
    | { readonly kind: 'file'; readonly sha256: string; readonly bytes: number; readonly mediaType: string }
    | { readonly kind: 'link'; readonly url: string };
}

/** The owner's word that an E criterion holds, on files, links or a note naming person, date and outcome. */
export interface Attestation extends Mark {
  readonly id: string;
  readonly criterion: string;
  readonly gate: GateNumber;
  readonly note: string;
  readonly attachments: readonly string[];
  /** Answers the criterion's facts need, such as `needed: 'no'` for a screening, a decision reference or a date. */
  readonly particulars: Readonly<Record<string, string>>;
  /** Digest of the facts it rests on. */
  readonly rests: string;
  readonly seen?: Mark;
  readonly withdrawn?: Mark & { readonly why: string };
}

/** A sign-off (S) by the named role. */
export interface SignOff extends Mark {
  readonly id: string;
  readonly criterion: string;
  readonly gate: GateNumber;
  readonly note: string;
  readonly particulars: Readonly<Record<string, string>>;
  readonly rests: string;
  readonly withdrawn?: Mark & { readonly why: string };
}

export interface Evidence {
  readonly attachments: readonly Attachment[];
  readonly attestations: readonly Attestation[];
  readonly signOffs: readonly SignOff[];
}
