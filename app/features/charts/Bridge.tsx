import { bridgeRows, openOf, type BridgeRow, type BridgeStep } from './bridge-geometry';
import { BridgeDrawing, NARROW_BRIDGE, WIDE_BRIDGE } from './BridgeDrawing';
import { inUnit, signed, type BridgeUnit } from './bridge-words';
import { ExplainedSwatch, OpenSwatch } from './bridge-look';
import { UnknownSwatch } from './series-look';

export interface BridgeProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly steps: readonly BridgeStep[];
  /** £ in full or thousands: the one setting of the whole product. */
  readonly unit?: BridgeUnit;
  /** Said after the unit in the key: "run rate, 26/27". */
  readonly measure?: string;
}

function inWords(rows: readonly BridgeRow[], unit: BridgeUnit): string {
  const told = rows.map(({ label, kind, pence }) => {
    if (pence === undefined) return `${label}: cannot tell`;
    return `${label} ${kind === 'total' ? inUnit(pence, unit) : signed(pence, unit)}`;
  });
  const open = openOf(rows);
  return `${told.join('; ')}. ${open === 0 ? 'Nothing is open.' : `${inUnit(open, unit)} of the changes is open.`} In ${unit === 'thousands' ? 'thousands of pounds' : 'pounds'}; the same figures are in the table.`;
}

/** A bridge from one total to the next over the changes between them, what is explained apart from what is open. */
export function Bridge({ id, title, steps, unit = 'thousands', measure }: BridgeProps) {
  const rows = bridgeRows(steps);
  if (rows.length === 0) return null;
  const unitWords = unit === 'thousands' ? '£ thousand' : '£';
  const drawn = { title, description: inWords(rows, unit), rows, unit };
  return (
    <figure className="app-chart">
      <BridgeDrawing {...drawn} id={`${id}-wide`} size="wide" layout={WIDE_BRIDGE} />
      <BridgeDrawing {...drawn} id={`${id}-narrow`} size="narrow" layout={NARROW_BRIDGE} />
      <figcaption className="app-chart__caption">
        <span>{measure ? `${unitWords}, ${measure}` : unitWords}</span>
        {rows.some(({ explained }) => explained) ? (
          <span className="app-chart__key">
            <ExplainedSwatch id={id} />
            Explained
          </span>
        ) : null}
        {rows.some((row) => row.open) ? (
          <span className="app-chart__key">
            <OpenSwatch />
            Open
          </span>
        ) : null}
        {rows.some(({ kind }) => kind === 'unknown') ? (
          <span className="app-chart__key">
            <UnknownSwatch chart={id} />
            Cannot tell
          </span>
        ) : null}
      </figcaption>
    </figure>
  );
}
