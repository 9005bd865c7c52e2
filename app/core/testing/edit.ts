type Path = readonly (string | number)[];

/**
 * A copy of a value with something else at a path; a function is given what stood there. For tests that need a record
 * in a state no command leads to, or that takes many.
 */
export const edit = <T>(value: T, path: Path, to: unknown): T => edited(value, path, to) as T;

function edited(value: unknown, path: Path, to: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return typeof to === 'function' ? (to as (was: unknown) => unknown)(value) : to;
  if (Array.isArray(value)) {
    const rows: unknown[] = [...(value as readonly unknown[])];
    rows[Number(head)] = edited(rows[Number(head)], rest, to);
    return rows;
  }
  const fields = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { ...fields, [head]: edited(fields[head], rest, to) };
}

/** Several edits, one after the other. */
export const edits = <T>(value: T, ...all: readonly (readonly [Path, unknown])[]): T =>
  all.reduce((so, [path, to]) => edit(so, path, to), value);
