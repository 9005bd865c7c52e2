/** One step of a bridge between totals. */
export interface BridgeStep {
  readonly key: string;
  readonly label: string;
  /** A total stands on nought; a change leads from one total to the next. */
  readonly kind: 'total' | 'change';
  /** In pence; a change has its sign. */
  readonly pence: number | 'cannot-tell';
  /** In pence, of a change: as much of it as somebody has explained, with the change's sign. Left out: none of it. */
  readonly explained?: number;
  /** Who explains it, or where the figure comes from. */
  readonly note?: string;
}

/** A stretch from one level to another, in pence. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface BridgeRow {
  readonly key: string;
  readonly label: string;
  readonly note?: string | undefined;
  /** `unaccounted`: the changes do not add up to the total that follows; `unknown`: it cannot be placed. */
  readonly kind: 'total' | 'change' | 'unaccounted' | 'unknown';
  readonly pence: number | undefined;
  readonly whole?: Stretch;
  readonly explained?: Stretch;
  readonly open?: Stretch;
}

/** As much of a change as is explained: of its sign, and no more than all of it. */
function explainedPart(pence: number, explained = 0): number {
  if (Math.sign(explained) !== Math.sign(pence)) return 0;
  return Math.abs(explained) > Math.abs(pence) ? pence : explained;
}

const totalRow = ({ key, label, note }: BridgeStep, pence: number): BridgeRow => ({
  key,
  label,
  note,
  kind: 'total',
  pence,
  whole: { from: 0, to: pence },
});

function changeRow({ key, label, note, explained }: BridgeStep, pence: number, level: number): BridgeRow {
  const known = level + explainedPart(pence, explained);
  const end = level + pence;
  return {
    key,
    label,
    note,
    kind: 'change',
    pence,
    whole: { from: level, to: end },
    ...(known === level ? {} : { explained: { from: level, to: known } }),
    ...(known === end ? {} : { open: { from: known, to: end } }),
  };
}

const unaccounted = ({ key, label }: BridgeStep, from: number, to: number): BridgeRow => ({
  key: `${key}-unaccounted`,
  label: `Not accounted for, before ${label}`,
  kind: 'unaccounted',
  pence: to - from,
  whole: { from, to },
  open: { from, to },
});

const unknown = ({ key, label, note, pence }: BridgeStep): BridgeRow => ({
  key,
  label,
  note,
  kind: 'unknown',
  pence: pence === 'cannot-tell' ? undefined : pence,
});

/**
 * The rows of a bridge, each from the level the last one ended at. Where changes and the total after them disagree, a
 * row says by how much; behind a figure that cannot be told nothing is placed until the next total.
 */
export function bridgeRows(steps: readonly BridgeStep[]): readonly BridgeRow[] {
  const rows: BridgeRow[] = [];
  let level: number | undefined = steps[0]?.kind === 'change' ? 0 : undefined;
  for (const step of steps) {
    const { kind, pence } = step;
    if (pence === 'cannot-tell' || (kind === 'change' && level === undefined)) {
      rows.push(unknown(step));
      level = undefined;
    } else if (kind === 'total') {
      if (level !== undefined && level !== pence) rows.push(unaccounted(step, level, pence));
      rows.push(totalRow(step, pence));
      level = pence;
    } else if (level !== undefined) {
      rows.push(changeRow(step, pence, level));
      level += pence;
    }
  }
  return rows;
}

/** How much of all changes is open, in pence whatever the sign: explained and open never cancel one another. */
export function openOf(rows: readonly BridgeRow[]): number {
  return rows.reduce((sum, { open }) => sum + (open ? Math.abs(open.to - open.from) : 0), 0);
}
