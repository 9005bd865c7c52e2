import type { Project } from '../project/state';

/** The project with Gate 3 approved and these lines in its binding baseline. */
export function boundByGate3(project: Project, lines: readonly string[]): Project {
  const mark = { by: 'sponsor', day: '2024-04-20', seq: 1 };
  const record = project.gates.records[3];
  return {
    ...project,
    gates: {
      ...project.gates,
      records: {
        ...project.gates.records,
        3: {
          ...record,
          standing: {
            state: 'approved',
            decision: { ...mark, outcome: 'approved', narrative: '', approvals: [] },
          },
        },
      },
      baselines: [
        {
          ...mark,
          gate: 3,
          gates: {},
          deliverables: [],
          proposed: Object.fromEntries(lines.map((id) => [id, { 2024: 20_000_000 }])),
          validated: {},
          benefits: [],
          caseParts: {},
        },
      ],
    },
  };
}
