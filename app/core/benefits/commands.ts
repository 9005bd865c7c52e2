import type { ProjectCommand } from '../project/command';

/** The commands of this topic. */
export const benefitsCommands: readonly ProjectCommand[] = [];
