import type { MovedHow } from '~/core/risks/movement';
import { fitText } from './fit-text';

/** A cell by its likelihood and impact, from 1. */
export interface HeatPlace {
  readonly likelihood: number;
  readonly impact: number;
}

/** A risk as the picture shows it: where it lies, and where it lay at the gate before. */
export interface HeatRisk {
  readonly key: string;
  readonly ref: string;
  readonly how: MovedHow;
  readonly then?: HeatPlace | undefined;
  readonly now?: HeatPlace | undefined;
}

export interface HeatLayout {
  readonly width: number;
  /** Left of the cells, for likelihood's words. */
  readonly left: number;
  readonly cellHeight: number;
  readonly slot: { readonly width: number; readonly height: number };
  readonly font: number;
}

export const WIDE_HEAT: HeatLayout = {
  width: 720,
  left: 120,
  cellHeight: 66,
  slot: { width: 38, height: 22 },
  font: 12,
};
export const NARROW_HEAT: HeatLayout = {
  width: 340,
  left: 58,
  cellHeight: 64,
  slot: { width: 26, height: 21 },
  font: 11,
};

/** Room for the score over a cell's risks. */
export const HEAD = 17;
const PAD = 2;

export interface HeatMark {
  readonly key: string;
  readonly text: string;
  readonly kind: 'here' | 'new' | 'was' | 'closed' | 'more';
  /** Its middle. */
  readonly x: number;
  readonly y: number;
}

export interface HeatArrow {
  readonly key: string;
  readonly how: MovedHow;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

export interface DrawnHeat {
  readonly cellWidth: number;
  readonly height: number;
  /** The left upper corner of a cell; the likeliest row is on top. */
  readonly corner: (place: HeatPlace) => readonly [number, number];
  readonly marks: readonly HeatMark[];
  readonly arrows: readonly HeatArrow[];
}

interface Wanted {
  readonly key: string;
  readonly ref: string;
  readonly kind: HeatMark['kind'];
}

const keyOf = ({ likelihood, impact }: HeatPlace): string => `${likelihood}/${impact}`;

/** Who wants to stand in which cell: what is there first, then where others were. */
function wantedBy(risks: readonly HeatRisk[]): ReadonlyMap<string, readonly Wanted[]> {
  const cells = new Map<string, Wanted[]>();
  const put = (place: HeatPlace, wanted: Wanted) =>
    cells.set(keyOf(place), [...(cells.get(keyOf(place)) ?? []), wanted]);
  for (const { key, ref, how, now } of risks)
    if (now) put(now, { key, ref, kind: how === 'new' ? 'new' : 'here' });
  for (const { key, ref, how, then } of risks) {
    if (then && how === 'closed') put(then, { key: `${key}-was`, ref, kind: 'closed' });
    else if (then && how !== 'same') put(then, { key: `${key}-was`, ref, kind: 'was' });
  }
  return cells;
}

/** The marks of one cell, in slots from its left upper corner; the last slot says how many have no room. */
function marksIn(
  all: readonly Wanted[],
  [left, top]: readonly [number, number],
  cellWidth: number,
  { slot, cellHeight, font }: HeatLayout,
): readonly HeatMark[] {
  const across = Math.max(1, Math.floor((cellWidth - 2 * PAD) / slot.width));
  const room = across * Math.max(1, Math.floor((cellHeight - HEAD - PAD) / slot.height));
  const shown = all.length > room ? all.slice(0, room - 1) : all;
  const more: Wanted[] =
    all.length > shown.length
      ? [{ key: `${all[0]?.key ?? ''}-more`, ref: `+${all.length - shown.length}`, kind: 'more' }]
      : [];
  return [...shown, ...more].map(({ key, ref, kind }, at) => ({
    key,
    kind,
    text: kind === 'more' ? ref : (fitText(ref, slot.width - 5, font)[0] ?? ''),
    x: left + PAD + slot.width * ((at % across) + 0.5),
    y: top + HEAD + slot.height * (Math.floor(at / across) + 0.5),
  }));
}

/** A line between two marks, short of both so that their words stay free. */
function between(
  from: readonly [number, number],
  to: readonly [number, number],
  { slot }: HeatLayout,
): Pick<HeatArrow, 'from' | 'to'> {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const long = Math.hypot(dx, dy);
  if (long === 0) return { from, to };
  // How far a mark's edge is from its middle on this way.
  const edge = Math.min(
    slot.width / 2 / Math.max(Math.abs(dx / long), 0.01),
    slot.height / 2 / Math.max(Math.abs(dy / long), 0.01),
  );
  const [a, b] = [Math.min(edge, long / 2 - 1) / long, Math.min(edge + 1, long / 2 - 1) / long];
  const at = (share: number) =>
    [Math.round((from[0] + dx * share) * 10) / 10, Math.round((from[1] + dy * share) * 10) / 10] as const;
  return { from: at(a), to: at(1 - b) };
}

/** Where risks lie on a map of so many likelihoods and impacts, where they lay, and the arrows between. */
export function drawHeat(
  risks: readonly HeatRisk[],
  likelihoods: number,
  impacts: number,
  layout: HeatLayout,
): DrawnHeat {
  const cellWidth = (layout.width - layout.left) / Math.max(impacts, 1);
  const corner = ({ likelihood, impact }: HeatPlace) =>
    [layout.left + cellWidth * (impact - 1), layout.cellHeight * (likelihoods - likelihood)] as const;
  const marks: HeatMark[] = [];
  for (const [key, all] of wantedBy(risks)) {
    const [likelihood = 1, impact = 1] = key.split('/').map(Number);
    marks.push(...marksIn(all, corner({ likelihood, impact }), cellWidth, layout));
  }
  const middle = (place: HeatPlace) => {
    const [x, y] = corner(place);
    return [x + cellWidth / 2, y + (layout.cellHeight + HEAD) / 2] as const;
  };
  const where = (key: string, place: HeatPlace) => {
    const mark = marks.find((each) => each.key === key);
    return mark ? ([mark.x, mark.y] as const) : middle(place);
  };
  const arrows = risks.flatMap(({ key, how, then, now }) =>
    then && now && (how === 'worse' || how === 'better' || how === 'across')
      ? [{ key, how, ...between(where(`${key}-was`, then), where(key, now), layout) }]
      : [],
  );
  return { cellWidth, height: layout.cellHeight * likelihoods, corner, marks, arrows };
}
