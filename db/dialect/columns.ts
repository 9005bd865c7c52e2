import { sql, type SQL } from 'drizzle-orm';
import { check, integer, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';

/**
 * The one vocabulary the schema is written in. PostgreSQL is a second module with these names, not a second schema:
 * ids made by the app, days and instants as ISO text, money as whole pence, no default that computes.
 */
export { index, primaryKey, sqliteTable as table, unique, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** An id made by the app: UUIDv7, or the name of a stream. */
export const id = (name: string) => text(name);
/** Words, kept as they are. */
export const words = (name: string) => text(name);
/** One of a few fixed words. */
export const choice = <const T extends readonly [string, ...string[]]>(name: string, among: T) =>
  text(name, { enum: [...among] as [T[number], ...T[number][]] });
/** A calendar day, 'YYYY-MM-DD'. */
export const day = (name: string) => text(name);
/** A partial date: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export const partialDate = (name: string) => text(name);
/** An instant, ISO UTC with milliseconds and Z. */
export const instant = (name: string) => text(name);
/** Whole pence; every pence column also needs its check, which `penceChecks` makes. */
export const pence = (name: string) => integer(name, { mode: 'number' });
/** A whole number that is not money. */
export const count = (name: string) => integer(name, { mode: 'number' });
/** Yes or no. */
export const flag = (name: string) => integer(name, { mode: 'boolean' });
/** JSON as the very text that was written, for what is hashed or compared. */
export const jsonText = (name: string) => text(name);

/** Limit of an amount, as in core/money: every sum stays exact in a JavaScript number. */
const MAX_PENCE_SQL = '9000000000000000';

/** Refuses in the database what a bug might let through: fractions, text and amounts past the limit. */
export const penceChecks = (tableName: string, columns: Readonly<Record<string, AnySQLiteColumn>>) =>
  Object.entries(columns).map(([name, column]) => check(`${tableName}_${name}_pence`, wholePence(column)));

const wholePence = (column: AnySQLiteColumn): SQL =>
  sql`${column} is null or (typeof(${column}) = 'integer' and abs(${column}) <= ${sql.raw(MAX_PENCE_SQL)})`;
