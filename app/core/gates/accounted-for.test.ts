import { describe, expect, it } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { isClaimed, type Benefit } from '../benefits/state';
import type { MoneyLine } from '../finance/state';
import type { Row } from '../project/row';
import type { Project } from '../project/state';
import { edit } from '../testing/edit';
import { scenario, type Scenario } from '../testing/scenario';
import { dayOfGate, readyFor } from '../testing/whole-way';
import { proposedFys } from './criteria/lines';
import type { GateNumber } from './gate-number';

const imported = recordOf(SEED);
const why = 'Not ours after all';
const ready = [0, 1, 2].map((gate) => readyFor(imported, gate as GateNumber));
const at = (gate: GateNumber, project: Project): Scenario => scenario({ project, today: dayOfGate(gate) });

type Path = readonly (string | number)[];
type Terms = Readonly<Record<string, unknown>>;
const rowsAt = (project: Project, path: Path): readonly Row[] =>
  path.reduce<unknown>((so, step) => (so as Record<string, unknown>)[step], project) as readonly Row[];

/** A benefit that is claimed, a line that saves: those of which most is asked. */
const isTheKind = (row: Row): boolean => {
  if ('readings' in row) return isClaimed(row as Benefit);
  return 'cells' in row
    ? (row as MoneyLine).kind === 'saving' && proposedFys(row as MoneyLine).length > 0
    : true;
};

/** The record ready for a gate, with one more row of a kind: a sound one with these terms changed. */
const withRow = (gate: GateNumber, path: Path, terms: Terms, id = 'failing', from = ready[gate]!) =>
  edit(from, path, (rows: readonly Row[]) => {
    const sound = rows.find((row) => !row.withdrawn && isTheKind(row));
    return [...rows, { ...sound, ref: id, suggestedFrom: undefined, ...terms, id }];
  });

interface Kind {
  readonly kind: string;
  readonly gate: GateNumber;
  readonly path: Path;
  readonly terms: Terms;
  readonly command: string;
  readonly field: string;
  readonly criterion: string;
}

const KINDS: readonly Kind[] = [
  {
    kind: 'a benefit without a measure',
    gate: 1,
    path: ['benefits'],
    terms: { measure: undefined },
    command: 'withdraw-benefit',
    field: 'benefitId',
    criterion: 'benefits-defined',
  },
  {
    kind: 'a risk above appetite without an owner',
    gate: 1,
    path: ['risks'],
    terms: { likelihood: 5, impact: 5, owner: undefined, statedTotal: undefined },
    command: 'withdraw-risk',
    field: 'riskId',
    criterion: 'risks-within-appetite',
  },
  {
    kind: 'a risk that is closed instead',
    gate: 1,
    path: ['risks'],
    terms: { likelihood: 5, impact: 5, owner: undefined, statedTotal: undefined },
    command: 'close-risk',
    field: 'riskId',
    criterion: 'risks-within-appetite',
  },
  {
    kind: 'an option preferred without a reason',
    gate: 1,
    path: ['registers', 'options'],
    terms: { isPreferred: true, reason: '' },
    command: 'withdraw-option',
    field: 'rowId',
    criterion: 'options-appraised',
  },
  {
    kind: 'a dependency without an owner',
    gate: 1,
    path: ['registers', 'assumptions'],
    terms: { kind: 'dependency', owner: undefined },
    command: 'withdraw-assumption',
    field: 'rowId',
    criterion: 'assumptions-owned',
  },
  {
    kind: 'a cost without a source',
    gate: 0,
    path: ['registers', 'costBaselines'],
    terms: { amount: { state: 'given', value: 100 }, source: undefined },
    command: 'withdraw-cost-baseline',
    field: 'rowId',
    criterion: 'cost-baseline-listed',
  },
  {
    kind: 'a money line without evidence',
    gate: 2,
    path: ['money', 'lines'],
    terms: { evidence: [] },
    command: 'withdraw-money-line',
    field: 'lineId',
    criterion: 'figures-evidenced',
  },
  {
    kind: 'a deliverable that starts after it finishes',
    gate: 2,
    path: ['schedule', 'deliverables'],
    terms: { neededFor: undefined, actualStart: { date: '2024-03' }, actualFinish: { date: '2024-01' } },
    command: 'withdraw-deliverable',
    field: 'deliverableId',
    criterion: 'schedule-consistent',
  },
];

describe('a row on which the next gate fails', () => {
  it.each(KINDS)('$kind is the sponsor’s to take out, not the lead’s or the PMO’s', (each) => {
    const story = at(each.gate, withRow(each.gate, each.path, each.terms));
    const input = { [each.field]: 'failing', why };
    for (const as of ['lead', 'pmo']) {
      const { refusals } = story.when(each.command, input, { as });
      expect(refusals.map(({ reason }) => reason)).toContain('not-permitted');
      if (as === 'lead' || each.command !== 'withdraw-money-line')
        expect(refusals.map(({ criterion }) => criterion)).toContain(each.criterion);
    }
    const taken = story.after(each.command, input, { as: 'sponsor' });
    expect(taken.project.version).toBe(story.project.version + 1);
  });

  it('is named with what it lacks, where that is mended, and who may take it out', () => {
    const story = at(1, withRow(1, ['benefits'], { measure: undefined }));
    const [refused] = story.when('withdraw-benefit', { benefitId: 'failing', why }).refusals;
    expect(refused?.because).toMatch(/^It stops Gate 1: .*measure.* Mend that, or have the sponsor/);
    expect(refused?.fix).toMatchObject({ screen: 'benefits', row: 'failing' });
    expect(refused?.by).toContainEqual({ role: 'sponsor', person: 'sponsor' });
  });

  it('is not withdrawn either where another row goes on failing the criterion', () => {
    const one = withRow(1, ['benefits'], { measure: undefined });
    const two = withRow(1, ['benefits'], { measure: undefined }, 'another', one);
    at(1, two).when('withdraw-benefit', { benefitId: 'failing', why }).thenRefused('not-permitted');
  });

  it('is not made to claim nothing instead', () => {
    const story = at(1, withRow(1, ['benefits'], { measure: undefined }));
    const was = story.project.benefits.at(-1)!;
    story
      .when('amend-benefit', {
        benefitId: 'failing',
        category: was.category,
        description: { state: 'none' },
        realisation: { state: 'blank' },
      })
      .thenRefused('not-permitted');
  });
});

describe('a row of which the next gate says nothing', () => {
  it.each(KINDS.filter(({ kind }) => kind !== 'a risk that is closed instead'))(
    'is withdrawn by the lead: $path',
    (each) => {
      const sound = rowsAt(ready[each.gate]!, each.path).filter((row) => !row.withdrawn);
      const copy = { isPreferred: false, neededFor: undefined };
      const story = at(
        each.gate,
        withRow(each.gate, each.path, 'isPreferred' in sound[0]! ? copy : { neededFor: undefined }),
      );
      story.when(each.command, { [each.field]: 'failing', why }).accepted();
    },
  );

  it('is withdrawn by the lead though a gate after the next will ask more of it', () => {
    const story = at(0, withRow(0, ['benefits'], { description: { state: 'given', value: 'Calmer staff' } }));
    story.when('withdraw-benefit', { benefitId: 'failing', why }).accepted();
  });
});
