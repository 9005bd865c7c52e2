import { bindingBaseline } from '~/core/gates/baseline';
import { breachesOf, directionOn, type Breach } from '~/core/gates/breaches';
import { DIRECTION_WORDS, DIRECTIONS } from '~/core/gates/events-exceptions';
import type { BreachNamed } from '~/core/gates/state';
import { addDays, formatDay } from '~/core/time/iso-day';
import type { LoadedProject } from '../load-project';
import { here } from './criteria';

const same = (a: BreachNamed, b: BreachNamed): boolean => a.key === b.key && a.rests === b.rests;

function breachShown({ project, today, name }: LoadedProject, each: Breach) {
  const given = directionOn(project, each, today);
  const { key, tolerance, because, fix } = each;
  const earlier = project.gates.directions?.findLast(({ on }) => on.some((one) => one.key === key));
  const lapsed = given || !earlier ? undefined : earlier.until < today ? 'passed' : 'moved';
  return {
    key,
    tolerance,
    because,
    fix,
    direction: given && {
      words: `${DIRECTION_WORDS[given.how]} ${formatDay(given.until)}`,
      by: name(given.by),
      on: given.day,
      why: given.why,
    },
    lapsed:
      lapsed === 'passed'
        ? `A direction was given until ${formatDay(earlier!.until)}; that day is past.`
        : lapsed === 'moved'
          ? 'A direction was given, and the figures have moved since.'
          : undefined,
  };
}

/** What stands beyond tolerance of the binding baseline, what was reported and directed, and the forms for both. */
export function exceptionsOf(loaded: LoadedProject) {
  const { project, external, today, name } = loaded;
  if (!bindingBaseline(project)) return undefined;
  const breaches = breachesOf(project, external.framework);
  const { exceptionReports = [], directions = [] } = project.gates;
  const last = exceptionReports.at(-1);
  const why = 'x';
  const report = { cause: why, options: why, recommendation: why };
  const direct = { keys: breaches.map(({ key }) => key), how: 'tolerate', until: addDays(today, 1), why };
  return {
    breaches: breaches.map((each) => breachShown(loaded, each)),
    latest: addDays(today, external.framework.waiverDays),
    ways: DIRECTIONS.map((way) => ({ value: way, label: `${DIRECTION_WORDS[way]} the day below` })),
    report: breaches.length > 0 ? (here(loaded.whyNot('report-exception', report)) ?? null) : undefined,
    reportIsCurrent: last !== undefined && breaches.every((each) => last.on.some((one) => same(one, each))),
    direct: breaches.length > 0 ? (here(loaded.whyNot('direct-exception', direct)) ?? null) : undefined,
    reports: [...exceptionReports].reverse().map((each) => ({
      id: each.id,
      by: name(each.by),
      on: each.day,
      cause: each.cause,
      options: each.options,
      recommendation: each.recommendation,
    })),
    directed: directions.length,
  };
}
