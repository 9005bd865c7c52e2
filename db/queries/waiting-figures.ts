import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { Reader } from '../dialect/writer';
import { projectRows, savingRows } from '../schema/projections';

/** Proposed figures that finance has not validated, or has validated and that changed since; at most `limit`. */
export async function notValidated(db: Reader, limit = 500) {
  const validated = db
    .select({
      project: savingRows.project,
      line: savingRows.line,
      fy: savingRows.fy,
      stale: savingRows.stale,
    })
    .from(savingRows)
    .where(eq(savingRows.series, 'validated'))
    .as('validated');
  return db
    .select({
      project: savingRows.project,
      ref: projectRows.ref,
      line: savingRows.line,
      title: savingRows.title,
      fy: savingRows.fy,
      amount: savingRows.amount,
      stale: validated.stale,
    })
    .from(savingRows)
    .innerJoin(projectRows, eq(projectRows.project, savingRows.project))
    .leftJoin(
      validated,
      and(
        eq(validated.project, savingRows.project),
        eq(validated.line, savingRows.line),
        eq(validated.fy, savingRows.fy),
      ),
    )
    .where(
      and(
        eq(savingRows.series, 'proposed'),
        eq(savingRows.adopted, true),
        eq(savingRows.state, 'given'),
        or(isNull(validated.stale), eq(validated.stale, true)),
        inArray(projectRows.life, ['open', 'held']),
      ),
    )
    .orderBy(asc(projectRows.ref), asc(savingRows.position), asc(savingRows.fy))
    .limit(limit);
}

/** Projects whose run rate in the MTFS is not what finance validated (pence, positive is a hole), the largest gap first. */
export async function gapsToMtfs(db: Reader, limit: number) {
  const rows = await db
    .select({
      ref: projectRows.ref,
      title: projectRows.title,
      gap: projectRows.gapRunRate,
      mtfs: projectRows.mtfsRunRate,
    })
    .from(projectRows)
    .where(and(ne(projectRows.gapRunRate, 0), inArray(projectRows.life, ['open', 'held'])))
    .orderBy(desc(sql`abs(${projectRows.gapRunRate})`), asc(projectRows.ref))
    .limit(limit);
  return rows.flatMap(({ gap, ...row }) => (gap === null ? [] : [{ ...row, gap }]));
}
