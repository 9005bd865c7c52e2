import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import type { Project } from '../project/state';
import { submittedGate } from './hands';
import { changedParts, gatedFacts, partInWords } from './pack';

/**
 * Rule 3: while a gate is submitted, a command that would change what its pack holds is refused, naming each part;
 * progress, comments and questions go on.
 */
export function withdrawFirst(before: Project, after: Project, context: Context): readonly Refusal[] {
  const gate = submittedGate(before);
  if (gate === undefined) return [];
  const changed = changedParts(
    gatedFacts(before, gate, context.external).parts,
    gatedFacts(after, gate, context.external).parts,
  );
  return changed.map((part) =>
    refusal(
      'withdraw-first',
      `Gate ${gate} is submitted, and this would change ${partInWords(part, context.external)}. Withdraw the submission first.`,
      {
        ...(part.startsWith('criterion:') ? { criterion: part.slice('criterion:'.length) } : {}),
        fix: { screen: 'gate', gate, field: 'withdraw' },
        by: [{ role: 'pmo' }],
      },
    ),
  );
}
