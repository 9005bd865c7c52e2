import { chartScale, point, shortNumber } from './chart-scale';
import type { DrawingProps } from './SeriesBars';
import { fillOf, Patterns } from './series-look';

const WIDTH = 340;
const LABEL = 104;
const FIGURE = 52;
const LINE = 20;
const HEAD = 24;

/** Lying bars for a phone: a block for each year, a line for each series. */
export function NarrowBars({ id, title, description, years, series }: DrawingProps) {
  const chart = `${id}-narrow`;
  const all = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const scale = chartScale(all, LABEL, WIDTH - FIGURE);
  const block = HEAD + LINE * series.length + 6;
  const height = block * years.length;
  const zero = scale.at(0);
  return (
    <svg
      className="app-chart__drawing app-chart__drawing--narrow"
      viewBox={`0 0 ${WIDTH} ${Math.max(height, 1)}`}
      role="img"
      aria-labelledby={`${chart}-title ${chart}-desc`}
    >
      <title id={`${chart}-title`}>{title}</title>
      <desc id={`${chart}-desc`}>{description}</desc>
      <Patterns chart={chart} count={series.length} />
      {years.map((year, row) => (
        <g key={year} transform={`translate(0 ${block * row})`}>
          <text className="app-chart__group" x="0" y="16">
            {year}
          </text>
          <line className="app-chart__zero" x1={point(zero)} x2={point(zero)} y1={HEAD - 2} y2={block - 6} />
          {series.map(({ name, values }, index) => {
            const value = values[row];
            const y = HEAD + LINE * index;
            const end = value === null || value === undefined ? zero : scale.at(value);
            return (
              <g key={name}>
                <text className="app-chart__tick" x="0" y={y + 13}>
                  {name}
                </text>
                {value === null || value === undefined ? null : (
                  <rect
                    x={point(Math.min(zero, end))}
                    y={y + 2}
                    width={point(Math.max(Math.abs(end - zero), 1))}
                    height={LINE - 6}
                    {...fillOf(chart, index)}
                  />
                )}
                <text className="app-chart__tick" x={point(Math.max(zero, end) + 6)} y={y + 13}>
                  {value === null || value === undefined ? 'not stated' : shortNumber(value)}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
