import type { ReactNode } from 'react';
import { fitText } from './fit-text';
import {
  drawHeat,
  HEAD,
  NARROW_HEAT,
  WIDE_HEAT,
  type HeatArrow,
  type HeatLayout,
  type HeatMark,
  type HeatRisk,
} from './heat-geometry';
import type { HeatCell, HeatLevel } from './HeatMap';

export interface HeatPictureProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What it shows in a sentence or two, for people who hear it. */
  readonly description: string;
  /** Ascending; the likeliest row is drawn on top. */
  readonly likelihoods: readonly HeatLevel[];
  readonly impacts: readonly HeatLevel[];
  readonly cells: readonly Omit<HeatCell, 'refs'>[];
  readonly risks: readonly HeatRisk[];
}

const FOOT = 40;

function Mark({ mark, layout }: { mark: HeatMark; layout: HeatLayout }) {
  const { text, kind, x, y } = mark;
  const { slot, font } = layout;
  const [width, height] = [slot.width - 4, slot.height - 4];
  return (
    <g>
      {kind === 'more' ? null : (
        <rect
          className={`app-chart__risk app-chart__risk--${kind}`}
          x={x - width / 2}
          y={y - height / 2}
          width={width}
          height={height}
          rx="4"
        />
      )}
      <text
        className={`app-chart__risk-ref app-chart__risk-ref--${kind}`}
        x={x}
        y={y + font * 0.36}
        fontSize={font}
        textAnchor="middle"
      >
        {text}
      </text>
      {kind === 'closed' ? (
        <line
          className="app-chart__risk-closed"
          x1={x - width / 2}
          x2={x + width / 2}
          y1={y + height / 2}
          y2={y - height / 2}
        />
      ) : null}
    </g>
  );
}

function Arrow({ id, arrow }: { id: string; arrow: Pick<HeatArrow, 'how' | 'from' | 'to'> }) {
  const { how, from, to } = arrow;
  return (
    <line
      className={`app-chart__move app-chart__move--${how}`}
      x1={from[0]}
      y1={from[1]}
      x2={to[0]}
      y2={to[1]}
      markerEnd={`url(#${id}-head)`}
    />
  );
}

function Head({ id }: { id: string }) {
  return (
    <defs>
      <marker
        id={`${id}-head`}
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="8"
        markerHeight="8"
        markerUnits="userSpaceOnUse"
        orient="auto"
      >
        <path className="app-chart__move-head" d="M0 0.5l7.5 3.5l-7.5 3.5z" />
      </marker>
    </defs>
  );
}

interface DrawingProps extends HeatPictureProps {
  readonly size: 'wide' | 'narrow';
  readonly layout: HeatLayout;
}

function Grid({
  likelihoods,
  impacts,
  cells,
  layout,
  drawn,
}: DrawingProps & { drawn: ReturnType<typeof drawHeat> }) {
  const { corner, cellWidth, height } = drawn;
  return (
    <g>
      {cells.map(({ likelihood, impact, band }) => {
        const [x, y] = corner({ likelihood, impact });
        return (
          <rect
            key={`${likelihood}/${impact}`}
            className={`app-chart__heat app-chart__heat--${band.tone}`}
            x={x}
            y={y}
            width={cellWidth}
            height={layout.cellHeight}
          />
        );
      })}
      {likelihoods.map(({ value, label }) => (
        <text
          key={value}
          className="app-chart__tick"
          x="0"
          y={corner({ likelihood: value, impact: 1 })[1] + 15}
        >
          {fitText(`${value} ${label}`, layout.left - 6, 12, 3).map((line, at) => (
            <tspan key={at} x="0" dy={at === 0 ? 0 : 14}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
      {impacts.map(({ value, label }) => (
        <text key={value} className="app-chart__tick" y={height + 15}>
          {fitText(`${value} ${label}`, cellWidth - 6, 12, 2).map((line, at) => (
            <tspan key={at} x={corner({ likelihood: 1, impact: value })[0] + 3} dy={at === 0 ? 0 : 14}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
}

/** Each cell's score and band, over the arrows so that none crosses them out. */
function Scores({ cells, drawn, size }: DrawingProps & { drawn: ReturnType<typeof drawHeat> }) {
  return (
    <g>
      {cells.map(({ likelihood, impact, score, band }) => {
        const [x, y] = drawn.corner({ likelihood, impact });
        const words = size === 'wide' ? `${score} ${band.text}` : String(score);
        return (
          <text
            key={`${likelihood}/${impact}`}
            className={`app-chart__heat-score app-chart__heat-score--${band.tone}`}
            x={x + 4}
            y={y + HEAD - 5}
          >
            {fitText(words, drawn.cellWidth - 6, 11)[0]}
          </text>
        );
      })}
    </g>
  );
}

function Drawing(props: DrawingProps) {
  const { id, size, title, description, likelihoods, impacts, risks, layout } = props;
  const own = `${id}-${size}`;
  const drawn = drawHeat(risks, likelihoods.length, impacts.length, layout);
  return (
    <svg
      className={`app-chart__drawing app-chart__drawing--${size}`}
      viewBox={`0 0 ${layout.width} ${drawn.height + FOOT}`}
      role="img"
      aria-labelledby={`${own}-title ${own}-desc`}
    >
      <title id={`${own}-title`}>{title}</title>
      <desc id={`${own}-desc`}>{description}</desc>
      <Head id={own} />
      <Grid {...props} drawn={drawn} />
      {drawn.arrows.map((arrow) => (
        <Arrow key={arrow.key} id={own} arrow={arrow} />
      ))}
      <Scores {...props} drawn={drawn} />
      {drawn.marks.map((mark) => (
        <Mark key={mark.key} mark={mark} layout={layout} />
      ))}
    </svg>
  );
}

function Sample({ children, words }: { children: ReactNode; words: string }) {
  return (
    <span className="app-chart__key">
      <svg
        className="app-chart__swatch"
        width="40"
        height="22"
        viewBox="0 0 40 22"
        aria-hidden="true"
        focusable="false"
      >
        {children}
      </svg>
      {words}
    </span>
  );
}

const KINDS = [
  { kind: 'here', words: 'Open' },
  { kind: 'new', words: 'New' },
  { kind: 'was', words: 'Where it lay' },
  { kind: 'closed', words: 'Closed' },
] as const;
const WAYS = [
  { how: 'worse', words: 'Worse' },
  { how: 'better', words: 'Better' },
  { how: 'across', words: 'Elsewhere, the same score' },
] as const;

/** What the marks and arrows mean; of what is not on the map nothing is said. */
function Key({ id, risks }: Pick<HeatPictureProps, 'id' | 'risks'>) {
  const { marks, arrows } = drawHeat(risks, 5, 5, WIDE_HEAT);
  return (
    <figcaption className="app-chart__caption">
      <span>Likelihood upwards, impact to the right</span>
      {KINDS.filter(({ kind }) => marks.some((mark) => mark.kind === kind)).map(({ kind, words }) => (
        <Sample key={kind} words={words}>
          <Mark mark={{ key: kind, kind, text: '1', x: 20, y: 11 }} layout={WIDE_HEAT} />
        </Sample>
      ))}
      {WAYS.filter(({ how }) => arrows.some((arrow) => arrow.how === how)).map(({ how, words }) => (
        <Sample key={how} words={words}>
          <Head id={`${id}-key-${how}`} />
          <Arrow id={`${id}-key-${how}`} arrow={{ how, from: [2, 11], to: [38, 11] }} />
        </Sample>
      ))}
    </figcaption>
  );
}

/**
 * Risks on the map of likelihood and impact, with where each lay at the gate before and an arrow to where it lies. Worse
 * is a heavy arrow and better a dashed one, so that it reads without colour. Draws nothing without a risk to place.
 */
export function HeatPicture(props: HeatPictureProps) {
  const { id, risks } = props;
  if (risks.every(({ then, now }) => !then && !now)) return null;
  return (
    <figure className="app-chart">
      <Drawing {...props} size="wide" layout={WIDE_HEAT} />
      <Drawing {...props} size="narrow" layout={NARROW_HEAT} />
      <Key id={id} risks={risks} />
    </figure>
  );
}
