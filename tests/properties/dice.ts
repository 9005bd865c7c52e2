/** A seeded source of chance: a failing run is told again by its numbers alone. */
export interface Dice {
  /** A whole number from 0 to n − 1. */
  below(n: number): number;
  /** Whether something with this chance, in hundredths, comes about. */
  chance(hundredths: number): boolean;
  /** One of several; undefined of none. */
  pick<T>(of: readonly T[]): T | undefined;
}

/** Dice thrown from one 32-bit number (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    chance: (hundredths) => next() * 100 < hundredths,
    pick: (of) => (of.length === 0 ? undefined : of[below(of.length)]),
  };
}
