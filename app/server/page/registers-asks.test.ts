import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { REGISTER_NAMES } from '~/core/registers/names';
import { projectStream } from '~/core/project/stream';
import { decodeForm, fields } from '../decode-form';
import { REGISTER_FORMS, registerFields } from './registers-asks';
import { REGISTER_TABLES } from './registers-cells';

const commandOf = (name: string) => {
  const command = projectStream.commands.find((each) => each.name === name);
  if (!command) throw new Error(`no command ${name}`);
  return command;
};
const typed = (form: Readonly<Record<string, string>>) => ({
  fields: new Map(Object.entries(form).map(([name, value]) => [name, [value]])),
});

describe('the forms of the registers', () => {
  it('are of every register there is', () => {
    const keys: string[] = REGISTER_FORMS.map((form) => form.key);
    expect([...keys].sort()).toEqual(REGISTER_NAMES.filter((name) => name !== 'benefits').sort());
    expect(Object.keys(REGISTER_TABLES).sort()).toEqual([...keys].sort());
  });

  it.each(REGISTER_FORMS)('ask for $name exactly what its command takes, optional where it is', (form) => {
    const { properties, required } = z.toJSONSchema(commandOf(`record-${form.name}`).input, {
      io: 'input',
    }) as { properties: object; required?: string[] };
    expect(form.asks.map((ask) => ask.name).sort()).toEqual(Object.keys(properties).sort());
    const asked = form.asks.filter((ask) => !ask.optional).map((ask) => ask.name);
    expect(asked.sort()).toEqual([...(required ?? [])].sort());
    for (const what of ['amend', 'confirm', 'withdraw']) commandOf(`${what}-${form.name}`);
  });

  it('read a cost as an amount or as unknown, and say at the field what cannot be read', () => {
    const form = REGISTER_FORMS.find((each) => each.name === 'cost-baseline')!;
    const read = (more: Readonly<Record<string, string>>) =>
      decodeForm(typed({ service: 'Housing', ...more }), fields(registerFields(form)));
    const input = commandOf('record-cost-baseline').input;
    const given = read({ 'amount.kind': 'given', 'amount.value': '£630k', year: '23/24' });
    expect(given).toMatchObject({
      ok: true,
      value: { amount: { state: 'given', value: 63_000_000 }, year: 2023 },
    });
    expect(given.ok && input.safeParse(given.value).success).toBe(true);
    expect(read({ 'amount.kind': 'tbc', 'amount.value': '' })).toMatchObject({
      ok: true,
      value: { amount: { state: 'tbc' } },
    });
    expect(read({ 'amount.kind': 'given', 'amount.value': '1e9', noticeMonths: 'six' })).toMatchObject({
      ok: false,
      errors: { 'amount.value': expect.any(String), noticeMonths: expect.any(String) },
    });
  });
});
