type Path = readonly (string | number)[];

/**
 * A copy of a value with something else at a path; a function is given what stood there. For tests that need a record
 * in a state no command leads to, or that takes many.
 */
export function edit<T>(value: T, path: Path, to: unknown): T {
  const [head, ...rest] = path;
  if (head === undefined) return (typeof to === 'function' ? (to as (was: T) => unknown)(value) : to) as T;
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  const fields = copy as Record<string | number, unknown>;
  fields[head] = edit(fields[head], rest, to);
  return copy as T;
}

/** Several edits, one after the other. */
export const edits = <T>(value: T, ...all: readonly (readonly [Path, unknown])[]): T =>
  all.reduce((so, [path, to]) => edit(so, path, to), value);
