import type { FrameworkVersion } from '../gates/framework';

/** A framework as the fold of its stream: every version published, oldest first. */
export interface FrameworkState {
  readonly id: string;
  /** Seq of the last event; 0 before the first version is published. */
  readonly version: number;
  readonly touched: Readonly<Record<string, number | undefined>>;
  readonly versions: readonly FrameworkVersion[];
}

/** A framework before its first version. */
export const emptyFramework = (id: string): FrameworkState => ({ id, version: 0, touched: {}, versions: [] });
