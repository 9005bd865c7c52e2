import { baselineAt, pictureOf } from '~/core/gates/baseline';
import type { GateNumber } from '~/core/gates/gate-number';
import type { Baseline } from '~/core/gates/state';
import { formatMoney } from '~/core/money/format-money';
import { rowById } from '~/core/project/row';
import type { Project } from '~/core/project/state';
import { formatFy } from '~/core/time/financial-year';
import { formatPartial } from '~/core/time/partial-date';
import type { LoadedProject } from '../load-project';

/** One thing as it was and as it is; `why` where a person listed the change with its reason. */
export interface ChangedRow {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly why?: string;
}

const NONE = '–';
const date = (value: string | null | undefined): string => (value ? formatPartial(value) : NONE);
const money = (value: number | null | undefined): string =>
  value === null || value === undefined ? NONE : formatMoney(value);

const keysOf = (...all: readonly (Readonly<Record<string, unknown>> | undefined)[]): readonly string[] =>
  [...new Set(all.flatMap((each) => Object.keys(each ?? {})))].sort();

const titleOf = (project: Project, line: string): string =>
  rowById(project.money.lines, line)?.title ?? 'a line no longer listed';

function figures(project: Project, before: Baseline, after: Baseline): readonly ChangedRow[] {
  const series = (
    name: 'proposed' | 'validated',
    was: Baseline['proposed'] | Baseline['validated'],
    is: Baseline['proposed'] | Baseline['validated'],
  ) =>
    keysOf(was, is).flatMap((line) =>
      keysOf(was[line], is[line]).map((fy) => ({
        label: `${titleOf(project, line)}, ${formatFy(Number(fy))}, ${name}`,
        before: money(was[line]?.[fy]),
        after: money(is[line]?.[fy]),
      })),
    );
  return [
    ...series('proposed', before.proposed, after.proposed),
    ...series('validated', before.validated, after.validated),
  ];
}

const gates = (before: Baseline, after: Baseline): readonly ChangedRow[] =>
  keysOf(before.gates, after.gates)
    // A gate decided has its own day, which is no change of plan.
    .filter((gate) => Number(gate) > before.gate)
    .map((gate) => ({
      label: `Gate ${gate}`,
      before: date(before.gates[gate]),
      after: date(after.gates[gate]),
    }));

function deliverables(project: Project, before: Baseline, after: Baseline): readonly ChangedRow[] {
  const ids = [...new Set([...before.deliverables, ...after.deliverables].map((each) => each.id))];
  return ids.flatMap((id) => {
    const title = rowById(project.schedule.deliverables, id)?.title ?? 'a deliverable no longer listed';
    const was = before.deliverables.find((each) => each.id === id);
    const is = after.deliverables.find((each) => each.id === id);
    return [
      { label: `“${title}”, start`, before: date(was?.start), after: date(is?.start) },
      { label: `“${title}”, finish`, before: date(was?.finish), after: date(is?.finish) },
    ];
  });
}

function benefits(project: Project, before: Baseline, after: Baseline): readonly ChangedRow[] {
  const ids = [...new Set([...before.benefits, ...after.benefits].map((each) => each.id))];
  return ids.flatMap((id) => {
    const benefit = rowById(project.benefits, id);
    const name = `${benefit?.category ?? 'A benefit'}${benefit?.measure ? ` (${benefit.measure})` : ''}`;
    const was = before.benefits.find((each) => each.id === id);
    const is = after.benefits.find((each) => each.id === id);
    return [
      { label: `${name}, target`, before: was?.target ?? NONE, after: is?.target ?? NONE },
      { label: `${name}, realised by`, before: date(was?.realisation), after: date(is?.realisation) },
    ];
  });
}

/** Parts of the case of which only a digest was kept: that they changed is known, not from what. */
const WORDS: Readonly<Record<string, string>> = {
  objectives: 'The objectives',
  scope: 'The scope',
  'preferred option': 'The preferred option',
};

const words = (before: Baseline, after: Baseline): readonly ChangedRow[] =>
  Object.entries(WORDS).map(([part, label]) => ({
    label,
    before: 'as at that gate',
    after: before.caseParts[part] === after.caseParts[part] ? 'as at that gate' : 'worded differently',
  }));

/** Two pictures of a project compared: only what differs. */
export function comparePictures(project: Project, before: Baseline, after: Baseline): readonly ChangedRow[] {
  const all = [
    ...figures(project, before, after),
    ...gates(before, after),
    ...deliverables(project, before, after),
    ...benefits(project, before, after),
    ...words(before, after),
  ];
  // A nil where there was nothing is no news.
  return all.filter((each) => each.before !== each.after && !(each.before === NONE && each.after === '£0'));
}

/** What a project's record is now, as the picture an approval of the gate would keep. */
export const pictureNow = ({ project }: Pick<LoadedProject, 'project'>, gate: GateNumber): Baseline =>
  pictureOf(project, gate, { by: '', day: '', seq: 0 });

/**
 * What differs in a gate's pack from the picture kept at the gate before: at an approved gate its own picture, else the
 * record as it stands. Undefined where there is no earlier picture.
 */
export function changedSinceLastGate(loaded: Pick<LoadedProject, 'project'>, gate: GateNumber) {
  const { project } = loaded;
  const previous = gate === 0 ? undefined : baselineAt(project, (gate - 1) as GateNumber);
  if (!previous) return undefined;
  const after = baselineAt(project, gate) ?? pictureNow(loaded, gate);
  return { since: previous.gate, rows: comparePictures(project, previous, after) };
}
