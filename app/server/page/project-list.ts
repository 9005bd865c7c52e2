import type { AppLoadContext } from '@remix-run/node';
import type { External } from '~/core/command/context';
import { GATE_NUMBERS, type GateNumber } from '~/core/gates/gate-number';
import { ragByRule, RAGS, type Rag, type RagByRule } from '~/core/gates/rag';
import type { IsoDay } from '~/core/time/iso-day';
import { formatPartial } from '~/core/time/partial-date';
import {
  gatesOf,
  listProjects,
  PROJECT_ORDERS,
  themes,
  type ProjectFilter,
  type ProjectListed,
  type ProjectOrder,
  type ProjectPage,
} from '~db/queries/projects';
import { firstListedDay, listProjectsAsAt, themesAsAt } from '~db/queries/projects-as-at';
import type { GateThen } from '~db/projections/project-history';
import { dayAsked, noSuchDay, notYetBegun } from '../as-at';
import { gateName, type HeadGate } from './project-head';

/** Rows of one page of the list. */
export const PAGE_SIZE = 25;
/** Most projects a colour is worked out for when the list is narrowed by it. */
const MOST_COLOURED = 2_000;

/** What the address of the list asks for; whatever it does not understand is left out. */
export interface ListAsked {
  readonly search: string;
  readonly theme: string | undefined;
  readonly rag: Rag | undefined;
  readonly gate: GateNumber | undefined;
  readonly order: ProjectOrder;
  readonly descending: boolean;
  readonly page: number;
  /** The past day shown; undefined for the list as it stands. */
  readonly day: IsoDay | undefined;
}

/** Reads the list's address. Throws the page that says so for a day that cannot be shown. */
export function listAsked(url: string, today: IsoDay): ListAsked {
  const { searchParams } = new URL(url);
  const asked = dayAsked(searchParams, today);
  if (asked.kind === 'wrong') throw noSuchDay(url, asked);
  const order = PROJECT_ORDERS.find((each) => each === searchParams.get('sort')) ?? 'ref';
  const page = Number(/^[1-9]\d{0,4}$/.exec(searchParams.get('page') ?? '')?.[0] ?? '1');
  return {
    search: (searchParams.get('q') ?? '').slice(0, 200),
    theme: searchParams.get('theme')?.slice(0, 1_000) || undefined,
    rag: RAGS.find((each) => each === searchParams.get('rag')),
    gate: GATE_NUMBERS.find((each) => String(each) === searchParams.get('gate')),
    order,
    descending: searchParams.get('dir') === 'desc',
    page,
    day: asked.kind === 'day' ? asked.day : undefined,
  };
}

type Coloured = { readonly rag: RagByRule; readonly external: External };

/** A day as the list is read for it: now, or a past one with its place in the journal. */
interface At {
  readonly today: IsoDay;
  readonly position?: number;
}

/** Works out colours, reading what lies outside once for all projects of one framework version. */
export function ragReader(
  { tracker }: Pick<AppLoadContext, 'tracker'>,
  { today, position }: At,
): (id: string) => Promise<Coloured | undefined> {
  const outside = new Map<string, Promise<External>>();
  const stateOf = (id: string) =>
    position === undefined ? tracker.readState('project', id) : tracker.stateAt('project', id, position);
  return async (id) => {
    const project = await stateOf(id);
    if (!project) return undefined;
    const kept = `${project.gates.framework.id}/${project.gates.framework.version}`;
    const reading =
      outside.get(kept) ??
      (position === undefined ? tracker.external(project) : tracker.externalAt(position, project));
    outside.set(kept, reading);
    const external = await reading;
    return { rag: ragByRule(project, external, today), external };
  };
}

/** The rows of the list and all that is read with them, as they stand or as at a past day. */
interface Source {
  readonly ragOf: (id: string) => Promise<Coloured | undefined>;
  read(
    filter: ProjectFilter,
    page: ProjectPage,
  ): Promise<{ readonly projects: readonly ProjectListed[]; readonly total: number }>;
  gatesOf(projects: readonly ProjectListed[]): Promise<readonly GateRow[]>;
  themes(): Promise<readonly string[]>;
}

type GateRow = GateThen & { readonly project: string };

async function sourceOf({ tracker, today }: AppLoadContext, day: IsoDay | undefined): Promise<Source> {
  const { db } = tracker;
  if (day === undefined) {
    return {
      ragOf: ragReader({ tracker }, { today }),
      read: (filter, page) => listProjects(db, today, filter, page),
      gatesOf: (projects) =>
        gatesOf(
          db,
          projects.map(({ project }) => project),
        ),
      themes: () => themes(db),
    };
  }
  const gates = new Map<string, readonly GateThen[]>();
  return {
    ragOf: ragReader({ tracker }, { today: day, position: await tracker.positionOn(day) }),
    read: async (filter, page) => {
      const found = await listProjectsAsAt(db, day, filter, page);
      for (const { project, gatesThen } of found.projects) gates.set(project, gatesThen);
      return found;
    },
    gatesOf: async (projects) =>
      projects.flatMap(({ project }) => (gates.get(project) ?? []).map((each) => ({ ...each, project }))),
    themes: () => themesAsAt(db, day),
  };
}

async function idsOfColour(source: Source, filter: ProjectFilter, rag: Rag): Promise<readonly string[]> {
  const { projects } = await source.read(filter, { limit: MOST_COLOURED });
  const ids: string[] = [];
  for (const { project } of projects) if ((await source.ragOf(project))?.rag.rag === rag) ids.push(project);
  return ids;
}

function trackOfRows(
  row: ProjectListed,
  gates: readonly GateRow[],
  external: External | undefined,
): readonly HeadGate[] {
  return gates.map((each) => {
    const number = each.gate as GateNumber;
    const approved = each.standing === 'approved';
    return {
      number,
      name: external ? gateName(external, number) : `Gate ${number}`,
      dateText: each.current === null ? 'TBC' : formatPartial(each.current),
      outcomes: each.standing === 'submitted' ? [{ tone: 'info', text: 'Submitted' }] : [],
      standing: approved
        ? 'approved'
        : row.life === 'closed'
          ? 'closed'
          : each.standing === 'submitted'
            ? 'submitted'
            : number === row.nextGate
              ? 'current'
              : 'future',
    };
  });
}

/** What one project shows in the list. */
async function shownRow(row: ProjectListed, gates: readonly GateRow[], ragOf: Source['ragOf']) {
  const coloured = await ragOf(row.project);
  const mine = gates.filter((each) => each.project === row.project);
  return {
    ref: row.ref,
    title: row.title,
    theme: row.theme,
    stage: row.nextGate === null ? row.stage : `Stage ${row.nextGate}: ${row.stage}`,
    life: row.life,
    nextGate: row.nextGate,
    nextDate: row.nextGateDate === null ? undefined : formatPartial(row.nextGateDate),
    overdue: row.overdue,
    rag: coloured?.rag ?? { rag: 'green' as const, because: [] },
    proposed: row.proposedRunRate,
    validated: row.validatedRunRate,
    mtfs: row.gapRunRate === null && !row.mtfsRunRate ? null : row.mtfsRunRate,
    notAdopted: row.notAdoptedLines,
    stale: row.staleFigures,
    gates: trackOfRows(row, mine, coloured?.external),
  };
}

/** One page of the projects list as its address asks for it; on a past day as it then stood. */
export async function projectList(context: AppLoadContext, asked: ListAsked) {
  const source = await sourceOf(context, asked.day);
  const narrowed: ProjectFilter = {
    ...(asked.search.trim() === '' ? {} : { search: asked.search }),
    ...(asked.theme === undefined ? {} : { theme: asked.theme }),
    ...(asked.gate === undefined ? {} : { nextGate: asked.gate }),
  };
  const filter = asked.rag ? { ...narrowed, ids: await idsOfColour(source, narrowed, asked.rag) } : narrowed;
  const { projects, total } = await source.read(filter, {
    order: asked.order,
    descending: asked.descending,
    limit: PAGE_SIZE,
    offset: (asked.page - 1) * PAGE_SIZE,
  });
  const gates = await source.gatesOf(projects);
  const rows = [];
  // One after another: each may fold a past, and all at once would only wait for one another.
  for (const row of projects) rows.push(await shownRow(row, gates, source.ragOf));
  return {
    asked,
    rows,
    total,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    themes: await source.themes(),
    past: asked.day === undefined ? undefined : { day: asked.day, today: context.today },
  };
}

/** Throws the page that says so for a day before there was any project. */
export async function refuseBeforeFirst({ tracker }: AppLoadContext, url: string, day: IsoDay | undefined) {
  if (day === undefined) return;
  const first = await firstListedDay(tracker.db);
  if (first === undefined || day < first) throw notYetBegun(url, 'The list of projects', day, first);
}
