import { z } from 'zod';
import { formatMoney } from '~/core/money/format-money';
import { applyConfidence, type Pence } from '~/core/money/pence';
import { readConfidence, readMoney } from '~/core/money/read-money';

/** A confidence as far as it is typed: what is missing, or not finished, is the server's to say. */
const confidence = z.string().superRefine((text, { addIssue }) => {
  if (/^\s*$|\.\s*$/u.test(text)) return;
  const reading = readConfidence(text);
  if (!reading.ok) addIssue({ code: 'custom', message: reading.message });
});

/** Finance's entry while it is typed, by the very reader the server uses. Amounts are wrong too often half-way. */
export const ENTRY = z.looseObject({ cells: z.array(z.looseObject({ confidence: confidence.optional() })) });

/** "80% of £100,000 is £80,000", once the confidence can be read; proposed in pence, and nothing of a reduction, which counts in full. */
export function comesTo(proposed: Pence | undefined, typed: string | undefined): string | undefined {
  const reading = typed === undefined ? undefined : readConfidence(typed);
  if (proposed === undefined || proposed <= 0 || !reading?.ok) return undefined;
  return `${reading.understood} of ${formatMoney(proposed)} is ${formatMoney(applyConfidence(proposed, reading.value))}`;
}

/** "Understood as £80,000" of an amount that can be read. */
export function understoodAs(typed: string | undefined): string | undefined {
  const reading = typed === undefined ? undefined : readMoney(typed, { negatives: true });
  return reading?.ok ? `Understood as ${reading.understood}` : undefined;
}
