import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { bridgeRows, openOf, type BridgeStep } from './bridge-geometry';
import { Bridge } from './Bridge';
import { BridgeTable } from './BridgeTable';

const total = (key: string, pence: BridgeStep['pence']): BridgeStep => ({
  key,
  label: key,
  kind: 'total',
  pence,
});
const change = (key: string, pence: BridgeStep['pence'], explained?: number): BridgeStep => ({
  key,
  label: key,
  kind: 'change',
  pence,
  ...(explained === undefined ? {} : { explained }),
});

const STEPS = [
  total('Proposed', 20_000_000),
  change('Not validated', -4_000_000, -4_000_000),
  total('Validated', 16_000_000),
  change('Gap to the MTFS', 2_000_000, 500_000),
  total('MTFS', 18_000_000),
];

describe('the rows of a bridge', () => {
  it('begin each where the last one ended, explained before open', () => {
    expect(bridgeRows(STEPS).map(({ key, whole }) => [key, whole?.from, whole?.to])).toEqual([
      ['Proposed', 0, 20_000_000],
      ['Not validated', 20_000_000, 16_000_000],
      ['Validated', 0, 16_000_000],
      ['Gap to the MTFS', 16_000_000, 18_000_000],
      ['MTFS', 0, 18_000_000],
    ]);
    const gap = bridgeRows(STEPS)[3];
    expect(gap?.explained).toEqual({ from: 16_000_000, to: 16_500_000 });
    expect(gap?.open).toEqual({ from: 16_500_000, to: 18_000_000 });
    expect(openOf(bridgeRows(STEPS))).toBe(1_500_000);
  });

  it('say by how much changes and the total after them disagree', () => {
    const rows = bridgeRows([total('A', 100), change('b', -30), total('C', 60)]);
    expect(rows.map(({ kind }) => kind)).toEqual(['total', 'change', 'unaccounted', 'total']);
    expect(rows[2]).toMatchObject({ pence: -10, whole: { from: 70, to: 60 } });
  });

  it('take no explanation of the other sign, and no more than all of a change', () => {
    const [, against, over] = bridgeRows([total('A', 100), change('b', -30, 10), change('c', 20, 900)]);
    expect(against?.explained).toBeUndefined();
    expect(over?.explained).toEqual({ from: 70, to: 90 });
    expect(over?.open).toBeUndefined();
  });

  it('place nothing behind what cannot be told until the next total', () => {
    const rows = bridgeRows([total('A', 100), change('b', 'cannot-tell'), change('c', 5), total('D', 60)]);
    expect(rows.map(({ kind }) => kind)).toEqual(['total', 'unknown', 'unknown', 'total']);
  });

  it('go below nought, begin with a change, and are none without steps', () => {
    expect(bridgeRows([change('a', -50), change('b', 80)]).map(({ whole }) => whole?.to)).toEqual([-50, 30]);
    expect(bridgeRows([])).toEqual([]);
  });

  it('add the largest figures to the penny', () => {
    const rows = bridgeRows([total('A', 9e15 - 1), change('b', -(9e15 - 1)), total('C', 0)]);
    expect(rows.map(({ kind }) => kind)).toEqual(['total', 'change', 'total']);
  });
});

describe('the picture of a bridge', () => {
  const html = renderToStaticMarkup(<Bridge id="b" title="From proposed to MTFS" steps={STEPS} />);

  it('says every step and what is open, and carries no colour alone', () => {
    expect(html).toContain('Gap to the MTFS +20; MTFS 180. 15 of the changes is open.');
    expect(html).toContain('5 explained, 15 open');
    expect(html).not.toContain('style=');
    expect(html).not.toContain('NaN');
  });

  it('gives each id once and refers to no pattern that is not there', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
  });

  it('has in its key only what is drawn', () => {
    expect(html).toContain('Explained</span>');
    const plain = renderToStaticMarkup(
      <Bridge id="p" title="T" steps={[total('A', 100), total('B', 100)]} />,
    );
    for (const word of ['Explained', 'Open', 'Cannot tell']) expect(plain).not.toContain(`${word}</span>`);
  });

  it('stands beside a table of the same, in pounds', () => {
    const table = renderToStaticMarkup(<BridgeTable caption="From proposed to MTFS" steps={STEPS} />);
    expect(table).toContain('−40,000');
    expect(table).toContain('15,000');
  });

  it('bears two hundred steps, long labels and none at all', () => {
    const many = Array.from({ length: 200 }, (_, at) => change(`${'مراجعة '.repeat(50)}${at}`, at - 100));
    expect(renderToStaticMarkup(<Bridge id="m" title="T" steps={many} unit="pounds" />)).not.toContain('NaN');
    expect(renderToStaticMarkup(<Bridge id="n" title="T" steps={[]} />)).toBe('');
  });
});
