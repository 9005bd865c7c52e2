import type { Role } from '~/core/access/directory';
import type { GateNumber } from '~/core/gates/gate-number';
import type { Result } from '~/core/gates/outcome';
import type { Series } from '~/core/finance/series';
import type { Marks } from '~/features/forms';
import type { ChangedSinceView, CycleView } from './gate-view';

export interface PackOutcome {
  readonly id: string;
  readonly task: string;
  readonly result: Result;
  readonly level: 'mandatory' | 'waivable' | 'advisory';
  readonly passes: boolean;
  readonly warns: boolean;
  readonly from: GateNumber;
  readonly because: string;
}

export interface PackMoney {
  readonly fys: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly line: string;
    readonly terms: string;
    readonly adopted: boolean;
    readonly series: Series;
    readonly cells: readonly string[];
  }[];
  readonly totals: readonly {
    readonly series: Series;
    readonly cells: readonly string[];
    readonly runRate: string;
    readonly cash: string;
  }[];
}

export interface PackRisk {
  readonly id: string;
  readonly ref: string;
  readonly risk: string;
  readonly wordsChanged: boolean;
  readonly likelihood: number | undefined;
  readonly impact: number | undefined;
  readonly score: number | undefined;
  readonly band: string | undefined;
  readonly owner: string | undefined;
  readonly accepted: string | undefined;
}

/** A gate's pack as its page shows it. */
export interface PackPageProps {
  readonly marks: Marks;
  readonly gate: GateNumber;
  readonly name: string;
  readonly kind: 'preview' | 'submitted' | 'past';
  readonly digest: string;
  readonly framework: { readonly id: string; readonly version: number } | undefined;
  readonly outcomes: readonly PackOutcome[];
  readonly money: PackMoney;
  readonly risks: readonly PackRisk[];
  readonly conditions: readonly {
    readonly id: string;
    readonly gate: GateNumber;
    readonly what: string;
    readonly owner: string;
    readonly due: string;
    readonly closed: boolean;
  }[];
  readonly waivers: readonly {
    readonly id: string;
    readonly task: string;
    readonly by: string;
    readonly role: Role;
    readonly why: string;
    readonly expires: string;
    readonly instead: string;
    readonly owner: string;
    readonly due: string;
  }[];
  readonly roles: readonly { readonly role: Role; readonly person: string; readonly active: boolean }[];
  readonly attachments: readonly { readonly id: string; readonly name: string }[];
  readonly frozen:
    | {
        readonly at: string;
        readonly on: string;
        readonly by: string;
        readonly note: string;
        readonly version: number | undefined;
      }
    | undefined;
  readonly changed: ChangedSinceView | undefined;
  readonly cycle: CycleView | undefined;
}
