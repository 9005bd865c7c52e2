import { describe, expect, it } from 'vitest';
import { decodeForm, fields, list } from './decode-form';
import { line, wholeNumber } from './form-fields';
import { changedRow, dateAnswer, dateBox, moneyAnswer, orNull } from './form-rows';

const form = (values: Record<string, string>) => ({
  fields: new Map(Object.entries(values).map(([name, value]) => [name, [value]] as const)),
});

const gates = fields({
  gates: list(changedRow({ gate: wholeNumber({ from: 0, to: 5 }) }, { target: dateAnswer() }), { max: 6 }),
});

describe('rows of which only what was changed is read', () => {
  it('leaves out rows in which nothing was changed, even ones it could not read', () => {
    const decoded = decodeForm(
      form({
        'gates[0].gate': '0',
        'gates[0].target': '-',
        'gates[0].targetWas': '-',
        'gates[1].gate': '1',
        'gates[1].target': 'Sept 2024',
        'gates[1].targetWas': 'Dec 2023',
      }),
      gates,
    );
    expect(decoded).toMatchObject({
      ok: true,
      value: { gates: [{ gate: 1, target: { state: 'given', value: '2024-09' } }] },
      understood: { 'gates[1].target': 'Sep 2024' },
    });
  });

  it('names an error by the row it was typed in', () => {
    const decoded = decodeForm(
      form({ 'gates[3].gate': '3', 'gates[3].target': '31 Feb 2024', 'gates[3].targetWas': '' }),
      gates,
    );
    expect(decoded).toMatchObject({ ok: false, errors: { 'gates[3].target': 'February 2024 has 29 days' } });
  });

  it('takes none, TBC and an emptied box, and refuses a new dash', () => {
    const read = (target: string) =>
      decodeForm(form({ 'gates[0].gate': '0', 'gates[0].target': target, 'gates[0].targetWas': 'x' }), gates);
    expect(read('none')).toMatchObject({ value: { gates: [{ target: { state: 'none' } }] } });
    expect(read('TBC')).toMatchObject({ value: { gates: [{ target: { state: 'tbc' } }] } });
    expect(read('')).toMatchObject({ value: { gates: [{ target: { state: 'blank' } }] } });
    expect(read('-').ok).toBe(false);
  });
});

describe('answers in one box', () => {
  it('reads money with its unit and says how it was understood', () => {
    expect(decodeForm(form({ a: '£1.2m' }), fields({ a: moneyAnswer() }))).toMatchObject({
      value: { a: { state: 'given', value: 120_000_000 } },
      understood: { a: '£1,200,000' },
    });
    expect(decodeForm(form({ a: '£200,000.555' }), fields({ a: moneyAnswer() })).ok).toBe(false);
  });

  it('makes null of an emptied box, and else reads it', () => {
    expect(decodeForm(form({ a: ' ' }), fields({ a: orNull(line()) }))).toMatchObject({ value: { a: null } });
    expect(decodeForm(form({ a: 'Oct 2023' }), fields({ a: orNull(dateBox()) }))).toMatchObject({
      value: { a: '2023-10' },
    });
  });
});
