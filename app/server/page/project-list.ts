import type { AppLoadContext } from '@remix-run/node';
import type { External } from '~/core/command/context';
import { GATE_NUMBERS, type GateNumber } from '~/core/gates/gate-number';
import { ragByRule, RAGS, type Rag, type RagByRule } from '~/core/gates/rag';
import { formatPartial } from '~/core/time/partial-date';
import {
  gatesOf,
  listProjects,
  PROJECT_ORDERS,
  themes,
  type ProjectFilter,
  type ProjectListed,
  type ProjectOrder,
} from '~db/queries/projects';
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
}

/** Reads the list's address. */
export function listAsked(url: string): ListAsked {
  const { searchParams } = new URL(url);
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
  };
}

/** Works out colours, reading what lies outside once for all projects of one framework version. */
export function ragReader({ tracker, today }: Pick<AppLoadContext, 'tracker' | 'today'>) {
  const outside = new Map<string, Promise<External>>();
  return async (id: string): Promise<{ rag: RagByRule; external: External } | undefined> => {
    const project = await tracker.readState('project', id);
    if (!project) return undefined;
    const kept = `${project.gates.framework.id}/${project.gates.framework.version}`;
    const reading = outside.get(kept) ?? tracker.external(project);
    outside.set(kept, reading);
    const external = await reading;
    return { rag: ragByRule(project, external, today), external };
  };
}

type Reader = ReturnType<typeof ragReader>;

async function idsOfColour(context: AppLoadContext, filter: ProjectFilter, rag: Rag, ragOf: Reader) {
  const { projects } = await listProjects(context.tracker.db, context.today, filter, {
    limit: MOST_COLOURED,
  });
  const ids: string[] = [];
  for (const { project } of projects) if ((await ragOf(project))?.rag.rag === rag) ids.push(project);
  return ids;
}

type GateRow = Awaited<ReturnType<typeof gatesOf>>[number];

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

/** One page of the projects list as its address asks for it. */
export async function projectList(context: AppLoadContext, asked: ListAsked) {
  const { tracker, today } = context;
  const ragOf = ragReader(context);
  const narrowed: ProjectFilter = {
    ...(asked.search.trim() === '' ? {} : { search: asked.search }),
    ...(asked.theme === undefined ? {} : { theme: asked.theme }),
    ...(asked.gate === undefined ? {} : { nextGate: asked.gate }),
  };
  const filter = asked.rag
    ? { ...narrowed, ids: await idsOfColour(context, narrowed, asked.rag, ragOf) }
    : narrowed;
  const { projects, total } = await listProjects(tracker.db, today, filter, {
    order: asked.order,
    descending: asked.descending,
    limit: PAGE_SIZE,
    offset: (asked.page - 1) * PAGE_SIZE,
  });
  const gates = await gatesOf(
    tracker.db,
    projects.map(({ project }) => project),
  );
  const rows = await Promise.all(
    projects.map(async (row) => {
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
    }),
  );
  return {
    asked,
    rows,
    total,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    themes: await themes(tracker.db),
  };
}
