import { ScrollBox } from '~/ui/ScrollBox';
import type { Tone } from '~/ui/Tag';

export interface HeatLevel {
  value: number;
  label: string;
}

export interface HeatRef {
  text: string;
  href?: string;
}

export interface HeatCell {
  likelihood: number;
  impact: number;
  score: number;
  /** The band's name stands in the cell; its tone only colours it. */
  band: { text: string; tone: Tone };
  refs: readonly HeatRef[];
}

export interface HeatMapProps {
  caption: string;
  /** Ascending; the table shows the likeliest first. */
  likelihoods: readonly HeatLevel[];
  impacts: readonly HeatLevel[];
  /** One for each pair, with or without risks in it. */
  cells: readonly HeatCell[];
  /** Risks without both numbers: listed under the table. */
  unplaced?: readonly HeatRef[];
}

function Refs({ refs }: { refs: readonly HeatRef[] }) {
  if (refs.length === 0) return null;
  return (
    <ul className="app-heat__refs">
      {refs.map((ref) => (
        <li key={ref.text}>{ref.href ? <a href={ref.href}>{ref.text}</a> : <span>{ref.text}</span>}</li>
      ))}
    </ul>
  );
}

function Cell({ cell }: { cell: HeatCell | undefined }) {
  if (!cell) return <td className="app-heat__cell" />;
  return (
    <td className={`app-heat__cell app-heat__cell--${cell.band.tone}`}>
      <span className="app-heat__band">
        {cell.score} {cell.band.text}
      </span>
      <Refs refs={cell.refs} />
    </td>
  );
}

/** Risks by likelihood and impact as a real table; each cell says its score, its band and which risks are there. */
export function HeatMap({ caption, likelihoods, impacts, cells, unplaced = [] }: HeatMapProps) {
  const cellAt = (likelihood: number, impact: number) =>
    cells.find((cell) => cell.likelihood === likelihood && cell.impact === impact);
  return (
    <div className="app-table-box">
      <ScrollBox label={caption}>
        <table className="app-table app-heat">
          <caption className="app-table__caption">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="app-heat__axis">
                Likelihood \ Impact
              </th>
              {impacts.map((impact) => (
                <th key={impact.value} scope="col" className="app-heat__axis">
                  <strong>{impact.value}</strong> {impact.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...likelihoods].reverse().map((likelihood) => (
              <tr key={likelihood.value}>
                <th scope="row">
                  <strong>{likelihood.value}</strong> {likelihood.label}
                </th>
                {impacts.map((impact) => (
                  <Cell key={impact.value} cell={cellAt(likelihood.value, impact.value)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {unplaced.length > 0 ? (
        <div className="app-table__note">
          Not placed, a number is wanting: <Refs refs={unplaced} />
        </div>
      ) : null}
    </div>
  );
}
