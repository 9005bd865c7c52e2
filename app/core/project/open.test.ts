import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../case/case-document';
import { frameworkV1 } from '../gates/framework-v1';
import { scenario } from '../testing/scenario';
import { emptyProject } from './empty';

const fresh = () => scenario({ project: emptyProject('project-1'), today: '2023-10-01' });

const document: CaseDocument = {
  name: 'case.txt',
  sha256: 'a'.repeat(64),
  ref: 'AB-1',
  answers: { title: { state: 'given', value: 'One desk' }, sponsorStated: { state: 'tbc' } },
  qualification: { effort: { state: 'given', value: 3, words: '3' } },
  horizon: [2023, 2024],
  moneyLines: [
    {
      kind: 'saving',
      timing: 'recurring',
      title: 'Recurring Savings',
      cells: [{ fy: 2024, answer: { state: 'given', value: 20_000_000, words: '£200,000' } }],
    },
  ],
  stated: [],
  statements: [{ about: 'approval', words: '', cells: [], name: { state: 'given', value: 'A Person' } }],
  benefits: [],
  linkedCases: ['Another case'],
  risks: [{ ref: '1', risk: 'It may fail', likelihood: 2, impact: 3, statedTotal: 12 }],
  assumptions: [{ kind: 'dependency', statement: 'It depends' }],
  gates: [{ gate: 0, target: { state: 'given', value: '2023-10', words: 'Oct 2023' } }],
  deliverables: [
    {
      title: 'Review',
      start: { state: 'given', value: '2023-12', words: 'Dec 2023' },
      finish: { state: 'tbc' },
    },
  ],
  suggested: {
    costBaselines: [{ service: 'Care', amount: { state: 'tbc' }, from: 'Care is run in-house.' }],
    benchmarks: [],
    populations: [],
  },
  unplaced: [{ line: 3, words: 'left over' }],
  missing: [],
};

describe('opening a project', () => {
  it('begins its record under the framework in force, with four financial years from the current one', () => {
    const { project } = fresh().after('open-project', { ref: 'AB-1', title: 'One desk' }, { as: 'pmo' });
    expect(project).toMatchObject({
      ref: 'AB-1',
      opened: { by: 'pmo', day: '2023-10-01' },
      case: { text: { title: { answer: { state: 'given', value: 'One desk' } } } },
      money: { horizon: [2023, 2024, 2025, 2026] },
      gates: { framework: { id: frameworkV1.id, version: frameworkV1.version } },
    });
  });

  it('is for PMO officers, once, with a ref that can stand in an address and is not taken', () => {
    const input = { ref: 'AB-1', title: 'One desk' };
    fresh().when('open-project', input, { as: 'viewer' }).thenRefused('not-permitted');
    fresh()
      .after('open-project', input, { as: 'pmo' })
      .when('open-project', input, { as: 'pmo' })
      .thenRefused('already-so');
    fresh()
      .when('open-project', { ...input, ref: 'RX-001' }, { as: 'pmo' })
      .thenRefused('duplicate');
    for (const ref of ['', 'a b', '../x', '<b>', 'x'.repeat(41)]) {
      fresh()
        .when('open-project', { ...input, ref }, { as: 'pmo' })
        .thenInvalid('ref');
    }
  });
});

describe('importing a business case', () => {
  const imported = () => fresh().after('import-business-case', { document }, { as: 'pmo' }).project;

  it('records what it says and makes it nobody’s act', () => {
    const project = imported();
    expect(project.people).toEqual([]);
    expect(project.gates.conditions).toEqual([]);
    expect(project.case.text.sponsorStated).toMatchObject({ answer: { state: 'tbc' }, fromDocument: true });
    const [line] = project.money.lines;
    expect(line).toMatchObject({ fromDocument: true });
    expect(line?.adopted).toBeUndefined();
    expect(line?.cells[2024]?.proposed).toMatchObject({
      answer: { state: 'given', value: 20_000_000, words: '£200,000' },
      fromDocument: true,
    });
    expect(line?.cells[2024]?.validated).toBeUndefined();
    expect(project.gates.records[0].hands).toEqual({ submitted: [], proposed: [], attested: [], led: [] });
  });

  it('keeps the document’s words of dates beside the dates, and what was not placed', () => {
    const project = imported();
    expect(project.schedule.gates[0].target).toMatchObject({
      answer: { state: 'given', value: '2023-10', words: 'Oct 2023' },
      fromDocument: true,
    });
    expect(project.schedule.deliverables).toMatchObject([
      { title: 'Review', start: { answer: { words: 'Dec 2023' } }, finish: { answer: { state: 'tbc' } } },
    ]);
    expect(project.documents).toMatchObject([
      { name: 'case.txt', unplaced: [{ line: 3, words: 'left over' }], statements: [{ about: 'approval' }] },
    ]);
  });

  it('takes suggestions as such, unconfirmed', () => {
    const [baseline] = imported().registers.costBaselines;
    expect(baseline).toMatchObject({ service: 'Care', suggestedFrom: 'Care is run in-house.' });
    expect(baseline?.confirmed).toBeUndefined();
  });

  it('is given by PMO officers and by the tracker itself on first start', () => {
    fresh().when('import-business-case', { document }, { as: 'system', through: 'system' }).accepted();
    fresh().when('import-business-case', { document }, { as: 'finance' }).thenRefused('not-permitted');
  });

  it('asks for a ref where the document gives none, and takes one entered before its own', () => {
    const { ref: _ref, ...without } = document;
    fresh().when('import-business-case', { document: without }, { as: 'pmo' }).thenRefused('not-answered');
    const { project } = fresh().after(
      'import-business-case',
      { document: without, ref: 'CD-2' },
      { as: 'pmo' },
    );
    expect(project.ref).toBe('CD-2');
  });

  it('refuses a ref that stands on another project, and a document on a record that is begun', () => {
    fresh()
      .when('import-business-case', { document: { ...document, ref: 'RX-002' } }, { as: 'pmo' })
      .thenRefused('duplicate');
    fresh()
      .after('import-business-case', { document }, { as: 'pmo' })
      .when('import-business-case', { document }, { as: 'pmo' })
      .thenRefused('already-so');
  });
});
