import { expect, it } from 'vitest';
import type { External } from '../command/context';
import { assess } from '../gates/assess';
import type { GateNumber } from '../gates/gate-number';
import type { Outcome } from '../gates/outcome';
import type { Project } from '../project/state';
import type { IsoDay } from '../time/iso-day';
import { scenario } from './scenario';
import { edits } from './edit';

/** How a criterion should come out of a changed record, and, where it fails, the first obstacle that says so. */
export interface Expected {
  readonly result: Outcome['result'];
  /** Part of the because. */
  readonly says?: string;
  readonly screen?: string;
  /** The role, or the person, who can mend it. */
  readonly by?: string;
  readonly passes?: boolean;
}

type Edit = readonly [readonly (string | number)[], unknown];

/** One row of a criterion's table: what differs from a record in which it is met, and what comes of it. */
export interface Row {
  readonly when: string;
  readonly edits?: readonly Edit[] | ((project: Project) => readonly Edit[]);
  readonly external?: (external: External) => External;
  readonly on?: IsoDay;
  readonly then: Expected;
}

/** The outcome of one criterion at a gate. */
export const outcomeIn = (
  project: Project,
  criterion: string,
  gate: GateNumber,
  day: IsoDay,
  external: External = scenario().context.external,
): Outcome => {
  const found = assess(project, gate, external, day).find((each) => each.criterion === criterion);
  if (!found) throw new Error(`Gate ${gate} does not ask for ${criterion}`);
  return found;
};

function proves(outcome: Outcome, expected: Expected): void {
  expect({ result: outcome.result, because: outcome.because }).toEqual({
    result: expected.result,
    because: expected.says === undefined ? outcome.because : expect.stringContaining(expected.says),
  });
  const easy = ['met', 'not-applicable', 'waived'].includes(expected.result) || outcome.warns;
  expect(outcome.passes).toBe(expected.passes ?? (easy || outcome.level === 'advisory'));
  expect(outcome.because).toMatch(/[.?]$/);
  if (easy) return;
  expect(outcome.obstacles.length).toBeGreaterThan(0);
  const told = outcome.obstacles.find((each) => each.because.includes(expected.says ?? ''))!;
  if (expected.screen !== undefined) expect(told.fix.screen).toBe(expected.screen);
  if (expected.by !== undefined) {
    expect(told.by.flatMap((mender) => [mender.role, mender.person])).toContain(expected.by);
  }
}

/** Tests of one criterion: met on a record that is ready for its gate, and what each change of it brings. */
export function table(
  ready: () => { readonly project: Project; readonly gate: GateNumber; readonly day: IsoDay },
  criterion: string,
  rows: readonly Row[],
): void {
  it.each(rows)(`${criterion}: $when`, (row) => {
    const { project, gate, day } = ready();
    const all = typeof row.edits === 'function' ? row.edits(project) : (row.edits ?? []);
    const external = scenario().context.external;
    const outcome = outcomeIn(
      edits(project, ...all),
      criterion,
      gate,
      row.on ?? day,
      row.external?.(external) ?? external,
    );
    proves(outcome, row.then);
  });
}
