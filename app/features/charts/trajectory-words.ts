import { inUnit } from '~/core/benefits/decimal';
import { formatPartial } from '~/core/time/partial-date';
import { grouped, type TrajectoryFacts } from './trajectory-geometry';

/** So many readings are told one by one, the latest; the table has all. */
const TOLD = 4;

const COURSES = { 'on-course': 'on course', behind: 'behind', 'cannot-tell': 'cannot tell' } as const;

const withUnit = (value: string, unit: string): string => inUnit(grouped(value), unit);

/** A benefit's way to its target in a few sentences, for people who hear the picture. */
export function trajectoryInWords(facts: TrajectoryFacts, unit = ''): string {
  const { baseline, target, realisation, readings, goLive } = facts;
  const told = readings
    .slice(-TOLD)
    .map(
      ({ value, date, course }) =>
        `${withUnit(value, unit)} for ${formatPartial(date)}${course ? `, ${COURSES[course]}` : ''}`,
    );
  const more = readings.length - told.length;
  return [
    baseline
      ? `Baseline ${withUnit(baseline.value, unit)} for ${formatPartial(baseline.date)}.`
      : 'No baseline yet.',
    target === undefined
      ? 'No target yet.'
      : `Target ${withUnit(target, unit)}${realisation ? ` by ${formatPartial(realisation)}` : ', without a date yet'}.`,
    ...(goLive ? [`Go-live ${formatPartial(goLive)}.`] : []),
    readings.length === 0
      ? 'No reading yet.'
      : `${readings.length === 1 ? '1 reading' : `${readings.length} readings`}${more > 0 ? ', the latest' : ''}: ${told.join('; ')}.`,
    'The same values are in the table.',
  ].join(' ');
}
