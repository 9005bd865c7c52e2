import type { External } from '../command/context';
import { gapOf, seriesEffect, staleCells } from '../finance/figures';
import { formatMoney } from '../money/format-money';
import type { Project } from '../project/state';
import { overdueGates } from '../schedule/overdue';
import { gateSlip } from '../schedule/slip';
import type { IsoDay } from '../time/iso-day';
import { assess, criterionData } from './assess';
import { conditionsInForce, isOverdue } from './conditions';
import { GATE_NUMBERS, type GateNumber } from './gate-number';
import { nextGate } from './hands';

export const RAGS = ['red', 'amber', 'green'] as const;
export type Rag = (typeof RAGS)[number];

/** A project's colour by rule, with everything that makes it so. */
export interface RagByRule {
  readonly rag: Rag;
  readonly because: readonly string[];
}

/** Standing criteria of approved gates that fail; asked only once Gate 3 is approved. */
function standingFailures(project: Project, external: External, today: IsoDay): readonly string[] {
  if (project.gates.records[3].standing.state !== 'approved') return [];
  const at: GateNumber = nextGate(project) ?? 5;
  return assess(project, at, external, today)
    .filter(
      ({ criterion, passes, from }) =>
        !passes && from <= 3 && criterionData(external.framework, criterion)?.standing === true,
    )
    .map(({ because }) => `It no longer holds since Gate 3: ${because}`);
}

/** The run-rate gap to the MTFS where it is over the framework's share, which is in hundredths of a per cent. */
function gapTooWide(project: Project, { framework }: External): readonly string[] {
  const gap = gapOf(project, framework).runRate;
  const mtfs = seriesEffect(project, framework, 'mtfs').runRate;
  if (gap.kind !== 'figure' || mtfs.kind !== 'figure') return [];
  const over = BigInt(gap.pence) * 10_000n > BigInt(framework.gapRed) * BigInt(Math.abs(mtfs.pence));
  if (gap.pence <= 0 || !over) return [];
  const share = framework.gapRed / 100;
  return [`the run rate is ${formatMoney(gap.pence)} short of the MTFS, more than ${share}%`];
}

function reds(project: Project, external: External, today: IsoDay): readonly string[] {
  return [
    ...overdueGates(project, today).map((gate) => `Gate ${gate} is past its date and undecided`),
    ...gapTooWide(project, external),
    ...standingFailures(project, external, today),
  ];
}

function ambers(project: Project, { framework }: External, today: IsoDay): readonly string[] {
  const late = conditionsInForce(project).filter((each) => isOverdue(each, today)).length;
  const stale = staleCells(project).length;
  const tolerance = project.gates.tolerances?.timeMonths ?? framework.tolerances.timeMonths;
  const slipped = GATE_NUMBERS.flatMap((gate) => {
    if (project.gates.records[gate].standing.state === 'approved') return [];
    const slip = gateSlip(project.schedule.gates[gate])?.least ?? 0;
    return slip > tolerance
      ? [`Gate ${gate} has slipped ${slip} months, beyond the tolerance of ${tolerance}`]
      : [];
  });
  return [
    ...(late > 0 ? [late === 1 ? 'a condition is overdue' : `${late} conditions are overdue`] : []),
    ...(stale > 0
      ? [stale === 1 ? 'a validated figure is stale' : `${stale} validated figures are stale`]
      : []),
    ...slipped,
  ];
}

/**
 * RAG by rule on a day. Red: a standing criterion fails after Gate 3, an undecided gate is overdue, or the run-rate gap
 * to the MTFS is over the framework's share. Amber: a condition is overdue, a figure stale or a slip beyond tolerance.
 */
export function ragByRule(project: Project, external: External, today: IsoDay): RagByRule {
  const over = project.life.state === 'closed' || project.life.state === 'completed';
  if (over) return { rag: 'green', because: [`the project is ${project.life.state}`] };
  const red = reds(project, external, today);
  if (red.length > 0) return { rag: 'red', because: red };
  const amber = ambers(project, external, today);
  if (amber.length > 0) return { rag: 'amber', because: amber };
  return { rag: 'green', because: ['no gate or condition is overdue'] };
}
