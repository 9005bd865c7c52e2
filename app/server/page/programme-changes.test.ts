import { describe, expect, it } from 'vitest';
import type { Rag } from '~/core/gates/rag';
import type { RowThen } from '~db/queries/projects-as-at';
import { changesOf, type Then } from './programme-changes';

const gates = (changed: Readonly<Record<number, object>> = {}) =>
  JSON.stringify(
    [0, 1, 2, 3, 4, 5].map((gate) => ({ gate, standing: 'preparing', current: '2024-09', ...changed[gate] })),
  );
const rates = (changed: object = {}) =>
  JSON.stringify({
    proposed: 100,
    validated: 0,
    mtfs: 0,
    forecast: 0,
    delivered: 0,
    banked: 0,
    gap: null,
    ...changed,
  });
const then = (changed: Partial<RowThen> = {}, rag: Rag | undefined = 'green'): Then => ({
  row: { life: 'open', gates: gates(), runRates: rates(), ...changed } as RowThen,
  rag,
});
const words = (before: Then | undefined, after: Then) =>
  changesOf(before, after).map((each) => `${each.kind}: ${each.words}`);

describe('what changed of a project between two days', () => {
  it('is nothing where its rows say the same', () => expect(words(then(), then())).toEqual([]));

  it('is that it came, and nothing else, where it was not there', () =>
    expect(words(undefined, then({}, 'red'))).toEqual(['came: Came into the list']));

  it.each([
    ['open', 'closed', 'Closed'],
    ['open', 'held', 'Put on hold'],
    ['open', 'completed', 'Completed'],
    ['held', 'open', 'Resumed after being on hold'],
    ['held', 'closed', 'Closed'],
    ['closed', 'open', 'Reopened'],
    ['completed', 'open', 'Reopened'],
  ] as const)('is told of its life: from %s to %s', (before, after, said) =>
    expect(words(then({ life: before }), then({ life: after }))).toEqual([`life: ${said}`]),
  );

  it('is told of each gate: its standing both ways, and its date while it is undecided', () => {
    const submitted = then({ gates: gates({ 1: { standing: 'submitted' } }) });
    const approved = then({ gates: gates({ 1: { standing: 'approved', current: '2024-03-20' } }) });
    expect(words(then(), submitted)).toEqual(['gate: Gate 1 submitted']);
    expect(words(submitted, approved)).toEqual(['gate: Gate 1 approved']);
    expect(words(submitted, then())).toEqual(['gate: Gate 1 no longer submitted']);
    expect(words(approved, then())[0]).toBe('gate: Gate 1 no longer approved');
    const moved = then({ gates: gates({ 4: { current: '2025-01' }, 5: { current: null } }) });
    expect(words(then(), moved)).toEqual([
      'date: Gate 4 moved from Sep 2024 to Jan 2025',
      'date: Gate 5 moved from Sep 2024 to no date',
    ]);
  });

  it('is told of its colour, where it had one on both days', () => {
    expect(words(then({}, 'green'), then({}, 'red'))).toEqual(['colour: From green to red']);
    const over = { row: then({ life: 'closed' }).row, rag: undefined };
    expect(words(then({}, 'red'), over)).toEqual(['life: Closed']);
  });

  it('names the series whose run rate moved, and what came to be known', () => {
    const moved = then({ runRates: rates({ validated: 5, mtfs: null }) });
    expect(words(then(), moved)).toEqual(['figures: Run rate moved: finance-validated, in the MTFS']);
  });
});
