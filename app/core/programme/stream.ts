import { decideWithRights } from '../access/stream';
import type { StreamDefinition } from '../journal/stream';
import { programmeCommands } from './commands';
import { programmeEvents } from './events';
import { emptyProgramme, type ProgrammeState } from './state';

/** The programme's stream: everything the shell needs of it. */
export const programmeStream: StreamDefinition<ProgrammeState> = {
  kind: 'programme',
  foldVersion: 1,
  events: programmeEvents,
  upcasters: {},
  commands: programmeCommands,
  empty: emptyProgramme,
  decide: decideWithRights,
};
