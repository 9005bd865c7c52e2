import { shortNumber } from './chart-scale';

export type BridgeUnit = 'thousands' | 'pounds';

/** A figure in the unit that is drawn: "200" for £200,000 in thousands. */
export const inUnit = (pence: number, unit: BridgeUnit): string =>
  shortNumber(pence / (unit === 'thousands' ? 100_000 : 100));

/** A change in the unit that is drawn, always with its sign. */
export const signed = (pence: number, unit: BridgeUnit): string =>
  pence > 0 ? `+${inUnit(pence, unit)}` : inUnit(pence, unit);
