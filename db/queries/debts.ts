import { and, asc, count, eq, type SQL } from 'drizzle-orm';
import type { Reader } from '../dialect/writer';
import { debtRows, projectRows } from '../schema/projections';

export type DebtKind = 'tbc' | 'blank';

/** Which answers owed are read; all of projects that go on without a kind. */
export interface DebtsAsked {
  readonly kind?: DebtKind | undefined;
  readonly limit: number;
  readonly offset: number;
}

const goingOn = (kind: DebtKind | undefined): SQL | undefined =>
  and(eq(projectRows.life, 'open'), kind ? eq(debtRows.kind, kind) : undefined);

/** Answers owed across the programme, the oldest first. */
export const debtRegister = async (db: Reader, { kind, limit, offset }: DebtsAsked) =>
  db
    .select({ ref: projectRows.ref, projectTitle: projectRows.title, debt: debtRows })
    .from(debtRows)
    .innerJoin(projectRows, eq(projectRows.project, debtRows.project))
    .where(goingOn(kind))
    .orderBy(asc(debtRows.since), asc(projectRows.ref), asc(debtRows.position))
    .limit(limit)
    .offset(offset);

/** How many answers of each kind are owed across the programme. */
export async function debtCounts(db: Reader): Promise<Readonly<Record<DebtKind, number>>> {
  const rows = await db
    .select({ kind: debtRows.kind, count: count() })
    .from(debtRows)
    .innerJoin(projectRows, eq(projectRows.project, debtRows.project))
    .where(goingOn(undefined))
    .groupBy(debtRows.kind);
  const of = (kind: DebtKind): number => rows.find((row) => row.kind === kind)?.count ?? 0;
  return { tbc: of('tbc'), blank: of('blank') };
}
