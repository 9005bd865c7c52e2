import type { Fix, Mender } from '../command/refusal';
import type { GateNumber } from './gate-number';

export const RESULTS = ['met', 'not-met', 'cannot-tell', 'not-applicable', 'waived'] as const;
export type Result = (typeof RESULTS)[number];

/** One fact that fails, where it is mended and by whom. */
export interface Obstacle {
  readonly because: string;
  readonly fix: Fix;
  readonly by: readonly Mender[];
  /** Who recorded the failing fact; they may not waive the criterion. */
  readonly recordedBy?: readonly string[];
}

/** What an evaluator says, before waivers and levels are applied. */
export interface Verdict {
  readonly result: Exclude<Result, 'waived'>;
  readonly because: string;
  readonly obstacles: readonly Obstacle[];
  /** Cannot tell that warns and does not stop the gate. */
  readonly warns?: boolean;
}

/** How a criterion stands at a gate on a day. */
export interface Outcome {
  readonly criterion: string;
  /** The gate it is asked at; `from` is the gate it belongs to. */
  readonly gate: GateNumber;
  readonly from: GateNumber;
  readonly result: Result;
  readonly level: 'mandatory' | 'waivable' | 'advisory';
  /** Whether it lets the gate pass. */
  readonly passes: boolean;
  readonly because: string;
  readonly obstacles: readonly Obstacle[];
  readonly warns: boolean;
}
