import { z } from 'zod';

/** The six decisions of a project. */
export const GATE_NUMBERS = [0, 1, 2, 3, 4, 5] as const;
export type GateNumber = (typeof GATE_NUMBERS)[number];
export const gateNumberSchema = z.union(
  [z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)],
  { error: 'The gate must be a number from 0 to 5' },
);

/** Reads a gate number from text such as a URL's; undefined for gate 6 or gate "one". */
export const readGateNumber = (text: string): GateNumber | undefined =>
  GATE_NUMBERS.find((gate) => String(gate) === text);
