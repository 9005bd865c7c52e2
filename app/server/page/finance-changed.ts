import { describeAnswer } from '~/core/answers/answer';
import { cellOf } from '~/core/finance/line';
import { isStale, type MoneyLine } from '~/core/finance/state';
import { fold } from '~/core/journal/stream';
import { formatMoney } from '~/core/money/format-money';
import type { Project } from '~/core/project/state';
import { projectStream } from '~/core/project/stream';
import { formatFy, type Fy } from '~/core/time/financial-year';
import type { Tracker } from '../tracker';
import { byWords } from './finance-words';
import { termRows } from './finance-lines';
import type { LoadedProject } from './load-project';

/** One thing that is not as it was when finance validated. */
export interface ChangedFact {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly same: boolean;
}

/** A stale validation: of which year, given by whom, and what changed since. */
export interface StaleYear {
  readonly fy: Fy;
  readonly year: string;
  readonly given: string;
  readonly facts: readonly ChangedFact[];
}

const sayAmount = (answer: Parameters<typeof describeAnswer<number>>[0]) =>
  describeAnswer(answer, formatMoney);

const evidenceWords = (project: Project, line: MoneyLine): string =>
  line.evidence
    .map((id) => project.evidence.attachments.find((each) => each.id === id)?.name ?? 'a document')
    .sort()
    .join(', ') || 'none';

/** A line's terms in words as they stood in a project. */
function termsIn(
  loaded: LoadedProject,
  project: Project,
  line: MoneyLine,
): readonly (readonly [string, string])[] {
  const rows = termRows({ ...loaded, project }, line).map(({ key, value }) => [key, value] as const);
  const baseline = project.registers.costBaselines.find((each) => each.id === line.costBaseline);
  const amount = baseline ? sayAmount(baseline.amount) : undefined;
  return [
    ...rows,
    ...(amount === undefined ? [] : [['Amount of the cost baseline', amount] as const]),
    ['Evidence', evidenceWords(project, line)] as const,
  ];
}

function factsOf(loaded: LoadedProject, was: Project, now: MoneyLine, fy: Fy): readonly ChangedFact[] {
  const before = was.money.lines.find((each) => each.id === now.id);
  if (!before) return [];
  const amount: ChangedFact = {
    label: `Proposed, ${formatFy(fy)}`,
    before: sayAmount(cellOf(before, fy).proposed.answer),
    after: sayAmount(cellOf(now, fy).proposed.answer),
    same: false,
  };
  const then = new Map(termsIn(loaded, was, before));
  const terms = termsIn(loaded, loaded.project, now).map(([label, after]) => ({
    label,
    before: then.get(label) ?? 'nothing',
    after,
    same: false,
  }));
  const all = [amount, ...terms].map((each) => ({ ...each, same: each.before === each.after }));
  const moved = all.filter(({ same }) => !same);
  // Changed and changed back is a change too: the figure is shown, with nothing struck out.
  return moved.length > 0 ? moved : [{ ...amount, same: true }];
}

/** What changed since finance last validated, year by year; nothing while no validation of the line is stale. */
export async function changedSinceValidated(
  loaded: LoadedProject,
  line: MoneyLine,
  tracker: Pick<Tracker, 'events'>,
): Promise<readonly StaleYear[]> {
  const { project } = loaded;
  const stale = project.money.horizon.filter((fy) => isStale(line, cellOf(line, fy)));
  if (stale.length === 0) return [];
  const events = await tracker.events(`project/${project.id}`, { upTo: project.version });
  return stale.flatMap((fy) => {
    const { validated } = cellOf(line, fy);
    if (!validated) return [];
    const was = fold(
      projectStream,
      project.id,
      events.filter(({ seq }) => seq <= validated.seq),
    );
    return [
      {
        fy,
        year: formatFy(fy),
        given: `${formatMoney(validated.amount)}, ${byWords(loaded, validated)}`,
        facts: factsOf(loaded, was, line, fy),
      },
    ];
  });
}
