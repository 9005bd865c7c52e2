import { chartScale, point, shortNumber, type ChartScale } from './chart-scale';
import { textWidth } from './fit-text';
import { figuresOf, type DrawingProps, type SeriesValue } from './SeriesBars';
import { fillOf, Patterns, unknownFill } from './series-look';

const WIDTH = 640;
const HEIGHT = 236;
const RIGHT = 4;
const TOP = 22;
const BOTTOM = 30;
const TICK = 12;
/** Room for one year's label, "24/25". */
const YEAR = 44;

function Grid({ ticks, scale, left }: { ticks: readonly number[]; scale: ChartScale; left: number }) {
  return (
    <g>
      {ticks.map((tick) => {
        const y = point(scale.at(tick));
        return (
          <g key={tick}>
            <line
              className={tick === 0 ? 'app-chart__zero' : 'app-chart__grid'}
              x1={left}
              x2={WIDTH - RIGHT}
              y1={y}
              y2={y}
            />
            <text className="app-chart__tick" x={left - 8} y={y + 4} textAnchor="end">
              {shortNumber(tick)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface BarProps {
  chart: string;
  index: number;
  value: SeriesValue | undefined;
  x: number;
  width: number;
  scale: ChartScale;
  labelled: boolean;
}

/** What cannot be told stands as a hatched gap over the whole height: it may be anywhere. */
function Unknown({ chart, x, width }: Pick<BarProps, 'chart' | 'x' | 'width'>) {
  return (
    <g>
      <rect
        x={point(x)}
        y={TOP}
        width={point(width)}
        height={HEIGHT - BOTTOM - TOP}
        {...unknownFill(chart)}
      />
      <text className="app-chart__value" x={point(x + width / 2)} y={TOP - 5} textAnchor="middle">
        ?
      </text>
    </g>
  );
}

function Bar({ chart, index, value, x, width, scale, labelled }: BarProps) {
  if (value === null || value === undefined) return null;
  if (value === 'cannot-tell') return <Unknown chart={chart} x={x} width={width} />;
  const zero = scale.at(0);
  const end = scale.at(value);
  const height = Math.abs(end - zero);
  return (
    <g>
      <rect
        x={point(x)}
        y={point(height < 1 ? zero - 1 : Math.min(zero, end))}
        width={point(width)}
        height={point(Math.max(height, 1))}
        {...fillOf(chart, index)}
      />
      {labelled ? (
        <text
          className="app-chart__value"
          x={point(x + width / 2)}
          y={point(value < 0 ? end + 12 : Math.min(end, zero - 1) - 5)}
          textAnchor="middle"
        >
          {shortNumber(value)}
        </text>
      ) : null}
    </g>
  );
}

/** Where groups and bars stand: for each year its left edge, and how wide a bar and its place are. */
export function barPlaces(years: number, series: number, left: number) {
  const group = (WIDTH - left - RIGHT) / Math.max(years, 1);
  const slot = Math.min((group * 0.82) / Math.max(series, 1), 34);
  return {
    group,
    slot,
    bar: slot * 0.82,
    every: Math.max(1, Math.ceil(YEAR / group)),
    at: (year: number, index: number) =>
      left + group * year + (group - slot * series) / 2 + slot * index + slot * 0.09,
  };
}

/** Upright bars for a screen wide enough, and for print. */
export function WideBars({ id, title, description, years, series }: DrawingProps) {
  const chart = `${id}-wide`;
  const all = figuresOf(series);
  // A figure stands under its bar where that hangs down.
  const under = all.some((value) => value < 0) ? 12 : 0;
  const scale = chartScale(all, HEIGHT - BOTTOM - under, TOP);
  const ticks = all.some((value) => value !== 0) ? scale.ticks : [0];
  const left = Math.max(46, ...ticks.map((tick) => textWidth(shortNumber(tick), TICK) + 12));
  const places = barPlaces(years.length, series.length, left);
  const labelled = all.every((value) => textWidth(shortNumber(value), 11) <= places.slot + 2);
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
      <Grid ticks={ticks} scale={scale} left={left} />
      {years.map((year, column) => (
        <g key={year}>
          {series.map(({ name, values }, index) => (
            <Bar
              key={name}
              chart={chart}
              index={index}
              value={values[column]}
              x={places.at(column, index)}
              width={places.bar}
              scale={scale}
              labelled={labelled}
            />
          ))}
          {column % places.every === 0 ? (
            <text
              className="app-chart__group"
              x={point(left + places.group * (column + 0.5))}
              y={HEIGHT - 8}
              textAnchor="middle"
            >
              {year}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}
