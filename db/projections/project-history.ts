import type { FrameworkVersion } from '~/core/gates/framework';
import { GATE_NUMBERS } from '~/core/gates/gate-number';
import type { Project } from '~/core/project/state';
import { currentGateDate } from '~/core/schedule/state';
import { projectHistory } from '../schema/projections';
import type { RowHistory } from './history';
import { projectRow } from './project-row';
import { summaryOf } from './project-summary';
import type { ProjectionRow } from './projection';

/** A gate as the row of a past day keeps it. */
export interface GateThen {
  readonly gate: number;
  readonly standing: 'preparing' | 'submitted' | 'approved';
  /** The date it then had. */
  readonly current: string | null;
}

/**
 * What the list says of a project, with what else lists show and nothing of today: gates, when conditions are due, and
 * run rates by series.
 */
export function projectHistoryRow(project: Project, framework: FrameworkVersion): ProjectionRow {
  const summary = summaryOf(project, framework);
  const { version: _version, ...listed } = projectRow(project, framework, summary);
  const dues = project.gates.conditions
    .filter((each) => !each.confirmed && !each.withdrawn)
    .map((each) => each.due)
    .sort();
  const gates = GATE_NUMBERS.map((gate): GateThen => ({
    gate,
    standing: project.gates.records[gate].standing.state,
    current: currentGateDate(project.schedule.gates[gate]) ?? null,
  }));
  return {
    ...listed,
    conditionDues: JSON.stringify(dues),
    gates: JSON.stringify(gates),
    runRates: JSON.stringify(summary.runRate),
  };
}

/** How the list's rows are kept of the past. */
export const listHistory: RowHistory = {
  table: projectHistory,
  rowOf: (state, framework) => projectHistoryRow(state as Project, framework),
};
