import { describe, expect, it } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { outcomeIn } from '../testing/criterion-table';
import { edit, edits } from '../testing/edit';
import { scenario, type Scenario } from '../testing/scenario';
import { approval } from '../testing/whole-way-step';
import { dayOfGate, readyFor, sameNames } from '../testing/whole-way';
import type { GateNumber } from './gate-number';
import type { Project } from '../project/state';

const imported = recordOf(SEED);
const at0 = readyFor(imported, 0);
const at2 = readyFor(imported, 2);
const at = (project: Project, gate: GateNumber): Scenario => scenario({ project, today: dayOfGate(gate) });
const unscoped = edit(at0, ['case', 'text', 'scopeOut', 'answer'], { state: 'blank' });
const risky = edit(at0, ['risks', 0, 'statedTotal'], 12);
const stale = edits(
  at2,
  ...at2.money.lines.map(
    (line, index) =>
      [['money', 'lines', index, 'termsSeq'], line.kind === 'saving' ? 9_999 : line.termsSeq] as const,
  ),
);
const waiver = (criterion: string, gate: GateNumber, more: object = {}) => ({
  gate,
  criterion,
  why: 'It will be known in November.',
  expires: '2023-12-31',
  instead: { what: 'Write down what is out of scope.', owner: 'lead', due: '2023-11-30' },
  ...more,
});
const in2024 = { expires: '2024-05-31', instead: { what: 'Validate.', owner: 'finance', due: '2024-05-01' } };

describe('a waiver', () => {
  it('lets a waivable criterion pass for one gate, and is shown as waived with the reason it fails', () => {
    const waived = at(unscoped, 0).after('waive-criterion', waiver('scope-answered', 0), { as: 'sponsor' });
    const outcome = outcomeIn(waived.project, 'scope-answered', 0, dayOfGate(0));
    expect(outcome).toMatchObject({ result: 'waived', passes: true });
    expect(outcome.because).toContain('Out of scope is not answered');
  });

  it('is given by the criterion’s authority and nobody else', () => {
    for (const as of ['pmo', 's151', 'finance']) {
      at(unscoped, 0)
        .when('waive-criterion', waiver('scope-answered', 0), { as })
        .thenRefused('not-permitted');
    }
  });

  it('is never given of a mandatory criterion', () => {
    const nameless = edit(at0, ['case', 'text', 'title', 'answer'], { state: 'tbc' });
    at(nameless, 0)
      .when('waive-criterion', waiver('identity-recorded', 0), { as: 's151' })
      .thenRefused('waiver-not-allowed');
  });

  it('waives nothing that passes, nothing twice, and nothing of a gate approved', () => {
    at(at0, 0)
      .when('waive-criterion', waiver('scope-answered', 0), { as: 'sponsor' })
      .thenRefused('waiver-not-allowed');
    at(unscoped, 0)
      .after('waive-criterion', waiver('scope-answered', 0), { as: 'sponsor' })
      .when('waive-criterion', waiver('scope-answered', 0), { as: 'sponsor' })
      .thenRefused('already-so');
    const past = edit(at2, ['case', 'text', 'scopeOut', 'answer'], { state: 'blank' });
    at(past, 2)
      .when('waive-criterion', waiver('scope-answered', 0, in2024), { as: 'sponsor' })
      .thenRefused('not-legal-now');
  });

  it('lasts at most 90 days, ends today at the earliest, and says what is done instead, by whom and when', () => {
    const last = waiver('scope-answered', 0, { expires: '2024-01-18' });
    at(unscoped, 0).when('waive-criterion', last, { as: 'sponsor' }).accepted();
    at(unscoped, 0)
      .when('waive-criterion', { ...last, expires: '2024-01-19' }, { as: 'sponsor' })
      .thenRefused('waiver-too-long');
    at(unscoped, 0)
      .when('waive-criterion', { ...last, expires: '2023-10-19' }, { as: 'sponsor' })
      .thenRefused('contradiction');
    at(unscoped, 0)
      .when(
        'waive-criterion',
        { ...last, instead: { what: 'x', owner: 'left', due: '2023-10-01' } },
        { as: 'sponsor' },
      )
      .thenRefused('unknown-person', 'contradiction');
    at(unscoped, 0)
      .when(
        'waive-criterion',
        { ...last, why: ' ', instead: { what: ' ', owner: 'lead', due: '2023-11-30' } },
        { as: 'sponsor' },
      )
      .thenInvalid('why', 'instead.what');
  });

  it('no longer counts the day after it expires, nor once withdrawn', () => {
    const waived = at(unscoped, 0).after('waive-criterion', waiver('scope-answered', 0), { as: 'sponsor' });
    expect(outcomeIn(waived.project, 'scope-answered', 0, '2023-12-31').passes).toBe(true);
    expect(outcomeIn(waived.project, 'scope-answered', 0, '2024-01-01').passes).toBe(false);
    const waiverId = waived.project.gates.waivers[0]!.id;
    waived
      .when('withdraw-waiver', { waiverId, why: 'Known now' }, { as: 'pmo' })
      .thenRefused('not-permitted');
    const back = waived.after('withdraw-waiver', { waiverId, why: 'Known now' }, { as: 'sponsor' });
    expect(outcomeIn(back.project, 'scope-answered', 0, dayOfGate(0)).passes).toBe(false);
    back.when('withdraw-waiver', { waiverId, why: 'Again' }, { as: 'sponsor' }).thenRefused('already-so');
  });

  it('opens what is done instead as a condition, once the gate is approved and not before', () => {
    const submitted = at(unscoped, 0)
      .after('waive-criterion', waiver('scope-answered', 0), { as: 'sponsor' })
      .after('submit-gate', { gate: 0, note: '' }, { as: 'pmo' });
    expect(submitted.project.gates.conditions).toEqual([]);
    const approved = submitted.after('approve-gate', approval(0, 'sponsor')(submitted.project, sameNames), {
      as: 'sponsor',
    });
    expect(approved.project.gates.conditions).toMatchObject([
      {
        what: 'Write down what is out of scope.',
        owner: 'lead',
        due: '2023-11-30',
        before: 1,
        from: 'waiver',
        set: { by: 'sponsor' },
      },
    ]);
  });

  it('opens that condition anew, and one that can be closed, after a revocation', () => {
    const submit = (from: Scenario) => {
      const submitted = from.after('submit-gate', { gate: 0, note: '' }, { as: 'pmo' });
      return submitted.after('approve-gate', approval(0, 'sponsor')(submitted.project, sameNames), {
        as: 'sponsor',
      });
    };
    const waived = at(unscoped, 0).after('waive-criterion', waiver('scope-answered', 0), { as: 'sponsor' });
    const twice = submit(
      submit(waived).after('revoke-gate', { gate: 0, why: 'Too soon' }, { as: 'sponsor' }),
    );
    const open = twice.project.gates.conditions.filter((each) => !each.withdrawn);
    expect(open).toHaveLength(1);
    twice.after('close-condition', { conditionId: open[0]!.id, note: 'Written', evidence: [] });
  });
});

describe('where the authority is barred', () => {
  it('a PMO officer who recorded the failing fact does not waive it; another one does', () => {
    const theirs = edit(risky, ['risks', 0, 'amended', 'by'], 'pmo');
    at(theirs, 0)
      .when('waive-criterion', waiver('risk-recorded', 0), { as: 'pmo' })
      .thenRefused('separation-of-duties');
    at(theirs, 0).after('waive-criterion', waiver('risk-recorded', 0), { as: 'second-pmo' });
  });

  it('the Section 151 officer waives when nobody free holds the authority, and only then', () => {
    const nobody = edit(unscoped, ['people'], (people: Project['people']) =>
      people.filter((each) => each.role !== 'sponsor'),
    );
    at(nobody, 0).after('waive-criterion', waiver('scope-answered', 0), { as: 's151' });
    at(nobody, 0)
      .when('waive-criterion', waiver('scope-answered', 0), { as: 'pmo' })
      .thenRefused('not-permitted');
  });

  it('the Section 151 officer waives what finance owns: doing what finance may is not owning it', () => {
    at(stale, 2).after('waive-criterion', waiver('validated-enough', 2, in2024), { as: 's151' });
    at(stale, 2)
      .when('waive-criterion', waiver('validated-enough', 2, in2024), { as: 'finance' })
      .thenRefused('separation-of-duties');
  });

  it('a Section 151 officer who validated the figure leaves it to a second PMO officer', () => {
    const theirs = edits(
      stale,
      ...stale.money.lines.flatMap((line, index) =>
        Object.entries(line.cells).flatMap(([fy, { validated }]) =>
          validated ? [[['money', 'lines', index, 'cells', fy, 'validated', 'by'], 's151'] as const] : [],
        ),
      ),
    );
    at(theirs, 2)
      .when('waive-criterion', waiver('validated-enough', 2, in2024), { as: 's151' })
      .thenRefused('separation-of-duties');
    at(theirs, 2).after('waive-criterion', waiver('validated-enough', 2, in2024), { as: 'pmo' });
  });
});
