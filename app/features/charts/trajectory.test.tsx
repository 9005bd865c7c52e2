import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { placeLabels, type Box, type Label } from './place-labels';
import {
  drawTrajectory,
  grouped,
  isDrawable,
  NARROW_TRAJECTORY,
  tickWords,
  WIDE_TRAJECTORY,
  type TrajectoryFacts,
} from './trajectory-geometry';
import { Trajectory } from './Trajectory';

const facts = (given: Partial<TrajectoryFacts> = {}): TrajectoryFacts => ({
  today: '2024-10-01',
  baseline: { value: '60', date: '2024-01-01' },
  target: '75',
  realisation: '2024-12-31',
  readings: [],
  ...given,
});
const reading = (value: string, date: string, more: object = {}) => ({
  key: `${value}@${date}`,
  value,
  date,
  ...more,
});
const wide = (given: Partial<TrajectoryFacts> = {}) => drawTrajectory(facts(given), WIDE_TRAJECTORY);
const pointOf = (drawn: ReturnType<typeof wide>, key: string) =>
  drawn.points.find((each) => each.key === key);

const overlaps = (a: Box, b: Box) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
function expectApart(drawn: ReturnType<typeof wide>, layout = WIDE_TRAJECTORY) {
  const boxes = drawn.labels.map(({ box }) => box);
  boxes.forEach((a, at) => {
    boxes.slice(at + 1).forEach((b) => expect(overlaps(a, b)).toBe(false));
    expect(a.x1).toBeGreaterThanOrEqual(drawn.axis.x1);
    expect(a.x2).toBeLessThanOrEqual(layout.width);
    for (const { x1, x2, y } of drawn.points) {
      expect(overlaps(a, { x1: x1 - 4, x2: x2 + 4, y1: y - 4, y2: y + 4 })).toBe(false);
    }
  });
}

describe('a benefit’s way on a drawing', () => {
  it('is a straight line between two days, falling where the target is the lower value', () => {
    const up = wide().line;
    expect(up).toHaveLength(2);
    expect(up[1]?.[1]).toBeLessThan(up[0]?.[1] ?? 0);
    const down = wide({ baseline: { value: '75', date: '2024-01-01' }, target: '60' }).line;
    expect(down[1]?.[1]).toBeGreaterThan(down[0]?.[1] ?? 0);
  });

  it('is all that the line may be where a date is known to the month or year only', () => {
    const drawn = wide({ baseline: { value: '60', date: '2023' }, realisation: '2024-12' });
    expect(drawn.line).toHaveLength(4);
    const [first, , , last] = drawn.line.map(([x]) => x);
    expect((last ?? 0) - (first ?? 0)).toBeGreaterThan(100);
    expect(pointOf(drawn, 'target')).toMatchObject({ exact: false });
    expect(pointOf(drawn, 'baseline')?.exact).toBe(false);
  });

  it('goes on level from the day the target is due, and over all where none is', () => {
    const due = wide({ readings: [reading('80', '2025-06-01')] });
    expect(due.after?.x1).toBe(pointOf(due, 'target')?.x2);
    const open = wide({ realisation: undefined });
    expect(open.line).toEqual([]);
    expect(open.after).toMatchObject({ x1: open.axis.x1, x2: open.axis.x2 });
  });

  it('puts a day at one place and a month over all its days', () => {
    const drawn = wide({ readings: [reading('62', '2024-03'), reading('66', '2024-06-30')] });
    const month = pointOf(drawn, '62@2024-03');
    expect((month?.x2 ?? 0) - (month?.x1 ?? 0)).toBeGreaterThan(20);
    expect(pointOf(drawn, '66@2024-06-30')).toMatchObject({ exact: true });
  });

  it('links readings from the end of one to the beginning of the next, and none that may be the same day', () => {
    const apart = wide({ readings: [reading('62', '2024-03'), reading('66', '2024-06')] });
    expect(apart.links).toHaveLength(1);
    expect(apart.links[0]?.from[0]).toBe(pointOf(apart, '62@2024-03')?.x2);
    expect(wide({ readings: [reading('62', '2024-03'), reading('66', '2024-03-09')] }).links).toEqual([]);
  });

  it('takes in every value, negative ones too, and one value alone', () => {
    const negative = wide({ baseline: { value: '-5', date: '2024-01-01' }, target: '-1' });
    for (const { y } of negative.points) {
      expect(y).toBeGreaterThan(negative.top);
      expect(y).toBeLessThan(negative.bottom);
    }
    for (const value of ['0', '7', '-999999999999.999999', '0.000001']) {
      const one = wide({ baseline: undefined, target: undefined, readings: [reading(value, '2024')] });
      expect(one.points).toHaveLength(1);
      expect(one.points.every(({ y }) => y > one.top && y < one.bottom)).toBe(true);
      expect(new Set(one.ticks.map(({ text }) => text)).size).toBe(one.ticks.length);
    }
  });

  it('is drawn of a reading alone, or of a baseline with a target, and of nothing less', () => {
    expect(isDrawable(facts())).toBe(true);
    expect(isDrawable(facts({ baseline: undefined }))).toBe(false);
    expect(isDrawable(facts({ target: undefined }))).toBe(false);
    expect(isDrawable(facts({ target: undefined, readings: [reading('1', '2024')] }))).toBe(true);
  });
});

describe('the labels of a benefit’s way', () => {
  it('never lie over one another or a mark, whatever is read and however often', () => {
    const close = Array.from({ length: 60 }, (_, at) =>
      reading(String(1_000_000 + at), `2024-${String((at % 9) + 1).padStart(2, '0')}-${10 + (at % 15)}`, {
        key: at,
      }),
    );
    const cases: Partial<TrajectoryFacts>[] = [
      {},
      { readings: close },
      { target: '60' },
      { target: '999999999999.999999', readings: [reading('-999999999999.999999', '2024-06-01')] },
      { baseline: { value: '60', date: '2024-12-30' } },
      { readings: [reading('60', '2024-01-01'), reading('60', '2024-01-02'), reading('75', '2024-12-31')] },
    ];
    for (const each of cases) {
      expectApart(wide(each));
      expectApart(drawTrajectory(facts(each), NARROW_TRAJECTORY), NARROW_TRAJECTORY);
    }
  });

  it('name the target and the baseline before any reading', () => {
    const drawn = wide({ readings: [reading('60.5', '2024-01-02')] });
    expect(drawn.labels.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Target 75', 'Baseline 60']),
    );
  });

  it('are left out where there is no room for them', () => {
    const label: Label = { key: 'a', text: 'a', width: 50, size: 10, at: { x1: 20, x2: 30, y1: 20, y2: 30 } };
    expect(placeLabels([label], [label.at], { x1: 0, x2: 40, y1: 0, y2: 40 })).toEqual([]);
    expect(placeLabels([label], [label.at], { x1: 0, x2: 60, y1: 0, y2: 60 })).toHaveLength(1);
  });

  it('write ticks with as many decimals as their step has, and values as they were given', () => {
    expect([0, 0.2, 0.4].map((tick) => tickWords(tick, [0, 0.2, 0.4]))).toEqual(['0.0', '0.2', '0.4']);
    expect(tickWords(-1_200_000, [-1_200_000, 0])).toBe('−1,200,000');
    expect(tickWords(0.00002, [0, 0.00002])).toBe('0.00002');
    expect(['-1234.50', '0', '999999999999.000001'].map(grouped)).toEqual([
      '−1,234.50',
      '0',
      '999,999,999,999.000001',
    ]);
  });
});

describe('the picture of a benefit’s way', () => {
  const html = renderToStaticMarkup(
    <Trajectory
      id="t"
      title="Calls: readings"
      unit="%"
      direction="More is better"
      facts={facts({
        goLive: '2024-09-09',
        readings: [
          reading('62', '2024-03', { course: 'cannot-tell' }),
          reading('64', '2024-09-20', { course: 'behind' }),
        ],
      })}
    />,
  );

  it('is named and told in words, wide and narrow, each id once and no style attribute', () => {
    expect(
      html.match(/role="img" aria-labelledby="t-(wide|narrow)-title t-(wide|narrow)-desc"/g),
    ).toHaveLength(2);
    expect(html).toContain(
      'Baseline 60% for 1 Jan 2024. Target 75% by 31 Dec 2024. Go-live 9 Sep 2024. 2 readings: 62% for Mar 2024, cannot tell; 64% for 20 Sep 2024, behind. The same values are in the table.',
    );
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
    expect(html).not.toContain('style=');
    expect(html).not.toContain('NaN');
  });

  it('tells a reading behind from one on course by its shape, and says in its key what is drawn and no more', () => {
    expect(html).toContain('app-chart__point--behind');
    expect(html).toContain('Reading, behind');
    expect(html).toContain('Known to the month or year only');
    expect(html).not.toContain('Reading, on course');
  });

  it('tells the latest of many readings, and that there are more', () => {
    const many = Array.from({ length: 9 }, (_, at) => reading(String(at), `2024-0${at + 1}`));
    const told = renderToStaticMarkup(<Trajectory id="m" title="T" facts={facts({ readings: many })} />);
    expect(told).toContain('9 readings, the latest: 5 for Jun 2024;');
  });

  it('bears a unit that is markup or very long, and draws nothing of nothing', () => {
    const odd = renderToStaticMarkup(
      <Trajectory id="o" title="T" unit={`<b>${'x'.repeat(50)}`} facts={facts()} />,
    );
    expect(odd).not.toContain('<b>');
    expect(renderToStaticMarkup(<Trajectory id="n" title="T" facts={facts({ baseline: undefined })} />)).toBe(
      '',
    );
  });
});
