import type { External } from '~/core/command/context';
import { blockedBy, type Blocked } from '~/core/debts/gate-blocked';
import { debtsOf, type Debt } from '~/core/debts/debts';
import type { Fix } from '~/core/command/refusal';
import type { Project } from '~/core/project/state';
import { daysBetween, type IsoDay } from '~/core/time/iso-day';
import { debtCounts, debtRegister, type DebtKind } from '~db/queries/debts';
import type { LoadedProject, PageArgs } from './load-project';
import { gateName } from './project-head';
import { whoBriefly } from './shown-refusal';
import { requireActor } from '../require-actor';

/** One answer owed, as its lists show it. */
export interface DebtShown {
  readonly key: string;
  readonly ref: string;
  readonly project: string;
  readonly kind: DebtKind;
  readonly what: string;
  readonly since: IsoDay;
  /** Whole days. */
  readonly age: number;
  readonly who: string;
  readonly fix: Fix;
  /** The gate it stops first, by its name. */
  readonly blocks: string | undefined;
  readonly gate: number | undefined;
}

interface Standing {
  readonly project: Project;
  readonly external: External;
  readonly today: IsoDay;
}

function shown({ project, external, today }: Standing, debt: Debt, blocked: Blocked | undefined): DebtShown {
  const { key, kind, what, since, fix, role } = debt;
  const gate = blocked?.gate;
  return {
    key: `${project.id}/${key}`,
    ref: project.ref,
    project: project.case.text.title.answer.state === 'given' ? project.case.text.title.answer.value : '',
    kind,
    what,
    since,
    age: daysBetween(since, today),
    who: whoBriefly(blocked?.by ?? [{ role }], external.directory) ?? role,
    fix,
    gate,
    blocks: gate === undefined ? undefined : `Gate ${gate}: ${gateName(external, gate)}`,
  };
}

function debtsShown(standing: Standing, debts: readonly Debt[]): readonly DebtShown[] {
  const blocked = blockedBy(standing.project, debts, standing.external, standing.today);
  return debts.map((debt) => shown(standing, debt, blocked.get(debt.key)));
}

const LATER = 9;

/** What a project owes: what stops the nearest gate first, then the oldest. */
export function debtsOfProject({ project, external, today }: LoadedProject) {
  const debts = [...debtsShown({ project, external, today }, debtsOf(project))].sort(
    (a, b) => (a.gate ?? LATER) - (b.gate ?? LATER) || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0),
  );
  return { debts };
}

/** Rows of one page of the programme's list: each of its projects is read for what its answers stop. */
const PAGE_SIZE = 25;
const KINDS: readonly DebtKind[] = ['tbc', 'blank'];

/** What the programme owes, the oldest first, a page at a time. */
export async function debtsOfProgramme({ request, context }: PageArgs) {
  requireActor(request, context);
  const { tracker, today } = context;
  const { searchParams } = new URL(request.url);
  const kind = KINDS.find((each) => each === searchParams.get('kind'));
  const counts = await debtCounts(tracker.db);
  const total = kind ? counts[kind] : counts.tbc + counts.blank;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const asked = Number(/^[1-9]\d{0,4}$/.exec(searchParams.get('page') ?? '')?.[0] ?? '1');
  const page = Math.min(asked, pages);
  const offset = (page - 1) * PAGE_SIZE;
  const rows = await debtRegister(tracker.db, { kind, limit: PAGE_SIZE, offset });
  const byProject = new Map<string, ReadonlyMap<string, DebtShown>>();
  for (const id of new Set(rows.map(({ debt }) => debt.project))) {
    const project = await tracker.readState('project', id);
    if (!project) continue;
    const external = await tracker.external(project);
    const wanted = new Set(rows.filter(({ debt }) => debt.project === id).map(({ debt }) => debt.id));
    const debts = debtsShown(
      { project, external, today },
      debtsOf(project).filter(({ key }) => wanted.has(key)),
    );
    byProject.set(id, new Map(debts.map((each) => [each.key, each])));
  }
  const debts = rows.flatMap(
    ({ debt }) => byProject.get(debt.project)?.get(`${debt.project}/${debt.id}`) ?? [],
  );
  return { counts, kind, page, pages, total, from: offset, debts };
}
