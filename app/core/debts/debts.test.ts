import { describe, expect, it } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { assess } from '../gates/assess';
import { scenario, type Scenario } from '../testing/scenario';
import { readyFor } from '../testing/whole-way';
import { debtsOf } from './debts';
import { blockedBy } from './gate-blocked';

const imported = recordOf(SEED);
const on = (today: string) => scenario({ project: imported, today });
const day = '2023-10-01';
const owed = ({ project }: Scenario) => debtsOf(project).map(({ kind, what }) => `${kind} ${what}`);
const blocked = ({ project, context }: Scenario) =>
  blockedBy(project, debtsOf(project), context.external, context.today);

describe('answers owed', () => {
  it('of RX-004 as imported are those of its form, TBC and blank told apart', () => {
    expect(owed(on(day))).toEqual([
      'tbc Project sponsor',
      'tbc Project lead',
      'blank Out of scope',
      'tbc Customer Experience: realisation date',
      'tbc Employee Experience: realisation date',
      'tbc Cost baseline of Housing: amount',
      'tbc Cost baseline of Highways: amount',
      'tbc Approval of the Project Sponsor: name',
      'tbc Approval of the Project Sponsor: date',
    ]);
  });

  it('are settled by an answer and by a none that somebody says, and not by the same words again', () => {
    const answer = (scopeOut: object) =>
      on('2023-11-10').after(
        'set-scope',
        { scopeIn: { state: 'given', value: 'All' }, scopeOut },
        { as: 'pmo' },
      );
    expect(owed(answer({ state: 'none' }))).not.toContain('blank Out of scope');
    expect(owed(answer({ state: 'tbc' }))).toContain('tbc Out of scope');
  });

  it('are as old as the day since which they have been owed without a break', () => {
    const scope = (scopeOut: object) => ({ scopeIn: { state: 'given', value: 'All' }, scopeOut });
    const since = ({ project }: Scenario) =>
      debtsOf(project).find(({ key }) => key === 'text/scopeOut')?.since;
    const asked = on('2023-11-10').after('set-scope', scope({ state: 'tbc' }), { as: 'pmo' });
    expect(since(asked)).toBe(day);
    const answered = asked.after('set-scope', scope({ state: 'given', value: 'None' }), { as: 'pmo' });
    const reopened = answered.after('set-scope', scope({ state: 'tbc' }), { as: 'pmo', on: '2023-12-01' });
    expect(since(reopened)).toBe('2023-12-01');
  });

  it('of a name are paid by whoever holds the role, and of a date by a forecast', () => {
    const ready = scenario({ project: readyFor(imported, 1), today: '2023-12-01' });
    expect(owed(ready).filter((each) => /Project (sponsor|lead)|Approval/.test(each))).toEqual([]);
  });

  it('each lead to where they are answered, with the gate that asks and who can settle it', () => {
    const found = blocked(on(day));
    const of = (key: string) => found.get(key);
    expect(of('text/sponsorStated')).toEqual({ gate: 0, criterion: 'sponsor-named', by: [{ role: 'pmo' }] });
    expect(of('text/scopeOut')).toMatchObject({ gate: 0, criterion: 'scope-answered' });
    const [benefit] = imported.benefits;
    expect(of(`benefit/${benefit!.id}/realisation`)).toMatchObject({
      gate: 1,
      criterion: 'benefits-defined',
    });
    // An unknown cost with a deliverable that finds it stops nothing, nor does a form's approval; both stay owed.
    const free = debtsOf(imported).filter(({ key }) => of(key)?.gate === undefined);
    expect(free.map(({ what }) => what)).toEqual([
      'Cost baseline of Housing: amount',
      'Cost baseline of Highways: amount',
      'Approval of the Project Sponsor: name',
      'Approval of the Project Sponsor: date',
    ]);
  });

  it('said to stop a gate, are named among what stops it', () => {
    const { project, context } = on(day);
    for (const [key, { gate, criterion }] of blocked(on(day))) {
      if (gate === undefined) continue;
      const outcome = assess(project, gate, context.external, day).find(
        (each) => each.criterion === criterion,
      );
      expect(outcome?.passes, key).toBe(false);
    }
  });
});
