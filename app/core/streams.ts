import { personStream } from './access/stream';
import type { Command } from './command/command';
import { frameworkStream } from './framework/stream';
import type { StreamKind } from './journal/event';
import { programmeStream } from './programme/stream';
import { projectStream } from './project/stream';

/** Every kind of stream there is, by its name. */
export const streams = {
  project: projectStream,
  programme: programmeStream,
  framework: frameworkStream,
  person: personStream,
} as const satisfies Record<StreamKind, unknown>;

/** What is asked of a command without knowing what it is decided on. */
export type AnyCommand = Pick<
  Command<unknown, unknown>,
  'name' | 'stream' | 'title' | 'purpose' | 'who' | 'input' | 'reads' | 'begins' | 'inLife' | 'workflow'
>;

/** Every command there is, of every kind of stream, in the order of their tables. */
export const allCommands: readonly AnyCommand[] = Object.values(streams).flatMap(
  ({ commands }): readonly AnyCommand[] => commands,
);

/** The command of this name; undefined when there is none. */
export const commandNamed = (name: string): AnyCommand | undefined =>
  allCommands.find((each) => each.name === name);
