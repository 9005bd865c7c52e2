import type { ReactNode } from 'react';

/** How one series is drawn: its own colour, and its own pattern so that it reads without colour. */
export interface SeriesLook {
  /** The class that gives the ink; forced colours change it. */
  ink: string;
  /** White lines over the colour, in a tile of 6 by 6; none is solid. */
  pattern?: string;
  /** White paper with a coloured edge. */
  hollow?: boolean;
}

const LOOKS: readonly SeriesLook[] = [
  { ink: 'app-chart__ink-1' },
  { ink: 'app-chart__ink-2', pattern: 'M-1.5 1.5l3 -3M0 6l6 -6M4.5 7.5l3 -3' },
  { ink: 'app-chart__ink-3', pattern: 'M0 3h6' },
  { ink: 'app-chart__ink-4', hollow: true },
  { ink: 'app-chart__ink-5', pattern: 'M3 0v6' },
  { ink: 'app-chart__ink-6', pattern: 'M0 0l6 6M6 0l-6 6' },
];

/** The look of the nth series; beyond six they come round again. */
export function lookOf(index: number): SeriesLook {
  return LOOKS[index % LOOKS.length] ?? { ink: 'app-chart__ink-1' };
}

/** The pattern of the nth series under an id, when it has one. */
function Pattern({ id, look }: { id: string; look: SeriesLook }) {
  if (!look.pattern) return null;
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect className={look.ink} width="6" height="6" fill="currentcolor" />
      <path className="app-chart__paper-line" d={look.pattern} />
    </pattern>
  );
}

interface Fill {
  className: string;
  fill: string;
  stroke: string;
  strokeWidth: number;
}

function fillWith({ ink, hollow, pattern }: SeriesLook, id: string): Fill {
  return {
    className: hollow ? `${ink} app-chart__hollow` : ink,
    fill: pattern ? `url(#${id})` : 'currentcolor',
    stroke: 'currentcolor',
    strokeWidth: hollow ? 1.5 : 1,
  };
}

const patternId = (chart: string, index: number) => `${chart}-pattern-${index}`;

/** What fills the bars of the nth series of a chart. */
export function fillOf(chart: string, index: number): Fill {
  return fillWith(lookOf(index), patternId(chart, index));
}

const unknownId = (chart: string) => `${chart}-unknown`;

/** What fills the gap where a figure is wanted and cannot be told. */
export const unknownFill = (chart: string) => ({
  className: 'app-chart__unknown',
  fill: `url(#${unknownId(chart)})`,
});

function UnknownPattern({ chart }: { chart: string }) {
  return (
    <pattern id={unknownId(chart)} width="7" height="7" patternUnits="userSpaceOnUse">
      <path className="app-chart__unknown-line" d="M-1.75 1.75l3.5 -3.5M0 7l7 -7M5.25 8.75l3.5 -3.5" />
    </pattern>
  );
}

/** The patterns a chart's bars are filled with; once in each drawing, whose ids must differ. */
export function Patterns({ chart, count }: { chart: string; count: number }) {
  return (
    <defs>
      {Array.from({ length: count }, (_, index) => (
        <Pattern key={index} id={patternId(chart, index)} look={lookOf(index)} />
      ))}
      <UnknownPattern chart={chart} />
    </defs>
  );
}

function SwatchBox({ children }: { children: ReactNode }) {
  return (
    <svg
      className="app-chart__swatch"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** The look of the nth series in a small square, beside its name. */
export function Swatch({ chart, index }: { chart: string; index: number }) {
  const id = `${chart}-key-${index}`;
  const look = lookOf(index);
  return (
    <SwatchBox>
      <defs>
        <Pattern id={id} look={look} />
      </defs>
      <rect x="1" y="1" width="14" height="14" {...fillWith(look, id)} />
    </SwatchBox>
  );
}

/** The hatch of what cannot be told in a small square. */
export function UnknownSwatch({ chart }: { chart: string }) {
  const key = `${chart}-key`;
  return (
    <SwatchBox>
      <defs>
        <UnknownPattern chart={key} />
      </defs>
      <rect x="1" y="1" width="14" height="14" {...unknownFill(key)} />
    </SwatchBox>
  );
}
