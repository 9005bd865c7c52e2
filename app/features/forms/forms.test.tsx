import { describe, expect, it } from 'vitest';
import type { SentBack } from '~/core/command/sent-back';
import { fixHref } from '~/features/projects/sections';
import { formCommandId } from './form-id';
import { typedOf } from './use-typed';

const back: SentBack = {
  command: 'amend-risk',
  form: 'risk-1',
  why: { kind: 'invalid' },
  errors: { due: 'Enter a date', 'due.month': 'There is no month 13', risk: 'Say what may happen' },
  typed: { risk: [''], 'due.day': ['1'], 'due.month': ['13'], 'due.year': ['2024'], who: ['a', 'b'] },
  understood: { amount: '£1,200,000' },
};

describe('a form that came back', () => {
  const typed = typedOf(back, 'amend-risk', 'risk-1');

  it('shows what was typed, an emptied field as empty, rather than the record', () => {
    expect(typed.field('risk', 'What the record says')).toEqual({
      name: 'risk',
      id: 'amend-risk-risk-1-risk',
      defaultValue: '',
      error: 'Say what may happen',
    });
    expect(typed.checks('who').defaultValue).toEqual(['a', 'b']);
    expect(typed.understood('amount')).toBe('£1,200,000');
  });

  it('gives a date back in its parts, with the part that is wrong', () => {
    expect(typed.date('due', '2024-09')).toMatchObject({
      defaultValue: { day: '1', month: '13', year: '2024' },
      errorParts: ['month'],
    });
  });

  it('lists each error once, leading to the field', () => {
    expect(typed.errors).toEqual([
      { field: 'amend-risk-risk-1-due', message: 'Enter a date' },
      { field: 'amend-risk-risk-1-risk', message: 'Say what may happen' },
    ]);
  });

  it('leaves other forms of the page as the record has them', () => {
    for (const other of [typedOf(back, 'amend-risk', 'risk-2'), typedOf(back, 'record-risk')]) {
      expect(other.cameBack).toBe(false);
      expect(other.field('risk', 'Recorded')).toMatchObject({ defaultValue: 'Recorded' });
      expect(other.errors).toEqual([]);
    }
  });
});

describe('the id of a form', () => {
  const stamp = '0192f0c1-7c3a-7aaa-8bbb-0123456789ab';

  it('looks as command ids do, is the same when drawn again and another for every form of the page', () => {
    const ids = ['', 'risk-1', 'risk-2'].flatMap((form) =>
      ['amend-risk', 'close-risk'].map((command) => formCommandId(stamp, command, form)),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(formCommandId(stamp, 'amend-risk', 'risk-1')).toBe(ids[2]);
  });

  it('is another on another drawing of the page', () => {
    const later = stamp.replace(/b$/, 'c');
    expect(formCommandId(later, 'amend-risk', '')).not.toBe(formCommandId(stamp, 'amend-risk', ''));
  });
});

describe('where something is mended', () => {
  it('is the screen’s page, at the row where there is one, else at the field', () => {
    expect(fixHref('RX-004', { screen: 'overview' })).toBe('/projects/RX-004');
    expect(fixHref('RX-004', { screen: 'people', field: 'lead' })).toBe('/projects/RX-004/people#lead');
    expect(fixHref('RX-004', { screen: 'finance', field: 'horizon', row: 'line-1' })).toBe(
      '/projects/RX-004/finance#row-line-1',
    );
    expect(fixHref('RX-004', { screen: 'gate', gate: 3 })).toBe('/projects/RX-004/gates/3');
    expect(fixHref('a/b', { screen: 'gate' })).toBe('/projects/a%2Fb/gates');
  });
});
