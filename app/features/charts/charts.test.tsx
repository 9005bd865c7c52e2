import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { chartScale, shortNumber } from './chart-scale';
import { HeatMap } from './HeatMap';
import { SeriesBars } from './SeriesBars';
import { barPlaces } from './WideBars';

describe('a chart’s scale', () => {
  it('takes in zero and every value, on round ticks', () => {
    expect(chartScale([100, 183, 200], 0, 100).ticks).toEqual([0, 50, 100, 150, 200]);
    expect(chartScale([-25, 200], 0, 100).ticks).toEqual([-50, 0, 50, 100, 150, 200]);
  });

  it('draws nothing but a line when all is nought', () => {
    const scale = chartScale([0, 0], 100, 0);
    expect(scale.ticks).toEqual([0, 1]);
    expect(scale.at(0)).toBe(100);
  });

  it('writes figures short, with a true minus and no minus nought', () => {
    expect([1234.5, 83.33333, 0.5, -25, -0.01].map(shortNumber)).toEqual(['1,235', '83', '0.5', '−25', '0']);
  });
});

describe('bars of series', () => {
  const html = renderToStaticMarkup(
    <SeriesBars
      id="c"
      title="Effect by year"
      description="Two series."
      years={['23/24', '24/25']}
      series={[
        { name: 'First', pence: [0, 10_000_000] },
        { name: 'Second', pence: [null, -2_500_000] },
      ]}
    />,
  );

  it('are named and described, and point to the table', () => {
    expect(html).toContain('role="img" aria-labelledby="c-wide-title c-wide-desc"');
    expect(html).toContain('Two series. The same figures are in the table.');
  });

  it('label pence as thousands of pounds, negatives too, and say where nothing is stated', () => {
    expect(html).toContain('>100</text>');
    expect(html).toContain('>−25</text>');
    expect(html).toContain('not stated');
  });

  it('draw what cannot be told as a hatched gap over the whole height, never as a figure', () => {
    const unknown = renderToStaticMarkup(
      <SeriesBars
        id="u"
        title="T"
        description="D"
        years={['23/24']}
        series={[{ name: 'A', pence: ['cannot-tell'] }]}
      />,
    );
    expect(unknown).toContain('fill="url(#u-wide-unknown)"');
    expect(unknown).toContain('>?</text>');
    expect(unknown).toContain('cannot tell</text>');
    expect(unknown).toContain('Cannot tell</span>');
    expect(html).not.toContain('Cannot tell');
  });

  it('bear the largest figures and no years at all', () => {
    const huge = [{ name: 'A', pence: [9e15, -9e15] }];
    const drawn = (years: string[]) =>
      renderToStaticMarkup(<SeriesBars id="h" title="T" description="D" years={years} series={huge} />);
    expect(drawn(['23/24', '24/25'])).toContain('−90,000,000,000</text>');
    expect(drawn(['23/24', '24/25'])).not.toContain('NaN');
    expect(drawn([])).toBe('');
  });

  it('write no more years than there is room for', () => {
    const years = Array.from({ length: 30 }, (_, at) => `${20 + at}/${21 + at}`);
    expect(barPlaces(30, 6, 46).every).toBe(3);
    const series = [{ name: 'A', pence: years.map(() => 100_000) }];
    const many = renderToStaticMarkup(
      <SeriesBars id="m" title="T" description="D" years={years} series={series} />,
    );
    expect(many.split('-narrow')[0]?.match(/app-chart__group/g)).toHaveLength(10);
  });

  it('give each id once and no style attribute', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).not.toContain('style=');
  });
});

describe('the heat map', () => {
  it('is a table that says score, band and risks in each cell', () => {
    const levels = [
      { value: 1, label: 'Low' },
      { value: 2, label: 'High' },
    ];
    const html = renderToStaticMarkup(
      <HeatMap
        caption="Risks"
        likelihoods={levels}
        impacts={levels}
        cells={[
          {
            likelihood: 2,
            impact: 1,
            score: 2,
            band: { text: 'Medium', tone: 'warn' },
            refs: [{ text: 'R1', href: '/r/1' }],
          },
        ]}
        unplaced={[{ text: 'R2' }]}
      />,
    );
    expect(html.match(/scope="col"/g)).toHaveLength(3);
    expect(html).toMatch(
      /<th scope="row"><strong>2<\/strong> High<\/th><td class="[^"]*--warn">.*2 Medium.*R1/,
    );
    expect(html).toMatch(/a number is wanting.*R2/);
  });
});
