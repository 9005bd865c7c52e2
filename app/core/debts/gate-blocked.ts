import { menderFor } from '../access/may';
import type { External } from '../command/context';
import type { Fix, Mender } from '../command/refusal';
import { assess } from '../gates/assess';
import { GATE_NUMBERS, type GateNumber } from '../gates/gate-number';
import type { Outcome } from '../gates/outcome';
import type { Project } from '../project/state';
import type { IsoDay } from '../time/iso-day';
import type { Debt } from './debts';

/** The gate a debt stops first, by the criterion that asks for it, and who can settle it. */
export interface Blocked {
  readonly gate?: GateNumber;
  readonly criterion?: string;
  readonly by: readonly Mender[];
}

const samePlace = (a: Fix, b: Fix): boolean =>
  a.screen === b.screen &&
  a.gate === b.gate &&
  (b.row === undefined ? a.row === undefined && a.field === b.field : a.row === b.row);

/** Whether something only warns: it is asked for and stops nothing. */
const stops = (outcome: Outcome): boolean => !outcome.passes;

/**
 * What each debt stops: the first gate still to be decided at which a failing criterion is mended where the debt is
 * answered. Worked out by the criteria themselves, so that it cannot say otherwise than the gate.
 */
export function blockedBy(
  project: Project,
  debts: readonly Debt[],
  external: External,
  today: IsoDay,
): ReadonlyMap<string, Blocked> {
  const undecided = GATE_NUMBERS.filter((gate) => project.gates.records[gate].standing.state !== 'approved');
  const outcomes =
    debts.length === 0 ? [] : undecided.flatMap((gate) => assess(project, gate, external, today));
  const found = (debt: Debt): Blocked => {
    for (const outcome of outcomes.filter(stops)) {
      const obstacle = outcome.obstacles.find(({ fix }) => samePlace(fix, debt.fix));
      if (obstacle) return { gate: outcome.gate, criterion: outcome.criterion, by: obstacle.by };
    }
    return { by: [menderFor(debt.role, project)] };
  };
  return new Map(debts.map((debt) => [debt.key, found(debt)]));
}
