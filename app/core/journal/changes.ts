import type { Change } from './event';

type Shown = Readonly<Record<string, string | undefined>>;

/** What differs between two showings of the same row, label by label, in the order of the later one. */
export const changesOf = (before: Shown, after: Shown): readonly Change[] =>
  Object.keys({ ...after, ...before })
    .filter((what) => before[what] !== after[what])
    .map((what) => ({
      what,
      ...(before[what] === undefined ? {} : { before: before[what] }),
      ...(after[what] === undefined ? {} : { after: after[what] }),
    }));
