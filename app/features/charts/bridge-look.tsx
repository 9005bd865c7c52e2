const EXPLAINED = 'M-1.5 1.5l3 -3M0 6l6 -6M4.5 7.5l3 -3';

/** What the explained parts of one drawing are filled with; its id must be its own. */
export function ExplainedPattern({ id }: { id: string }) {
  return (
    <pattern id={`${id}-explained`} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect className="app-chart__ink-2" width="6" height="6" fill="currentcolor" />
      <path className="app-chart__paper-line" d={EXPLAINED} />
    </pattern>
  );
}

export const explainedLook = (id: string) => ({
  className: 'app-chart__ink-2',
  fill: `url(#${id}-explained)`,
  stroke: 'currentcolor',
});

/** White with a heavy edge: it has still to be filled with a reason. */
export const OPEN_LOOK = { className: 'app-chart__open' };

/** The look of what is explained, in a small square. */
export function ExplainedSwatch({ id }: { id: string }) {
  return (
    <svg className="app-chart__swatch" width="16" height="16" aria-hidden="true" focusable="false">
      <defs>
        <ExplainedPattern id={`${id}-key`} />
      </defs>
      <rect x="1" y="1" width="14" height="14" {...explainedLook(`${id}-key`)} />
    </svg>
  );
}

/** The look of what is open, in a small square. */
export function OpenSwatch() {
  return (
    <svg className="app-chart__swatch" width="16" height="16" aria-hidden="true" focusable="false">
      <rect x="2" y="2" width="12" height="12" {...OPEN_LOOK} />
    </svg>
  );
}
