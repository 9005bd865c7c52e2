import { effect, sumOf, type Figure } from '../finance/effect';
import type { MoneyLine } from '../finance/state';
import type { Pence } from '../money/pence';
import { standing } from '../project/row';
import type { Project } from '../project/state';
import type { Fy } from '../time/financial-year';

/** Savings and income that stand, adopted or only stated by a document. */
export const claimsOf = (project: Project): readonly MoneyLine[] =>
  standing(project.money.lines).filter((line) => line.kind !== 'investment');

/** The proposed pence by FY, where given. */
export const proposedOf = (line: MoneyLine): Readonly<Record<Fy, Pence>> =>
  Object.fromEntries(
    Object.entries(line.cells).flatMap(([fy, { proposed }]) =>
      proposed.answer.state === 'given' ? [[fy, proposed.answer.value]] : [],
    ),
  );

/** The years with a proposed figure that is not nil, in order. */
export const profileOf = (line: MoneyLine): readonly { readonly fy: Fy; readonly figure: Pence }[] =>
  Object.entries(proposedOf(line))
    .map(([fy, figure]) => ({ fy: Number(fy), figure }))
    .filter(({ figure }) => figure !== 0)
    .sort((a, b) => a.fy - b.fy);

/** What is felt of a proposal in a year; without a convention, the year's own figure. */
export const feltIn = (line: MoneyLine, fy: Fy): Figure =>
  effect({ timing: line.timing, convention: line.convention ?? 'annual', amounts: proposedOf(line) }, fy);

/** The pence of a figure; undefined where it cannot be told. */
export const penceOf = (figure: Figure): Pence | undefined =>
  figure.kind === 'figure' ? figure.pence : undefined;

/** The sum of pence; undefined where it is larger than the tracker holds. */
export const totalPence = (amounts: readonly Pence[]): Pence | undefined => penceOf(sumOf(amounts));

/** The years to look at: the horizon, and any year beside it that has a figure. */
export const yearsOf = (project: Project, line: MoneyLine): readonly Fy[] =>
  [...new Set([...project.money.horizon, ...Object.keys(line.cells).map(Number)])].sort((a, b) => a - b);
