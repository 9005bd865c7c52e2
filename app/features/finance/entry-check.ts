import { z } from 'zod';
import type { Reading } from '~/core/answers/reading';
import { formatMoney } from '~/core/money/format-money';
import { applyConfidence, type Pence } from '~/core/money/pence';
import { readConfidence, readMoney } from '~/core/money/read-money';

/** Text that is empty, or that the reader understands: what is missing is the server's to say. */
const readBy = (read: (text: string) => Reading<unknown>) =>
  z.string().superRefine((text, { addIssue }) => {
    if (text.trim() === '') return;
    const reading = read(text);
    if (!reading.ok) addIssue({ code: 'custom', message: reading.message });
  });

/** Finance's entry as typed, by the very readers the server uses. */
export const ENTRY = z.looseObject({
  cells: z.array(
    z.looseObject({
      confidence: readBy(readConfidence).optional(),
      amount: readBy((text) => readMoney(text, { negatives: true })).optional(),
    }),
  ),
});

/** "80% of £100,000 is £80,000", once the confidence can be read; proposed in pence, and nothing of a reduction, which counts in full. */
export function comesTo(proposed: Pence | undefined, typed: string | undefined): string | undefined {
  const reading = typed === undefined ? undefined : readConfidence(typed);
  if (proposed === undefined || proposed <= 0 || !reading?.ok) return undefined;
  return `${reading.understood} of ${formatMoney(proposed)} is ${formatMoney(applyConfidence(proposed, reading.value))}`;
}
