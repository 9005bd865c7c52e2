import type { ProjectCommand } from '../project/command';

/** The commands of this topic. */
export const evidenceCommands: readonly ProjectCommand[] = [];
