import { isAvoidance } from '../../finance/figures';
import { cellOf } from '../../finance/line';
import { lineEffect } from '../../finance/series';
import { isStale } from '../../finance/state';
import type { Figure } from '../../finance/effect';
import { formatMoney } from '../../money/format-money';
import { counted, standing } from '../../project/row';
import type { Project } from '../../project/state';
import { formatFy, type Fy } from '../../time/financial-year';
import type { FrameworkVersion } from '../framework';
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
import { adoptedSavings, isNonCashable, proposedFys, savingLines } from './lines';
import { attestedFact, claimAttestation } from './attested';

/** A saving's largest effect in a year of the horizon, in pence: what a cost baseline must be able to bear. */
const largest = (figures: readonly Figure[]): number | null =>
  figures.some((each) => each.kind === 'cannot-tell')
    ? null
    : Math.max(0, ...figures.map((each) => (each.kind === 'figure' ? each.pence : 0)));

export const baselineFound = criterion({
  id: 'baseline-found',
  facts: (project) => ({
    nonCashable: isNonCashable(project),
    income: savingLines(project).filter((line) => line.kind === 'income').length,
    covers: project.case.costBaselinesCover?.covers ?? null,
    baselines: counted(project.registers.costBaselines).map((row) => ({
      id: row.id,
      service: row.service,
      amount: row.amount.state === 'given' ? row.amount.value : null,
    })),
    lines: savingLines(project)
      .filter((line) => line.kind === 'saving')
      .map((line) => ({
        id: line.id,
        title: line.title,
        baseline: line.costBaseline ?? null,
        largest: largest(project.money.horizon.map((fy) => lineEffect(line, 'proposed', fy))),
      })),
  }),
  evaluate({ nonCashable, income, covers, baselines, lines }) {
    if (lines.length === 0 && nonCashable) return notApplicable('The case is non-cashable.');
    if (lines.length === 0 && income > 0) {
      return notApplicable('No saving is claimed, only income, which draws on no cost.');
    }
    const problems: Obstacle[] = [];
    if (covers !== true) {
      problems.push(
        obstacle(
          'The lead has not declared that the cost baselines cover the scope.',
          { screen: 'registers', field: 'covers' },
          'lead',
        ),
      );
    }
    for (const line of lines) {
      const fix = { screen: 'finance', field: 'costBaseline', row: line.id } as const;
      const under = baselines.find((each) => each.id === line.baseline);
      if (!under) problems.push(obstacle(`“${line.title}” names no cost baseline.`, fix, 'lead'));
      else if (under.amount === null) {
        problems.push(
          obstacle(
            `“${line.title}” draws on ${under.service}, whose cost is unknown.`,
            { screen: 'registers', field: 'cost-baseline', row: under.id },
            'lead',
          ),
        );
      } else if (line.largest === null) {
        problems.push(
          obstacle(
            `“${line.title}” has no convention, so nobody can tell whether ${under.service} bears it.`,
            { screen: 'finance', field: 'convention', row: line.id },
            'lead',
          ),
        );
      } else if (line.largest > under.amount) {
        problems.push(
          obstacle(
            `“${line.title}” saves ${formatMoney(line.largest)} of a cost of ${formatMoney(under.amount)}: more than there is.`,
            fix,
            'lead',
          ),
        );
      }
    }
    if (lines.length === 0)
      problems.push(
        obstacle('There is no saving to draw on a cost baseline.', { screen: 'finance' }, 'lead'),
      );
    return verdict(problems, `${count(lines.length, 'saving')} drawn on a known cost that bears it.`);
  },
});

/** Adopted savings and income that a budget can take: cost avoidance is shown apart and enters no total. */
export const budgetSavings = (project: Project, framework: FrameworkVersion) =>
  adoptedSavings(project).filter((line) => !isAvoidance(framework, line));

/** Who validated a figure of these savings: they stand behind what fails and do not waive it. */
export const validators = (project: Project): readonly string[] => [
  ...new Set(
    adoptedSavings(project).flatMap((line) =>
      Object.values(line.cells).flatMap((cell) => (cell.validated ? [cell.validated.by] : [])),
    ),
  ),
];

/** Proposed and validated pence felt over the horizon, of savings and income; null where it cannot be told. */
export function overTheCase(
  project: Project,
  framework: FrameworkVersion,
): { proposed: number | null; validated: number | null } {
  const total = (series: 'proposed' | 'validated') => {
    let sum = 0;
    for (const line of budgetSavings(project, framework)) {
      for (const fy of project.money.horizon) {
        const felt = lineEffect(line, series, fy);
        if (felt.kind === 'cannot-tell') return null;
        sum += felt.pence;
      }
    }
    return sum;
  };
  return { proposed: total('proposed'), validated: total('validated') };
}

/** Whether a part is at least a share (hundredths of a per cent) of a whole; exact, whatever the size. */
export const isShare = (part: number, whole: number, share: number): boolean =>
  BigInt(part) * 10_000n >= BigInt(whole) * BigInt(share);

/** Stale validations as facts: which line, which year. */
export const staleFacts = (
  project: Project,
): readonly { line: string; title: string; fy: Fy; by: string }[] =>
  counted(project.money.lines).flatMap((line) =>
    Object.entries(line.cells)
      .filter(([, cell]) => isStale(line, cell))
      .map(([fy, cell]) => ({ line: line.id, title: line.title, fy: Number(fy), by: cell.validated!.by })),
  );

export const staleObstacles = (stale: ReturnType<typeof staleFacts>): readonly Obstacle[] =>
  stale.map((each) => ({
    ...obstacle(
      `“${each.title}”, ${formatFy(each.fy)}: the validation is stale; it counts as £0 until finance acts again.`,
      { screen: 'finance', field: 'validate', row: each.line },
      'finance',
    ),
    recordedBy: [each.by],
  }));

export const validatedEnough = criterion({
  id: 'validated-enough',
  facts: (project, { external }) => ({
    nonCashable: isNonCashable(project),
    ...overTheCase(project, external.framework),
    validators: validators(project),
    stale: staleFacts(project),
  }),
  evaluate({ nonCashable, proposed, validated, validators: by, stale }, parameters) {
    const share = parameters['share'] ?? 6000;
    if (nonCashable && !proposed) return notApplicable('The case is non-cashable.');
    if (proposed === null || validated === null) {
      return cannotTell(
        obstacle(
          'A recurring saving has no convention, so its effect cannot be told.',
          { screen: 'finance', field: 'convention' },
          'lead',
        ),
      );
    }
    const problems = [...staleObstacles(stale)];
    if (proposed <= 0)
      problems.push(obstacle('There is no proposed effect to validate.', { screen: 'finance' }, 'lead'));
    else if (!isShare(validated, proposed, share)) {
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
      `${formatMoney(validated)} of ${formatMoney(proposed)} over the case is validated; ${share / 100}% is asked for.`,
    );
  },
});

export const costOfChangeValidated = criterion({
  id: 'cost-of-change-validated',
  facts: (project) => ({
    cells: counted(project.money.lines)
      .filter((line) => line.kind === 'investment')
      .flatMap((line) =>
        project.money.horizon.map((fy) => {
          const cell = cellOf(line, fy);
          return {
            line: line.id,
            title: line.title,
            fy,
            settled: isSettled(answerFact(cell.proposed.answer)),
            confirmed: cell.validated !== undefined && !isStale(line, cell),
          };
        }),
      ),
  }),
  evaluate({ cells }) {
    if (cells.length === 0)
      return verdict(
        [
          obstacle(
            'Investment is not answered for any year.',
            { screen: 'finance', field: 'investment' },
            'lead',
          ),
        ],
        '',
      );
    return verdict(
      cells
        .filter((cell) => !cell.confirmed)
        .map((cell) =>
          obstacle(
            `“${cell.title}”, ${formatFy(cell.fy)}: finance has not confirmed it${cell.settled ? '' : ', and it is not answered'}.`,
            { screen: 'finance', field: 'validate', row: cell.line },
            'finance',
          ),
        ),
      'Every investment figure, a nil included, is confirmed by finance.',
    );
  },
});

export const figuresEvidenced = criterion({
  id: 'figures-evidenced',
  facts: (project) => ({
    nonCashable: isNonCashable(project),
    lines: savingLines(project).map((line) => ({
      id: line.id,
      title: line.title,
      costCentre: Boolean(line.costCentre?.trim()),
      evidence: standing(project.evidence.attachments).filter((each) => line.evidence.includes(each.id))
        .length,
    })),
  }),
  evaluate({ nonCashable, lines }) {
    if (lines.length === 0) {
      return nonCashable
        ? notApplicable('The case is non-cashable.')
        : verdict([obstacle('There is no saving with a figure.', { screen: 'finance' }, 'lead')], '');
    }
    return verdict(
      lines.flatMap((line) => {
        const lacks = [
          line.costCentre ? '' : 'cost centre',
          line.evidence > 0 ? '' : 'evidence attached',
        ].filter(Boolean);
        return lacks.length === 0
          ? []
          : [
              obstacle(
                `“${line.title}” has no ${lacks.join(' and no ')}.`,
                { screen: 'finance', field: 'evidence', row: line.id },
                'lead',
              ),
            ];
      }),
      `${count(lines.length, 'saving line')} with a cost centre and evidence attached.`,
    );
  },
});

const linkedCases = (project: Project) =>
  standing(project.registers.linkedCases).map((row) => ({
    id: row.id,
    name: row.name,
    ref: row.projectRef ?? null,
  }));

const rests = claimAttestation('no-double-count', linkedCases);

export const noDoubleCount = criterion({
  id: 'no-double-count',
  facts: (project, reach) => ({
    linked: linkedCases(project).length,
    confirmedNone: project.registers.confirmedNone['linkedCases'] !== undefined,
    attested: attestedFact(project, 'no-double-count', false, rests(project, reach)),
    baselines: counted(project.registers.costBaselines).flatMap((row) => {
      if (row.amount.state !== 'given') return [];
      const lines = adoptedSavings(project).filter((line) => line.costBaseline === row.id);
      const most = largest(
        project.money.horizon.map((fy): Figure => {
          const felt = lines.map((line) => lineEffect(line, 'validated', fy));
          const unknown = felt.find((each) => each.kind === 'cannot-tell');
          return (
            unknown ?? {
              kind: 'figure',
              pence: felt.reduce((sum, each) => sum + (each.kind === 'figure' ? each.pence : 0), 0),
            }
          );
        }),
      );
      return [{ id: row.id, service: row.service, amount: row.amount.value, validated: most }];
    }),
  }),
  evaluate({ linked, confirmedNone, attested, baselines }) {
    const problems: Obstacle[] = baselines.flatMap(({ service, amount, validated }) => {
      if (validated !== null && validated <= amount) return [];
      const words =
        validated === null
          ? `A saving on ${service} has no convention, so nobody can tell what is validated on it.`
          : `Savings validated on ${service} come to ${formatMoney(validated)}, more than its cost of ${formatMoney(amount)}.`;
      return [obstacle(words, { screen: 'finance', field: 'validate' }, 'finance')];
    });
    const fix = { screen: 'gate', field: 'no-double-count' } as const;
    if (linked === 0 && !confirmedNone) {
      problems.push(
        obstacle(
          'No linked case is recorded, and nobody has confirmed that there is none.',
          { screen: 'registers', field: 'linkedCases' },
          'lead',
        ),
      );
    }
    if (linked > 0 && !attested) {
      problems.push(
        obstacle(
          `Nobody has confirmed that the ${count(linked, 'linked case')} claim none of the same saving.`,
          fix,
          'owner',
        ),
      );
    }
    if (linked > 0 && attested && !attested.stillRests) {
      problems.push(
        obstacle('The linked cases have changed since it was confirmed; confirm again.', fix, 'owner'),
      );
    }
    if (linked > 0 && attested && !attested.seen) {
      problems.push(obstacle('Confirmed; somebody else has yet to mark it seen.', fix, 'pmo'));
    }
    return verdict(
      problems,
      linked > 0
        ? 'Linked cases are confirmed to claim none of the same saving.'
        : 'There is no linked case, and no cost is claimed twice.',
    );
  },
});

/** FYs from a line's first proposed figure to the end of the horizon: those in which it can have an effect. */
export const effectFys = (project: Project, line: Project['money']['lines'][number]): readonly Fy[] => {
  const first = proposedFys(line)[0];
  return first === undefined ? [] : project.money.horizon.filter((fy) => fy >= first);
};
