import { and, asc, count, desc, eq, inArray, like, lt, or, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { IsoDay } from '~/core/time/iso-day';
import { conditionRows, gateRows, projectRows, totalRows } from '../schema/projections';
import type { Reader } from '../dialect/writer';

export type ProjectListed = typeof projectRows.$inferSelect & {
  /** Whether the next gate's whole date is past. */
  readonly overdue: boolean;
  readonly overdueConditions: number;
};

/** What the list may be ordered by. */
export const PROJECT_ORDERS = [
  'ref',
  'title',
  'stage',
  'nextGate',
  'nextGateFrom',
  'proposedRunRate',
  'validatedRunRate',
  'mtfsRunRate',
  'gapRunRate',
] as const;
export type ProjectOrder = (typeof PROJECT_ORDERS)[number];

/** What to list: everything that is given must hold. */
export interface ProjectFilter {
  /** Words met in ref, title, theme or department. */
  readonly search?: string;
  readonly theme?: string;
  readonly life?: (typeof projectRows.$inferSelect)['life'];
  readonly nextGate?: number;
  /** Held by this person, as sponsor or lead. */
  readonly person?: string;
  /** Projects by id, such as those a RAG was worked out for. */
  readonly ids?: readonly string[];
  readonly overdueOnly?: boolean;
}

export interface ProjectPage {
  readonly order?: ProjectOrder;
  readonly descending?: boolean;
  readonly limit?: number;
  readonly offset?: number;
}

/** The portfolio list as it stands today. Blank values come last in either direction. */
export async function listProjects(
  db: Reader,
  today: IsoDay,
  filter: ProjectFilter = {},
  page: ProjectPage = {},
): Promise<{ readonly projects: readonly ProjectListed[]; readonly total: number }> {
  const where = conditionsOf(projectRows, filter, today);
  const rows = await db
    .select()
    .from(projectRows)
    .where(where)
    .orderBy(...orderOf(projectRows, page))
    .limit(page.limit ?? 500)
    .offset(page.offset ?? 0);
  const [counted] = await db.select({ total: count() }).from(projectRows).where(where);
  const overdue = await overdueConditionsOf(
    db,
    today,
    rows.map((row) => row.project),
  );
  return {
    projects: rows.map((row) => ({
      ...row,
      overdue: isOverdue(row, today),
      overdueConditions: overdue.get(row.project) ?? 0,
    })),
    total: counted?.total ?? 0,
  };
}

/** In the order asked for, blank values last in either direction, then by ref. */
export function orderOf(list: ListColumns, { order, descending }: ProjectPage): readonly SQL[] {
  const column = list[order ?? 'ref'];
  return [sql`${column} is null`, descending ? desc(column) : asc(column), asc(list.ref)];
}

/** Whether the next gate's whole date is past. */
export const isOverdue = (
  row: Pick<typeof projectRows.$inferSelect, 'nextGateTo' | 'life'>,
  today: IsoDay,
): boolean =>
  row.nextGateTo !== null && row.nextGateTo < today && (row.life === 'open' || row.life === 'held');

/** The columns a list is narrowed and ordered by, in whichever table it is read from. */
export type ListColumns = Readonly<
  Record<Exclude<keyof typeof projectRows.$inferSelect, 'version'>, SQLiteColumn>
>;

/** What a filter asks of a row. */
export function conditionsOf(list: ListColumns, filter: ProjectFilter, today: IsoDay): SQL | undefined {
  const { search, theme, life, nextGate, person, ids, overdueOnly } = filter;
  return and(
    ...(search ?? '')
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, 10)
      .map((word) => meets(list, word)),
    theme === undefined ? undefined : eq(list.theme, theme),
    life === undefined ? undefined : eq(list.life, life),
    nextGate === undefined ? undefined : eq(list.nextGate, nextGate),
    person === undefined ? undefined : or(eq(list.sponsor, person), eq(list.lead, person)),
    ids === undefined ? undefined : inArray(list.project, [...ids]),
    overdueOnly ? and(lt(list.nextGateTo, today), inArray(list.life, ['open', 'held'])) : undefined,
  );
}

function meets(list: ListColumns, word: string): SQL | undefined {
  const pattern = `%${word.slice(0, 100).replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
  return or(
    ...[list.ref, list.title, list.theme, list.department].map(
      (column) => sql`${column} like ${pattern} escape '\\'`,
    ),
  );
}

async function overdueConditionsOf(
  db: Reader,
  today: IsoDay,
  projects: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (projects.length === 0) return new Map();
  const rows = await db
    .select({ project: conditionRows.project, overdue: count() })
    .from(conditionRows)
    .where(
      and(
        inArray(conditionRows.state, ['open', 'closed']),
        lt(conditionRows.due, today),
        inArray(conditionRows.project, [...projects]),
      ),
    )
    .groupBy(conditionRows.project);
  return new Map(rows.map((row) => [row.project, row.overdue]));
}

/** One project's row by its ref, whatever the case. */
export async function projectRowByRef(
  db: Reader,
  ref: string,
): Promise<typeof projectRows.$inferSelect | undefined> {
  const [row] = await db
    .select()
    .from(projectRows)
    .where(sql`upper(${projectRows.ref}) = ${ref.toUpperCase()}`);
  return row;
}

/** The themes in use, in order. */
export async function themes(db: Reader): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ theme: projectRows.theme })
    .from(projectRows)
    .where(like(projectRows.theme, '_%'))
    .orderBy(asc(projectRows.theme));
  return rows.flatMap((row) => row.theme ?? []);
}

/** The six gates of the projects given, for gate tracks on lists. */
export const gatesOf = async (db: Reader, projects: readonly string[]) =>
  projects.length === 0
    ? []
    : db
        .select()
        .from(gateRows)
        .where(inArray(gateRows.project, [...projects]))
        .orderBy(asc(gateRows.project), asc(gateRows.gate));

/** Totals over all open projects by FY and series, pence; `unknown` counts projects that cannot be told. */
export async function programmeTotals(db: Reader) {
  return db
    .select({
      fy: totalRows.fy,
      series: totalRows.series,
      effect: sql<number>`coalesce(sum(${totalRows.effect}), 0)`,
      unknown: sql<number>`sum(case when ${totalRows.effect} is null then 1 else 0 end)`,
    })
    .from(totalRows)
    .innerJoin(projectRows, eq(projectRows.project, totalRows.project))
    .where(inArray(projectRows.life, ['open', 'held', 'completed']))
    .groupBy(totalRows.fy, totalRows.series)
    .orderBy(asc(totalRows.fy));
}
