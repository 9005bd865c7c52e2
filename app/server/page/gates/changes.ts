import { isClaimed } from '~/core/benefits/state';
import { bindingBaseline, baselineAt } from '~/core/gates/baseline';
import { movesMoney } from '~/core/gates/change-effect';
import { changesSinceGate2 } from '~/core/gates/criteria/gate-3';
import { moveInWords } from '~/core/gates/events-control';
import { GATE_NUMBERS, type GateNumber } from '~/core/gates/gate-number';
import type { Baseline, ChangeRequest, ProposedMove } from '~/core/gates/state';
import { formatMoney } from '~/core/money/format-money';
import { rowById, standing } from '~/core/project/row';
import { currentFinish, currentStart } from '~/core/schedule/slip';
import { currentGateDate } from '~/core/schedule/state';
import { formatFy } from '~/core/time/financial-year';
import { formatPartial } from '~/core/time/partial-date';
import type { LoadedProject } from '../load-project';
import { gateName } from '../project-head';
import { comparePictures, pictureNow } from './changed-since';
import { here } from './criteria';

const NONE = '–';
const date = (value: string | null | undefined): string => (value ? formatPartial(value) : NONE);

/** One thing the baseline holds, beside what it is now. */
export interface SideBySideRow {
  readonly id: string;
  readonly label: string;
  readonly baseline: string;
  readonly current: string;
}

const row = (id: string, label: string, baseline: string, current: string): SideBySideRow => ({
  id,
  label,
  baseline,
  current,
});

function dateRows(loaded: LoadedProject, kept: Baseline, now: Baseline) {
  const { project, external } = loaded;
  const gates = GATE_NUMBERS.map((gate) =>
    row(
      `gate-${gate}`,
      `Gate ${gate}: ${gateName(external, gate)}`,
      date(kept.gates[String(gate)]),
      date(now.gates[String(gate)]),
    ),
  );
  const ids = [...new Set([...kept.deliverables, ...now.deliverables].map((each) => each.id))];
  const span = (picture: Baseline, id: string): string => {
    const found = picture.deliverables.find((each) => each.id === id);
    return found ? `${date(found.start)} to ${date(found.finish)}` : NONE;
  };
  const deliverables = ids.map((id) => {
    const title = rowById(project.schedule.deliverables, id)?.title ?? 'A deliverable no longer listed';
    return row(id, title, span(kept, id), span(now, id));
  });
  return { gates, deliverables };
}

function figureRows({ project }: LoadedProject, kept: Baseline, now: Baseline): readonly SideBySideRow[] {
  const lines = [...new Set([...Object.keys(kept.proposed), ...Object.keys(now.proposed)])];
  const money = (picture: Baseline, line: string, fy: string): string => {
    const value = picture.proposed[line]?.[fy];
    return value === null || value === undefined ? NONE : formatMoney(value);
  };
  return lines.flatMap((line) => {
    const title = rowById(project.money.lines, line)?.title ?? 'A line no longer listed';
    const fys = [
      ...new Set([...Object.keys(kept.proposed[line] ?? {}), ...Object.keys(now.proposed[line] ?? {})]),
    ].sort();
    return fys
      .map((fy) =>
        row(
          `${line}-${fy}`,
          `${title}, ${formatFy(Number(fy))}`,
          money(kept, line, fy),
          money(now, line, fy),
        ),
      )
      .filter((each) => each.baseline !== NONE || each.current !== NONE);
  });
}

function benefitRows({ project }: LoadedProject, kept: Baseline, now: Baseline): readonly SideBySideRow[] {
  const ids = [...new Set([...kept.benefits, ...now.benefits].map((each) => each.id))];
  return ids.map((id) => {
    const benefit = rowById(project.benefits, id);
    const target = (picture: Baseline) => {
      const found = picture.benefits.find((each) => each.id === id);
      if (!found) return picture === now && benefit?.leakage ? 'withdrawn: leakage' : NONE;
      return `${found.target ?? NONE}, by ${date(found.realisation)}`;
    };
    const measure = benefit?.measure ? `: ${benefit.measure}` : '';
    return row(
      id,
      `${benefit?.category ?? 'A benefit no longer listed'}${measure}`,
      target(kept),
      target(now),
    );
  });
}

/** Why somebody who holds none of the deciding roles cannot approve: the role that has still to. */
function notADecider(loaded: LoadedProject, each: ChangeRequest, asked: readonly ('sponsor' | 's151')[]) {
  const waiting = asked.find((role) => !each.approvals.some((given) => given.role === role)) ?? 'sponsor';
  return (
    loaded.whyNot('approve-change') ?? loaded.whyNot('approve-change', { changeId: each.id, role: waiting })
  );
}

/** What a thing a request would move is today: " (now Apr 2025)"; nothing where its words say enough. */
function nowWords({ project }: LoadedProject, move: ProposedMove): string {
  switch (move.what) {
    case 'gate':
      return ` (now ${date(currentGateDate(project.schedule.gates[move.gate]))})`;
    case 'deliverable': {
      const found = rowById(project.schedule.deliverables, move.deliverable);
      return found ? ` (now ${date(currentStart(found))} to ${date(currentFinish(found))})` : '';
    }
    case 'proposal': {
      const proposed = rowById(project.money.lines, move.line)?.cells[move.fy]?.proposed.answer;
      return ` (now ${proposed?.state === 'given' ? formatMoney(proposed.value) : 'nothing'})`;
    }
    case 'benefit-target':
      return ` (now ${rowById(project.benefits, move.benefit)?.target ?? 'none'})`;
    case 'withdraw-benefit':
      return '';
  }
}

function requestOf(loaded: LoadedProject, each: ChangeRequest) {
  const { project, name, roles } = loaded;
  const asked = movesMoney(each.moves) ? (['sponsor', 's151'] as const) : (['sponsor'] as const);
  const open = each.outcome === undefined;
  return {
    id: each.id,
    by: name(each.by),
    on: each.day,
    why: each.why,
    moves: each.moves.map((move) => `${moveInWords(move, project)}${open ? nowWords(loaded, move) : ''}`),
    decided: asked.map((role) => {
      const given = each.approvals.find((one) => one.role === role);
      return { role, given: given && { by: name(given.by), on: given.day } };
    }),
    outcome: each.outcome && {
      how: each.outcome.how,
      by: name(each.outcome.by),
      on: each.outcome.day,
      why: each.outcome.why,
    },
    decide: open
      ? asked
          .filter((role) => roles.includes(role))
          .map((role) => ({
            role,
            approve: here(loaded.whyNot('approve-change', { changeId: each.id, role })),
            refuse: here(loaded.whyNot('refuse-change', { changeId: each.id, role, why: 'x' })),
          }))
      : [],
    notMine: open ? here(notADecider(loaded, each, asked)) : undefined,
    withdraw: open
      ? (here(loaded.whyNot('withdraw-change', { changeId: each.id, why: 'x' })) ?? null)
      : undefined,
  };
}

/** What a change request can move, for its form. */
function movable({ project, external }: LoadedProject) {
  return {
    gates: GATE_NUMBERS.filter((gate) => project.gates.records[gate].standing.state !== 'approved').map(
      (gate) => ({
        value: String(gate),
        text: `Gate ${gate}: ${gateName(external, gate)}`,
      }),
    ),
    deliverables: standing(project.schedule.deliverables).map(({ id, title }) => ({
      value: id,
      text: title,
    })),
    lines: standing(project.money.lines).map(({ id, title }) => ({ value: id, text: title })),
    fys: project.money.horizon.map((fy) => ({ value: formatFy(fy), text: formatFy(fy) })),
    benefits: standing(project.benefits)
      .filter(isClaimed)
      .map((each) => ({
        value: each.id,
        text: `${each.category}${each.measure ? `: ${each.measure}` : ''}${each.target ? ` (target ${each.target})` : ''}`,
      })),
  };
}

function explanationsOf(loaded: LoadedProject) {
  const { project, external, name } = loaded;
  const gate3 = project.gates.records[3].standing.state;
  const open = baselineAt(project, 2) !== undefined && gate3 !== 'approved';
  if (!open) return undefined;
  return changesSinceGate2(project, external.framework).map((each) => {
    const listed = project.gates.explainedChanges.findLast(
      (one) => one.what === each.what && one.rests === each.rests,
    );
    return {
      what: each.what,
      words: each.words,
      explained: listed && { by: name(listed.by), on: listed.day, why: listed.why },
      explain: each.explained
        ? undefined
        : (here(loaded.whyNot('explain-change', { what: each.what, why: 'x' })) ?? null),
    };
  });
}

/** The newest picture there is to compare with: the binding one, else that of the last gate passed. */
function pictureKept({ project }: LoadedProject): Baseline | undefined {
  const binding = bindingBaseline(project);
  if (binding) return binding;
  const passed = ([2, 1, 0] as const).find((gate) => baselineAt(project, gate));
  return passed === undefined ? undefined : baselineAt(project, passed);
}

/** Everything the page of a project's changes shows to the one who looks. */
export function changesOf(loaded: LoadedProject) {
  const { project, external } = loaded;
  const kept = pictureKept(loaded);
  const now = pictureNow(loaded, (kept?.gate ?? 0) as GateNumber);
  const binds = bindingBaseline(project) !== undefined;
  return {
    marks: loaded.marks,
    binds,
    picture: kept && {
      gate: kept.gate,
      on: kept.day,
      movedBy: kept.movedBy,
      ...dateRows(loaded, kept, now),
      figures: figureRows(loaded, kept, now),
      benefits: benefitRows(loaded, kept, now),
      differ: comparePictures(project, kept, now).length,
    },
    tolerances: project.gates.tolerances ?? external.framework.tolerances,
    requests: [...project.gates.changeRequests].reverse().map((each) => requestOf(loaded, each)),
    request: binds ? (loaded.whyNot('request-change') ?? null) : undefined,
    movable: movable(loaded),
    sinceGate2: explanationsOf(loaded),
  };
}
