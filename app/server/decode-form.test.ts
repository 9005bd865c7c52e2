import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeForm, fields, list, many, optional } from './decode-form';
import {
  answer,
  choice,
  confidence,
  day,
  decimal,
  line,
  lines,
  money,
  month,
  partialDate,
  text,
  ticked,
  wholeNumber,
  yesNo,
} from './form-fields';

const sent = (pairs: readonly (readonly [string, string])[]) => {
  const map = new Map<string, string[]>();
  for (const [name, value] of pairs) map.set(name, [...(map.get(name) ?? []), value]);
  return { fields: map };
};
const form = (pairs: Readonly<Record<string, string>>) => sent(Object.entries(pairs));

const saving = fields({
  title: line(),
  start: optional(month()),
  cells: list(fields({ fy: wholeNumber({ from: 1990, to: 2100 }), amount: money({ negatives: true }) }), {
    max: 20,
  }),
});

describe('a form as the JSON of a command', () => {
  it('tells a value that is no number together with a date that is none', () => {
    const reading = fields({ value: decimal(), date: month() });
    const bad = form({ value: '62%', 'date.month': '13', 'date.year': '2024' });
    const decoded = decodeForm(bad, reading);
    expect(decoded.ok ? [] : Object.keys(decoded.errors).sort()).toEqual(['date', 'date.month', 'value']);
    const good = form({ value: ' -62.50 ', 'date.month': '3', 'date.year': '2024' });
    expect(decodeForm(good, reading)).toMatchObject({
      ok: true,
      value: { value: '-62.50', date: '2024-03' },
    });
  });

  it('builds nested objects and lists from names, with what was understood', () => {
    const decoded = decodeForm(
      form({
        title: ' Contracts ',
        'start.day': '',
        'start.month': 'Sept',
        'start.year': '2024',
        'cells[0].fy': '2024',
        'cells[0].amount': '£1.2m',
        'cells[3].fy': '2025',
        'cells[3].amount': '(200)',
        _id: 'ignored',
      }),
      saving,
    );
    expect(decoded).toMatchObject({
      ok: true,
      value: {
        title: 'Contracts',
        start: '2024-09',
        cells: [
          { fy: 2024, amount: 120_000_000 },
          { fy: 2025, amount: -20_000 },
        ],
      },
      understood: { 'cells[0].amount': '£1,200,000', start: 'Sep 2024' },
    });
  });

  it('gives every error at once, by the form’s own names', () => {
    const decoded = decodeForm(
      form({
        title: 'T',
        'start.day': '1',
        'start.month': '13',
        'start.year': '2024',
        'cells[2].fy': '2024',
        'cells[2].amount': '1e9',
      }),
      saving,
    );
    expect(decoded.ok).toBe(false);
    expect(Object.keys(decoded.ok ? {} : decoded.errors).sort()).toEqual([
      'cells[2].amount',
      'start',
      'start.month',
    ]);
  });

  it('leads an error of the command back to the name it came from, holes in a list closed up', () => {
    const decoded = decodeForm(form({ title: 'T', 'cells[4].fy': '2024', 'cells[4].amount': '1' }), saving);
    expect(decoded.ok && decoded.nameOf('cells.0.amount')).toBe('cells[4].amount');
    expect(decoded.ok && decoded.nameOf('cells.0.amount.deeper')).toBe('cells[4].amount');
    expect(decoded.ok && decoded.nameOf('title')).toBe('title');
  });

  it.each([
    'title[0]',
    'cells[01].fy',
    'cells[0]fy',
    'cells[99999].fy',
    'cells',
    '__proto__.x',
    'extra',
    'cells[0].fy.deep',
  ])('says of a name that belongs to no field, such as %s, that it was not read', (name) => {
    const decoded = decodeForm(form({ title: 'T', [name]: '1' }), saving);
    expect(decoded.ok).toBe(false);
  });

  it('refuses a value sent twice and more rows than a list takes', () => {
    const twice = decodeForm(
      sent([
        ['title', 'A'],
        ['title', 'B'],
      ]),
      fields({ title: line() }),
    );
    expect(twice).toMatchObject({ ok: false, errors: { title: 'This was sent more than once' } });
    const rows = Object.fromEntries(Array.from({ length: 3 }, (_, index) => [`rows[${index}].a`, 'x']));
    const decoded = decodeForm(form(rows), fields({ rows: list(fields({ a: line() }), { max: 2 }) }));
    expect(decoded).toMatchObject({ ok: false, errors: { rows: 'At most 2 rows are taken' } });
  });

  it('leaves out rows whose telling field is empty, and optional fields that are', () => {
    const decoded = decodeForm(
      form({
        'rows[0].a': '',
        'rows[0].b': 'no',
        'rows[1].a': 'x',
        'rows[1].b': 'yes',
        'd.day': '',
        'd.month': '',
        'd.year': ' ',
      }),
      fields({
        rows: list(fields({ a: line(), b: yesNo() }), { max: 9, skipWithout: 'a' }),
        d: optional(partialDate()),
      }),
    );
    expect(decoded).toMatchObject({ ok: true, value: { rows: [{ a: 'x', b: true }] } });
    expect(decoded.ok && 'd' in decoded.value).toBe(false);
  });

  it('asks for what was not sent', () => {
    expect(
      decodeForm(form({}), fields({ a: yesNo(), b: ticked(), c: many((value) => ({ ok: true, value }), 3) })),
    ).toMatchObject({
      ok: false,
      errors: { a: 'Answer this' },
    });
  });

  it('reads the four answers, and the value only while it is given', () => {
    const field = fields({ amount: answer(money()), finish: answer(partialDate()) });
    expect(
      decodeForm(
        form({
          'amount.kind': 'tbc',
          'amount.value': 'rubbish',
          'finish.kind': 'given',
          'finish.value.month': '9',
          'finish.value.year': '2024',
        }),
        field,
      ),
    ).toMatchObject({
      ok: true,
      value: { amount: { state: 'tbc' }, finish: { state: 'given', value: '2024-09' } },
    });
    expect(
      decodeForm(form({ 'amount.kind': 'given', 'amount.value': '', 'finish.kind': 'none' }), field),
    ).toMatchObject({
      ok: false,
      errors: { 'amount.value': 'Enter an amount' },
    });
  });

  it.each([
    [wholeNumber({ from: 0, to: 100 }), ['', ' ', '1.5', '1e1', '0x1', '101', '-1', 'abc', '١']],
    [confidence(), ['', '101', '-1', 'abc', '1e1']],
    [money(), ['', '£200,000.555', '1e9', '-200', '(200)']],
    [day(), ['', '2024-09', '31 Feb 2024', '2024-13', '1 Jan 1989']],
    [month(), ['', '2024', '1 Sep 2024']],
    [choice(['a', 'b']), ['', 'A', 'c']],
    [yesNo(), ['', 'true', '1', 'on']],
  ])('takes nothing for what it is not (%#)', (field, bad) => {
    for (const typed of bad)
      expect(decodeForm(form({ x: typed }), fields({ x: field })).ok, typed).toBe(false);
  });

  it('keeps text exactly and lists one entry a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const decoded = decodeForm(form({ x: typed }), fields({ x: text() }));
        expect(decoded.ok && decoded.value.x).toBe(typed);
      }),
      { numRuns: 30 },
    );
    expect(decodeForm(form({ x: ' a \n\n b' }), fields({ x: lines() }))).toMatchObject({
      value: { x: ['a', 'b'] },
    });
  });

  it('answers whatever it is sent, and loses nothing silently: every name is read or named in an error', () => {
    const name = fc.stringMatching(/^[a-z_.[\]0-9]{0,12}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ maxLength: 8 })), { maxLength: 12 }), (pairs) => {
        const decoded = decodeForm(sent(pairs), saving);
        if (decoded.ok) return;
        for (const message of Object.values(decoded.errors)) expect(message).not.toBe('');
        const strangers = pairs
          .map(([each]) => each)
          .filter((each) => !/^(_[a-z]+$|title$|start|cells)/.test(each));
        for (const stranger of strangers) expect(decoded.errors).toHaveProperty([stranger]);
      }),
    );
  });

  it('brings any rows back as they were written', () => {
    const rows = fc.array(
      fc.record({ fy: fc.integer({ min: 1990, max: 2100 }), pounds: fc.integer({ min: -1e9, max: 1e9 }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(rows, (cells) => {
        const pairs = cells.flatMap(({ fy, pounds }, index): [string, string][] => [
          [`cells[${index * 3}].fy`, String(fy)],
          [`cells[${index * 3}].amount`, String(pounds)],
        ]);
        const decoded = decodeForm(sent([['title', 'T'], ...pairs]), saving);
        expect(decoded.ok && decoded.value.cells).toEqual(
          cells.map(({ fy, pounds }) => ({ fy, amount: pounds === 0 ? 0 : pounds * 100 })),
        );
      }),
    );
  });
});
