import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { readyFor, walk, wholeWay } from '~/core/testing/whole-way';
import { recordOf, SEED } from '~/documents/business-case-lite/seed-for-test';
import { bridgeRows } from '~/features/charts/bridge-geometry';
import { BridgeSection } from '~/features/finance/BridgeSection';
import { financeBridge } from './finance-bridge';
import { looking } from './gates/loaded-for-test';

const imported = recordOf(SEED);
const ended = walk(imported, wholeWay).project;
const bridge = (asked: string | null, project = ended, today = '2025-04-14') =>
  financeBridge(looking(project, 'finance', today), asked);
const told = (asked: string | null) => bridge(asked).steps.map(({ label, pence }) => [label, pence]);

describe('the bridge on the finance page', () => {
  it('tells what became of the proposal of a year that is over', () => {
    expect(bridge('24-25').measure).toBe('effect in 24/25');
    expect(told('24-25')).toEqual([
      ['Proposed', 5_500_000],
      ['Finance validates less', -1_000_000],
      ['Finance-validated', 4_500_000],
      ['Gap to the MTFS', 'cannot-tell'],
      ['In the MTFS', 'cannot-tell'],
      ['Against the MTFS', 'cannot-tell'],
      ['Delivered', 'cannot-tell'],
      ['Investment, not banked', 'cannot-tell'],
      ['Banked', 8_500_000],
    ]);
    const steps = bridge('24-25').steps;
    expect(steps.find(({ key }) => key === 'gap-cannot-tell')?.note).toBe(
      '“One-off Investment”: The MTFS figure for 24/25 is not recorded.',
    );
    expect(steps.find(({ key }) => key === 'outturn')?.note).toBe(
      'Of “One-off Investment” nothing is recorded as delivered for 24/25.',
    );
  });

  it('is of the run rate unless a year is asked for, and adds up', () => {
    const { measure, steps, views } = bridge(null, readyFor(imported, 5), '2024-10-01');
    expect(measure).toBe('run rate, as felt in 26/27');
    expect(views.map(({ text, current }) => [text, current])).toEqual([
      ['Run rate', true],
      ['23/24', false],
      ['24/25', false],
      ['25/26', false],
      ['26/27', false],
    ]);
    expect(bridgeRows(steps).map(({ kind }) => kind)).not.toContain('unaccounted');
    expect(steps.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Proposed', 'Finance-validated', 'In the MTFS', 'Forecast', 'Banked']),
    );
  });

  it('is not there for a year the horizon has not, and not for something else', () => {
    for (const asked of ['27-28', '24/25', '2024', '', 'x'.repeat(1_000)]) {
      expect(() => bridge(asked)).toThrow();
    }
  });

  it('has nothing to bridge where every total is nought', () => {
    const bare = { ...imported, money: { ...imported.money, lines: [] } };
    const nothing = bridge('24-25', bare, '2023-10-01');
    expect(nothing.steps).toEqual([]);
    const html = renderToStaticMarkup(
      createElement(BridgeSection, { bridge: nothing, projectRef: 'RX-004' }),
    );
    expect(html).toContain('there is nothing to bridge');
    expect(html).toContain('href="/projects/RX-004/finance?bridge=24-25#bridge"');
    expect(html).not.toContain('<figure');
  });

  it('stands beside its table, each change with whose it is', () => {
    const html = renderToStaticMarkup(
      createElement(BridgeSection, { bridge: bridge('24-25'), projectRef: 'RX-004' }),
    );
    expect(html).toContain('role="img"');
    expect(html).toContain('From proposed to banked: effect in 24/25</span></caption>');
    expect(html).toContain('“Recurring Savings”');
    expect(html).not.toContain('NaN');
  });
});
