import { isClaimed, type Benefit } from '../benefits/state';
import { rowById } from '../project/row';
import type { Project } from '../project/state';
import { listed } from '../answers/listed';
import { finding, type Finding, type Rule } from './rule';
import { counting } from './workings';

/** A deliverable that stands and will measure the baseline does for one. */
const willBeMeasured = (project: Project, { baselineFoundBy }: Benefit): boolean => {
  const row =
    baselineFoundBy === undefined ? undefined : rowById(project.schedule.deliverables, baselineFoundBy);
  return row !== undefined && !row.withdrawn;
};

function found(project: Project, benefit: Benefit): readonly Finding[] {
  const has = {
    measure: Boolean(benefit.measure?.trim()),
    baseline: benefit.baseline !== undefined || willBeMeasured(project, benefit),
    target: benefit.target !== undefined,
    owner: benefit.owner !== undefined && !benefit.owner.declined,
  };
  const lacks = (['measure', 'baseline', 'target', 'owner'] as const).filter((part) => !has[part]);
  if (lacks.length === 0) return [];
  const said = benefit.description.state === 'given' ? benefit.description.value : '';
  return [
    finding(unmeasuredBenefit, {
      subject: benefit.id,
      title: `${benefit.category}: described, not measurable`,
      because: `“${said.slice(0, 200)}” has no ${listed(lacks).replace(' and ', ' and no ').replaceAll(', ', ', no ')}.`,
      facts: has,
      workings: [counting('It lacks', lacks)],
      fix: { screen: 'benefits', row: benefit.id },
    }),
  ];
}

/** A benefit is claimed that nobody could tell to have come. */
export const unmeasuredBenefit: Rule = {
  id: 'unmeasured-benefit',
  title: 'Unmeasured benefit',
  severity: 'gap',
  concernsMoney: false,
  askedBy: ['benefits-defined', 'benefits-measurable'],
  words: {
    looksFor:
      'Benefits that are claimed without a measure, a baseline (or the deliverable that will measure it), a target or an owner.',
    matters: 'What cannot be measured cannot be claimed as realised, and what nobody owns nobody measures.',
    mend: 'Give the measure, its value today with the date, the target, and the person who will own it.',
  },
  find: (project) => project.benefits.filter(isClaimed).flatMap((benefit) => found(project, benefit)),
};
