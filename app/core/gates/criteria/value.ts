import { effectIn, seriesEffect } from '../../finance/figures';
import { isNilLine } from '../../finance/line';
import type { Figure } from '../../finance/effect';
import { counted } from '../../project/row';
import type { Project } from '../../project/state';
import type { Pence } from '../../money/pence';

/** Lines that claim something, adopted or not: proportionality may not be escaped by not adopting. */
const claiming = (project: Project) => counted(project.money.lines).filter((line) => !isNilLine(line));

const NO_CATEGORIES = { categories: [] };

const penceOf = (figure: Figure): Pence | undefined => (figure.kind === 'figure' ? figure.pence : undefined);

/**
 * The annual saving in pence: the greatest effect of savings and income in any year of the horizon as proposed. While a
 * convention is missing, the sum of the figures: the larger reading.
 */
export function annualSaving(project: Project): Pence {
  const lines = claiming(project);
  const savings = lines.filter((line) => line.kind !== 'investment');
  const figures = project.money.horizon.map((fy) => {
    const felt = penceOf(
      effectIn(project, NO_CATEGORIES, 'proposed', fy, { lines: savings, kinds: ['saving', 'income'] }),
    );
    return felt ?? savings.reduce((sum, line) => sum + proposedUpTo(line, fy), 0);
  });
  return Math.max(0, ...figures);
}

const proposedUpTo = (line: Project['money']['lines'][number], fy: number): Pence =>
  Object.entries(line.cells).reduce(
    (sum, [year, { proposed }]) =>
      Number(year) <= fy && proposed.answer.state === 'given' ? sum + proposed.answer.value : sum,
    0,
  );

/** The whole-life spend in pence: investment over the horizon as proposed. */
export function wholeLifeSpend(project: Project): Pence {
  const investment = claiming(project).filter((line) => line.kind === 'investment');
  const cash = seriesEffect(project, NO_CATEGORIES, 'proposed', {
    lines: investment,
    kinds: ['investment'],
  }).cash;
  return (
    penceOf(cash) ?? investment.reduce((sum, line) => sum + proposedUpTo(line, Number.MAX_SAFE_INTEGER), 0)
  );
}
