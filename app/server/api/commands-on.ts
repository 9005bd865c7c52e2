import type { StreamKind } from '~/core/journal/event';
import { allCommands, type AnyCommand } from '~/core/streams';

/** The commands given by name on streams of a kind: all but those that begin one. */
export const commandsOn = (kind: StreamKind): readonly AnyCommand[] =>
  allCommands.filter((each) => each.stream === kind && !each.begins);

/** A command that begins a stream, by its name. */
export function beginning(name: string): AnyCommand {
  const command = allCommands.find((each) => each.name === name && each.begins);
  if (!command) throw new Error(`There is no command ${name} that begins a stream`);
  return command;
}
