import { startMonthOf } from '~/core/finance/start-month';
import type { MoneyLine } from '~/core/finance/state';
import { formatMoney, plainPounds } from '~/core/money/format-money';
import { partYearEffect, rephase } from '~/core/money/part-year';
import { formatFy, fyOfDay, monthsLeftInFy, type Fy } from '~/core/time/financial-year';
import { formatPartial } from '~/core/time/partial-date';
import type { LoadedProject } from './load-project';

/** The part-year effect of a recurring line, its sum shown, and the cells it gives. */
export interface Profile {
  /** "£200,000 a year × 6 of 12 months left after go-live in Sep 2024 = £100,000 in 24/25, and £100,000 more in 25/26." */
  readonly sentence: string;
  readonly months: string;
  readonly perMonth: string;
  readonly counting: string;
  readonly years: readonly {
    readonly fy: Fy;
    readonly year: string;
    readonly text: string;
    readonly plain: string;
  }[];
  readonly conventionAssumed: boolean;
}

/** How a line's full-year effect falls over the horizon; or what is wanting before that can be said. */
export function profileOf(
  { project, external }: Pick<LoadedProject, 'project' | 'external'>,
  line: MoneyLine,
): Profile | { readonly wanting: string } | undefined {
  if (line.timing !== 'recurring') return undefined;
  const start = startMonthOf(project, line);
  const full = line.fullYearEffect;
  if (full === undefined)
    return { wanting: 'Say the full-year effect in the terms, and the part-year effect is worked out here.' };
  if (start === undefined)
    return {
      wanting: 'Neither go-live nor the line has a month yet; without one there is no part-year effect.',
    };
  const counts = external.settings.goLiveMonthCounts;
  const startFy = fyOfDay(`${start}-01`);
  const left = monthsLeftInFy(start, counts);
  const part = partYearEffect(full, left);
  const convention = line.convention ?? 'incremental';
  const cells = rephase(full, start, counts, project.money.horizon, convention);
  return {
    sentence: `${formatMoney(full)} a year × ${left} of 12 months left after ${formatPartial(start)} = ${formatMoney(part)} in ${formatFy(startFy)}, and ${formatMoney(full - part)} more in ${formatFy(startFy + 1)}.`,
    months: String(left),
    perMonth: `Each month of slip costs ${formatMoney(partYearEffect(full, 1))} in ${formatFy(startFy)}.`,
    counting: `The month of go-live is ${counts ? '' : 'not '}counted (finance's setting).`,
    years: project.money.horizon.map((fy) => ({
      fy,
      year: formatFy(fy),
      text: formatMoney(cells[fy] ?? 0),
      plain: plainPounds(cells[fy] ?? 0),
    })),
    conventionAssumed: line.convention === undefined,
  };
}
