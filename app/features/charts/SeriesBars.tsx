import { NarrowBars } from './NarrowBars';
import { Swatch, UnknownSwatch } from './series-look';
import { WideBars } from './WideBars';

/** A figure, nothing stated, or a figure that cannot be told. */
export type SeriesValue = number | null | 'cannot-tell';

export interface ChartSeries {
  name: string;
  /** One for each year, in pence; null where nothing is stated, which draws nothing; what cannot be told is a hatched gap. */
  pence: readonly SeriesValue[];
}

export interface SeriesBarsProps {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What the picture shows in a sentence, for people who hear it. */
  description: string;
  /** Labels of the years, "24/25". */
  years: readonly string[];
  series: readonly ChartSeries[];
  /** £ in full or thousands: the one setting of the whole product. */
  unit?: 'thousands' | 'pounds';
  /** Said after the unit in the key: "effect in the year". */
  measure?: string;
}

/** What both drawings take: figures already in the unit that is drawn. */
export interface DrawingProps {
  id: string;
  title: string;
  description: string;
  years: readonly string[];
  series: readonly { name: string; values: readonly SeriesValue[] }[];
}

/** The figures among them, for the scale. */
export const figuresOf = (series: DrawingProps['series']): readonly number[] =>
  series.flatMap(({ values }) => values.filter((value) => typeof value === 'number'));

/**
 * Bars by financial year, a bar for each series, drawn on the server. Reads in greyscale by pattern and figure.
 * The table of the same figures stands beside it and is the thing itself; the picture only helps.
 */
export function SeriesBars(props: SeriesBarsProps) {
  const { id, title, description, years, series, unit = 'thousands', measure } = props;
  const divisor = unit === 'thousands' ? 100_000 : 100;
  const drawn: DrawingProps = {
    id,
    title,
    description: `${description} The same figures are in the table.`,
    years,
    series: series.map(({ name, pence }) => ({
      name,
      values: pence.map((value) => (typeof value === 'number' ? value / divisor : value)),
    })),
  };
  if (years.length === 0 || series.length === 0) return null;
  const unknown = series.some(({ pence }) => pence.includes('cannot-tell'));
  const unitWords = unit === 'thousands' ? '£ thousand' : '£';
  return (
    <figure className="app-chart">
      <WideBars {...drawn} />
      <NarrowBars {...drawn} />
      <figcaption className="app-chart__caption">
        <span>{measure ? `${unitWords}, ${measure}` : unitWords}</span>
        {series.map(({ name }, index) => (
          <span className="app-chart__key" key={name}>
            <Swatch chart={id} index={index} />
            {name}
          </span>
        ))}
        {unknown ? (
          <span className="app-chart__key">
            <UnknownSwatch chart={id} />
            Cannot tell
          </span>
        ) : null}
      </figcaption>
    </figure>
  );
}
