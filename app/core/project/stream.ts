import type { StreamDefinition } from '../journal/stream';
import { projectCommands } from './commands';
import { decideProject } from './decide';
import { emptyProject } from './empty';
import { projectEvents } from './events';
import type { Project } from './state';

/** A project's stream: everything the shell needs of it. */
export const projectStream: StreamDefinition<Project> = {
  kind: 'project',
  foldVersion: 4,
  events: projectEvents,
  upcasters: {},
  commands: projectCommands,
  empty: emptyProject,
  decide: decideProject,
};
