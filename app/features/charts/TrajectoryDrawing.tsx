import {
  curveLinear,
  curveLinearClosed,
  line,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
} from 'd3-shape';
import { point } from './chart-scale';
import { ScheduleInks } from './schedule-look';
import type { DrawnPoint, DrawnTrajectory, TrajectoryLayout } from './trajectory-geometry';

const SHAPES = { baseline: symbolSquare, target: symbolDiamond, reading: symbolCircle } as const;

/** The mark of a baseline, a target or a reading. */
export const shapeOf = (what: DrawnPoint['what']): string => symbol(SHAPES[what], 74)() ?? '';

/** A reading is full where it keeps to the line, hollow where it is behind, thinly edged where nobody can tell. */
export function lookOfPoint({ what, course }: Pick<DrawnPoint, 'what' | 'course'>): string {
  if (what !== 'reading') return `app-chart__point app-chart__point--${what}`;
  return `app-chart__point app-chart__point--${course ?? 'on-course'}`;
}

function Point({ id, drawn }: { id: string; drawn: DrawnPoint }) {
  const { x1, x2, y, exact, what } = drawn;
  const look = lookOfPoint(drawn);
  if (exact) return <path className={look} d={shapeOf(what)} transform={`translate(${x1} ${y})`} />;
  return (
    <g>
      <rect
        className={`${look} app-chart__point--soft`}
        x={x1}
        y={y - 4}
        width={point(x2 - x1)}
        height="8"
        mask={`url(#${id}-fade-both)`}
      />
      <rect
        className={
          drawn.course === 'behind' ? 'app-chart__extent app-chart__extent--overdue' : 'app-chart__extent'
        }
        x={x1}
        y={y - 4}
        width={point(x2 - x1)}
        height="8"
      />
    </g>
  );
}

function Frame({ drawn, layout }: { drawn: DrawnTrajectory; layout: TrajectoryLayout }) {
  const { axis, ticks, top, bottom } = drawn;
  return (
    <g>
      {axis.years.map(({ key, label, x1 }) => (
        <g key={key}>
          <line className="app-chart__grid" x1={x1} x2={x1} y1={top} y2={bottom} />
          {label ? (
            <text className="app-chart__group" x={x1 + 4} y={layout.height - 7}>
              {label}
            </text>
          ) : null}
        </g>
      ))}
      {ticks.map(({ y, text }) => (
        <g key={y}>
          <line className="app-chart__grid" x1={axis.x1} x2={axis.x2} y1={y} y2={y} />
          <text className="app-chart__tick" x={axis.x1 - 6} y={y + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <line className="app-chart__zero" x1={axis.x1} x2={axis.x2} y1={bottom} y2={bottom} />
    </g>
  );
}

function Course({ drawn }: { drawn: DrawnTrajectory }) {
  const { line: corners, after } = drawn;
  const open = corners.length > 2;
  const path = line().curve(open ? curveLinearClosed : curveLinear)([...corners] as [number, number][]);
  return (
    <g>
      {path ? (
        <path className={open ? 'app-chart__way app-chart__way--open' : 'app-chart__way'} d={path} />
      ) : null}
      {after && after.x2 > after.x1 ? (
        <line
          className="app-chart__way app-chart__way--after"
          x1={after.x1}
          x2={after.x2}
          y1={after.y}
          y2={after.y}
        />
      ) : null}
    </g>
  );
}

/** Words over the plot beside an upright line; on the side where there is room. */
function Upright({
  drawn,
  x,
  y,
  words,
  look,
}: {
  drawn: DrawnTrajectory;
  x: number;
  y: number;
  words: string;
  look: string;
}) {
  const { axis, bottom } = drawn;
  const left = x > (axis.x1 + axis.x2) / 2;
  return (
    <g>
      <line className={look} x1={x} x2={x} y1={y - 8} y2={bottom} />
      <text
        className="app-chart__today-words"
        x={point(x + (left ? -5 : 5))}
        y={y}
        textAnchor={left ? 'end' : 'start'}
      >
        {words}
      </text>
    </g>
  );
}

function Days({ id, drawn, live }: { id: string; drawn: DrawnTrajectory; live: string | undefined }) {
  const { today, goLive, axis, top, bottom } = drawn;
  const wide = goLive ? goLive.x2 - goLive.x1 > 6 : false;
  return (
    <g>
      {goLive && wide ? (
        <rect
          className="app-chart__live"
          x={goLive.x1}
          y={top}
          width={point(goLive.x2 - goLive.x1)}
          height={bottom - top}
          mask={`url(#${id}-fade-both)`}
        />
      ) : null}
      {goLive && live ? (
        <Upright drawn={drawn} x={goLive.x1} y={28} words={live} look="app-chart__zero" />
      ) : null}
      {today.beyond ? (
        <text
          className="app-chart__today-words"
          x={today.x}
          y="12"
          textAnchor={today.beyond === 'left' ? 'start' : 'end'}
        >
          {today.words}
        </text>
      ) : (
        <Upright
          drawn={drawn}
          x={Math.min(today.x, axis.x2)}
          y={12}
          words={today.words}
          look="app-chart__today"
        />
      )}
    </g>
  );
}

export interface TrajectoryDrawingProps {
  id: string;
  size: 'wide' | 'narrow';
  title: string;
  description: string;
  drawn: DrawnTrajectory;
  layout: TrajectoryLayout;
  /** "Live 9 Sep 2024". */
  live: string | undefined;
}

/** A benefit's baseline, the straight line to its target, and its readings, on one axis of financial years. */
export function TrajectoryDrawing({
  id,
  size,
  title,
  description,
  drawn,
  layout,
  live,
}: TrajectoryDrawingProps) {
  return (
    <svg
      className={`app-chart__drawing app-chart__drawing--${size}`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <ScheduleInks id={id} />
      <Frame drawn={drawn} layout={layout} />
      <Days id={id} drawn={drawn} live={live} />
      <Course drawn={drawn} />
      {drawn.links.map(({ from, to }) => (
        <line
          key={`${from[0]} ${from[1]} ${to[0]} ${to[1]}`}
          className="app-chart__reading-link"
          x1={from[0]}
          y1={from[1]}
          x2={to[0]}
          y2={to[1]}
        />
      ))}
      {drawn.points.map((each) => (
        <Point key={each.key} id={id} drawn={each} />
      ))}
      {drawn.labels.map(({ key, text, x, y }) => (
        <text key={key} className="app-chart__status app-chart__status--value" x={x} y={y}>
          {text}
        </text>
      ))}
    </svg>
  );
}
