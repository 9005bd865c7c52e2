import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { uuidv7 } from 'uuidv7';
import { allCommands, commandNamed, type AnyCommand } from '~/core/streams';
import type { Tracker } from '~/server/tracker';
import {
  NotDone,
  noMore,
  printJson,
  STATUS,
  UsageError,
  wanted,
  type Status,
  type Terminal,
  type Verb,
} from './terminal';
import { done, holder, mustExist, personCalled, withTracker } from './with-tracker';

const options = {
  json: { type: 'string' },
  version: { type: 'string' },
  id: { type: 'string' },
  token: { type: 'string' },
} as const;

/** The input of a command: JSON of a file, or of standard input for "-"; nothing is an empty object. */
async function inputFrom(from: string | undefined, terminal: Terminal): Promise<unknown> {
  if (from === undefined) return {};
  let text: string;
  try {
    const bytes = from === '-' ? await terminal.stdin() : await readFile(from);
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotDone([`${from} cannot be read as text`]);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new NotDone([`${from === '-' ? 'Standard input' : from} is not JSON`]);
  }
}

const versionFrom = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError('--version is a whole number');
  return Number(text);
};

/** The id of the stream a command is for, from what stands on the command line. */
async function streamId(
  tracker: Tracker,
  command: AnyCommand,
  called: string | undefined,
): Promise<string | undefined> {
  switch (command.stream) {
    case 'programme':
      return 'programme';
    case 'framework':
      return wanted(called, 'The framework’s id');
    case 'person':
      return command.begins
        ? undefined
        : (await personCalled(tracker, wanted(called, 'The person’s address'))).id;
    case 'project': {
      if (command.begins) return undefined;
      const ref = wanted(called, 'The project’s ref');
      const id = await tracker.projectByRef(ref);
      if (id === undefined) throw new NotDone([`There is no project ${ref}`]);
      return id;
    }
  }
}

function named(name: string): AnyCommand {
  const command = commandNamed(name);
  if (command) return command;
  const near = allCommands.filter((each) =>
    name.split('-').some((part) => each.name.split('-').includes(part)),
  );
  const hint =
    near.length > 0
      ? ` Did you mean ${near
          .slice(0, 5)
          .map((each) => each.name)
          .join(', ')}?`
      : '';
  throw new UsageError(`There is no command ${name}.${hint}`);
}

async function give(args: readonly string[], terminal: Terminal): Promise<Status> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [name, called, ...rest] = positionals;
  const command = named(wanted(name, 'The command’s name'));
  noMore(rest);
  const expectedVersion = versionFrom(values.version);
  const input = await inputFrom(values.json, terminal);
  mustExist(terminal);
  return withTracker(terminal, async (tracker) => {
    const { actor } = await holder(tracker, terminal, values.token);
    const id = await streamId(tracker, command, called);
    if (expectedVersion === undefined && !command.begins && id !== undefined) {
      const state = await tracker.readState(command.stream, id);
      throw new UsageError(
        `--version is missing${state ? `; the record stands at version ${state.version}` : ''}`,
      );
    }
    const answer = done(
      await tracker.run({
        command: command.name,
        kind: command.stream,
        ...(id === undefined ? {} : { id }),
        input,
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
        commandId: values.id ?? uuidv7(),
        actor,
      }),
    );
    const events = answer.events.map(({ id: event, seq, type, day }) => ({ id: event, seq, type, day }));
    if (values.json !== undefined)
      printJson(terminal, { ok: true, id: answer.answer.id, version: answer.version, events });
    else {
      const what =
        events.length === 0
          ? 'Nothing to change'
          : events.map(({ seq, type }) => `${seq} ${type}`).join('\n');
      terminal.out(`${what}\nThe record stands at version ${answer.version}\n`);
    }
    return STATUS.ok;
  });
}

/** Gives any command by name. */
export const runVerb: Verb = {
  name: 'run',
  usage: 'run <command> [<ref>] --json <file|-> --version <n> [--id <command id>] [--token <token>]',
  purpose: 'Give a command as the holder of the token; its input is JSON',
  run: give,
};

/** Lists the commands there are. */
export const commandsVerb: Verb = {
  name: 'commands',
  usage: 'commands [--json]',
  purpose: 'List every command with what it is for',
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    if (values.json) {
      printJson(
        terminal,
        allCommands.map(({ name, stream, title, purpose, who }) => ({ name, stream, title, purpose, who })),
      );
    } else {
      for (const { name, stream, purpose } of allCommands) terminal.out(`${name} (${stream}): ${purpose}\n`);
    }
    return STATUS.ok;
  },
};
