import { uuidv7 } from 'uuidv7';

/** Fresh UUIDv7s, in order within the process. */
export const randomIds = (): (() => string) => uuidv7;

/** UUIDv7s that are the same at every run with the same seed; for tests and goldens. */
export function seededIds(seed: number, startMs = 1_696_118_400_000): () => string {
  let made = 0;
  let state = seed >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
  const hex = (value: number, digits: number): string =>
    value.toString(16).padStart(digits, '0').slice(-digits);
  return () => {
    made += 1;
    const time = hex(startMs + made, 12);
    const tail = hex(next(), 8) + hex(next(), 8);
    const variant = ((next() & 0x3f) | 0x80).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(next(), 3)}-${variant}${tail.slice(0, 2)}-${tail.slice(2, 14)}`;
  };
}
