import type { ProjectCommand } from '../project/command';
import { attachmentCommands } from './commands-attachments';
import { attestationCommands } from './commands-attestations';
import { signOffCommands } from './commands-sign-offs';

/** The commands of evidence. */
export const evidenceCommands: readonly ProjectCommand[] = [
  ...attachmentCommands,
  ...attestationCommands,
  ...signOffCommands,
];
