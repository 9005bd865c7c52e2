import type { ProjectCommand } from '../project/command';

/** The commands of this topic. */
export const registersCommands: readonly ProjectCommand[] = [];
