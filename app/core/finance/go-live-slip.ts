import type { FrameworkVersion } from '../gates/framework';
import type { Pence } from '../money/pence';
import type { Project } from '../project/state';
import { goLiveDate } from '../schedule/state';
import { fyOfDay, type Fy } from '../time/financial-year';
import { monthOf, monthsBetween, type Month, type PartialDate } from '../time/partial-date';
import { sumOf, type Figure } from './effect';
import { totalledLines } from './figures';
import { lostInYear, slipCost } from './phasing';
import type { MoneyLine } from './state';

/** A saving or income that starts at go-live, with its full-year effect in pence. */
type Waiting = MoneyLine & { readonly fullYearEffect: Pence };

const waitsForGoLive = (line: MoneyLine): line is Waiting =>
  line.adopted !== undefined &&
  line.kind !== 'investment' &&
  line.timing === 'recurring' &&
  line.startMonth === undefined &&
  line.fullYearEffect !== undefined;

/** What go-live has slipped by since its target, and what that costs by FY in pence. */
export interface SlipSoFar {
  readonly from: Month;
  readonly to: Month;
  /** Whole months; negative when it is earlier. */
  readonly months: number;
  readonly lost: readonly { readonly fy: Fy; readonly cost: Figure }[];
}

/** What a slip of go-live costs on the adopted savings and income that start with it. */
export interface GoLiveSlip {
  readonly lines: readonly MoneyLine[];
  readonly goLive: Month;
  readonly fy: Fy;
  /** Pence lost in `fy` by one more month. */
  readonly nextMonth: Figure;
  readonly soFar?: SlipSoFar;
}

function targetMonth(project: Project): Month | undefined {
  const { answer } = project.schedule.gates[4].target;
  return answer.state === 'given' ? monthOf(answer.value) : undefined;
}

function soFar(lines: readonly Waiting[], from: Month, to: Month, counts: boolean): SlipSoFar {
  const byLine = lines.map((line) => slipCost(line.fullYearEffect, from, to, counts));
  const fys = [...new Set(byLine.flatMap((lost) => lost.map(({ fy }) => fy)))].sort((a, b) => a - b);
  return {
    from,
    to,
    months: monthsBetween(from, to).least,
    lost: fys.map((fy) => ({
      fy,
      cost: sumOf(byLine.flatMap((lost) => lost.filter((each) => each.fy === fy).map(({ pence }) => pence))),
    })),
  };
}

/**
 * What each month of slip of go-live costs, and what its slip from the target has cost so far. Undefined while no
 * adopted saving with a full-year effect starts at go-live, or go-live has no month: then nobody can tell.
 */
export function goLiveSlip(
  project: Project,
  framework: Pick<FrameworkVersion, 'categories'>,
  monthCounts: boolean,
): GoLiveSlip | undefined {
  const lines = totalledLines(project, framework).filter(waitsForGoLive);
  const date: PartialDate | undefined = goLiveDate(project.schedule);
  const goLive = date === undefined ? undefined : monthOf(date);
  if (goLive === undefined || lines.length === 0) return undefined;
  const target = targetMonth(project);
  return {
    lines,
    goLive,
    fy: fyOfDay(`${goLive}-01`),
    nextMonth: sumOf(lines.map((line) => lostInYear(line.fullYearEffect, goLive, monthCounts, 1))),
    ...(target !== undefined && target !== goLive
      ? { soFar: soFar(lines, target, goLive, monthCounts) }
      : {}),
  };
}
