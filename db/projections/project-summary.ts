import { debtsOf } from '~/core/debts/debts';
import type { Figure } from '~/core/finance/effect';
import { gapOf, seriesEffect, staleCells, totalledLines } from '~/core/finance/figures';
import { SERIES, type Series } from '~/core/finance/series';
import type { FrameworkVersion } from '~/core/gates/framework';
import { GATE_NUMBERS } from '~/core/gates/gate-number';
import type { Project } from '~/core/project/state';
import { gateSlip } from '~/core/schedule/slip';
import type { Fy } from '~/core/time/financial-year';
import { isOpen } from '~/core/risks/state';

/** What lists show of a project; nothing in it depends on today. */
export interface ProjectSummary {
  /** Pence; null when it cannot be told. */
  readonly runRate: Readonly<Record<Series | 'gap', number | null>>;
  readonly byFy: readonly {
    readonly fy: Fy;
    readonly series: Series | 'gap';
    readonly effect: number | null;
  }[];
  readonly staleFigures: number;
  readonly notAdoptedLines: number;
  readonly openRisks: number;
  readonly openConditions: number;
  readonly tbcDebts: number;
  readonly blankDebts: number;
  /** Longest slip of an undecided gate, whole months at the least; null while none can be told. */
  readonly slipMonths: number | null;
}

const penceOf = (figure: Figure): number | null => (figure.kind === 'figure' ? figure.pence : null);

/** Sums a project up for lists, under the framework version it keeps. */
export function summaryOf(project: Project, framework: FrameworkVersion): ProjectSummary {
  const series = SERIES.map((name) => ({ name, figures: seriesEffect(project, framework, name) }));
  const all = [...series, { name: 'gap' as const, figures: gapOf(project, framework) }];
  const debts = debtsOf(project);
  return {
    runRate: Object.fromEntries(all.map(({ name, figures }) => [name, penceOf(figures.runRate)])) as Record<
      Series | 'gap',
      number | null
    >,
    byFy: all.flatMap(({ name, figures }) =>
      figures.byFy.map(({ fy, effect }) => ({ fy, series: name, effect: penceOf(effect) })),
    ),
    staleFigures: staleCells(project).length,
    notAdoptedLines: totalledLines(project, framework).filter((line) => !line.adopted).length,
    openRisks: project.risks.filter(isOpen).length,
    openConditions: project.gates.conditions.filter((each) => !each.confirmed && !each.withdrawn).length,
    tbcDebts: debts.filter(({ kind }) => kind === 'tbc').length,
    blankDebts: debts.filter(({ kind }) => kind === 'blank').length,
    slipMonths: longestSlip(project),
  };
}

function longestSlip(project: Project): number | null {
  const slips = GATE_NUMBERS.filter(
    (gate) => project.gates.records[gate].standing.state !== 'approved',
  ).flatMap((gate) => gateSlip(project.schedule.gates[gate])?.least ?? []);
  return slips.length === 0 ? null : Math.max(...slips);
}
