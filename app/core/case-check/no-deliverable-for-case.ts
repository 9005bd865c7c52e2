import { standing } from '../project/row';
import type { Project } from '../project/state';
import { formatPartial } from '../time/partial-date';
import { dateToCome } from './dates';
import { finding, type Finding, type Rule } from './rule';
import { counting } from './workings';

const CASES = [
  { gate: 1, name: 'outline business case', title: /\boutline\b.*\bcase\b|\bOBC\b/iu },
  { gate: 2, name: 'full business case', title: /\b(?:full|final)\b.*\bcase\b|\bFBC\b/iu },
] as const;

function found(project: Project, { gate, name, title }: (typeof CASES)[number]): readonly Finding[] {
  const date = dateToCome(project, gate);
  const rows = standing(project.schedule.deliverables);
  const makes = rows.some(
    (row) => title.test(row.title) || (row.neededFor === gate && /\bcase\b/iu.test(row.title)),
  );
  if (date === undefined || rows.length === 0 || makes) return [];
  return [
    finding(noDeliverableForCase, {
      subject: `gate-${gate}`,
      title: `Nothing produces the ${name}`,
      because: `Gate ${gate} (${formatPartial(date)}) decides the ${name}; none of the ${rows.length} deliverables produces it.`,
      facts: { gate },
      workings: [
        counting(
          'Deliverables',
          rows.map((row) => row.title),
        ),
      ],
      fix: { screen: 'schedule', field: 'deliverable' },
    }),
  ];
}

/** No deliverable produces the case that a gate decides. */
export const noDeliverableForCase: Rule = {
  id: 'no-deliverable-for-case',
  title: 'No deliverable for the case',
  severity: 'gap',
  concernsMoney: false,
  words: {
    looksFor:
      'A plan with deliverables, none of which produces the outline business case (Gate 1) or the full one (Gate 2) that the gate decides.',
    matters: 'A case that is in nobody’s plan is written in the last week before its gate.',
    mend: 'Add a deliverable that produces the case, with its dates and its owner.',
  },
  find: (project) => CASES.flatMap((each) => found(project, each)),
};
