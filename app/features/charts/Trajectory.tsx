import type { ReactNode } from 'react';
import { formatPartial } from '~/core/time/partial-date';
import { ScheduleInks } from './schedule-look';
import {
  drawTrajectory,
  isDrawable,
  NARROW_TRAJECTORY,
  WIDE_TRAJECTORY,
  type TrajectoryFacts,
} from './trajectory-geometry';
import { trajectoryInWords } from './trajectory-words';
import { lookOfPoint, shapeOf, TrajectoryDrawing } from './TrajectoryDrawing';

export interface TrajectoryProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** The benefit as a picture shows it, its readings in order of date. */
  readonly facts: TrajectoryFacts;
  readonly unit?: string | undefined;
  /** "More is better". */
  readonly direction?: string | undefined;
}

function Sample({ children, words, width = 16 }: { children: ReactNode; words: string; width?: number }) {
  return (
    <span className="app-chart__key">
      <svg
        className="app-chart__swatch"
        width={width}
        height="16"
        viewBox={`0 0 ${width} 16`}
        aria-hidden="true"
        focusable="false"
      >
        {children}
      </svg>
      {words}
    </span>
  );
}

const READINGS = [
  { course: 'on-course', words: 'Reading, on course' },
  { course: 'behind', words: 'Reading, behind' },
  { course: 'cannot-tell', words: 'Reading, cannot tell' },
] as const;

/** What the marks mean; of what is not on the drawing nothing is said. */
function Key({ id, facts, unit, direction }: Omit<TrajectoryProps, 'title'>) {
  const { baseline, target, realisation, readings } = facts;
  const soft = [baseline?.date, realisation, ...readings.map(({ date }) => date)].some(
    (date) => date !== undefined && date.length < 10,
  );
  const courses = READINGS.filter(({ course }) => readings.some((each) => each.course === course));
  const plain = readings.some((each) => each.course === undefined);
  return (
    <figcaption className="app-chart__caption">
      <span dir="auto">{[unit, direction].filter(Boolean).join(', ')}</span>
      {baseline && target !== undefined && realisation ? (
        <Sample words="Straight line to the target" width={30}>
          <line className="app-chart__way" x1="1" x2="29" y1="13" y2="3" />
        </Sample>
      ) : null}
      {[...courses, ...(plain ? [{ course: undefined, words: 'Reading' }] : [])].map(({ course, words }) => (
        <Sample key={words} words={words}>
          <path
            className={lookOfPoint({ what: 'reading', course })}
            d={shapeOf('reading')}
            transform="translate(8 8)"
          />
        </Sample>
      ))}
      {soft ? (
        <Sample words="Known to the month or year only" width={30}>
          <ScheduleInks id={`${id}-key`} />
          <rect
            className="app-chart__point app-chart__point--on-course app-chart__point--soft"
            x="1"
            y="4"
            width="28"
            height="8"
            mask={`url(#${id}-key-fade-both)`}
          />
          <rect className="app-chart__extent" x="1" y="4" width="28" height="8" />
        </Sample>
      ) : null}
    </figcaption>
  );
}

/**
 * The readings of a benefit towards its target: baseline, straight line, readings and what is asked for after. Partial
 * dates are soft, and so is the line that rests on one. Draws nothing without a reading, or a baseline
 * and a target.
 */
export function Trajectory({ id, title, facts, unit, direction }: TrajectoryProps) {
  if (!isDrawable(facts)) return null;
  const given = {
    title,
    description: trajectoryInWords(facts, unit),
    live: facts.goLive ? `Live ${formatPartial(facts.goLive)}` : undefined,
  };
  const wide = drawTrajectory(facts, WIDE_TRAJECTORY);
  const narrow = drawTrajectory(facts, NARROW_TRAJECTORY);
  return (
    <figure className="app-chart">
      <TrajectoryDrawing {...given} id={`${id}-wide`} size="wide" drawn={wide} layout={WIDE_TRAJECTORY} />
      <TrajectoryDrawing
        {...given}
        id={`${id}-narrow`}
        size="narrow"
        drawn={narrow}
        layout={NARROW_TRAJECTORY}
      />
      <Key id={id} facts={facts} unit={unit} direction={direction} />
    </figure>
  );
}
