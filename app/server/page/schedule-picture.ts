import { bindingBaseline } from '~/core/gates/baseline';
import { GATE_NUMBERS, type GateNumber } from '~/core/gates/gate-number';
import type { Baseline } from '~/core/gates/state';
import type { Field } from '~/core/project/field';
import { standing } from '~/core/project/row';
import { overdueDeliverables, overdueGates, overdueMilestones } from '~/core/schedule/overdue';
import { deliverableSlip, gateSlip, milestoneSlip } from '~/core/schedule/slip';
import type { Actual, Deliverable, Forecast, Milestone } from '~/core/schedule/state';
import type { PartialDate } from '~/core/time/partial-date';
import type { LoadedProject } from './load-project';
import { gateName } from './project-head';
import { slipWords } from './slip-words';

/** What a date stands on now: what happened, else what is forecast, else what was promised. */
function standsNow(target: Field<PartialDate>, forecast: Forecast | undefined, actual: Actual | undefined) {
  if (actual) return { date: actual.date, as: 'actual' as const };
  if (forecast) return { date: forecast.date, as: 'forecast' as const };
  const { answer } = target;
  return answer.state === 'given' ? { date: answer.value, as: 'target' as const } : undefined;
}

const given = ({ answer }: Field<PartialDate>): PartialDate | undefined =>
  answer.state === 'given' ? answer.value : undefined;

interface Looked {
  readonly loaded: LoadedProject;
  readonly binding: Baseline | undefined;
  readonly late: ReadonlySet<string>;
}

function gateRow({ loaded, binding, late }: Looked, gate: GateNumber) {
  const { project, external } = loaded;
  const dates = project.schedule.gates[gate];
  const moved = dates.forecast ?? dates.actual;
  const key = `gate-${gate}`;
  return {
    key,
    kind: 'gate' as const,
    gate,
    label: gateName(external, gate),
    finish: standsNow(dates.target, dates.forecast, dates.actual),
    promised: { finish: binding?.gates[String(gate)] ?? given(dates.target) },
    slip: moved ? slipWords(gateSlip(dates)) : undefined,
    overdue: late.has(key),
    done: project.gates.records[gate].standing.state === 'approved',
  };
}

function deliverableRow({ binding, late }: Looked, row: Deliverable) {
  const bound = binding?.deliverables.find(({ id }) => id === row.id);
  return {
    key: row.id,
    kind: 'deliverable' as const,
    label: row.title,
    start: standsNow(row.start, row.forecastStart, row.actualStart),
    finish: standsNow(row.finish, row.forecastFinish, row.actualFinish),
    promised: {
      start: bound?.start ?? given(row.start),
      finish: bound?.finish ?? given(row.finish),
    },
    slip: (row.forecastFinish ?? row.actualFinish) ? slipWords(deliverableSlip(row)) : undefined,
    overdue: late.has(row.id),
    done: row.completed !== undefined || row.actualFinish !== undefined,
  };
}

function milestoneRow({ late }: Looked, row: Milestone) {
  return {
    key: row.id,
    kind: 'milestone' as const,
    label: row.title,
    finish: standsNow(row.target, row.forecast, row.actual),
    promised: { finish: given(row.target) },
    slip: (row.forecast ?? row.actual) ? slipWords(milestoneSlip(row)) : undefined,
    overdue: late.has(row.id),
    done: row.actual !== undefined,
  };
}

const goLiveRow = (date: PartialDate) => ({
  key: 'go-live',
  kind: 'milestone' as const,
  label: 'Go-live',
  finish: { date, as: 'actual' as const },
  overdue: false,
  done: true,
});

/** The schedule as its picture draws it: each gate with what is needed for it, then what is tied to none. */
export function schedulePicture(loaded: LoadedProject) {
  const { project, today } = loaded;
  const { deliverables, milestones, goLive } = project.schedule;
  const binding = bindingBaseline(project);
  const looked: Looked = {
    loaded,
    binding,
    late: new Set([
      ...overdueGates(project, today).map((gate) => `gate-${gate}`),
      ...[...overdueDeliverables(project, today), ...overdueMilestones(project, today)].map(({ id }) => id),
    ]),
  };
  const neededFor = (gate: GateNumber | undefined) => [
    ...standing(deliverables)
      .filter((each) => each.neededFor === gate)
      .map((each) => deliverableRow(looked, each)),
    ...standing(milestones)
      .filter((each) => each.neededFor === gate)
      .map((each) => milestoneRow(looked, each)),
  ];
  return {
    today,
    promisedBy: binding ? 'Gate 3’s baseline' : 'The target',
    groups: [
      ...GATE_NUMBERS.map((gate) => ({
        key: `gate-${gate}`,
        rows: [
          gateRow(looked, gate),
          ...neededFor(gate),
          ...(gate === 4 && goLive ? [goLiveRow(goLive.date)] : []),
        ],
      })),
      { key: 'no-gate', title: 'Tied to no gate', rows: neededFor(undefined) },
    ],
  };
}
