import { isDebt, valueOf } from '~/core/answers/answer';
import type { ProjectRole } from '~/core/access/directory';
import type { Fix } from '~/core/command/refusal';
import { owedSince } from '~/core/debts/debts';
import { assess, criterionData, stopping } from '~/core/gates/assess';
import { conditionsInForce, isOverdue } from '~/core/gates/conditions';
import { GATE_NUMBERS, type GateNumber } from '~/core/gates/gate-number';
import { nextGate } from '~/core/gates/hands';
import type { Outcome } from '~/core/gates/outcome';
import { requiredRoles } from '~/core/gates/separation';
import type { GateStanding } from '~/core/gates/state';
import { standingApprovals } from '~/core/gates/submission';
import { openAppointments } from '~/core/people/state';
import type { Field } from '~/core/project/field';
import { standing } from '~/core/project/row';
import type { Project } from '~/core/project/state';
import { currentFinish, currentMilestoneDate, currentStart } from '~/core/schedule/slip';
import { currentGateDate } from '~/core/schedule/state';
import { daysBetween } from '~/core/time/iso-day';
import { formatPartial, intervalOf, isWhollyPast, type PartialDate } from '~/core/time/partial-date';
import { SEVERITIES } from '~/core/case-check/rule';
import { findingsNow } from './findings-here';
import type { LoadedProject } from './load-project';
import { keyFiguresOf } from './key-figures';
import { gateDateText, gateName } from './project-head';
import { whoBriefly } from './shown-refusal';

function blockOf(loaded: LoadedProject, outcome: Outcome) {
  const { external } = loaded;
  const criterion = criterionData(external.framework, outcome.criterion);
  const [first, ...more] = outcome.obstacles;
  const toMend = (obstacle: Outcome['obstacles'][number]) => ({
    because: obstacle.because,
    fix: obstacle.fix as Fix,
    who: whoBriefly(obstacle.by, external.directory),
  });
  return {
    id: outcome.criterion,
    task: criterion?.task ?? outcome.criterion,
    result: outcome.result,
    because: outcome.because,
    /** Where to go first. */
    first: first ? toMend(first) : undefined,
    /** Every further thing that fails, each with its own place. */
    more: more.map(toMend),
  };
}

/** Who decides a submitted gate, and what each has said. */
function decidersOf(
  { external, name }: LoadedProject,
  gate: GateNumber,
  { approvals }: Extract<GateStanding, { state: 'submitted' }>,
) {
  const given = standingApprovals(approvals);
  return requiredRoles(gate, { external }).map((role) => {
    const approval = given.find((each) => each.role === role);
    return { role, by: approval && name(approval.by), on: approval?.day };
  });
}

/** What stops the next gate; undefined once all are approved or the project is over. */
function nextOf(loaded: LoadedProject) {
  const { project, external, today } = loaded;
  const gate = nextGate(project);
  if (gate === undefined || project.life.state === 'closed') return undefined;
  const outcomes = assess(project, gate, external, today);
  const { standing: where } = project.gates.records[gate];
  return {
    gate,
    name: gateName(external, gate),
    date: gateDateText(project, gate),
    submittedOn: where.state === 'submitted' ? where.submission.day : undefined,
    deciders: where.state === 'submitted' ? decidersOf(loaded, gate, where) : [],
    asked: outcomes.length,
    passing: outcomes.filter((each) => each.passes).length,
    warns: outcomes.filter((each) => each.passes && each.warns).length,
    blocks: stopping(outcomes).map((each) => blockOf(loaded, each)),
  };
}

/** Days a field has been owed without a break. */
const owedFor = (project: Project, field: Field<unknown> | undefined, today: string): number | undefined =>
  field && isDebt(field.answer) ? daysBetween(owedSince(project, field), today) : undefined;

function whoIsWho({ project, name, today }: LoadedProject) {
  const { sponsorStated, leadStated, directTeam } = project.case.text;
  const stated: Partial<Record<ProjectRole, Field<unknown>>> = {
    sponsor: sponsorStated,
    lead: leadStated,
  };
  const roles: readonly ProjectRole[] = ['sponsor', 'lead', 'bau-owner', 'benefit-owner'];
  return {
    roles: roles.map((role) => ({
      role,
      // Whoever owns several benefits is one person.
      people: openAppointments(project.people, role)
        .filter((each, index, all) => all.findIndex(({ person }) => person === each.person) === index)
        .map((each) => ({
          id: each.id,
          name: name(each.person),
          accepted: each.accepted !== undefined,
        })),
      owedDays: owedFor(project, stated[role], today),
    })),
    directTeam: valueOf(directTeam.answer),
  };
}

interface Dated {
  readonly key: string;
  readonly date: PartialDate;
  readonly what: string;
}

const NEXT_DATES = 6;

/** The dates to come and those past and not done, the earliest first. */
function nextDates({ project, external, today }: LoadedProject) {
  const over = project.life.state === 'closed' || project.life.state === 'completed';
  if (over) return { rows: [], more: 0 };
  const gates = GATE_NUMBERS.flatMap((gate): Dated[] => {
    const date = currentGateDate(project.schedule.gates[gate]);
    if (date === undefined || project.gates.records[gate].standing.state === 'approved') return [];
    return [{ key: `gate-${gate}`, date, what: `Gate ${gate}: ${gateName(external, gate)}` }];
  });
  const milestones = standing(project.schedule.milestones).flatMap((each): Dated[] => {
    const date = currentMilestoneDate(each);
    return date === undefined || each.actual ? [] : [{ key: each.id, date, what: each.title }];
  });
  const deliverables = standing(project.schedule.deliverables).flatMap((each): Dated[] => {
    if (each.completed || each.actualFinish) return [];
    const start = each.actualStart ? undefined : currentStart(each);
    const finish = currentFinish(each);
    return [
      ...(start === undefined
        ? []
        : [{ key: `${each.id}-start`, date: start, what: `${each.title} starts` }]),
      ...(finish === undefined
        ? []
        : [{ key: `${each.id}-finish`, date: finish, what: `${each.title} finishes` }]),
    ];
  });
  const all = [...gates, ...milestones, ...deliverables].sort((a, b) =>
    intervalOf(a.date).to < intervalOf(b.date).to
      ? -1
      : intervalOf(a.date).to > intervalOf(b.date).to
        ? 1
        : 0,
  );
  return {
    rows: all.slice(0, NEXT_DATES).map(({ key, date, what }) => ({
      key,
      iso: date,
      date: formatPartial(date),
      what,
      overdue: isWhollyPast(date, today),
    })),
    more: Math.max(0, all.length - NEXT_DATES),
  };
}

const FINDINGS_SHOWN = 3;

function caseCheck(loaded: LoadedProject) {
  const findings = findingsNow(loaded)
    .filter((each) => !each.settled)
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return {
    total: findings.length,
    bySeverity: SEVERITIES.map((severity) => ({
      severity,
      count: findings.filter((each) => each.severity === severity).length,
    })),
    shown: findings.slice(0, FINDINGS_SHOWN).map(({ rule, subject, title, because, fix, explanation }) => ({
      key: `${rule}/${subject}`,
      title,
      because,
      fix,
      explained: explanation !== undefined,
    })),
  };
}

function conditionsOf({ project, name, today }: LoadedProject) {
  return conditionsInForce(project).map((each) => ({
    id: each.id,
    what: each.what,
    owner: name(each.owner),
    due: each.due,
    overdue: isOverdue(each, today),
    closed: each.closed !== undefined,
  }));
}

/** Everything the overview shows; `debts` are the answers owed, counted with the project's row. */
export function overviewOf(loaded: LoadedProject, debts: { readonly tbc: number; readonly blank: number }) {
  const { project, marks } = loaded;
  const { life } = project;
  return {
    marks,
    figures: keyFiguresOf(loaded),
    next: nextOf(loaded),
    people: whoIsWho(loaded),
    dates: nextDates(loaded),
    check: caseCheck(loaded),
    conditions: conditionsOf(loaded),
    debts,
    life:
      life.state === 'held' || life.state === 'closed'
        ? { state: life.state, why: life.why, on: life.since.day }
        : undefined,
    completedOn: life.state === 'completed' ? life.since.day : undefined,
    declared: project.gates.declaredConfidence
      ? {
          rating: project.gates.declaredConfidence.rating,
          why: project.gates.declaredConfidence.why,
          by: loaded.name(project.gates.declaredConfidence.by),
        }
      : undefined,
  };
}
