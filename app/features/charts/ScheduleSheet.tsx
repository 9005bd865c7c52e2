import { symbol, symbolDiamond } from 'd3-shape';
import { point } from './chart-scale';
import type { DayAxis, TodayMark } from './day-axis';
import {
  BAR,
  GHOST,
  HEADER,
  type BarPiece,
  type DrawnRow,
  type DrawnSheet,
  type ScheduleLayout,
} from './schedule-geometry';
import { barLook, ScheduleInks } from './schedule-look';

const DIAMOND = symbol(symbolDiamond, 110)() ?? '';

function Axis({ axis, height, layout }: { axis: DayAxis; height: number; layout: ScheduleLayout }) {
  return (
    <g>
      {axis.years.map(({ key, x1, x2, shaded }) =>
        shaded ? (
          <rect
            key={key}
            className="app-chart__wash"
            x={x1}
            y="18"
            width={point(x2 - x1)}
            height={height - 18}
          />
        ) : null,
      )}
      {axis.years.map(({ key, label, x1, x2 }) => (
        <g key={key}>
          {label || x2 - x1 > 20 ? (
            <line className="app-chart__grid app-chart__grid--strong" x1={x1} x2={x1} y1="18" y2={height} />
          ) : null}
          {label ? (
            <text className="app-chart__group" x={x1 + 4} y="31">
              {label}
            </text>
          ) : null}
        </g>
      ))}
      {axis.quarters.map(({ key, x, middle, label }) => (
        <g key={key}>
          <line className="app-chart__grid" x1={x} x2={x} y1="36" y2={height} />
          {label ? (
            <text className="app-chart__small" x={middle} y="47" textAnchor="middle">
              {label}
            </text>
          ) : null}
        </g>
      ))}
      <line className="app-chart__zero" x1="0" x2={layout.width} y1={HEADER - 1} y2={HEADER - 1} />
    </g>
  );
}

function Today({ mark, axis, height }: { mark: TodayMark; axis: DayAxis; height: number }) {
  const middle = (axis.x1 + axis.x2) / 2;
  const anchor = mark.beyond === 'left' || (!mark.beyond && mark.x < middle) ? 'start' : 'end';
  const aside = mark.beyond ? 0 : anchor === 'start' ? -1 : 1;
  return (
    <g>
      {mark.beyond ? null : <line className="app-chart__today" x1={mark.x} x2={mark.x} y1="2" y2={height} />}
      <text
        className="app-chart__today-words"
        x={point(mark.x + (mark.beyond ? 0 : anchor === 'start' ? 5 : -5) + aside)}
        y="12"
        textAnchor={anchor}
      >
        {mark.words}
      </text>
    </g>
  );
}

interface PieceProps {
  id: string;
  piece: BarPiece;
  y: number;
  height: number;
  look: { fill: string; className: string };
}

function Piece({ id, piece, y, height, look }: PieceProps) {
  const width = Math.max(piece.x2 - piece.x1, 2);
  return (
    <rect
      x={piece.x1}
      y={y}
      width={point(width)}
      height={height}
      {...look}
      {...(piece.fade === 'none' ? {} : { mask: `url(#${id}-fade-${piece.fade})` })}
    />
  );
}

/** A bar's whole extent in a thin line, so that its soft ends can be seen where they stop. */
function Extent({ pieces, y, overdue }: { pieces: readonly BarPiece[]; y: number; overdue: boolean }) {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return null;
  const soft = pieces.some(({ fade }) => fade !== 'none');
  if (!soft && !overdue) return null;
  return (
    <rect
      className={overdue ? 'app-chart__extent app-chart__extent--overdue' : 'app-chart__extent'}
      x={first.x1}
      y={y}
      width={point(Math.max(last.x2 - first.x1, 2))}
      height={BAR}
    />
  );
}

function Slip({ id, drawn, y }: { id: string; drawn: DrawnRow; y: number }) {
  const { ghost, arrow } = drawn;
  const middle = y + GHOST / 2;
  return (
    <g>
      {ghost.map((piece) => (
        <Piece
          key={piece.x1}
          id={id}
          piece={piece}
          y={y}
          height={GHOST}
          look={{ fill: 'currentcolor', className: 'app-chart__ghost' }}
        />
      ))}
      {arrow && Math.abs(arrow.x2 - arrow.x1) > 3 ? (
        <g className="app-chart__slip">
          <line x1={arrow.x1} x2={arrow.x2} y1={middle} y2={middle} />
          <path
            d={`M${arrow.x2} ${middle}l${arrow.x2 > arrow.x1 ? -6 : 6} -3.5v7z`}
            className="app-chart__slip-head"
          />
        </g>
      ) : null}
    </g>
  );
}

function Bar({ id, drawn, layout }: { id: string; drawn: DrawnRow; layout: ScheduleLayout }) {
  const { row, pieces, mark, as, tail, started } = drawn;
  const y = drawn.y + layout.lane;
  const look = barLook(id, as);
  const middle = y + BAR / 2;
  return (
    <g>
      {tail ? <line className="app-chart__tail" x1={tail.x1} x2={tail.x2} y1={middle} y2={middle} /> : null}
      {pieces.map((piece) => (
        <Piece key={`${piece.x1}-${piece.fade}`} id={id} piece={piece} y={y} height={BAR} look={look} />
      ))}
      <Extent pieces={pieces} y={y} overdue={row.overdue} />
      {started === undefined ? null : (
        <path className="app-chart__ink-actual" d={`M${started} ${y - 2}v${BAR + 4}l6 ${-(BAR + 4) / 2}z`} />
      )}
      {mark === undefined ? null : (
        <path
          d={DIAMOND}
          transform={`translate(${point(mark)} ${middle})`}
          {...look}
          className={row.overdue ? `${look.className} app-chart__mark--overdue` : look.className}
        />
      )}
      <Slip id={id} drawn={drawn} y={y + BAR + 4} />
    </g>
  );
}

function Labels({ drawn, layout }: { drawn: DrawnRow; layout: ScheduleLayout }) {
  const { row, label, y, indent, date, status } = drawn;
  const gate = row.kind === 'gate';
  const { x, anchor } = layout.words;
  return (
    <g>
      {gate ? (
        <g>
          <circle className="app-chart__gate" cx="10" cy={y + 14} r="9.5" />
          <text className="app-chart__gate-number" x="10" y={y + 18.5} textAnchor="middle">
            {row.gate}
          </text>
        </g>
      ) : null}
      {label.map((line, at) => (
        <text
          key={at}
          className={gate ? 'app-chart__label app-chart__label--gate' : 'app-chart__label'}
          x={indent}
          y={y + (label.length > 1 ? 13 : 18) + at * 15}
        >
          {line}
        </text>
      ))}
      <text className="app-chart__label" x={x} y={y + 13} textAnchor={anchor}>
        {date}
      </text>
      <text
        className={row.overdue ? 'app-chart__status app-chart__status--overdue' : 'app-chart__status'}
        x={x}
        y={y + 28}
        textAnchor={anchor}
      >
        {status}
      </text>
    </g>
  );
}

export interface ScheduleSheetProps {
  id: string;
  className: string;
  title: string;
  description: string;
  sheet: DrawnSheet;
  layout: ScheduleLayout;
}

/** One sheet of a schedule: the axis, its rows and today. */
export function ScheduleSheet({ id, className, title, description, sheet, layout }: ScheduleSheetProps) {
  const { axis, height, titles, rows, today } = sheet;
  return (
    <svg
      className={className}
      viewBox={`0 0 ${layout.width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <ScheduleInks id={id} />
      <Axis axis={axis} height={height} layout={layout} />
      <Today mark={today} axis={axis} height={height} />
      {titles.map(({ key, text, y }) => (
        <text key={key} className="app-chart__group" x="0" y={y + 20}>
          {text}
        </text>
      ))}
      {rows.map((drawn) => (
        <g key={drawn.row.key}>
          <line className="app-chart__rule" x1="0" x2={layout.width} y1={drawn.y} y2={drawn.y} />
          <Labels drawn={drawn} layout={layout} />
          <Bar id={id} drawn={drawn} layout={layout} />
        </g>
      ))}
    </svg>
  );
}
