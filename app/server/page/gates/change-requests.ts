import { isClaimed } from '~/core/benefits/state';
import type { Figure } from '~/core/finance/effect';
import { bindingBaseline } from '~/core/gates/baseline';
import { movesMoney, rolesAsked } from '~/core/gates/change-effect';
import { outcomeOfChange, type BeforeAfter } from '~/core/gates/change-outcome';
import { moveInWords, SCOPE_WORDS } from '~/core/gates/events-control';
import { GATE_NUMBERS } from '~/core/gates/gate-number';
import { SCOPE_PARTS, scopeMoved, scopeRests } from '~/core/gates/scope';
import type { ChangeRequest } from '~/core/gates/state';
import { formatMoney } from '~/core/money/format-money';
import { standing } from '~/core/project/row';
import { formatFy } from '~/core/time/financial-year';
import { formatPartial } from '~/core/time/partial-date';
import type { LoadedProject } from '../load-project';
import { gateName } from '../project-head';
import { here } from './criteria';
import { moveShown } from './moves-shown';

const NONE = '–';
const date = (value: string | null | undefined): string => (value ? formatPartial(value) : NONE);

/** Why somebody who holds none of the deciding roles cannot approve: the role that has still to. */
function notADecider(loaded: LoadedProject, each: ChangeRequest, asked: readonly ('sponsor' | 's151')[]) {
  const waiting = asked.find((role) => !each.approvals.some((given) => given.role === role)) ?? 'sponsor';
  return (
    loaded.whyNot('approve-change') ?? loaded.whyNot('approve-change', { changeId: each.id, role: waiting })
  );
}

const figureWords = (figure: Figure): string =>
  figure.kind === 'figure' ? formatMoney(figure.pence) : `cannot tell: ${figure.because}`;

interface Consequence {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const consequence = <T>(
  label: string,
  { before, after }: BeforeAfter<T>,
  words: (value: T) => string,
): Consequence => ({ label, before: words(before), after: words(after) });

/** What an open request would make of the figures and dates people ask about, and of the breaches that stand. */
function outcomeShown({ project, external, today, actor }: LoadedProject, request: ChangeRequest) {
  const context = { now: `${today}T00:00:00.000Z`, today, actor };
  const { runRate, cash, goLive, ends, leaves } = outcomeOfChange(
    project,
    request,
    external.framework,
    context,
  );
  return {
    figures: [
      consequence('Run rate, a year, as proposed', runRate, figureWords),
      consequence('Cash over the horizon, as proposed', cash, figureWords),
      consequence('Go-live', goLive, date),
    ],
    ends: ends.map((each) => each.because),
    leaves: leaves.map((each) => each.because),
    stale: movesMoney(request.moves),
  };
}

function requestOf(loaded: LoadedProject, each: ChangeRequest) {
  const { project, name, roles } = loaded;
  const asked = rolesAsked(each);
  const open = each.outcome === undefined;
  return {
    id: each.id,
    by: name(each.by),
    on: each.day,
    why: each.why,
    moves: each.moves.map((move) => moveInWords(move, project)),
    moving: open ? each.moves.map((move) => moveShown(project, move)) : [],
    decided: asked.map((role) => {
      const given = each.approvals.find((one) => one.role === role);
      return { role, given: given && { by: name(given.by), on: given.day } };
    }),
    would: open ? outcomeShown(loaded, each) : undefined,
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

/** Every request of a change, the newest first. */
export const requestsOf = (loaded: LoadedProject) =>
  [...loaded.project.gates.changeRequests].reverse().map((each) => requestOf(loaded, each));

/** What a change request can move, for its form. */
export function movable({ project, external }: LoadedProject) {
  const kept = bindingBaseline(project);
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
    scope: SCOPE_PARTS.filter((part) => kept && scopeMoved(project, kept, part)).map((part) => ({
      value: `${part}/${kept ? scopeRests(project, kept, part) : ''}`,
      text: SCOPE_WORDS[part].replace(/^the/, 'The'),
    })),
    benefits: standing(project.benefits)
      .filter(isClaimed)
      .map((each) => ({
        value: each.id,
        text: `${each.category}${each.measure ? `: ${each.measure}` : ''}${each.target ? ` (target ${each.target})` : ''}`,
      })),
  };
}
