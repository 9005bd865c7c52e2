import { and, asc, count, gt, like, lte, min } from 'drizzle-orm';
import { streamName } from '~/core/journal/event';
import type { IsoDay } from '~/core/time/iso-day';
import { lastSeqsOn } from '../journal/as-at';
import type { Reader } from '../dialect/writer';
import type { GateThen } from '../projections/project-history';
import { projectHistory } from '../schema/projections';
import {
  conditionsOf,
  isOverdue,
  orderOf,
  type ProjectFilter,
  type ProjectListed,
  type ProjectPage,
} from './projects';

/** A project of the list as it stood, with its gates. */
export type ProjectListedThen = ProjectListed & { readonly gatesThen: readonly GateThen[] };

/** The rows that held at the end of a day. */
const heldOn = (day: IsoDay) => and(gt(projectHistory.toDay, day), lte(projectHistory.fromDay, day));

/** The portfolio list as it stood at the end of a day, everything late or due told for that day. */
export async function listProjectsAsAt(
  db: Reader,
  day: IsoDay,
  filter: ProjectFilter = {},
  page: ProjectPage = {},
): Promise<{ readonly projects: readonly ProjectListedThen[]; readonly total: number }> {
  const where = and(heldOn(day), conditionsOf(projectHistory, filter, day));
  const rows = await db
    .select()
    .from(projectHistory)
    .where(where)
    .orderBy(...orderOf(projectHistory, page))
    .limit(page.limit ?? 500)
    .offset(page.offset ?? 0);
  const [counted] = await db.select({ total: count() }).from(projectHistory).where(where);
  const versions = await lastSeqsOn(
    db,
    rows.map(({ project }) => streamName('project', project)),
    day,
  );
  return {
    projects: rows.map((row) => ({
      ...row,
      version: versions.get(streamName('project', row.project)) ?? row.fromSeq,
      overdue: isOverdue(row, day),
      overdueConditions: (JSON.parse(row.conditionDues) as readonly IsoDay[]).filter((due) => due < day)
        .length,
      gatesThen: JSON.parse(row.gates) as readonly GateThen[],
    })),
    total: counted?.total ?? 0,
  };
}

/** What a row of the list's past says of one project. */
export type RowThen = typeof projectHistory.$inferSelect;

/** Every project's row that held at the end of a day, by ref; so many at most. */
export const rowsHeldOn = (db: Reader, day: IsoDay, most: number): Promise<readonly RowThen[]> =>
  Promise.resolve(
    db.select().from(projectHistory).where(heldOn(day)).orderBy(asc(projectHistory.ref)).limit(most),
  );

/** The themes then in use, in order. */
export async function themesAsAt(db: Reader, day: IsoDay): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ theme: projectHistory.theme })
    .from(projectHistory)
    .where(and(heldOn(day), like(projectHistory.theme, '_%')))
    .orderBy(asc(projectHistory.theme));
  return rows.flatMap((row) => row.theme ?? []);
}

/** The day of the first row of the list there ever was; undefined while there is none. */
export async function firstListedDay(db: Reader): Promise<IsoDay | undefined> {
  const [row] = await db.select({ day: min(projectHistory.fromDay) }).from(projectHistory);
  return row?.day ?? undefined;
}
