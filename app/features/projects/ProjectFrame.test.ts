import { describe, expect, it } from 'vitest';
import { crumbsAt, sectionAt } from './ProjectFrame';

const words = (path: string) =>
  crumbsAt('RX-1', path).map(({ text, href }) => (href ? `${text} (${href})` : text));

describe('the way up from a page of a project', () => {
  it('ends at the project itself on its overview', () => {
    expect(words('/projects/RX-1')).toEqual(['Projects (/projects)', 'RX-1']);
  });

  it('goes by the section, which is a link on the pages below it', () => {
    expect(words('/projects/RX-1/gates')).toEqual(['Projects (/projects)', 'RX-1 (/projects/RX-1)', 'Gates']);
    expect(words('/projects/RX-1/gates/3/')).toEqual([
      'Projects (/projects)',
      'RX-1 (/projects/RX-1)',
      'Gates (/projects/RX-1/gates)',
      'Gate 3',
    ]);
    expect(words('/projects/RX-1/gates/3/pack').slice(2)).toEqual([
      'Gates (/projects/RX-1/gates)',
      'Gate 3 (/projects/RX-1/gates/3)',
      'The pack',
    ]);
    expect(words('/projects/RX-1/history/12').slice(2)).toEqual([
      'History (/projects/RX-1/history)',
      'Event 12',
    ]);
    expect(words('/projects/RX-1/finance/lines/abc').at(-1)).toBe('Money line');
    expect(words('/projects/RX-1/debts')).toEqual([
      'Projects (/projects)',
      'RX-1 (/projects/RX-1)',
      'Answers owed',
    ]);
  });

  it('knows the section of every page below it', () => {
    expect(sectionAt('RX-1', '/projects/RX-1/gates/3/pack')?.text).toBe('Gates');
    expect(sectionAt('RX-1', '/projects/RX-1')?.text).toBe('Overview');
  });
});
