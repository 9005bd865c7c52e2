import { GATE_NUMBERS, type GateNumber } from '../gates/gate-number';
import { standing } from '../project/row';
import { notAfter, type PartialDate } from '../time/partial-date';
import { currentFinish, currentStart } from './slip';
import { currentGateDate, type Deliverable, type Schedule } from './state';

/** Two dates that ought to stand in order and do not, or nobody can tell. */
export interface OutOfOrder<What> {
  readonly what: What;
  readonly verdict: 'contradicted' | 'cannot-tell';
  readonly first: PartialDate;
  readonly second: PartialDate;
}

function judge<What>(
  what: What,
  first: PartialDate | undefined,
  second: PartialDate | undefined,
): readonly OutOfOrder<What>[] {
  if (first === undefined || second === undefined) return [];
  const verdict = notAfter(first, second);
  if (verdict === 'yes') return [];
  return [{ what, verdict: verdict === 'no' ? 'contradicted' : 'cannot-tell', first, second }];
}

/** Pairs of gates, neighbours among those with a date or not, whose current dates are not in order. */
export function gatesOutOfOrder(
  gates: Schedule['gates'],
): readonly OutOfOrder<{ readonly earlier: GateNumber; readonly later: GateNumber }>[] {
  return GATE_NUMBERS.flatMap((earlier) =>
    GATE_NUMBERS.filter((later) => later > earlier).flatMap((later) =>
      judge({ earlier, later }, currentGateDate(gates[earlier]), currentGateDate(gates[later])),
    ),
  );
}

/** Standing deliverables that start after they finish, or finish after the gate they are needed for. */
export function deliverablesOutOfOrder(
  schedule: Schedule,
): readonly OutOfOrder<{ readonly deliverable: Deliverable; readonly against: 'its-finish' | 'its-gate' }>[] {
  return standing(schedule.deliverables).flatMap((deliverable) => [
    ...startAfterFinish(deliverable),
    ...(deliverable.neededFor === undefined
      ? []
      : judge(
          { deliverable, against: 'its-gate' as const },
          currentFinish(deliverable),
          currentGateDate(schedule.gates[deliverable.neededFor]),
        )),
  ]);
}

// Starting and finishing in one month is in order: the two are one piece of work, not two that must be told apart.
function startAfterFinish(deliverable: Deliverable) {
  return judge(
    { deliverable, against: 'its-finish' as const },
    currentStart(deliverable),
    currentFinish(deliverable),
  ).filter((each) => each.verdict === 'contradicted');
}
