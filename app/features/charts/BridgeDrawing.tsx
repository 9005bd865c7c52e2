import type { BridgeRow, Stretch } from './bridge-geometry';
import { ExplainedPattern, explainedLook, OPEN_LOOK } from './bridge-look';
import { inUnit, signed, type BridgeUnit } from './bridge-words';
import { chartScale, point, type ChartScale } from './chart-scale';
import { fitText } from './fit-text';
import { Patterns, unknownFill } from './series-look';

export interface BridgeLayout {
  readonly width: number;
  readonly plot: readonly [number, number];
  readonly labelWidth: number;
  readonly words: { readonly x: number; readonly width: number; readonly anchor: 'start' | 'end' };
  readonly lane: number;
  readonly rowHeight: number;
}

export const WIDE_BRIDGE: BridgeLayout = {
  width: 720,
  plot: [202, 562],
  labelWidth: 190,
  words: { x: 574, width: 146, anchor: 'start' },
  lane: 9,
  rowHeight: 38,
};

export const NARROW_BRIDGE: BridgeLayout = {
  width: 340,
  plot: [4, 336],
  labelWidth: 190,
  words: { x: 340, width: 144, anchor: 'end' },
  lane: 38,
  rowHeight: 68,
};

const BAR = 20;
const SIZE = 13;

function Part({ stretch, scale, y, look }: { stretch: Stretch; scale: ChartScale; y: number; look: object }) {
  const [a, b] = [scale.at(stretch.from), scale.at(stretch.to)];
  return (
    <rect
      x={point(Math.min(a, b))}
      y={y}
      width={point(Math.max(Math.abs(a - b), 1.5))}
      height={BAR}
      {...look}
    />
  );
}

interface RowProps {
  id: string;
  row: BridgeRow;
  y: number;
  scale: ChartScale;
  layout: BridgeLayout;
  unit: BridgeUnit;
}

function Bars({ id, row, y, scale, layout }: RowProps) {
  const top = y + layout.lane;
  const { kind, whole, explained, open } = row;
  if (kind === 'unknown' || !whole) {
    const [x1, x2] = layout.plot;
    return <rect x={x1} y={top} width={x2 - x1} height={BAR} {...unknownFill(id)} />;
  }
  if (kind === 'total' || whole.from === whole.to) {
    return <Part stretch={whole} scale={scale} y={top} look={{ className: 'app-chart__ink-actual' }} />;
  }
  return (
    <g>
      {explained ? <Part stretch={explained} scale={scale} y={top} look={explainedLook(id)} /> : null}
      {open ? <Part stretch={open} scale={scale} y={top} look={OPEN_LOOK} /> : null}
    </g>
  );
}

/** "25 explained, 15 open": nothing for a total. */
function partWords({ kind, explained, open }: BridgeRow, unit: BridgeUnit): string {
  if (kind === 'unknown') return 'Cannot be placed';
  const size = (stretch: Stretch) => inUnit(Math.abs(stretch.to - stretch.from), unit);
  if (explained && open) return `${size(explained)} explained, ${size(open)} open`;
  return explained ? 'Explained' : open ? 'Open' : '';
}

function Words({ row, y, layout, unit }: RowProps) {
  const { kind, pence, label, open } = row;
  const { x, width, anchor } = layout.words;
  const lines = fitText(label, layout.labelWidth * (kind === 'total' ? 0.95 : 1), SIZE, 2);
  const figure =
    pence === undefined ? 'Cannot tell' : kind === 'total' ? inUnit(pence, unit) : signed(pence, unit);
  return (
    <g>
      {lines.map((line, at) => (
        <text
          key={at}
          className={kind === 'total' ? 'app-chart__label app-chart__label--strong' : 'app-chart__label'}
          x="0"
          y={y + (lines.length > 1 ? 16 : 23) + at * 15}
        >
          {line}
        </text>
      ))}
      <text className="app-chart__label app-chart__label--strong" x={x} y={y + 16} textAnchor={anchor}>
        {figure}
      </text>
      <text
        className={open ? 'app-chart__status app-chart__status--open' : 'app-chart__status'}
        x={x}
        y={y + 31}
        textAnchor={anchor}
      >
        {fitText(partWords(row, unit), width, SIZE - 1)[0]}
      </text>
    </g>
  );
}

/** From where a row ends down to where the next begins. */
function Link({ row, next, y, scale, layout }: RowProps & { next: BridgeRow | undefined }) {
  if (!row.whole || !next?.whole) return null;
  const x = point(scale.at(row.whole.to));
  const top = y + layout.lane + BAR;
  return <line className="app-chart__link" x1={x} x2={x} y1={top} y2={y + layout.rowHeight + layout.lane} />;
}

export interface BridgeDrawingProps {
  id: string;
  size: 'wide' | 'narrow';
  title: string;
  description: string;
  rows: readonly BridgeRow[];
  unit: BridgeUnit;
  layout: BridgeLayout;
}

/** The rows of a bridge, one under the other, on one scale that takes in nought. */
export function BridgeDrawing({ id, size, title, description, rows, unit, layout }: BridgeDrawingProps) {
  const ends = rows.flatMap(({ whole }) => (whole ? [whole.from, whole.to] : []));
  const scale = chartScale(ends, layout.plot[0], layout.plot[1]);
  const height = rows.length * layout.rowHeight + 4;
  const zero = point(scale.at(0));
  return (
    <svg
      className={`app-chart__drawing app-chart__drawing--${size}`}
      viewBox={`0 0 ${layout.width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <Patterns chart={id} count={0} />
      <defs>
        <ExplainedPattern id={id} />
      </defs>
      <line className="app-chart__zero" x1={zero} x2={zero} y1="0" y2={height} />
      {rows.map((row, at) => {
        const given = { id, row, y: at * layout.rowHeight, scale, layout, unit };
        return (
          <g key={row.key}>
            <line
              className="app-chart__rule"
              x1="0"
              x2={layout.width}
              y1={given.y + layout.rowHeight}
              y2={given.y + layout.rowHeight}
            />
            <Link {...given} next={rows[at + 1]} />
            <Bars {...given} />
            <Words {...given} />
          </g>
        );
      })}
    </svg>
  );
}
