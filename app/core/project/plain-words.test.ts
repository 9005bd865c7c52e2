import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { caseCommands } from '../case/commands';
import { caseEvents } from '../case/events';
import type { EventKinds } from '../journal/event';
import { peopleCommands } from '../people/commands';
import { peopleEvents } from '../people/events';
import type { ProjectCommand } from '../project/command';
import { scheduleCommands } from '../schedule/commands';
import { scheduleEvents } from '../schedule/events';
import type { Project } from './state';

const commands: readonly ProjectCommand[] = [...caseCommands, ...peopleCommands, ...scheduleCommands];
const events: EventKinds<Project> = { ...caseEvents, ...peopleEvents, ...scheduleEvents };

describe.each(commands.map((command) => [command.name, command] as const))('%s', (_name, command) => {
  it('has a JSON Schema', () => {
    expect(z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'throw' }).type).toBe('object');
  });

  it('says in plain words what is wrong with each field', () => {
    const { properties } = z.toJSONSchema(command.input, { io: 'input' });
    const wrong = Object.fromEntries(Object.keys(properties ?? {}).map((name) => [name, null]));
    for (const input of [{}, wrong]) {
      const parsed = command.input.safeParse(input);
      const messages = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
      expect(messages.filter((words) => /invalid|expected|received/i.test(words))).toEqual([]);
    }
  });

  it('is told in a sentence that ends', () => {
    expect(command.purpose).toMatch(/^[A-Z].{20,}\.$/);
  });
});

describe.each(Object.entries(events))('%s', (_type, kind) => {
  it('has a JSON Schema, its free text under words', () => {
    const { properties } = z.toJSONSchema(kind.body, { io: 'input' });
    const free = Object.keys(properties ?? {}).filter((name) =>
      ['why', 'note', 'title', 'text', 'name', 'statements', 'stated', 'unplaced'].includes(name),
    );
    expect(free).toEqual([]);
  });
});
