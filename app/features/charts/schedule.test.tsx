import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { dayAxis } from './day-axis';
import {
  barPieces,
  NARROW,
  scheduleInWords,
  scheduleSheets,
  SHEET_ROWS,
  WIDE,
  type ScheduleGroup,
  type ScheduleRow,
} from './schedule-geometry';
import { SchedulePicture } from './SchedulePicture';

const row = (given: Partial<ScheduleRow> & { key: string }): ScheduleRow => ({
  kind: 'deliverable',
  label: given.key,
  overdue: false,
  done: false,
  ...given,
});
const target = (date: string) => ({ date, as: 'target' as const });
const forecast = (date: string) => ({ date, as: 'forecast' as const });
const group = (...rows: ScheduleRow[]): ScheduleGroup => ({ key: 'g', rows });
const drawn = (given: ScheduleRow, today = '2024-05-01') => {
  const [sheet] = scheduleSheets([group(given)], today, WIDE);
  return sheet?.rows[0];
};

describe('the bars of a schedule', () => {
  const axis = dayAxis([{ from: '2024-01-01', to: '2024-12-31' }], '2024-05-01', 0, 366);

  it('are solid only where both dates are certain', () => {
    expect(barPieces(axis, '2024-02', '2024-04')).toEqual([
      { x1: 31, x2: 60, fade: 'in' },
      { x1: 60, x2: 91, fade: 'none' },
      { x1: 91, x2: 121, fade: 'out' },
    ]);
    expect(barPieces(axis, '2024-02-01', '2024-04-30')).toEqual([{ x1: 31, x2: 121, fade: 'none' }]);
  });

  it('are soft all over when start and finish may be the same days', () => {
    expect(barPieces(axis, '2024-04', '2024-04')).toEqual([{ x1: 91, x2: 121, fade: 'both' }]);
    expect(barPieces(axis, '2024-03', '2024')).toEqual([{ x1: 0, x2: 366, fade: 'both' }]);
  });

  it('span a month or a year without a day in it, and leave an exact day to a mark', () => {
    expect(barPieces(axis, undefined, '2024')).toEqual([{ x1: 0, x2: 366, fade: 'both' }]);
    expect(barPieces(axis, undefined, '2024-04-02')).toEqual([]);
    expect(barPieces(axis, undefined, undefined)).toEqual([]);
    expect(drawn(row({ key: 'a', finish: target('2024-04') }))?.mark).toBeUndefined();
    expect(drawn(row({ key: 'a', finish: target('2024-04-02') }))?.mark).toBeGreaterThan(0);
  });
});

describe('what a row of the schedule shows', () => {
  it('is a ghost and an arrow where it moved, later or earlier', () => {
    const later = drawn(row({ key: 'a', finish: forecast('2024-06'), promised: { finish: '2024-04' } }));
    expect(later?.ghost).toHaveLength(1);
    expect((later?.arrow?.x2 ?? 0) - (later?.arrow?.x1 ?? 0)).toBeGreaterThan(0);
    const earlier = drawn(row({ key: 'a', finish: forecast('2024-02'), promised: { finish: '2024-04' } }));
    expect((earlier?.arrow?.x2 ?? 0) - (earlier?.arrow?.x1 ?? 0)).toBeLessThan(0);
  });

  it('is no slip where the day lies in the month that was promised, nor an arrow where nobody can tell', () => {
    const kept = drawn(row({ key: 'a', finish: target('2024-04-24'), promised: { finish: '2024-04' } }));
    expect([kept?.ghost, kept?.arrow]).toEqual([[], undefined]);
    const unclear = drawn(row({ key: 'a', finish: forecast('2024'), promised: { finish: '2024-04' } }));
    expect(unclear?.ghost).toHaveLength(1);
    expect(unclear?.arrow).toBeUndefined();
  });

  it('is the time run past an overdue date, up to today, and the word for it', () => {
    const late = drawn(row({ key: 'a', finish: target('2024-01'), overdue: true }), '2024-05-01');
    expect(late?.tail?.x2).toBeGreaterThan(late?.tail?.x1 ?? 0);
    expect(late?.status).toBe('Overdue');
    expect(drawn(row({ key: 'a', finish: target('2024-01') }))?.tail).toBeUndefined();
  });

  it('is said in words where there is no date', () => {
    const none = drawn(row({ key: 'a' }));
    expect([none?.date, none?.pieces, none?.mark]).toEqual(['No date yet', [], undefined]);
  });
});

describe('the sheets of a schedule', () => {
  it('are none without rows', () => {
    expect(scheduleSheets([], '2024-05-01', WIDE)).toEqual([]);
    expect(
      renderToStaticMarkup(
        <SchedulePicture id="s" title="T" today="2024-05-01" groups={[group()]} promisedBy="The target" />,
      ),
    ).toBe('');
  });

  it('hold two hundred rows, each once, none on the other, on one axis', () => {
    const rows = Array.from({ length: 200 }, (_, at) => row({ key: `r${at}`, finish: target('2024-04') }));
    for (const layout of [WIDE, NARROW]) {
      const sheets = scheduleSheets([group(...rows)], '2024-05-01', layout);
      expect(sheets).toHaveLength(Math.ceil(200 / SHEET_ROWS));
      expect(sheets.flatMap((sheet) => sheet.rows).map((each) => each.row.key)).toEqual(
        rows.map(({ key }) => key),
      );
      for (const { rows: placed, height } of sheets) {
        placed.forEach((each, at) => expect(each.y).toBe((placed[0]?.y ?? 0) + at * layout.rowHeight));
        expect(height).toBeGreaterThan((placed.at(-1)?.y ?? 0) + layout.rowHeight - 1);
      }
    }
  });

  it('take a group to the next sheet whole', () => {
    const rows = (name: string, count: number) =>
      Array.from({ length: count }, (_, at) => row({ key: `${name}${at}`, finish: target('2024') }));
    const sheets = scheduleSheets([group(...rows('a', 20)), group(...rows('b', 10))], '2024-05-01', WIDE);
    expect(sheets.map((sheet) => sheet.rows.length)).toEqual([20, 10]);
  });
});

describe('the picture of a schedule', () => {
  const html = renderToStaticMarkup(
    <SchedulePicture
      id="s"
      title="The schedule"
      today="2024-05-01"
      promisedBy="The target"
      groups={[
        group(
          row({
            key: 'g0',
            kind: 'gate',
            gate: 0,
            label: 'Progress & go',
            finish: target('2024-04'),
            overdue: true,
          }),
          row({ key: 'd', label: '<b>👩‍👩‍👧‍👦</b> مراجعة '.repeat(20), finish: forecast('2024-05-09') }),
        ),
      ]}
    />,
  );

  it('is named and described, wide and narrow, each id once, without style attributes', () => {
    expect(
      html.match(/role="img" aria-labelledby="s-(wide|narrow)-0-title s-(wide|narrow)-0-desc"/g),
    ).toHaveLength(2);
    expect(html).toContain(
      '1 gate, 1 deliverable and 0 milestones between 1 Apr 2024 and 9 May 2024 at the latest.',
    );
    expect(html).toContain('1 overdue, 0 done, 0 without a date. The same dates are in the tables.');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).not.toContain('style=');
    expect(html).not.toContain('NaN');
    expect(html).not.toContain('<b>');
  });

  it('refers to no pattern or mask that is not there', () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
  });

  it('says in its description when nothing has a date', () => {
    expect(scheduleInWords([group(row({ key: 'a' }))], '2024-05-01')).toMatch(
      /without any date.*1 without a date/,
    );
  });
});
