import { standing } from '../project/row';
import type { Project } from '../project/state';
import { wayUpTo } from './whole-way';
import { deliverable, onDay, only, pounds, type Step } from './whole-way-step';

/** The day the clean case is ready for Gate 2. */
export const CLEAN_DAY = '2024-03-20';

const tidied = onDay('2024-03-15');
const given = (value: string) => ({ state: 'given' as const, value });

const suggestedCost = (service: string) => (project: Project) => ({
  rowId: only(
    standing(project.registers.costBaselines).filter((row) => row.service === service && !row.confirmed),
    `suggested cost baseline of ${service}`,
  ).id,
  why: 'It is one row with the other: Housing and highways out of hours.',
});

const hackney = (project: Project) =>
  only(
    standing(project.registers.benchmarks).filter((row) => row.organisation.includes('Hackney')),
    'benchmark Hackney',
  );

const done = (begins: string, finish: string) => (project: Project) => ({
  deliverableId: deliverable(project, begins).id,
  finish,
  evidence: [],
  note: `Accepted by the steering group in ${finish}.`,
});

/** What RX-004 still owes a careful reader when it is ready for Gate 2: every cost known, every date a day. */
const mended: readonly Step[] = [
  tidied('lead', 'withdraw-cost-baseline', 'The review found one contract', suggestedCost('Housing')),
  tidied('lead', 'withdraw-cost-baseline', 'for both services', suggestedCost('Highways')),
  tidied('lead', 'amend-cost-baseline', 'and what it costs', (project: Project) => ({
    rowId: only(
      standing(project.registers.costBaselines).filter((row) => row.amount.state !== 'given'),
      'unknown cost baseline',
    ).id,
    service: 'Housing and highways out of hours',
    amount: pounds(150_000),
    year: 2023,
    source: 'Review of out of hours contracts, January 2024',
  })),
  tidied('lead', 'confirm-population', 'The population is confirmed', (project: Project) => ({
    rowId: only(standing(project.registers.populations), 'population').id,
  })),
  tidied('lead', 'confirm-benchmark', 'and so is the benchmark', (project: Project) => ({
    rowId: hackney(project).id,
  })),
  tidied('lead', 'amend-benchmark', 'with its date and what it covers', (project: Project) => ({
    rowId: hackney(project).id,
    organisation: 'London Borough of Hackney',
    annualCost: 50_000_000,
    population: 259_000,
    costApproximate: false,
    asOf: '2024-01',
    likeForLike: true,
    source: 'Benchmark report, January 2024',
  })),
  tidied('lead', 'complete-deliverable', 'The specification is complete', done('Create service', '2024-02')),
  tidied('lead', 'complete-deliverable', 'and so is the full case', done('Create full', '2024-03')),
  tidied(
    'pmo',
    'set-schedule',
    'Each gate gets its day, and work stands clear of it',
    (project: Project) => ({
      gates: [
        { gate: 2, target: given('2024-03-20') },
        { gate: 3, target: given('2024-04-22') },
        { gate: 4, target: given('2024-09-30') },
        { gate: 5, target: given('2025-04-30') },
      ],
      deliverables: [
        { deliverableId: deliverable(project, 'Enter procurement').id, start: given('2024-05') },
        { deliverableId: deliverable(project, 'Implement').id, finish: given('2024-08') },
      ],
      milestones: [],
    }),
  ),
];

/** The clean, fully answered case: the way of RX-004 to Gate 2, with everything mended that the case check finds. */
export const cleanCaseSteps: readonly Step[] = [...wayUpTo('Gate 2 is submitted'), ...mended];
