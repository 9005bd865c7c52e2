import { describe, expect, it } from 'vitest';
import type { AppLoadContext } from '@remix-run/node';
import { decodeForm } from '../../decode-form';
import type { SentForm } from '../../form';
import type { FormCommand } from '../run-command';
import { CHANGE_FORMS } from './change-forms';
import { gateForms, PROJECT_GATE_FORMS } from './forms';

const sent = (entries: Readonly<Record<string, string | readonly string[]>>): SentForm => ({
  fields: new Map(Object.entries(entries).map(([name, value]) => [name, [value].flat()])),
  files: [],
  faults: [],
});

async function read(command: FormCommand, entries: Parameters<typeof sent>[0]) {
  const form = sent(entries);
  const decoded = decodeForm(form, command.fields);
  if (!decoded.ok) return { errors: decoded.errors };
  return command.prepare
    ? command.prepare(decoded.value, form, {} as AppLoadContext)
    : { ok: true, input: decoded.value };
}

const approve = gateForms('/projects/RX-900/gates/0')['approve-gate']!;
const approval = { gate: '0', role: 'sponsor', packDigest: 'abc', narrative: '' };

describe('the form that approves with conditions', () => {
  it('leaves out rows nobody began', async () => {
    const row = { 'conditions[0].what': 'Ask', 'conditions[0].owner': 'lead' };
    const due = {
      'conditions[0].due.day': '1',
      'conditions[0].due.month': '3',
      'conditions[0].due.year': '2024',
    };
    const blank = { 'conditions[1].what': '', 'conditions[1].owner': '', 'conditions[1].before': '1' };
    expect(
      await read(approve, {
        ...approval,
        _form: 'sponsor-conditions',
        ...row,
        ...due,
        'conditions[0].before': '1',
        ...blank,
      }),
    ).toMatchObject({
      ok: true,
      input: { gate: 0, conditions: [{ what: 'Ask', owner: 'lead', due: '2024-03-01', before: 1 }] },
    });
  });

  it('is no approval without conditions when every row is empty', async () => {
    const answer = await read(approve, {
      ...approval,
      _form: 'sponsor-conditions',
      'conditions[0].what': '',
    });
    expect(answer).toHaveProperty(['errors', 'conditions[0].what']);
  });

  it('loses no row of which only the owner was chosen', async () => {
    const begun = { 'conditions[2].what': ' ', 'conditions[2].owner': 'lead' };
    const answer = await read(approve, { ...approval, _form: 'sponsor-conditions', ...begun });
    expect(answer).toHaveProperty(['errors', 'conditions[2].what']);
  });

  it('comes back to say that the submission was sent back, and not that it was approved', () => {
    const events = [{ type: 'submission-returned' }] as never;
    expect(approve.then!({ kind: 'ok', version: 1, events, answer: {} as never, replayed: false }, {})).toBe(
      '/projects/RX-900/gates/0?done=submission-returned#came-back',
    );
  });
});

describe('the form of an attestation', () => {
  it('keeps a day as the gate reads it, however it was typed', async () => {
    const attest = gateForms('/')['attest']!;
    const answer = await read(attest, {
      criterion: 'authority-recorded',
      gate: '3',
      note: '',
      'particulars.date': '26 March 2024',
      'particulars.callInExpired': 'not subject to call-in',
    });
    expect(answer).toMatchObject({
      input: {
        particulars: { date: '2024-03-26', callInExpired: 'not subject to call-in' },
        attachments: [],
      },
    });
  });
});

describe('the form of a change request', () => {
  it('makes moves of the rows that are filled in', async () => {
    const answer = await read(CHANGE_FORMS['request-change']!, {
      why: 'Late',
      'gates[0].gate': '5',
      'gates[0].to.day': '',
      'gates[0].to.month': '6',
      'gates[0].to.year': '2025',
      'gates[1].gate': '',
      'proposals[0].line': 'line-1',
      'proposals[0].fy': '25/26',
      'proposals[0].to': '£80k',
    });
    expect(answer).toMatchObject({
      input: {
        why: 'Late',
        moves: [
          { what: 'gate', gate: 5, to: '2025-06' },
          { what: 'proposal', line: 'line-1', fy: 2025, to: 8_000_000 },
        ],
      },
    });
  });

  it('asks what would move when nothing is filled in', async () => {
    expect(await read(CHANGE_FORMS['request-change']!, { why: 'Late', 'gates[0].gate': '' })).toHaveProperty([
      'errors',
      'gates[0].gate',
    ]);
  });
});

describe('the form of tolerances', () => {
  it.each(['101', '-1', 'abc'])('refuses %s per cent at its field', async (cost) => {
    const answer = await read(PROJECT_GATE_FORMS['set-tolerances']!, {
      timeMonths: '2',
      cost,
      benefit: '10',
    });
    expect(answer).toHaveProperty('errors.cost');
  });
});
