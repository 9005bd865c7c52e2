import { z } from 'zod';
import { isIsoDay } from '~/core/time/iso-day';
import type { Fault } from './problem-types';

/** Largest and usual number of items of one page of a list. */
export const MOST_ITEMS = 200;
const USUAL_ITEMS = 50;

const wholeNumber = (from: number, to: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value >= from && value <= to, message);

/** How many items a page has. */
export const limitQuery = wholeNumber(
  1,
  MOST_ITEMS,
  `limit is a whole number from 1 to ${MOST_ITEMS}`,
).optional();
/** The cursor of the `next` of the page before. */
export const cursorQuery = z.string().max(200, 'cursor is one that an answer gave as next').optional();
export const flagQuery = (name: string) =>
  z
    .enum(['true', 'false'], `${name} is true or false`)
    .transform((value) => value === 'true')
    .optional();
export const wordsQuery = z.string().max(200, 'This is at most 200 characters').optional();
export const numberQuery = (name: string, from: number, to: number) =>
  wholeNumber(from, to, `${name} is a whole number from ${from} to ${to}`).optional();
export const dayQuery = (name: string) =>
  z.string().refine(isIsoDay, `${name} is a real day such as 2023-10-24`).optional();

/** The parameters of a call as the schema reads them. Refuses one that is not known, or is given twice, by name. */
export function readQuery(
  schema: z.ZodType<unknown> | undefined,
  url: string,
):
  { readonly ok: true; readonly query: unknown } | { readonly ok: false; readonly errors: readonly Fault[] } {
  const sent = new URL(url).searchParams;
  const names = [...new Set(sent.keys())];
  const known = new Set(schema ? parametersOf(schema) : []);
  const errors: Fault[] = names.flatMap((parameter): Fault[] => {
    if (!known.has(parameter))
      return [{ parameter: parameter.slice(0, 100), message: 'This parameter is not known here' }];
    return sent.getAll(parameter).length > 1 ? [{ parameter, message: 'Give this once' }] : [];
  });
  if (errors.length > 0 || !schema)
    return errors.length > 0 ? { ok: false, errors } : { ok: true, query: {} };
  const parsed = schema.safeParse(Object.fromEntries(sent));
  if (parsed.success) return { ok: true, query: parsed.data };
  return {
    ok: false,
    errors: parsed.error.issues.map(({ path, message }) => ({ parameter: String(path[0] ?? ''), message })),
  };
}

/** The names of the parameters a query's schema knows. */
export const parametersOf = (schema: z.ZodType<unknown>): readonly string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

/** Where a page begins and how long it is. */
export interface PageOf {
  readonly offset: number;
  readonly limit: number;
}

/** The page asked for; undefined for a cursor that is none of ours. */
export function pageOf(query: { readonly limit?: number; readonly cursor?: string }): PageOf | undefined {
  const limit = query.limit ?? USUAL_ITEMS;
  if (query.cursor === undefined) return { offset: 0, limit };
  const offset = /^from:(\d{1,9})$/.exec(Buffer.from(query.cursor, 'base64url').toString('latin1'))?.[1];
  return offset === undefined ? undefined : { offset: Number(offset), limit };
}

/** The address of the page after this one: the same call with its cursor. */
export function nextAfter(url: string, { offset, limit }: PageOf): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.set('limit', String(limit));
  searchParams.set('cursor', Buffer.from(`from:${offset + limit}`, 'latin1').toString('base64url'));
  return `${pathname}?${searchParams.toString()}`;
}
