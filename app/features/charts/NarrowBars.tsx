import { chartScale, point, shortNumber, type ChartScale } from './chart-scale';
import { fitText, textWidth } from './fit-text';
import { figuresOf, type DrawingProps, type SeriesValue } from './SeriesBars';
import { fillOf, Patterns, unknownFill } from './series-look';

const WIDTH = 340;
const LABEL = 104;
const LINE = 20;
const HEAD = 24;
const TICK = 12;

function wordsOf(value: SeriesValue | undefined): string {
  if (value === null || value === undefined) return 'not stated';
  return value === 'cannot-tell' ? 'cannot tell' : shortNumber(value);
}

interface LineProps {
  chart: string;
  index: number;
  name: string;
  value: SeriesValue | undefined;
  y: number;
  scale: ChartScale;
  right: number;
}

function Line({ chart, index, name, value, y, scale, right }: LineProps) {
  const zero = scale.at(0);
  const figure = typeof value === 'number';
  const end = figure ? scale.at(value) : value === 'cannot-tell' ? right : zero;
  return (
    <g>
      <text className="app-chart__tick" x="0" y={y + 13}>
        {fitText(name, LABEL - 6, TICK)[0]}
      </text>
      {figure ? (
        <rect
          x={point(Math.min(zero, end))}
          y={y + 2}
          width={point(Math.max(Math.abs(end - zero), 1))}
          height={LINE - 6}
          {...fillOf(chart, index)}
        />
      ) : null}
      {value === 'cannot-tell' ? (
        <rect x={LABEL} y={y + 2} width={point(right - LABEL)} height={LINE - 6} {...unknownFill(chart)} />
      ) : null}
      <text className="app-chart__tick" x={point(Math.max(zero, end) + 6)} y={y + 13}>
        {wordsOf(value)}
      </text>
    </g>
  );
}

/** Lying bars for a phone: a block for each year, a line for each series. */
export function NarrowBars({ id, title, description, years, series }: DrawingProps) {
  const chart = `${id}-narrow`;
  const words = series.flatMap(({ values }) => values.map(wordsOf));
  // The figure stands beyond its bar; half the drawing at least is left for the bars.
  const figure = Math.min(118, Math.max(0, ...words.map((each) => textWidth(each, TICK))) + 8);
  const right = WIDTH - figure;
  const scale = chartScale(figuresOf(series), LABEL, right);
  const block = HEAD + LINE * series.length + 6;
  const zero = point(scale.at(0));
  return (
    <svg
      className="app-chart__drawing app-chart__drawing--narrow"
      viewBox={`0 0 ${WIDTH} ${Math.max(block * years.length, 1)}`}
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
          <line className="app-chart__zero" x1={zero} x2={zero} y1={HEAD - 2} y2={block - 6} />
          {series.map(({ name, values }, index) => (
            <Line
              key={name}
              chart={chart}
              index={index}
              name={name}
              value={values[row]}
              y={HEAD + LINE * index}
              scale={scale}
              right={right}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}
