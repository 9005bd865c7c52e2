import { describe, expect, it } from 'vitest';
import { emptyProject } from '../project/empty';
import { happened } from '../project/events';
import { boundByGate3 } from '../testing/bound-by-gate-3';
import { scenario, scenarioProject, type Scenario } from '../testing/scenario';
import { cellsForEvent } from './events-lines';
import { cellOf, lineById } from './line';

const HORIZON = [2023, 2024, 2025, 2026];
const horizon = happened('horizon-extended', { horizon: HORIZON });
const LINE = 'line-1';
const NO_EVIDENCE: string[] = [];

const fromDocument = (): Scenario => {
  const { cells, words } = cellsForEvent([
    { fy: 2023, answer: { state: 'none-unconfirmed', words: '-' } },
    { fy: 2024, answer: { state: 'given', value: 20_000_000, words: '£200,000' } },
    { fy: 2025, answer: { state: 'none-unconfirmed', words: '-' } },
    { fy: 2026, answer: { state: 'tbc' } },
  ]);
  const body = { lineId: LINE, kind: 'saving', timing: 'recurring', cells, evidence: NO_EVIDENCE } as const;
  return scenario().given(
    horizon,
    happened('money-line-recorded', {
      ...body,
      fromDocument: true,
      words: { title: 'Savings', cells: words },
    }),
  );
};
const line = (told: Scenario) => lineById(told.project, LINE)!;

describe('a line from a document', () => {
  it('keeps the words of the document and counts only once the lead adopts it', () => {
    const told = fromDocument();
    expect(cellOf(line(told), 2024).proposed.answer).toEqual({
      state: 'given',
      value: 20_000_000,
      words: '£200,000',
    });
    expect(line(told).adopted).toBeUndefined();
    const adopted = told
      .when('adopt-money-line', { lineId: LINE })
      .then(happened('money-line-adopted', { lineId: LINE }));
    expect(line(adopted).adopted?.by).toBe('lead');
    expect(adopted.project.gates.records[0].hands.proposed).toEqual(['lead']);
    adopted.when('adopt-money-line', { lineId: LINE }).thenNothing();
  });

  it('has its dashes confirmed as none by the lead, several years at once', () => {
    const told = fromDocument()
      .when('confirm-none-figures', { lineId: LINE, fys: [2023, 2025] })
      .then(happened('nones-confirmed', { lineId: LINE, fys: [2023, 2025] }));
    expect(cellOf(line(told), 2025).proposed.answer).toEqual({ state: 'none' });
    told.when('confirm-none-figures', { lineId: LINE, fys: [2023] }).thenNothing();
    told.when('confirm-none-figures', { lineId: LINE, fys: [2024] }).thenRefused('contradiction');
    told
      .when('confirm-none-figures', { lineId: LINE, fys: [2025] }, { as: 'finance' })
      .thenRefused('not-permitted');
  });

  it('folds without its words once they are redacted, its figures untouched', () => {
    const cells = [{ fy: 2024, answer: { state: 'given', value: 5 } as const }];
    const body = { lineId: LINE, kind: 'saving', timing: 'one-off', cells, evidence: NO_EVIDENCE } as const;
    const told = scenario().given(
      happened('money-line-recorded', { ...body, fromDocument: true, words: { title: '' } }),
    );
    expect(cellOf(line(told), 2024).proposed.answer).toEqual({ state: 'given', value: 5 });
  });
});

describe('adding a line', () => {
  const input = { kind: 'saving', timing: 'recurring', title: 'One contract', convention: 'incremental' };

  it('is the lead standing behind it, with figures where they are known', () => {
    const told = scenario()
      .given(horizon)
      .when('add-money-line', {
        ...input,
        category: 'budget-saving',
        cells: [{ fy: 2024, answer: { state: 'given', value: -20_000 } }],
      })
      .accepted();
    const [added] = told.project.money.lines;
    expect(added).toMatchObject({
      title: 'One contract',
      adopted: { by: 'lead' },
      category: 'budget-saving',
    });
    expect(cellOf(added!, 2024).proposed.answer).toEqual({ state: 'given', value: -20_000 });
  });

  it('is refused for every reason at once', () => {
    scenario()
      .given(horizon)
      .when(
        'add-money-line',
        {
          kind: 'saving',
          timing: 'one-off',
          title: 'One contract',
          convention: 'annual',
          category: 'no-such',
          cells: [
            { fy: 2030, answer: { state: 'none' } },
            { fy: 2030, answer: { state: 'none' } },
          ],
        },
        { as: 'viewer' },
      )
      .thenRefused('not-permitted', 'contradiction', 'no-such-row', 'duplicate');
  });

  it("refuses a category of another kind and a cost baseline that isn't there", () => {
    scenario()
      .when('add-money-line', { ...input, category: 'one-off-cost', costBaseline: 'no-such' })
      .thenRefused('contradiction', 'no-such-row');
  });

  it('is not understood without kind, timing and title', () => {
    scenario().when('add-money-line', { title: ' ' }).thenInvalid('kind', 'timing', 'title');
  });
});

describe('amending a line', () => {
  const told = () =>
    scenario().given(horizon).after('add-money-line', {
      kind: 'saving',
      timing: 'recurring',
      title: 'One contract',
      convention: 'annual',
      costCentre: 'A100',
      startMonth: '2024-09',
    });
  const id = (so: Scenario) => so.project.money.lines[0]!.id;

  it('keeps what is left out, clears what is null, and makes new terms', () => {
    const before = told();
    const after = before.after('amend-money-line', {
      lineId: id(before),
      costCentre: null,
      convention: 'incremental',
    });
    const amended = after.project.money.lines[0]!;
    expect(amended).toMatchObject({ convention: 'incremental', startMonth: '2024-09' });
    expect(amended.costCentre).toBeUndefined();
    expect(amended.termsSeq).toBe(after.project.version);
  });

  it('of the title alone moves no terms, and of nothing records nothing', () => {
    const before = told();
    const after = before.after('amend-money-line', { lineId: id(before), title: 'Two contracts' });
    expect(after.project.money.lines[0]!.termsSeq).toBe(before.project.money.lines[0]!.termsSeq);
    after
      .when('amend-money-line', { lineId: id(after), title: 'Two contracts', startMonth: '2024-09' })
      .thenNothing();
  });

  it('to a one-off drops what only a recurring line has', () => {
    const before = told();
    const after = before.after('amend-money-line', { lineId: id(before), timing: 'one-off' });
    const amended = after.project.money.lines[0]!;
    expect([amended.timing, amended.convention, amended.startMonth]).toEqual([
      'one-off',
      undefined,
      undefined,
    ]);
  });
});

describe('withdrawing a line', () => {
  it('needs a reason, and restoring it makes its terms new', () => {
    fromDocument().when('withdraw-money-line', { lineId: LINE, why: ' ' }).thenInvalid('why');
    const told = fromDocument().after(
      'withdraw-money-line',
      { lineId: LINE, why: 'Claimed by RX-005' },
      { as: 'sponsor' },
    );
    told
      .when('propose-figures', { lineId: LINE, cells: [{ fy: 2024, answer: { state: 'none' } }] })
      .thenRefused('withdrawn-row');
    const restored = told.after('restore-money-line', { lineId: LINE });
    expect(line(restored)).not.toHaveProperty('withdrawn');
    expect(line(restored).termsSeq).toBe(restored.project.version);
    restored.when('restore-money-line', { lineId: LINE }).thenNothing();
  });

  it('is refused while the MTFS relies on it or it is banked', () => {
    const told = fromDocument()
      .after('adopt-money-line', { lineId: LINE })
      .after(
        'record-mtfs',
        { lineId: LINE, round: 'Feb 2024', cells: [{ fy: 2024, answer: { state: 'given', value: 1 } }] },
        {
          as: 'finance',
        },
      );
    told.when('withdraw-money-line', { lineId: LINE, why: 'No longer' }).thenRefused('contradiction');
  });
});

describe('the horizon', () => {
  it('grows at either end without gaps and never shrinks', () => {
    const told = scenario().given(horizon);
    told
      .when('extend-horizon', { first: 2022, last: 2027 })
      .then(happened('horizon-extended', { horizon: [2022, 2023, 2024, 2025, 2026, 2027] }));
    told.when('extend-horizon', { first: 2023, last: 2026 }).thenNothing();
    told.when('extend-horizon', { first: 2024, last: 2027 }).thenRefused('contradiction');
    told.when('extend-horizon', { first: 2026, last: 2023 }).thenRefused('contradiction');
    told.when('extend-horizon', { first: 2000, last: 2080 }).thenRefused('limit-reached');
  });

  it('bounds the years a figure may be proposed for', () => {
    fromDocument()
      .when('propose-figures', { lineId: LINE, cells: [{ fy: 2027, answer: { state: 'given', value: 1 } }] })
      .thenRefused('contradiction');
  });
});

describe('a binding baseline', () => {
  const told = () => scenario({ project: boundByGate3(fromDocument().project, [LINE]) });

  it('holds proposed figures, terms and the lines themselves', () => {
    const cells = [{ fy: 2024, answer: { state: 'given', value: 1 } }];
    told().when('propose-figures', { lineId: LINE, cells }).thenRefused('baseline-binds');
    told().when('amend-money-line', { lineId: LINE, convention: 'annual' }).thenRefused('baseline-binds');
    told().when('withdraw-money-line', { lineId: LINE, why: 'No longer' }).thenRefused('baseline-binds');
    told().when('adopt-money-line', { lineId: LINE }).thenRefused('baseline-binds');
    told()
      .when('add-money-line', { kind: 'saving', timing: 'one-off', title: 'More', cells })
      .thenRefused('baseline-binds');
  });

  it('lets the title, a confirmed none and a forecast through', () => {
    told().when('amend-money-line', { lineId: LINE, title: 'Savings on contracts' }).accepted();
    told()
      .when('confirm-none-figures', { lineId: LINE, fys: [2025] })
      .accepted();
    told()
      .when('propose-figures', { lineId: LINE, cells: [{ fy: 2023, answer: { state: 'none' } }] })
      .accepted();
  });

  it('is moved by a change request, whose proposer then stands behind the figure', () => {
    const moves = [{ lineId: LINE, fy: 2024, amount: 15_000_000 }];
    const after = told().givenBy(
      'sponsor',
      happened('proposal-moved', { changeRequestId: 'change-1', proposedBy: 'lead', moves }),
    );
    expect(cellOf(line(after), 2024).proposed).toMatchObject({
      answer: { state: 'given', value: 15_000_000 },
      by: 'lead',
    });
  });
});

describe('a case that saves no money', () => {
  it('is declared by the lead, agreed by finance, and ended by a saving', () => {
    const declared = scenario().given(horizon).after('declare-non-cashable', { why: 'A statutory duty' });
    declared.when('declare-non-cashable', { why: 'Again' }).thenRefused('already-so');
    const agreed = declared.after('agree-non-cashable', {}, { as: 'finance' });
    expect(agreed.project.money.nonCashable?.agreed?.by).toBe('finance');
    agreed.when('agree-non-cashable', {}, { as: 'finance' }).thenNothing();
    const ended = agreed.after('add-money-line', {
      kind: 'saving',
      timing: 'one-off',
      title: 'One after all',
    });
    expect(ended.project.money.nonCashable).toBeUndefined();
    ended.when('declare-non-cashable', { why: 'Still' }).thenRefused('contradiction');
  });

  it("is not contradicted by the form's empty rows, until one is filled in", () => {
    const cells = HORIZON.map((fy) => ({ fy, answer: { state: 'none-unconfirmed' as const } }));
    const rows = { lineId: LINE, kind: 'saving', timing: 'one-off', cells, evidence: NO_EVIDENCE } as const;
    const told = scenario()
      .given(
        horizon,
        happened('money-line-recorded', { ...rows, fromDocument: true, words: { title: 'One-off savings' } }),
      )
      .after('declare-non-cashable', { why: 'A statutory duty' })
      .after('propose-figures', {
        lineId: LINE,
        cells: [{ fy: 2024, answer: { state: 'given', value: 5 } }],
      });
    expect(told.project.money.nonCashable).toBeUndefined();
  });

  it('is not agreed before it is declared', () => {
    scenario({ project: { ...emptyProject('p'), people: scenarioProject().people } })
      .when('agree-non-cashable', {}, { as: 'finance' })
      .thenRefused('not-legal-now');
  });
});
