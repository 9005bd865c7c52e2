import type { DateStanding } from './schedule-geometry';

/** How a date is filled by what it rests on: pale for a target, hatched for a forecast, full for what happened. */
export function barLook(id: string, as: DateStanding): { fill: string; className: string } {
  return {
    fill: as === 'forecast' ? `url(#${id}-hatch)` : 'currentcolor',
    className: `app-chart__bar app-chart__bar--${as}`,
  };
}

const FADES = [
  { name: 'in', stops: [0.12, 1] },
  { name: 'out', stops: [1, 0.12] },
  { name: 'both', stops: [0.12, 0.8, 0.8, 0.12] },
] as const;

/** What the bars of one drawing are filled and faded with; its id must be its own. */
export function ScheduleInks({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect className="app-chart__hatch-ground" width="6" height="6" />
        <path className="app-chart__hatch-lines" d="M-1.5 1.5l3 -3M0 6l6 -6M4.5 7.5l3 -3" />
      </pattern>
      {FADES.map(({ name, stops }) => (
        <g key={name}>
          <linearGradient id={`${id}-grade-${name}`}>
            {stops.map((opacity, at) => (
              <stop
                key={at}
                offset={Math.round((at / (stops.length - 1)) * 100) / 100}
                stopColor="#fff"
                stopOpacity={opacity}
              />
            ))}
          </linearGradient>
          <mask
            id={`${id}-fade-${name}`}
            maskContentUnits="objectBoundingBox"
            x="0"
            y="-0.2"
            width="1"
            height="1.4"
          >
            <rect y="-0.2" width="1" height="1.4" fill={`url(#${id}-grade-${name})`} />
          </mask>
        </g>
      ))}
    </defs>
  );
}
