import { GATE_NUMBERS } from '~/core/gates/gate-number';
import { standing } from '~/core/project/row';
import type { Project } from '~/core/project/state';
import {
  currentFinish,
  currentMilestoneDate,
  deliverableSlip,
  gateSlip,
  milestoneSlip,
} from '~/core/schedule/slip';
import { currentGateDate } from '~/core/schedule/state';
import { daysOf, givenOrNull, slipColumns } from './columns';
import type { ProjectionRow } from './projection';

/** One row a gate: where it stands and its dates. */
export const gateRowsOf = (project: Project): readonly ProjectionRow[] =>
  GATE_NUMBERS.map((gate) => {
    const { standing: where, cycle } = project.gates.records[gate];
    const dates = project.schedule.gates[gate];
    const current = currentGateDate(dates);
    const submission = where.state === 'preparing' ? undefined : where.submission;
    return {
      project: project.id,
      gate,
      standing: where.state,
      cycle,
      outcome: where.state === 'approved' ? where.decision.outcome : null,
      decidedOn: where.state === 'approved' ? where.decision.day : null,
      submittedOn: submission?.day ?? null,
      targetState: dates.target.answer.state,
      target: givenOrNull(dates.target.answer),
      forecast: dates.forecast?.date ?? null,
      actual: dates.actual?.date ?? null,
      current: current ?? null,
      ...daysOf('current', current),
      ...slipColumns(gateSlip(dates)),
    };
  });

/** One row a milestone or deliverable that stands. */
export const scheduleRowsOf = (project: Project): readonly ProjectionRow[] => [
  ...milestoneRows(project),
  ...deliverableRows(project),
];

const milestoneRows = (project: Project): readonly ProjectionRow[] =>
  standing(project.schedule.milestones).map((each, position) => {
    const current = currentMilestoneDate(each);
    return {
      project: project.id,
      id: each.id,
      kind: 'milestone',
      position,
      title: each.title,
      start: null,
      target: givenOrNull(each.target.answer),
      targetState: each.target.answer.state,
      forecast: each.forecast?.date ?? null,
      actual: each.actual?.date ?? null,
      current: current ?? null,
      ...daysOf('current', current),
      ...slipColumns(milestoneSlip(each)),
      neededFor: each.neededFor ?? null,
      owner: null,
      done: each.actual !== undefined,
    };
  });

const deliverableRows = (project: Project): readonly ProjectionRow[] =>
  standing(project.schedule.deliverables).map((each, position) => {
    const current = currentFinish(each);
    return {
      project: project.id,
      id: each.id,
      kind: 'deliverable',
      position,
      title: each.title,
      start: givenOrNull(each.start.answer),
      target: givenOrNull(each.finish.answer),
      targetState: each.finish.answer.state,
      forecast: each.forecastFinish?.date ?? null,
      actual: each.actualFinish?.date ?? null,
      current: current ?? null,
      ...daysOf('current', current),
      ...slipColumns(deliverableSlip(each)),
      neededFor: each.neededFor ?? null,
      owner: each.ownerId ?? null,
      done: each.completed !== undefined || each.actualFinish !== undefined,
    };
  });
