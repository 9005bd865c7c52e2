import type { MoneyLine } from '../finance/state';
import { formatMoney } from '../money/format-money';
import type { Pence } from '../money/pence';
import { standing } from '../project/row';
import type { Project } from '../project/state';
import { formatFy, type Fy } from '../time/financial-year';
import { profileOf, proposedOf, totalPence, yearsOf } from './money';
import { listed } from '../answers/listed';
import { finding, type Finding, type Rule } from './rule';
import { adding, pence, type Working } from './workings';

interface Readings {
  readonly years: readonly { readonly fy: Fy; readonly figure: Pence; readonly built: Pence }[];
  readonly last: Fy;
  /** Read as increments: the figures up to the last year, and what is felt over all of them. */
  readonly incremental: { readonly runRate: Pence; readonly cash: Pence };
  /** Read as effects: the last year's figure, and the figures together. */
  readonly annual: { readonly runRate: Pence; readonly cash: Pence };
}

/** The line read both ways; undefined where the sums are larger than the tracker holds. */
function readingsOf(project: Project, line: MoneyLine): Readings | undefined {
  const figures = proposedOf(line);
  const years: { fy: Fy; figure: Pence; built: Pence }[] = [];
  for (const fy of yearsOf(project, line)) {
    const figure = figures[fy] ?? 0;
    const built = totalPence([years.at(-1)?.built ?? 0, figure]);
    if (built === undefined) return undefined;
    years.push({ fy, figure, built });
  }
  const last = years.at(-1);
  const cashBuilt = totalPence(years.map(({ built }) => built));
  const cashFigures = totalPence(years.map(({ figure }) => figure));
  if (last === undefined || cashBuilt === undefined || cashFigures === undefined) return undefined;
  return {
    years,
    last: last.fy,
    incremental: { runRate: last.built, cash: cashBuilt },
    annual: { runRate: last.figure, cash: cashFigures },
  };
}

function workingsOf({ years, last, incremental, annual }: Readings): readonly Working[] {
  const each = (part: 'figure' | 'built') =>
    years.map((year, index) => pence(year[part], `years.${index}.${part}`));
  return [
    adding(
      `Incremental: run rate in ${formatFy(last)}`,
      each('figure'),
      pence(incremental.runRate, 'incremental.runRate'),
    ),
    adding(
      `Incremental: felt to ${formatFy(last)}`,
      each('built'),
      pence(incremental.cash, 'incremental.cash'),
    ),
    adding(
      `Annual: run rate in ${formatFy(last)}`,
      each('figure').slice(-1),
      pence(annual.runRate, 'annual.runRate'),
    ),
    adding(`Annual: felt to ${formatFy(last)}`, each('figure'), pence(annual.cash, 'annual.cash')),
  ];
}

/** What the annual reading says of the years after the last figure. */
function afterwards({ years, last }: Readings): string {
  const lastFigure = years.filter(({ figure }) => figure !== 0).at(-1)?.fy ?? last;
  return lastFigure < last ? `it is lost in ${formatFy(lastFigure + 1)}: ` : '';
}

function found(project: Project, line: MoneyLine): readonly Finding[] {
  const profile = profileOf(line);
  if (line.timing !== 'recurring' || line.convention !== undefined || profile.length === 0) return [];
  const shown = listed(profile.map(({ fy, figure }) => `${formatMoney(figure)} in ${formatFy(fy)}`));
  const readings = readingsOf(project, line);
  const difference = readings
    ? ` As changes to the base budget (incremental) the run rate is ${formatMoney(readings.incremental.runRate)} and ${formatMoney(readings.incremental.cash)} is felt to ${formatFy(readings.last)}. As the effect felt in each year (annual), ${afterwards(readings)}the run rate is ${formatMoney(readings.annual.runRate)} and ${formatMoney(readings.annual.cash)} is felt.`
    : '';
  return [
    finding(conventionMissing, {
      subject: line.id,
      title: `${line.title}: no convention`,
      because: `It shows ${shown} and does not say what a figure means.${difference}`,
      facts: readings
        ? {
            years: readings.years.map((year) => ({ ...year })),
            incremental: { ...readings.incremental },
            annual: { ...readings.annual },
          }
        : { years: profile.map((year) => ({ ...year })) },
      workings: readings ? workingsOf(readings) : [],
      fix: { screen: 'finance', field: 'convention', row: line.id },
    }),
  ];
}

/** A recurring line has figures and no convention, so that its run rate and cash cannot be told. */
export const conventionMissing: Rule = {
  id: 'convention-missing',
  title: 'Convention missing',
  severity: 'gap',
  concernsMoney: true,
  askedBy: ['saving-indicated', 'lines-classified'],
  words: {
    looksFor:
      'Recurring lines with figures that do not say whether a figure is the change to the base budget in that year (incremental) or the effect felt in it (annual).',
    matters:
      'The same £200,000 in one year is £200,000 for ever in the one reading and lost the year after in the other. Until it is said, there is no run rate and no cash over the horizon.',
    mend: 'Choose the convention of the line. An MTFS is written in changes: incremental.',
  },
  find: (project) => standing(project.money.lines).flatMap((line) => found(project, line)),
};
