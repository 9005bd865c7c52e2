import { and, asc, eq, or } from 'drizzle-orm';
import type { Reader } from '../dialect/writer';
import { changeRows, projectRows } from '../schema/projections';

/**
 * Open change requests that want the decision of a sponsor, on the projects this person sponsors, or where they hold
 * that role of the Section 151 officer; the longest waiting first.
 */
export const changesToDecide = async (
  db: Reader,
  of: { readonly person: string; readonly s151: boolean; readonly limit: number },
) => {
  const asSponsor = and(eq(changeRows.wantsSponsor, true), eq(projectRows.sponsor, of.person));
  const wanted = of.s151 ? or(asSponsor, eq(changeRows.wantsS151, true)) : asSponsor;
  return db
    .select({ ref: projectRows.ref, projectTitle: projectRows.title, change: changeRows })
    .from(changeRows)
    .innerJoin(projectRows, eq(projectRows.project, changeRows.project))
    .where(and(eq(changeRows.state, 'open'), eq(projectRows.life, 'open'), wanted))
    .orderBy(asc(changeRows.day), asc(projectRows.ref))
    .limit(of.limit);
};
