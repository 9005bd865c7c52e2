import { z } from 'zod';
import { lineSchema, textSchema } from '../answers/text';
import { acceptUnless } from '../command/command';
import { refusal, type Refusal } from '../command/refusal';
import type { ProjectCommand } from '../project/command';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import { rowById } from '../project/row';
import type { Project } from '../project/state';
import { isOpen } from './state';

/** Why a risk cannot be changed: not there, withdrawn or closed. */
export function notOpen(project: Project, riskId: string): readonly Refusal[] {
  const risk = rowById(project.risks, riskId);
  if (!risk)
    return [refusal('no-such-row', 'There is no such risk on this project.', { fix: { screen: 'risks' } })];
  if (!isOpen(risk)) {
    return [
      refusal('withdrawn-row', `Risk ${risk.ref} is closed or withdrawn.`, {
        fix: { screen: 'risks', row: riskId },
      }),
    ];
  }
  return [];
}

export const closeRisk = projectCommand({
  name: 'close-risk',
  title: 'Close risk',
  purpose: 'Closes a risk that can no longer happen, with the reason.',
  who: ['lead', 'pmo'],
  input: z.object({ riskId: lineSchema(100), why: textSchema(10_000) }),
  reads: ['risks'],
  decide: (project, { riskId, why }) =>
    acceptUnless(notOpen(project, riskId), () => [happened('risk-closed', { riskId, words: { why } })]),
});

/** The commands of risks. */
export const risksCommands: readonly ProjectCommand[] = [closeRisk];
