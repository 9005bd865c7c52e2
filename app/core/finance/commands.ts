import type { ProjectCommand } from '../project/command';
import { bankingCommands } from './commands-banking';
import { deliveryCommands } from './commands-delivery';
import { gapCommands } from './commands-gaps';
import { lineCommands } from './commands-lines';
import { optimismCommands } from './commands-optimism';
import { proposalCommands } from './commands-proposal';
import { rephaseCommands } from './commands-rephase';
import { validationCommands } from './commands-validation';

/** The commands of this topic. */
export const financeCommands: readonly ProjectCommand[] = [
  ...lineCommands,
  ...proposalCommands,
  ...rephaseCommands,
  ...validationCommands,
  ...gapCommands,
  ...optimismCommands,
  ...deliveryCommands,
  ...bankingCommands,
];
