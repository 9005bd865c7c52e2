import type { Project } from '../project/state';

/** The project in which the validations of every line that draws on a cost baseline are of another figure than before. */
export const withBaselineChanged = (project: Project, baselineId: string, seq: number): Project => ({
  ...project,
  money: {
    ...project.money,
    lines: project.money.lines.map((line) =>
      line.costBaseline === baselineId ? { ...line, termsSeq: seq } : line,
    ),
  },
});
