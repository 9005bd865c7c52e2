import { describe, expect, it } from 'vitest';
import { compareDecimals } from './decimal';
import { directionOf, realisationOf } from './realisation';
import type { Benefit, Reading } from './state';

const mark = { by: 'lead', day: '2024-01-15', seq: 1 };
const benefit = (more: Partial<Benefit> = {}): Benefit => ({
  id: 'b-1',
  recorded: mark,
  amended: mark,
  category: 'Customer Experience',
  description: { state: 'given', value: 'Better' },
  realisation: { state: 'given', value: '2024-12' },
  measure: 'Satisfied callers',
  unit: '%',
  baseline: { value: '62.5', date: '2023-11' },
  target: '80',
  readings: [],
  ...more,
});
const read = (value: string, date: string, more: Partial<Reading> = {}): Reading => ({
  ...mark,
  id: `r-${value}`,
  value,
  date,
  source: 'Survey',
  evidence: [],
  ...more,
});
const live = { goLive: { ...mark, date: '2024-09-15', evidence: [], note: '' } };

describe('how far a benefit has come', () => {
  it('is not claimed while it is not described, withdrawn or leaked', () => {
    expect(realisationOf(benefit({ description: { state: 'tbc' } }), live).status).toBe('not-claimed');
    expect(realisationOf(benefit({ withdrawn: { ...mark, why: 'x' } }), live).status).toBe('not-claimed');
    expect(realisationOf(benefit({ leakage: { ...mark, changeRequest: 'c' } }), live).status).toBe(
      'not-claimed',
    );
  });

  it('is only claimed when it cannot be measured, whatever was read', () => {
    const readings = [read('100', '2025-01')];
    for (const lack of [
      { measure: undefined },
      { measure: ' ' },
      { target: undefined },
      { baseline: undefined },
    ]) {
      expect(realisationOf(benefit({ ...lack, readings }), live).status).toBe('claimed');
    }
    expect(realisationOf(benefit({ target: '62.5', readings }), live).status).toBe('claimed');
  });

  it('is measurable until a reading since go-live stands', () => {
    expect(realisationOf(benefit(), live).status).toBe('measurable');
    expect(realisationOf(benefit({ readings: [read('90', '2025-01')] }), {}).status).toBe('measurable');
    expect(realisationOf(benefit({ readings: [read('90', '2024-09')] }), live).status).toBe('measurable');
    const withdrawn = read('90', '2025-01', { withdrawn: { ...mark, why: 'x' } });
    expect(realisationOf(benefit({ readings: [withdrawn] }), live).status).toBe('measurable');
  });

  it('is realised when the newest reading reaches the target, else measured', () => {
    expect(realisationOf(benefit({ readings: [read('80.0', '2024-10')] }), live).status).toBe('realised');
    expect(realisationOf(benefit({ readings: [read('79.999', '2024-10')] }), live).status).toBe('measured');
    const fell = [read('70', '2025-02'), read('85', '2024-12')];
    expect(realisationOf(benefit({ readings: fell }), live)).toMatchObject({
      status: 'measured',
      latest: { value: '70' },
    });
  });

  it('goes down where less is better', () => {
    const fewer = benefit({
      target: '10',
      baseline: { value: '30', date: '2023' },
      readings: [read('9', '2025')],
    });
    expect(directionOf(fewer)).toBe('down');
    expect(realisationOf(fewer, live).status).toBe('realised');
    expect(directionOf(benefit({ direction: 'down' }))).toBe('down');
  });
});

describe('comparing written values', () => {
  it.each([
    ['80', '80.0', 0],
    ['-0', '0', 0],
    ['9', '10', -1],
    ['-2', '-10', 1],
    ['0.1', '0.09', 1],
    ['999999999999.999999', '999999999999.999998', 1],
  ])('%s against %s is %i', (a, b, sign) => {
    expect(Math.sign(compareDecimals(a, b))).toBe(sign);
  });
});
