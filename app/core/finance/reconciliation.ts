import { valueOf } from '../answers/answer';
import type { FrameworkVersion } from '../gates/framework';
import { formatConfidence } from '../money/read-money';
import type { Mark } from '../project/row';
import type { Project } from '../project/state';
import { fyOfDay, type Fy } from '../time/financial-year';
import type { IsoDay } from '../time/iso-day';
import { difference, figure, negated, sumOf, totalOf, type Figure } from './effect';
import { cellsUnder, gapExplanations, varianceExplanation } from './explained';
import { gapOfLine, pressureOfLine, totalledLines, unbankedOfLine } from './figures';
import { cellOf } from './line';
import { countedAsValidated, lineEffect } from './series';
import { isStale, type Cell, type Explained, type MoneyLine } from './state';

/** Where two series of a line may differ in a year, in the order they are asked about. */
export const GAP_KINDS = ['mtfs', 'pressure', 'unbanked', 'variance', 'validated', 'forecast'] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** A difference between two series of a line in a year, with what of it is explained and what is open, in pence. */
export interface LineGap {
  readonly kind: GapKind;
  readonly line: MoneyLine;
  readonly fy: Fy;
  /** Of savings and income; of investment with its sign turned, so that differences of a project add up. */
  readonly amount: Figure;
  readonly explanations: readonly Explained[];
  readonly open: Figure;
}

type Found = Pick<LineGap, 'amount' | 'explanations'>;

const whole = (amount: Figure, explained: Omit<Explained, 'amount'> | undefined): Found => ({
  amount,
  explanations: explained && amount.kind === 'figure' ? [{ ...explained, amount: amount.pence }] : [],
});

/** What finance has not stood behind: proposed less validated, each year's part explained by its validation. */
function notValidated(line: MoneyLine, fy: Fy): Found {
  if (!line.adopted) return { amount: figure(0), explanations: [] };
  const explanations = cellsUnder(line, fy).flatMap((cell) => {
    const { validated } = cell;
    if (!validated || isStale(line, cell)) return [];
    const part = difference(
      figure(valueOf(cell.proposed.answer) ?? 0),
      figure(countedAsValidated(line, cell)),
    );
    return explaining(netOf(line, part), validated, validationWords(validated));
  });
  const amount = difference(lineEffect(line, 'proposed', fy), lineEffect(line, 'validated', fy));
  return { amount: netOf(line, amount), explanations };
}

function validationWords(validated: NonNullable<Cell['validated']>): string {
  const how =
    validated.method === 'confidence' ? `${formatConfidence(validated.confidence)} confidence` : 'Own figure';
  return validated.basis === '' ? how : `${how}: ${validated.basis}`;
}

const explaining = (part: Figure, { by, day, seq }: Mark, why: string): readonly Explained[] =>
  part.kind === 'figure' && part.pence !== 0 ? [{ by, day, seq, why, amount: part.pence }] : [];

const netOf = (line: MoneyLine, amount: Figure): Figure =>
  line.kind === 'investment' ? negated(amount) : amount;

/** What is forecast otherwise than proposed: only years with a forecast of their own, and each says why. */
function forecastElse(line: MoneyLine, fy: Fy): Found {
  const felt = lineEffect(line, 'forecast', fy);
  if (felt.kind === 'cannot-tell') return { amount: felt, explanations: [] };
  const parts = cellsUnder(line, fy).flatMap(({ forecast, proposed }) =>
    forecast
      ? [
          {
            forecast,
            part: netOf(line, difference(figure(forecast.amount), figure(valueOf(proposed.answer) ?? 0))),
          },
        ]
      : [],
  );
  return {
    amount: totalOf(parts.map(({ part }) => part)),
    explanations: parts.flatMap(({ part, forecast }) => explaining(part, forecast, forecast.why)),
  };
}

/** What a year that is told in full delivered, less what finance validated. */
function variance(line: MoneyLine, fy: Fy): Found {
  const { delivered } = cellOf(line, fy);
  if (!delivered || delivered.toDate) return { amount: figure(0), explanations: [] };
  const amount = difference(lineEffect(line, 'delivered', fy), lineEffect(line, 'validated', fy));
  return whole(netOf(line, amount), varianceExplanation(line, fy));
}

/** Banked and not delivered: explained with the year's variance, once nothing was banked since. */
function pressure(line: MoneyLine, fy: Fy, today: IsoDay): Found {
  const explained = varianceExplanation(line, fy);
  const bankedSince = Object.values(line.cells).some(
    ({ banked }) => (banked?.seq ?? 0) > (explained?.seq ?? 0),
  );
  return whole(pressureOfLine(line, fy, today), bankedSince ? undefined : explained);
}

/** Delivered and not banked, in no year to come: explained by finance's word on when it will be, while nothing was delivered since. */
function unbanked(line: MoneyLine, fy: Fy, { framework, today }: Given): Found {
  if (fy > fyOfDay(today)) return { amount: figure(0), explanations: [] };
  const { banking } = cellOf(line, fy);
  const moved = cellsUnder(line, fy).some(({ delivered }) => (delivered?.seq ?? 0) > (banking?.seq ?? 0));
  return whole(unbankedOfLine(line, framework, fy), moved ? undefined : banking);
}

function found(kind: GapKind, line: MoneyLine, fy: Fy, given: Given): Found {
  switch (kind) {
    case 'mtfs':
      return { amount: gapOfLine(line, fy), explanations: gapExplanations(line, fy) };
    case 'pressure':
      return pressure(line, fy, given.today);
    case 'unbanked':
      return unbanked(line, fy, given);
    case 'variance':
      return variance(line, fy);
    case 'validated':
      return notValidated(line, fy);
    case 'forecast':
      return forecastElse(line, fy);
  }
}

interface Given {
  readonly framework: Pick<FrameworkVersion, 'categories'>;
  readonly today: IsoDay;
}

const isNone = ({ amount }: Found): boolean => amount.kind === 'figure' && amount.pence === 0;

/** Every difference between the series of the project's lines, by year: what is explained of it, and what is open. */
export const gapsOf = (project: Project, given: Given): readonly LineGap[] =>
  project.money.horizon.flatMap((fy) =>
    totalledLines(project, given.framework).flatMap((line) =>
      GAP_KINDS.flatMap((kind): readonly LineGap[] => {
        const gap = found(kind, line, fy, given);
        if (isNone(gap)) return [];
        const open = difference(gap.amount, sumOf(gap.explanations.map(({ amount }) => amount)));
        return [{ kind, line, fy, ...gap, open }];
      }),
    ),
  );
