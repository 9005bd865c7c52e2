import { describe, expect, it } from 'vitest';
import { emptyProject } from '../project/empty';
import type { Project } from '../project/state';
import { allCommands, type AnyCommand } from '../streams';
import { COMMAND_MATRIX, MATRIX_COLUMNS, mayCell, type MatrixColumn, type MayCell } from './command-matrix';
import { PROGRAMME_ROLES, PROJECT_ROLES, type Directory, type PersonFacts } from './directory';
import { may } from './may';

const DAY = '2024-04-01';
const facts = (id: string, roles: PersonFacts['roles'] = [], active = true): PersonFacts => ({
  id,
  name: id,
  active,
  roles,
  delegations: [],
});
const mark = (by: string) => ({ by, day: DAY, seq: 1 });
const delegate = { ...facts('delegate'), delegations: [{ by: 's151', from: DAY, to: DAY }] };
const people = [
  ...PROGRAMME_ROLES.map((role) => facts(role, [role])),
  ...PROJECT_ROLES.map((role) => facts(role)),
  ...PROJECT_ROLES.map((role) => facts(`named-${role}`)),
  ...PROGRAMME_ROLES.map((role) => facts(`closed-${role}`, [role], false)),
  delegate,
  facts('signed-in'),
];
const directory: Directory = Object.fromEntries(people.map((each) => [each.id, each]));

/** A project on which each project role is held by a person named after it, and offered to another. */
const held: Project = {
  ...emptyProject('here'),
  people: PROJECT_ROLES.flatMap((role) => [
    { id: role, role, person: role, named: mark('pmo'), accepted: mark(role) },
    { id: `named-${role}`, role, person: `named-${role}`, named: mark('pmo') },
  ]),
};

const passes = (
  command: AnyCommand,
  person: string,
  about: { project?: Project; self?: string } = {},
): boolean => may(command, { person, through: 'session' }, directory, DAY, about).length === 0;

/** What may() does for a column, tried on the record where the role is held and on another. */
function behaviour(command: AnyCommand, column: MatrixColumn): MayCell {
  if (column === 'system') {
    return may(command, { person: 'system', through: 'system' }, directory, DAY).length === 0 ? 'yes' : 'no';
  }
  const person = column === 'self' ? 'signed-in' : column === 'signed-out' ? '' : column;
  const onProject = command.stream === 'project';
  const here = passes(
    command,
    person,
    onProject ? { project: held } : { self: column === 'self' ? person : 'other' },
  );
  const elsewhere = passes(
    command,
    person,
    onProject ? { project: emptyProject('elsewhere') } : { self: 'other' },
  );
  return elsewhere ? 'yes' : here ? 'own' : 'no';
}

describe('the matrix of commands and roles', () => {
  it('has a row for every command', () => {
    const missing = allCommands.filter(({ name }) => !(name in COMMAND_MATRIX));
    const rows = missing.map(
      ({ name, who }) => `  '${name}': ${JSON.stringify(who)}, // who says; check, then write`,
    );
    expect(rows, `Write these rows into app/core/access/command-matrix.ts:\n${rows.join('\n')}\n`).toEqual(
      [],
    );
  });

  it('has no row for a command that is gone, and no command has the name of another', () => {
    const names = allCommands.map(({ name }) => name);
    expect(Object.keys(COMMAND_MATRIX).filter((name) => !names.includes(name))).toEqual([]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(
    allCommands
      .filter(({ name }) => name in COMMAND_MATRIX)
      .map((command) => [command.name, command] as const),
  )('is what may() does with %s for every role and for nobody', (name, command) => {
    const row = COMMAND_MATRIX[name] ?? [];
    const written = Object.fromEntries(MATRIX_COLUMNS.map((column) => [column, mayCell(row, column)]));
    const done = Object.fromEntries(MATRIX_COLUMNS.map((column) => [column, behaviour(command, column)]));
    expect(done).toEqual(written);
  });

  it.each(allCommands.map((command) => [command.name, command] as const))(
    'gives nothing of %s to closed accounts, to roles not yet accepted, or more to a delegate than to the officer',
    (_name, command) => {
      const anyone = passes(command, 'signed-in', { project: held });
      for (const role of PROGRAMME_ROLES)
        expect(passes(command, `closed-${role}`, { project: held })).toBe(false);
      for (const role of PROJECT_ROLES)
        expect(passes(command, `named-${role}`, { project: held })).toBe(anyone);
      expect(passes(command, 'delegate', { project: held })).toBe(passes(command, 's151', { project: held }));
    },
  );
});
