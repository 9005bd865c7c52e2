import type { ProgrammeRole } from '~/core/access/directory';
import type { WhyNot } from '~/core/command/sent-back';
import type { Change } from '~/core/journal/event';
import type { Marks } from '~/features/forms';
import type { ShownDelegation } from './Delegations';

/** How somebody signs in. */
export interface SignInShown {
  readonly email: string;
  readonly passwordSet: string;
  readonly sessions: number;
  readonly lastUsed: string | undefined;
  readonly tokens: number;
}

/** What somebody holds on one project. */
export interface OnProject {
  readonly ref: string;
  readonly title: string;
  readonly role: string;
  readonly accepted: boolean;
}

export interface PastEvent {
  readonly seq: number;
  readonly id: string;
  readonly sentence: string;
  readonly changes: readonly Change[];
  readonly who: string;
  readonly day: string;
  readonly recorded: string;
}

/** One person's account as an administrator or auditor sees it. */
export interface AccountView {
  readonly marks: Marks;
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly mine: boolean;
  readonly changes: boolean;
  readonly roles: {
    readonly held: readonly { readonly role: ProgrammeRole; readonly whyNotRevoke: WhyNot | undefined }[];
    readonly grantable: readonly ProgrammeRole[];
    readonly whyNotGrant: WhyNot | undefined;
  };
  readonly projects: readonly OnProject[];
  readonly delegations: readonly ShownDelegation[];
  readonly signIn: SignInShown | undefined;
  readonly whyNotClose: WhyNot | undefined;
  readonly whyNotOpen: WhyNot | undefined;
  readonly history: readonly PastEvent[];
}
