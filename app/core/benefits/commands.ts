import type { ProjectCommand } from '../project/command';
import { ownerCommands } from './commands-owner';
import { readingCommands } from './commands-readings';
import { termsCommands } from './commands-terms';

/** The commands of benefits. */
export const benefitsCommands: readonly ProjectCommand[] = [
  ...termsCommands,
  ...ownerCommands,
  ...readingCommands,
];
