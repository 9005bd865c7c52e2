import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import type { LinkedProject } from '~/core/case-check/surroundings';
import type { Reader } from '../dialect/writer';
import { projectRows, savingRows } from '../schema/projections';

/** The savings and income that projects propose on cost centres, by the projects' refs; projects there are none of are left out. */
export async function linkedSavings(db: Reader, refs: readonly string[]): Promise<readonly LinkedProject[]> {
  if (refs.length === 0) return [];
  const known = await db
    .select({ ref: projectRows.ref })
    .from(projectRows)
    .where(inArray(projectRows.ref, [...refs]))
    .orderBy(projectRows.ref);
  const rows = await db
    .selectDistinct({
      ref: projectRows.ref,
      lineId: savingRows.line,
      title: savingRows.title,
      costCentre: savingRows.costCentre,
    })
    .from(savingRows)
    .innerJoin(projectRows, eq(projectRows.project, savingRows.project))
    .where(
      and(
        inArray(projectRows.ref, [...refs]),
        eq(savingRows.series, 'proposed'),
        eq(savingRows.state, 'given'),
        ne(savingRows.kind, 'investment'),
        isNotNull(savingRows.costCentre),
      ),
    )
    .orderBy(projectRows.ref, savingRows.line);
  return known.map(({ ref }) => ({
    ref,
    savings: rows.flatMap((row) =>
      row.ref === ref && row.costCentre !== null
        ? [{ lineId: row.lineId, title: row.title, costCentre: row.costCentre }]
        : [],
    ),
  }));
}
