import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { drawHeat, HEAD, NARROW_HEAT, WIDE_HEAT, type HeatRisk } from './heat-geometry';
import { HeatPicture } from './HeatPicture';

const place = (likelihood: number, impact: number) => ({ likelihood, impact });
const risk = (ref: string, given: Partial<HeatRisk>): HeatRisk => ({
  key: `k${ref}`,
  ref,
  how: 'same',
  ...given,
});
const draw = (risks: readonly HeatRisk[], layout = WIDE_HEAT) => drawHeat(risks, 5, 5, layout);

const MOVED = [
  risk('1', { how: 'worse', then: place(2, 3), now: place(4, 4) }),
  risk('2', { how: 'better', then: place(3, 3), now: place(1, 3) }),
  risk('3', { how: 'closed', then: place(2, 2) }),
  risk('4', { how: 'new', now: place(2, 4) }),
  risk('5', { then: place(5, 5), now: place(5, 5) }),
];

describe('risks on the map', () => {
  it('lie in the cell of their likelihood and impact, the likeliest on top', () => {
    for (const layout of [WIDE_HEAT, NARROW_HEAT]) {
      const { marks, corner, cellWidth } = draw([risk('5', { now: place(5, 1) })], layout);
      const [x, y] = corner(place(5, 1));
      expect(y).toBe(0);
      expect(marks[0]?.x).toBeGreaterThan(x);
      expect(marks[0]?.x).toBeLessThan(x + cellWidth);
      expect(marks[0]?.y).toBeGreaterThan(y + HEAD);
      expect(marks[0]?.y).toBeLessThan(y + layout.cellHeight);
    }
  });

  it('leave a mark where they lay and an arrow from there to where they lie', () => {
    const { marks, arrows } = draw(MOVED);
    expect(marks.filter(({ kind }) => kind === 'was').map(({ key }) => key)).toEqual(['k1-was', 'k2-was']);
    expect(arrows.map(({ key, how }) => [key, how])).toEqual([
      ['k1', 'worse'],
      ['k2', 'better'],
    ]);
    const [up] = arrows;
    expect(up?.to[1]).toBeLessThan(up?.from[1] ?? 0);
    expect(up?.to[0]).toBeGreaterThan(up?.from[0] ?? 0);
  });

  it('have no arrow when they are new, closed, where they were, or of unknown place', () => {
    const { arrows, marks } = draw([...MOVED.slice(2), risk('6', { how: 'cannot-tell', now: place(1, 1) })]);
    expect(arrows).toEqual([]);
    expect(marks.map(({ kind }) => kind).sort()).toEqual(['closed', 'here', 'here', 'new']);
  });

  it('never lie over one another, however many there are, and say how many have no room', () => {
    const crowd = Array.from({ length: 40 }, (_, at) =>
      risk(`R-${at}`, { how: 'worse', then: place(3, 2), now: place(3, 3) }),
    );
    for (const layout of [WIDE_HEAT, NARROW_HEAT]) {
      const { marks, arrows, corner, cellWidth } = draw(crowd, layout);
      const { width, height } = layout.slot;
      marks.forEach((a, at) =>
        marks
          .slice(at + 1)
          .forEach((b) =>
            expect(Math.abs(a.x - b.x) >= width - 0.01 || Math.abs(a.y - b.y) >= height - 0.01).toBe(true),
          ),
      );
      for (const cell of [place(3, 2), place(3, 3)]) {
        const [x, y] = corner(cell);
        const inside = marks.filter((each) => each.x > x && each.x < x + cellWidth);
        expect(inside.every((each) => each.y + height / 2 <= y + layout.cellHeight)).toBe(true);
        const more = Number(inside.find(({ kind }) => kind === 'more')?.text.slice(1));
        expect(more + inside.length - 1).toBe(40);
      }
      expect(arrows).toHaveLength(40);
      expect(JSON.stringify(arrows)).not.toContain('null');
    }
  });
});

describe('the picture of the map', () => {
  const levels = ['A', 'B', 'C', 'D', 'E'].map((label, at) => ({ value: at + 1, label: `${label} level` }));
  const cells = levels.flatMap(({ value: likelihood }) =>
    levels.map(({ value: impact }) => ({
      likelihood,
      impact,
      score: likelihood * impact,
      band: { text: 'Medium', tone: 'warn' as const },
    })),
  );
  const picture = (risks: readonly HeatRisk[]) =>
    renderToStaticMarkup(
      <HeatPicture
        id="h"
        title="Risks"
        description="Told."
        likelihoods={levels}
        impacts={levels}
        cells={cells}
        risks={risks}
      />,
    );
  const html = picture(MOVED);

  it('is named and described, each id once, and refers to no arrowhead that is not there', () => {
    expect(
      html.match(/role="img" aria-labelledby="h-(wide|narrow)-title h-(wide|narrow)-desc"/g),
    ).toHaveLength(2);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
    expect(html).not.toContain('style=');
    expect(html).not.toContain('NaN');
  });

  it('says score and band in each cell, and worse from better by the look of the arrow', () => {
    expect(html).toContain('>20 Medium</text>');
    expect(html).toContain('app-chart__move--worse');
    expect(html).toContain('app-chart__move--better');
    expect(html).not.toContain('Elsewhere');
  });

  it('has in its key only what is drawn, and is not drawn of nothing', () => {
    expect(picture([MOVED[4]!])).not.toContain('Where it lay');
    expect(picture([])).toBe('');
    expect(picture([risk('1', { how: 'cannot-tell' })])).toBe('');
  });

  it('cuts a ref that is long and writes none as markup', () => {
    expect(picture([risk('<b>very long ref', { now: place(1, 1) })])).not.toContain('<b>');
  });
});
