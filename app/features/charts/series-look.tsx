/** How one series is drawn: its own colour, and its own pattern so that it reads without colour. */
export interface SeriesLook {
  colour: string;
  /** White lines over the colour, in a tile of 6 by 6; none is solid. */
  pattern?: string;
  /** White paper with a coloured edge. */
  hollow?: boolean;
}

const LOOKS: readonly SeriesLook[] = [
  { colour: '#12263f' },
  { colour: '#0b7d68', pattern: 'M-1.5 1.5l3 -3M0 6l6 -6M4.5 7.5l3 -3' },
  { colour: '#b87400', pattern: 'M0 3h6' },
  { colour: '#5f6d7c', hollow: true },
  { colour: '#1f5fa8', pattern: 'M3 0v6' },
  { colour: '#7b3f8c', pattern: 'M0 0l6 6M6 0l-6 6' },
];

/** The look of the nth series; beyond six they come round again. */
export function lookOf(index: number): SeriesLook {
  return LOOKS[index % LOOKS.length] ?? { colour: '#12263f' };
}

const patternId = (chart: string, index: number) => `${chart}-pattern-${index}`;

/** What fills the bars of the nth series of a chart. */
export function fillOf(chart: string, index: number): { fill: string; stroke: string; strokeWidth: number } {
  const look = lookOf(index);
  const fill = look.hollow ? '#ffffff' : look.pattern ? `url(#${patternId(chart, index)})` : look.colour;
  return { fill, stroke: look.colour, strokeWidth: look.hollow ? 1.5 : 1 };
}

/** The patterns a chart's bars are filled with; once in each drawing, whose ids must differ. */
export function Patterns({ chart, count }: { chart: string; count: number }) {
  return (
    <defs>
      {Array.from({ length: count }, (_, index) => {
        const look = lookOf(index);
        return look.pattern ? (
          <pattern
            key={index}
            id={patternId(chart, index)}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
          >
            <rect width="6" height="6" fill={look.colour} />
            <path d={look.pattern} stroke="#ffffff" strokeWidth="1.2" fill="none" />
          </pattern>
        ) : null;
      })}
    </defs>
  );
}

/** The names of the series with their looks, in words and small squares. */
export function Swatch({ chart, index }: { chart: string; index: number }) {
  const id = `${chart}-key-${index}`;
  const look = lookOf(index);
  return (
    <svg
      className="app-chart__swatch"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {look.pattern ? (
        <defs>
          <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" fill={look.colour} />
            <path d={look.pattern} stroke="#ffffff" strokeWidth="1.2" fill="none" />
          </pattern>
        </defs>
      ) : null}
      <rect
        x="1"
        y="1"
        width="14"
        height="14"
        fill={look.hollow ? '#ffffff' : look.pattern ? `url(#${id})` : look.colour}
        stroke={look.colour}
        strokeWidth={look.hollow ? 2 : 1}
      />
    </svg>
  );
}
