import { expect, it } from 'vitest';
import { recordOf, SEED } from '~/documents/business-case-lite/seed-for-test';
import { ruleById } from '../case-check/check';
import type { Given, Rule } from '../case-check/rule';
import { CLEAN_DAY, cleanCaseSteps } from './clean-case';
import { edits } from './edit';
import { scenario } from './scenario';
import { walk } from './whole-way';

type Edit = readonly [readonly (string | number)[], unknown];

/** One row of a rule's table: how the clean case differs, and what the rule then says. */
export interface RuleRow {
  readonly rule: string;
  readonly when: string;
  readonly edits?: readonly Edit[];
  readonly given?: Partial<Given> | { readonly today: undefined };
  /** `found` once, `silent`, or `cannot tell`: silent, and with a reason why. */
  readonly then: 'found' | 'silent' | 'cannot tell';
  /** Part of what it says. */
  readonly says?: string;
}

/** The clean case, in which no rule finds anything. */
export const clean = walk(recordOf(SEED), cleanCaseSteps).project;
const { external } = scenario().context;

/** A mark later than all of the clean case. */
export const lateMark = { by: 'lead', day: CLEAN_DAY, seq: 900 };
/** A field answered so, or left blank. */
export const answer = (value: unknown) => ({ answer: { state: 'given', value }, ...lateMark });
export const BLANK = { answer: { state: 'blank' }, ...lateMark };
/** The path of a gate's target date. */
export const gate = (number: number) => ['schedule', 'gates', number, 'target'];

/** Where the row stands that the way of RX-004 has. */
export const indexOf = <T>(rows: readonly T[], is: (row: T) => boolean): number => {
  const index = rows.findIndex(is);
  if (index < 0) throw new Error('The clean case has no such row');
  return index;
};

/** What a rule may know on the day of the clean case. */
export const onCleanDay = (more: RuleRow['given'] = {}): Given => ({
  ...external,
  today: CLEAN_DAY,
  surroundings: { linked: [] },
  ...more,
});

/** Tests of rules on the clean case and what each change of it brings; every rule is tried found, silent and unsure. */
export function ruleTable(rules: readonly Rule[], rows: readonly RuleRow[]): void {
  it.each(rows)('$rule is $then when $when', (row) => {
    const rule = ruleById(row.rule);
    if (!rule) throw new Error('There is no such rule');
    const project = edits(clean, ...(row.edits ?? []));
    const given = onCleanDay(row.given);
    const told = rule
      .find(project, given)
      .map(({ because, arithmetic }) => [because, ...arithmetic].join('\n'));
    const unsure = rule.cannotTell?.(project, given);
    expect({ told: told.length, unsure: unsure !== undefined }).toEqual({
      told: row.then === 'found' ? 1 : 0,
      unsure: row.then === 'cannot tell',
    });
    if (row.says !== undefined) expect(unsure ?? told[0]).toContain(row.says);
  });

  it.each(rules)('$id is tried in each way it can come out', ({ id, cannotTell }) => {
    const tried = rows.filter(({ rule }) => rule === id).map(({ then }) => then);
    const ways = ['found', 'silent', ...(cannotTell ? ['cannot tell'] : [])];
    expect(tried).toEqual(expect.arrayContaining(ways));
  });
}
