import type { FrameworkVersion } from '~/core/gates/framework';
import { GATE_NUMBERS, type GateNumber } from '~/core/gates/gate-number';
import { holders } from '~/core/people/state';
import type { Project } from '~/core/project/state';
import { currentGateDate } from '~/core/schedule/state';
import { daysOf, givenOrNull } from './columns';
import type { ProjectSummary } from './project-summary';
import type { ProjectionRow } from './projection';

/** The first gate that is not approved; undefined once all are. */
export const nextGate = (project: Project): GateNumber | undefined =>
  GATE_NUMBERS.find((gate) => project.gates.records[gate].standing.state !== 'approved');

/** The portfolio list's row. */
export function projectRow(
  project: Project,
  framework: FrameworkVersion,
  summary: ProjectSummary,
): ProjectionRow {
  const next = nextGate(project);
  const date = next === undefined ? undefined : currentGateDate(project.schedule.gates[next]);
  const { text } = project.case;
  const { horizon } = project.money;
  return {
    project: project.id,
    ref: project.ref,
    title: givenOrNull(text.title.answer) ?? '',
    theme: givenOrNull(text.theme.answer),
    department: givenOrNull(text.department.answer),
    life: project.life.state,
    stage: stageOf(framework, next),
    approvedGate: next === undefined ? 5 : next === 0 ? null : next - 1,
    nextGate: next ?? null,
    nextGateStanding: next === undefined ? null : project.gates.records[next].standing.state,
    nextGateDate: date ?? null,
    ...daysOf('nextGate', date),
    sponsor: holders(project.people, 'sponsor')[0] ?? null,
    lead: holders(project.people, 'lead')[0] ?? null,
    horizonFrom: horizon[0] ?? null,
    horizonTo: horizon.at(-1) ?? null,
    proposedRunRate: summary.runRate.proposed,
    validatedRunRate: summary.runRate.validated,
    mtfsRunRate: summary.runRate.mtfs,
    gapRunRate: summary.runRate.gap,
    notAdoptedLines: summary.notAdoptedLines,
    slipMonths: summary.slipMonths,
    openRisks: summary.openRisks,
    tbcDebts: summary.tbcDebts,
    blankDebts: summary.blankDebts,
    staleFigures: summary.staleFigures,
    openConditions: summary.openConditions,
    openedOn: project.opened?.day ?? null,
    framework: project.gates.framework.id,
    frameworkVersion: project.gates.framework.version,
    version: project.version,
  };
}

function stageOf(framework: FrameworkVersion, next: GateNumber | undefined): string {
  if (next === undefined) return 'All gates approved';
  return framework.stages.find((each) => each.gate === next)?.stage ?? `Stage ${next}`;
}
