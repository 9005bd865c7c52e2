import { bindingBaseline } from '~/core/gates/baseline';
import { scopeRests } from '~/core/gates/scope';
import type { Baseline, ProposedMove, ScopePart } from '~/core/gates/state';
import { formatMoney } from '~/core/money/format-money';
import { rowById } from '~/core/project/row';
import type { Project } from '~/core/project/state';
import { currentFinish, currentStart } from '~/core/schedule/slip';
import { currentGateDate } from '~/core/schedule/state';
import { formatFy } from '~/core/time/financial-year';
import { formatPartial } from '~/core/time/partial-date';

/** One thing an open request would move: in the binding baseline, as it stands, and as it would be. */
export interface MoveShown {
  readonly label: string;
  readonly baseline: string;
  readonly now: string;
  readonly to: string;
}

type MoveOf<W extends ProposedMove['what']> = Extract<ProposedMove, { what: W }>;

const NONE = '–';
const date = (value: string | null | undefined): string => (value ? formatPartial(value) : NONE);
const span = (start: string | null | undefined, finish: string | null | undefined): string =>
  `${date(start)} to ${date(finish)}`;
const money = (pence: number | null | undefined): string =>
  pence === null || pence === undefined ? NONE : formatMoney(pence);

function deliverable(project: Project, kept: Baseline | undefined, move: MoveOf<'deliverable'>): MoveShown {
  const row = rowById(project.schedule.deliverables, move.deliverable);
  const was = kept?.deliverables.find((each) => each.id === move.deliverable);
  const [start, finish] = row ? [currentStart(row), currentFinish(row)] : [];
  return {
    label: `“${row?.title ?? 'A row no longer listed'}”`,
    baseline: span(was?.start, was?.finish),
    now: span(start, finish),
    to: span(move.start ?? start, move.finish ?? finish),
  };
}

function proposal(project: Project, kept: Baseline | undefined, move: MoveOf<'proposal'>): MoveShown {
  const line = rowById(project.money.lines, move.line);
  const answer = line?.cells[move.fy]?.proposed.answer;
  return {
    label: `“${line?.title ?? 'A line no longer listed'}”, ${formatFy(move.fy)}`,
    baseline: money(kept?.proposed[move.line]?.[String(move.fy)]),
    now: answer?.state === 'given' ? formatMoney(answer.value) : NONE,
    to: formatMoney(move.to),
  };
}

function benefitName({ benefits }: Project, id: string): string {
  const row = rowById(benefits, id);
  return `${row?.category ?? 'A benefit'}${row?.measure ? `: ${row.measure}` : ''}`;
}

const SCOPE_NAMES: Readonly<Record<ScopePart, string>> = {
  objectives: 'The objectives',
  scope: 'The scope',
  'preferred option': 'The preferred option',
  deliverables: 'Which deliverables there are',
};

function scope(project: Project, kept: Baseline | undefined, move: MoveOf<'scope'>): MoveShown {
  const same = kept !== undefined && scopeRests(project, kept, move.part) === move.rests;
  return {
    label: SCOPE_NAMES[move.part],
    baseline: 'as approved',
    now: same ? 'as asked for' : 'moved since it was asked for',
    to: 'as asked for',
  };
}

/** What a request would move of a project, as its deciders see it. */
export function moveShown(project: Project, move: ProposedMove): MoveShown {
  const kept = bindingBaseline(project);
  switch (move.what) {
    case 'gate':
      return {
        label: `Gate ${move.gate}`,
        baseline: date(kept?.gates[String(move.gate)]),
        now: date(currentGateDate(project.schedule.gates[move.gate])),
        to: date(move.to),
      };
    case 'deliverable':
      return deliverable(project, kept, move);
    case 'proposal':
      return proposal(project, kept, move);
    case 'benefit-target':
      return {
        label: `${benefitName(project, move.benefit)}, target`,
        baseline: kept?.benefits.find((each) => each.id === move.benefit)?.target ?? NONE,
        now: rowById(project.benefits, move.benefit)?.target ?? NONE,
        to: move.to,
      };
    case 'withdraw-benefit':
      return {
        label: benefitName(project, move.benefit),
        baseline: 'claimed',
        now: 'claimed',
        to: 'withdrawn',
      };
    case 'scope':
      return scope(project, kept, move);
  }
}
