import { chartScale, point, shortNumber, type ChartScale } from './chart-scale';
import type { DrawingProps } from './SeriesBars';
import { fillOf, Patterns } from './series-look';

const WIDTH = 640;
const HEIGHT = 236;
const LEFT = 46;
const RIGHT = 4;
const TOP = 22;
const BOTTOM = 30;
/** Width of one character of a figure over a bar. */
const CHARACTER = 6.2;

function Grid({ scale }: { scale: ChartScale }) {
  return (
    <g>
      {scale.ticks.map((tick) => {
        const y = point(scale.at(tick));
        return (
          <g key={tick}>
            <line
              className={tick === 0 ? 'app-chart__zero' : 'app-chart__grid'}
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={y}
              y2={y}
            />
            <text className="app-chart__tick" x={LEFT - 8} y={y + 4} textAnchor="end">
              {shortNumber(tick)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface BarProps {
  value: number;
  x: number;
  width: number;
  scale: ChartScale;
  look: ReturnType<typeof fillOf>;
  labelled: boolean;
}

function Bar({ value, x, width, scale, look, labelled }: BarProps) {
  const zero = scale.at(0);
  const end = scale.at(value);
  const top = Math.min(zero, end);
  const height = Math.abs(end - zero);
  return (
    <g>
      <rect
        x={point(x)}
        y={point(height < 1 ? zero - 1 : top)}
        width={point(width)}
        height={point(Math.max(height, 1))}
        {...look}
      />
      {labelled ? (
        <text
          className="app-chart__value"
          x={point(x + width / 2)}
          y={point(value < 0 ? end + 12 : end - 5)}
          textAnchor="middle"
        >
          {shortNumber(value)}
        </text>
      ) : null}
    </g>
  );
}

/** Upright bars for a screen wide enough, and for print. */
export function WideBars({ id, title, description, years, series }: DrawingProps) {
  const chart = `${id}-wide`;
  const all = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const scale = chartScale(all, HEIGHT - BOTTOM, TOP);
  const group = (WIDTH - LEFT - RIGHT) / Math.max(years.length, 1);
  const slot = Math.min((group * 0.82) / Math.max(series.length, 1), 34);
  const bar = slot * 0.82;
  const longest = Math.max(0, ...all.map((value) => shortNumber(value).length));
  const labelled = longest * CHARACTER <= slot + 1;
  return (
    <svg
      className="app-chart__drawing app-chart__drawing--wide"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${chart}-title ${chart}-desc`}
    >
      <title id={`${chart}-title`}>{title}</title>
      <desc id={`${chart}-desc`}>{description}</desc>
      <Patterns chart={chart} count={series.length} />
      <Grid scale={scale} />
      {years.map((year, column) => {
        const left = LEFT + group * column + (group - slot * series.length) / 2;
        return (
          <g key={year}>
            {series.map(({ name, values }, index) => {
              const value = values[column];
              if (value === null || value === undefined) return null;
              const look = fillOf(chart, index);
              const x = left + slot * index + (slot - bar) / 2;
              return (
                <Bar
                  key={name}
                  value={value}
                  x={x}
                  width={bar}
                  scale={scale}
                  look={look}
                  labelled={labelled}
                />
              );
            })}
            <text
              className="app-chart__group"
              x={point(LEFT + group * (column + 0.5))}
              y={HEIGHT - 8}
              textAnchor="middle"
            >
              {year}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
