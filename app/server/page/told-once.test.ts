import { expect, it } from 'vitest';
import { toldOnce } from './told-once';

it('tells what is true of several years once, in the order met', () => {
  expect(
    toldOnce([
      'The MTFS figure for 23/24 is not recorded.',
      'A figure has no convention.',
      'The MTFS figure for 24/25 is not recorded.',
      'The MTFS figure for 24/25 is not recorded.',
      'The MTFS figure for 25/26 is not recorded.',
      '24/25 and 25/26 differ.',
    ]),
  ).toEqual([
    'The MTFS figure for 23/24, 24/25 and 25/26 is not recorded.',
    'A figure has no convention.',
    '24/25 and 25/26 differ.',
  ]);
});
