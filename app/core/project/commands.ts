import { benefitsCommands } from '../benefits/commands';
import { caseCommands } from '../case/commands';
import { evidenceCommands } from '../evidence/commands';
import { financeCommands } from '../finance/commands';
import { onwardCommands } from '../finance/onward';
import { findingsCommands } from '../findings/commands';
import { gatesCommands } from '../gates/commands';
import { peopleCommands } from '../people/commands';
import { registersCommands } from '../registers/commands';
import { risksCommands } from '../risks/commands';
import { scheduleCommands } from '../schedule/commands';
import type { ProjectCommand } from './command';

/** Every command on a project. */
export const projectCommands: readonly ProjectCommand[] = [
  ...caseCommands,
  ...peopleCommands,
  ...scheduleCommands,
  ...financeCommands,
  ...onwardCommands,
  ...benefitsCommands,
  ...risksCommands,
  ...registersCommands,
  ...evidenceCommands,
  ...findingsCommands,
  ...gatesCommands,
];
