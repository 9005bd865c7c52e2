import { inUnit } from '~/core/benefits/decimal';
import { nextDue } from '~/core/benefits/next-due';
import { progressOf } from '~/core/benefits/progress';
import { directionOf } from '~/core/benefits/realisation';
import type { Benefit, Reading } from '~/core/benefits/state';
import { courseOf, expectedOn, type Course } from '~/core/benefits/trajectory';
import { rowById } from '~/core/project/row';
import { shortDay } from '~/core/time/iso-day';
import { formatPartial, intervalOf } from '~/core/time/partial-date';
import type { LoadedProject } from './load-project';

function shownReading(loaded: LoadedProject, benefit: Benefit, reading: Reading) {
  const { project, name } = loaded;
  const { goLive } = project.schedule;
  const { id, value, date, source, evidence, withdrawn } = reading;
  const since = goLive && intervalOf(date).from >= intervalOf(goLive.date).from;
  return {
    id,
    value: inUnit(value, benefit.unit),
    date: formatPartial(date),
    when: since ? 'since go-live' : 'before go-live',
    source,
    by: `${name(reading.by)}, ${shortDay(reading.day)}`,
    evidence: evidence.flatMap((each) => {
      const attachment = rowById(project.evidence.attachments, each);
      return attachment ? [{ id: each, name: attachment.name }] : [];
    }),
    progress: withdrawn ? undefined : progressOf(benefit, reading),
    course: withdrawn ? undefined : courseShown(benefit, reading),
    withdrawn: withdrawn ? `${name(withdrawn.by)}, ${shortDay(withdrawn.day)}: ${withdrawn.why}` : undefined,
    whyNotWithdraw: withdrawn
      ? undefined
      : loaded.whyNot('withdraw-reading', { benefitId: benefit.id, readingId: id, why: 'x' }),
  };
}

const COURSES = {
  'on-course': 'On course',
  behind: 'Behind',
  'cannot-tell': 'Cannot tell',
} as const satisfies Record<Course, string>;

/** To one decimal, as words that say "about" give it. */
const brief = (value: string): string => /^-?\d+(?:\.\d)?/.exec(value)?.[0].replace(/\.0$/, '') ?? value;

/** Where a reading lies by the straight line from baseline to target, and what that line expects by then. */
export function courseShown(benefit: Benefit, reading: Reading) {
  const course = courseOf(benefit, reading);
  const expected = expectedOn(benefit, reading.date);
  if (!course || !expected) return undefined;
  const [least, most] = [brief(expected.least), brief(expected.most)].map((each) =>
    inUnit(each, benefit.unit),
  );
  const by = formatPartial(reading.date);
  return {
    state: course,
    text: COURSES[course],
    words:
      least === most
        ? `A straight line to the target asks for about ${least} by ${by}.`
        : `A straight line to the target asks for about ${least} to ${most} by ${by}.`,
  };
}

const byDate = (a: Reading, b: Reading): number =>
  intervalOf(a.date).to < intervalOf(b.date).to
    ? -1
    : intervalOf(a.date).to > intervalOf(b.date).to
      ? 1
      : a.seq - b.seq;

/** All readings of a benefit, oldest first, withdrawn ones among them. */
export const shownReadings = (loaded: LoadedProject, benefit: Benefit) =>
  [...benefit.readings].sort(byDate).map((each) => shownReading(loaded, benefit, each));

/** Whether more or less is better, in words. */
export const DIRECTIONS = { up: 'More is better', down: 'Less is better' } as const;

/** What the picture of a benefit's readings is drawn from: what stands, in order of date. */
export function trajectoryOf({ project, today }: LoadedProject, benefit: Benefit) {
  const { baseline, target, realisation, unit } = benefit;
  const direction = directionOf(benefit);
  return {
    unit: unit?.trim() ? unit : undefined,
    direction: direction ? DIRECTIONS[direction] : undefined,
    facts: {
      today,
      baseline,
      target,
      realisation: realisation.state === 'given' ? realisation.value : undefined,
      goLive: project.schedule.goLive?.date,
      readings: benefit.readings
        .filter((each) => !each.withdrawn)
        .sort(byDate)
        .map((each) => ({
          key: each.id,
          value: each.value,
          date: each.date,
          course: courseOf(benefit, each),
        })),
    },
  };
}

const DUE = { baseline: 'Baseline', reading: 'Reading', review: 'Review' } as const;

/** What is due next of a benefit, in words; undefined when nothing is. */
export function dueShown({ project, today }: LoadedProject, benefit: Benefit) {
  const due = nextDue(benefit, project.schedule, today);
  if (!due) return undefined;
  const by = due.by === undefined ? 'no date given yet' : `by ${formatPartial(due.by)}`;
  return { text: `${DUE[due.what]}, ${by}`, late: due.late, because: due.because };
}
