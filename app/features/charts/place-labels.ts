/** A rectangle on a drawing. */
export interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** A label wanted beside a mark: its width and font size, and where the mark lies. */
export interface Label {
  readonly key: string;
  readonly text: string;
  readonly width: number;
  readonly size: number;
  readonly at: Box;
}

export interface PlacedLabel {
  readonly key: string;
  readonly text: string;
  /** The left end of its baseline. */
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

const GAP = 3;

const overlap = (a: Box, b: Box): boolean => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

const within = (a: Box, b: Box): boolean => a.x1 >= b.x1 && a.x2 <= b.x2 && a.y1 >= b.y1 && a.y2 <= b.y2;

/** Where a label may stand, best first: over its mark, under it, after it, before it; pushed sideways into the bounds. */
function candidates({ width, size, at }: Label, bounds: Box): readonly Box[] {
  const middle = (at.x1 + at.x2) / 2;
  const left = Math.max(bounds.x1, Math.min(middle - width / 2, bounds.x2 - width));
  const level = (at.y1 + at.y2) / 2 - size / 2;
  const box = (x1: number, y1: number): Box => ({ x1, x2: x1 + width, y1, y2: y1 + size });
  return [
    box(left, at.y1 - GAP - size),
    box(left, at.y2 + GAP),
    box(at.x2 + GAP, level),
    box(at.x1 - GAP - width, level),
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Labels beside their marks, in order of weight: one that would lie over a mark or another label is left out. */
export function placeLabels(
  labels: readonly Label[],
  marks: readonly Box[],
  bounds: Box,
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const label of labels) {
    const box = candidates(label, bounds).find(
      (each) =>
        within(each, bounds) &&
        !marks.some((mark) => overlap(each, mark)) &&
        !placed.some((other) => overlap(each, other.box)),
    );
    if (box) placed.push({ key: label.key, text: label.text, x: round(box.x1), y: round(box.y2 - 2), box });
  }
  return placed;
}
