import type { WhyNot } from '~/core/command/sent-back';
import type { Marks } from '~/features/forms';

interface Withdrawal {
  readonly by: string;
  readonly day: string;
  readonly why: string;
}

export interface ShownAttachment {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly restricted: boolean;
  /** Whether the one who looks may open it. */
  readonly opens: boolean;
  /** "PDF", "Link". */
  readonly kind: string;
  readonly size: string;
  readonly url?: string | undefined;
  readonly sha256?: string | undefined;
  readonly by: string;
  readonly day: string;
  readonly seq: number;
  /** What rests on it, in words. */
  readonly uses: readonly string[];
  readonly withdrawn: Withdrawal | undefined;
  readonly whyNotWithdraw: WhyNot | undefined;
}

export interface ShownAttestation {
  readonly id: string;
  readonly gate: 0 | 1 | 2 | 3 | 4 | 5;
  readonly criterion: string;
  readonly wording: string;
  readonly note: string;
  readonly attachments: readonly { readonly id: string; readonly name: string }[];
  readonly by: string;
  readonly day: string;
  readonly seq: number;
  readonly seen: { readonly by: string; readonly day: string } | undefined;
  readonly withdrawn: Withdrawal | undefined;
  readonly mine: boolean;
  readonly whyNotSeen: WhyNot | undefined;
}

export interface DocumentsPageProps {
  readonly marks: Marks;
  /** The page of this tracker to go back to. */
  readonly back: string | undefined;
  readonly whyNotAttach: WhyNot | undefined;
  readonly taken: { readonly words: string; readonly accept: string };
  readonly attachments: readonly ShownAttachment[];
  readonly withdrawn: readonly ShownAttachment[];
  readonly attestations: readonly ShownAttestation[];
}
