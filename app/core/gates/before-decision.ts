import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import type { Project } from '../project/state';
import { formatDay } from '../time/iso-day';
import { assess, criterionData, stopping } from './assess';
import { conditionsBlocking, isOverdue } from './conditions';
import { GATE_NUMBERS, type GateNumber } from './gate-number';

/** Rule 1: every earlier gate is approved, and what was adopted from before the tracker is confirmed. */
export function outOfOrder(project: Project, gate: GateNumber): readonly Refusal[] {
  return GATE_NUMBERS.filter((each) => each < gate).flatMap((each) => {
    const { standing } = project.gates.records[each];
    if (standing.state !== 'approved') {
      return [
        refusal('gate-out-of-order', `Gate ${each} is not approved; gates are passed in order.`, {
          fix: { screen: 'gate', gate: each },
        }),
      ];
    }
    if (standing.decision.adopted && !standing.decision.adopted.confirmed) {
      return [
        refusal(
          'gate-out-of-order',
          `Gate ${each} was adopted from before the tracker, and the sponsor has not confirmed it.`,
          {
            fix: { screen: 'gate', gate: each },
            by: [{ role: 'sponsor' }],
          },
        ),
      ];
    }
    return [];
  });
}

/** Rule 2: one refusal for each criterion that stops the gate, with its because, where it is mended and by whom. */
export const criteriaRefusals = (project: Project, gate: GateNumber, context: Context): readonly Refusal[] =>
  stopping(assess(project, gate, context.external, context.today)).map((outcome) =>
    refusal(
      'criterion-does-not-pass',
      `${criterionData(context.external.framework, outcome.criterion)?.task ?? outcome.criterion}: ${outcome.because}`,
      {
        criterion: outcome.criterion,
        ...(outcome.obstacles[0] ? { fix: { gate, ...outcome.obstacles[0].fix } } : {}),
        by: outcome.obstacles.flatMap((each) => each.by),
      },
    ),
  );

/** Rule 6: conditions that must be confirmed before this gate, and overdue ones, which block every gate. */
export const conditionRefusals = (project: Project, gate: GateNumber, context: Context): readonly Refusal[] =>
  conditionsBlocking(project, gate, context.today).map((each) => {
    const overdue = isOverdue(each, context.today);
    const rest = each.closed
      ? 'closed by its owner and not yet confirmed'
      : `open, due ${formatDay(each.due)}`;
    return refusal(
      overdue ? 'condition-overdue' : 'condition-outstanding',
      `Condition of Gate ${each.gate} ${overdue ? 'is overdue' : 'must be met first'}: “${each.what}” (${rest}).`,
      {
        fix: { screen: 'gate', gate: each.gate, field: 'conditions', row: each.id },
        by: [each.closed ? { role: 'pmo' } : { role: 'owner', person: each.owner }],
      },
    );
  });
