import { describe, expect, it } from 'vitest';
import { lastChange } from './last-change';

const loaded = { name: (person: string) => `Person ${person}`, project: { ref: 'RX/1' } };

describe('the last change of a row', () => {
  it('is its latest mark, told with who, when and the page of the event', () => {
    const recorded = { by: 'a', day: '2023-10-01', seq: 3 };
    const amended = { by: 'b', day: '2023-10-09', seq: 7 };
    expect(lastChange(loaded, recorded, amended, undefined)).toEqual({
      by: 'Person b',
      day: '9 Oct 2023',
      href: '/projects/RX%2F1/history/7',
    });
    expect(lastChange(loaded, recorded, undefined).href).toBe('/projects/RX%2F1/history/3');
  });
});
