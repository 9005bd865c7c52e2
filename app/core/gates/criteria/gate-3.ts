import { isClaimed } from '../../benefits/state';
import { gapOfLine } from '../../finance/figures';
import { cellOf, isNilLine } from '../../finance/line';
import { gapExplanations, isGapOpen } from '../../finance/explained';
import { countedAsValidated } from '../../finance/series';
import { holders } from '../../people/state';
import { PROJECT_ROLES } from '../../access/directory';
import { formatMoney } from '../../money/format-money';
import { sumPence } from '../../money/pence';
import { digestOf } from '../../answers/digest';
import { counted, standing } from '../../project/row';
import { isOpen } from '../../risks/state';
import { isHigh, riskScore } from '../../risks/score';
import { currentGateDate } from '../../schedule/state';
import { formatFy } from '../../time/financial-year';
import { addMonths, formatDay } from '../../time/iso-day';
import { formatPartial, monthsBetween, type PartialDate } from '../../time/partial-date';
import { baselineAt, casePartsOf } from '../baseline';
import { GATE_NUMBERS } from '../gate-number';
import type { Obstacle } from '../outcome';
import {
  answerFact,
  cannotTell,
  count,
  criterion,
  isSettled,
  notApplicable,
  obstacle,
  verdict,
} from './criterion';
import {
  budgetSavings,
  effectFys,
  isShare,
  overTheCase,
  staleFacts,
  staleObstacles,
  validators,
} from './gate-2';
import { adoptedSavings, countedLines, isNonCashable } from './lines';
import type { Project } from '../../project/state';
import type { FrameworkVersion } from '../framework';

/** One thing of the case that is not as Gate 2 left it. */
export interface CaseChange {
  readonly what: string;
  readonly rests: string;
  readonly words: string;
  readonly explained: boolean;
}

const partWords = (project: Project, part: string): string => {
  const [kind, id] = part.split(' ');
  if (kind === 'line')
    return `“${project.money.lines.find((each) => each.id === id)?.title ?? 'a money line'}”: its figures or terms`;
  if (kind === 'benefit')
    return `the target or date of ${project.benefits.find((each) => each.id === id)?.category ?? 'a benefit'}`;
  return `the ${part}`;
};

/** The most months a date may have moved by, either way. */
function monthsMoved(before: PartialDate, after: PartialDate): number {
  const { least, most } = monthsBetween(before, after);
  return Math.max(Math.abs(least), Math.abs(most));
}

/** Every change of the case since Gate 2, with whether it is listed with a reason as it now stands. */
export function changesSinceGate2(project: Project, framework: FrameworkVersion): readonly CaseChange[] {
  const kept = baselineAt(project, 2);
  if (!kept) return [];
  const now = casePartsOf(project);
  const changes: Omit<CaseChange, 'explained'>[] = [
    ...new Set([...Object.keys(kept.caseParts), ...Object.keys(now)]),
  ]
    .filter((part) => kept.caseParts[part] !== now[part])
    .map((part) => ({
      what: part,
      rests: digestOf([part, kept.caseParts[part] ?? null, now[part] ?? null]),
      words: `Since Gate 2 ${partWords(project, part)} changed.`,
    }));
  const tolerance = project.gates.tolerances?.timeMonths ?? framework.tolerances.timeMonths;
  for (const gate of GATE_NUMBERS.filter((each) => each > 2)) {
    const before = kept.gates[String(gate)] ?? null;
    const after = currentGateDate(project.schedule.gates[gate]) ?? null;
    if (before === after) continue;
    const moved = before && after ? monthsMoved(before, after) : Number.MAX_SAFE_INTEGER;
    if (moved <= tolerance) continue;
    changes.push({
      what: `gate ${gate}`,
      rests: digestOf(['gate', gate, before, after]),
      words: `Since Gate 2 the date of Gate ${gate} moved from ${before ? formatPartial(before) : 'none'} to ${after ? formatPartial(after) : 'none'}, beyond the tolerance of ${count(tolerance, 'month')}.`,
    });
  }
  return changes.map((change) => ({
    ...change,
    explained: project.gates.explainedChanges.some(
      (each) => each.what === change.what && each.rests === change.rests,
    ),
  }));
}

export const caseUnchanged = criterion({
  id: 'case-unchanged',
  facts: (project, { external }) => ({
    kept: baselineAt(project, 2) !== undefined,
    changes: changesSinceGate2(project, external.framework),
  }),
  evaluate({ kept, changes }) {
    if (!kept)
      return cannotTell(
        obstacle(
          'There is no picture of the case at Gate 2 to compare with.',
          { screen: 'gate', gate: 2 },
          'pmo',
        ),
      );
    const listed = changes.filter((each) => each.explained).length;
    return verdict(
      changes
        .filter((each) => !each.explained)
        .map((each) =>
          obstacle(
            `${each.words} List it with a reason.`,
            { screen: 'changes', field: 'explain', row: each.what },
            'lead',
          ),
        ),
      listed > 0
        ? `${count(listed, 'change')} since Gate 2, listed with a reason.`
        : 'Nothing of the case has changed since Gate 2.',
    );
  },
});

export const validatedForBudget = criterion({
  id: 'validated-for-budget',
  facts: (project, { external }) => ({
    nonCashable: isNonCashable(project),
    ...overTheCase(project, external.framework),
    validators: validators(project),
    stale: staleFacts(project),
    cells: budgetSavings(project, external.framework).flatMap((line) =>
      effectFys(project, line).flatMap((fy) => {
        const cell = cellOf(line, fy);
        const { answer } = cell.proposed;
        const figure = answer.state === 'given' && answer.value !== 0;
        if (!figure) return [];
        const mtfs = cell.mtfs?.amount;
        return [
          {
            line: line.id,
            title: line.title,
            fy,
            validated: cell.validated ? countedAsValidated(line, cell) : null,
            mtfs: mtfs?.state === 'given' ? mtfs.value : mtfs?.state === 'none' ? 0 : null,
            mtfsBy: cell.mtfs ? [cell.mtfs.by] : [],
            explained: gapExplanations(line, fy).length > 0 && !isGapOpen(line, fy),
          },
        ];
      }),
    ),
  }),
  evaluate({ nonCashable, proposed, validated, validators: by, stale, cells }, parameters) {
    const share = parameters['share'] ?? 8000;
    if (nonCashable && cells.length === 0) return notApplicable('The case is non-cashable.');
    if (proposed === null || validated === null) {
      return cannotTell(
        obstacle(
          'A recurring saving has no convention, so its effect cannot be told.',
          { screen: 'finance', field: 'convention' },
          'lead',
        ),
      );
    }
    const problems: Obstacle[] = [...staleObstacles(stale)];
    for (const cell of cells) {
      const fix = { screen: 'finance', field: 'validate', row: cell.line } as const;
      if (cell.validated === null)
        problems.push(obstacle(`“${cell.title}”, ${formatFy(cell.fy)} is not validated.`, fix, 'finance'));
      else if (cell.mtfs !== cell.validated && !cell.explained) {
        const takes = cell.mtfs === null ? 'does not take it yet' : `takes ${formatMoney(cell.mtfs)}`;
        problems.push({
          ...obstacle(
            `“${cell.title}”, ${formatFy(cell.fy)}: finance validated ${formatMoney(cell.validated)}, and the MTFS ${takes}.`,
            { screen: 'finance', field: 'mtfs', row: cell.line },
            'finance',
          ),
          recordedBy: cell.mtfsBy,
        });
      }
    }
    if (proposed <= 0 || !isShare(validated, proposed, share)) {
      problems.push({
        ...obstacle(
          `Finance stands behind ${formatMoney(validated)} of ${formatMoney(proposed)} over the case; ${share / 100}% is asked for.`,
          { screen: 'finance', field: 'validate' },
          'finance',
        ),
        recordedBy: by,
      });
    }
    return verdict(
      problems,
      `Every year is validated: ${formatMoney(validated)} of ${formatMoney(proposed)}.`,
    );
  },
});

export const mtfsReconciled = criterion({
  id: 'mtfs-reconciled',
  facts: (project, { external }) => ({
    nonCashable: isNonCashable(project),
    avoided: adoptedSavings(project).length > 0,
    cells: budgetSavings(project, external.framework).flatMap((line) =>
      project.money.horizon.map((fy) => {
        const cell = cellOf(line, fy);
        const gap = gapOfLine(line, fy);
        const explained = gapExplanations(line, fy);
        return {
          line: line.id,
          title: line.title,
          fy,
          by: cell.mtfs ? [cell.mtfs.by] : [],
          given: cell.mtfs !== undefined && isSettled(answerFact(cell.mtfs.amount)),
          gap: gap.kind === 'figure' ? gap.pence : null,
          explained: explained.length > 0 ? sumPence(explained.map(({ amount }) => amount)) : null,
        };
      }),
    ),
  }),
  evaluate({ nonCashable, avoided, cells }) {
    if (cells.length === 0) {
      if (avoided) return notApplicable('Every saving is cost avoidance, which the MTFS does not take.');
      return nonCashable
        ? notApplicable('The case is non-cashable.')
        : verdict([obstacle('There is no adopted saving to reconcile.', { screen: 'finance' }, 'lead')], '');
    }
    return verdict(
      cells.flatMap((cell) => {
        const fix = { screen: 'finance', field: 'mtfs', row: cell.line } as const;
        const where = `“${cell.title}”, ${formatFy(cell.fy)}`;
        if (!cell.given)
          return [
            obstacle(`${where}: the MTFS figure is neither given nor a confirmed none.`, fix, 'finance'),
          ];
        if (cell.gap === null)
          return [obstacle(`${where}: the gap to the MTFS cannot be told.`, fix, 'finance')];
        if (cell.gap === 0 || cell.explained === cell.gap) return [];
        return [
          {
            ...obstacle(
              `${where}: a gap of ${formatMoney(cell.gap)} between the MTFS and what finance validated, ${cell.explained === null ? 'not explained' : `of which ${formatMoney(cell.explained)} is explained`}.`,
              { ...fix, field: 'gap' },
              'finance',
            ),
            recordedBy: cell.by,
          },
        ];
      }),
      'The MTFS is given for every year and agrees with what finance validated, or the gap is explained.',
    );
  },
});

export const readyToBaseline = criterion({
  id: 'ready-to-baseline',
  facts: (project) => ({
    gates: GATE_NUMBERS.filter((gate) => currentGateDate(project.schedule.gates[gate]) === undefined),
    planned: standing(project.schedule.deliverables).length,
    deliverables: standing(project.schedule.deliverables)
      .filter(
        (row) =>
          !row.completed && (row.start.answer.state !== 'given' || row.finish.answer.state !== 'given'),
      )
      .map((row) => ({ id: row.id, title: row.title })),
    lines: countedLines(project).map((line) => ({
      id: line.id,
      title: line.title,
      adopted: line.adopted !== undefined,
      open: isNilLine(line)
        ? []
        : project.money.horizon.filter((fy) => cellOf(line, fy).proposed.answer.state === 'tbc'),
    })),
    benefits: standing(project.benefits)
      .filter(isClaimed)
      .filter((row) => row.target === undefined || row.realisation.state !== 'given')
      .map((row) => ({ id: row.id, category: row.category })),
  }),
  evaluate({ gates, planned, deliverables, lines, benefits }) {
    return verdict(
      [
        ...gates.map((gate) =>
          obstacle(`Gate ${gate} has no date.`, { screen: 'schedule', field: `gate-${gate}` }, 'pmo'),
        ),
        ...(planned === 0
          ? [obstacle('No deliverable is recorded.', { screen: 'schedule', field: 'deliverable' }, 'pmo')]
          : []),
        ...deliverables.map((row) =>
          obstacle(
            `“${row.title}” has no start or no finish.`,
            { screen: 'schedule', field: 'deliverable', row: row.id },
            'pmo',
          ),
        ),
        ...lines
          .filter((line) => !line.adopted)
          .map((line) =>
            obstacle(
              `“${line.title}” is adopted by no lead.`,
              { screen: 'finance', field: 'adopt', row: line.id },
              'lead',
            ),
          ),
        ...lines
          .filter((line) => line.open.length > 0)
          .map((line) =>
            obstacle(
              `“${line.title}” is TBC in ${line.open.map(formatFy).join(', ')}.`,
              { screen: 'finance', field: 'cells', row: line.id },
              'lead',
            ),
          ),
        ...benefits.map((row) =>
          obstacle(
            `${row.category} has no target or no realisation date.`,
            { screen: 'benefits', row: row.id },
            'lead',
          ),
        ),
      ],
      'Schedule, money lines and benefits are complete enough to baseline; the tolerances stand.',
    );
  },
});

export const assuranceGiven = criterion({
  id: 'assurance-given',
  facts: (project) =>
    project.gates.opinions.map((each) => ({
      id: each.id,
      given: each.given,
      rating: each.rating,
      scaled: each.scale.trim() !== '',
      outside: !PROJECT_ROLES.some((role) => holders(project.people, role).includes(each.by)),
      by: each.by,
    })),
  evaluate(opinions, parameters, today) {
    const months = parameters['months'] ?? 3;
    const fix = { screen: 'gate', field: 'assurance-given' } as const;
    const usable = opinions.filter((each) => each.outside && each.scaled);
    const fresh = usable.filter((each) => addMonths(each.given, months) >= today);
    if (fresh.length > 0)
      return verdict(
        [],
        `An opinion of ${formatDay(fresh.at(-1)!.given)} by an assurer outside the project.`,
      );
    const words =
      usable.length > 0
        ? `The last opinion is of ${formatDay(usable.at(-1)!.given)}, older than ${count(months, 'month')}.`
        : 'No assurer outside the project has given an opinion.';
    return verdict([obstacle(words, fix, 'assurer')], '');
  },
});

export const risksAccepted = criterion({
  id: 'risks-accepted',
  facts: (project, { external }) =>
    counted(project.risks)
      .filter((risk) => isOpen(risk) && isHigh(risk, external.framework.riskScheme))
      .map((risk) => ({
        id: risk.id,
        ref: risk.ref,
        score: riskScore(risk, external.framework.riskScheme) ?? null,
        accepted: risk.accepted !== undefined && risk.accepted.seq >= risk.scoredSeq,
      })),
  evaluate: (risks) =>
    verdict(
      risks
        .filter((risk) => !risk.accepted)
        .map((risk) =>
          obstacle(
            `Risk ${risk.ref} remains high (${risk.score}) and the sponsor has not accepted it.`,
            { screen: 'risks', row: risk.id },
            'sponsor',
          ),
        ),
      risks.length === 0
        ? 'No risk remains high.'
        : `The sponsor has accepted ${count(risks.length, 'high risk')}.`,
    ),
});
