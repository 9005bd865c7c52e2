import { barLook, ScheduleInks } from './schedule-look';
import type { DateStanding } from './schedule-geometry';

const STANDINGS: readonly { as: DateStanding; words: string }[] = [
  { as: 'actual', words: 'Happened' },
  { as: 'forecast', words: 'Forecast' },
  { as: 'target', words: 'Target' },
];

function Sample({ children }: { children: React.ReactNode }) {
  return (
    <svg
      className="app-chart__swatch"
      width="30"
      height="14"
      viewBox="0 0 30 14"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** What the bars, soft ends, ghosts and lines of a schedule mean. */
export function ScheduleKey({ id, promisedBy }: { id: string; promisedBy: string }) {
  const key = `${id}-key`;
  return (
    <figcaption className="app-chart__caption">
      {STANDINGS.map(({ as, words }) => (
        <span className="app-chart__key" key={as}>
          <Sample>
            {as === 'actual' ? <ScheduleInks id={key} /> : null}
            <rect x="1" y="2" width="28" height="10" {...barLook(key, as)} />
          </Sample>
          {words}
        </span>
      ))}
      <span className="app-chart__key">
        <Sample>
          <rect
            x="1"
            y="2"
            width="28"
            height="10"
            {...barLook(key, 'target')}
            mask={`url(#${key}-fade-both)`}
          />
          <rect className="app-chart__extent" x="1" y="2" width="28" height="10" />
        </Sample>
        Known to the month or year only
      </span>
      <span className="app-chart__key">
        <Sample>
          <rect className="app-chart__ghost" x="1" y="4" width="11" height="5" fill="currentcolor" />
          <g className="app-chart__slip">
            <line x1="12" x2="28" y1="6.5" y2="6.5" />
            <path className="app-chart__slip-head" d="M29 6.5l-6 -3.5v7z" />
          </g>
        </Sample>
        {promisedBy}, and how far it moved
      </span>
      <span className="app-chart__key">
        <Sample>
          <rect className="app-chart__extent app-chart__extent--overdue" x="1" y="2" width="12" height="10" />
          <line className="app-chart__tail" x1="13" x2="29" y1="7" y2="7" />
        </Sample>
        Overdue
      </span>
    </figcaption>
  );
}
