import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { readyFor } from '~/core/testing/whole-way';
import { scenario } from '~/core/testing/scenario';
import { recordOf, SEED } from '~/documents/business-case-lite/seed-for-test';
import { HeatSection } from '~/features/risks/HeatSection';
import { looking } from './gates/loaded-for-test';
import { risksOf } from './risks';

const imported = recordOf(SEED);
const ready = readyFor(imported, 1);
const page = (project = ready) =>
  risksOf(looking(project, 'lead', '2023-12-01'), { url: 'http://localhost/projects/RX-004/risks' });
const drawn = (project = ready) => renderToStaticMarkup(createElement(HeatSection, page(project)));

describe('how risks moved, on the risks page', () => {
  it('is told of the imported record as nothing to compare with', () => {
    const { movement } = page(imported);
    expect(movement.since).toBe('No gate is approved yet: there is nothing to compare with.');
    expect(movement.rows[0]).toMatchObject({ ref: '1', now: '6: 2 Unlikely, 3 Moderate' });
    const html = drawn(imported);
    expect(html).toContain('nothing to compare with');
    expect(html).not.toContain('Movement');
    expect(html).toContain('role="img"');
  });

  it('is each risk’s place at the last approved gate, its place now, and the movement in words', () => {
    const [first] = ready.risks;
    const moved = scenario({ project: ready, today: '2023-12-01' })
      .after('amend-risk', {
        riskId: first!.id,
        ref: first!.ref,
        risk: first!.risk,
        mitigation: first!.mitigation,
        likelihood: 4,
        impact: 4,
        owner: first!.owner,
        due: '2024-03',
      })
      .after('record-risk', { risk: 'Staff leave', likelihood: 1, impact: 2 });
    const { movement } = page(moved.project);
    expect(movement.since).toMatch(/^since Gate 0’s pack of \d+ \w+ 2023$/);
    expect(movement.rows.map(({ ref, then, now, tag }) => [ref, then, now, tag.text])).toEqual([
      ['1', '6: 2 Unlikely, 3 Moderate', '16: 4 Likely, 4 Major', 'Worse by 10'],
      ['2', undefined, '2: 1 Rare, 2 Minor', 'New'],
    ]);
    expect(movement.description).toBe(
      '2 open risks by likelihood and impact. Since Gate 0: 1 worse, 0 better, 1 new, 0 closed, 0 with the same score. The same places are in the table.',
    );
    const html = drawn(moved.project);
    expect(html).toContain('At Gate 0');
    expect(html).toContain('not there yet');
    expect(html).toContain('app-chart__move--worse');
  });

  it('keeps a closed risk in the table with why, and without a link to a row that is gone', () => {
    const [first] = ready.risks;
    const closed = scenario({ project: ready, today: '2023-12-01' }).after('close-risk', {
      riskId: first!.id,
      why: 'The provider is local',
    });
    const html = drawn(closed.project);
    expect(html).toContain('no longer open');
    expect(html).toContain('The provider is local');
    expect(html).not.toContain(`href="#row-${first!.id}"`);
  });
});
