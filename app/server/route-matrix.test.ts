import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ROUTE_MATRIX } from './route-matrix';

const folder = fileURLToPath(new URL('../routes', import.meta.url));

/** Route files by the name they have in the matrix; a folder is a route by its route.tsx. */
function routeFiles(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder)) {
    if (entry.startsWith('.') || /\.test\.tsx?$/.test(entry)) continue;
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) {
      const main = readdirSync(path).find((each) => /^route\.tsx?$/.test(each));
      if (main) found.set(entry, join(path, main));
    } else if (/\.tsx?$/.test(entry)) found.set(entry.replace(/\.tsx?$/, ''), path);
  }
  return found;
}

const files = routeFiles();
const exportsOf = (path: string, name: string): boolean =>
  new RegExp(`export (?:const|async function|function) ${name}\\b|export \\{[^}]*\\b${name}\\b[^}]*\\}`).test(
    readFileSync(path, 'utf8'),
  );

describe('the matrix of routes', () => {
  it('has a row for every route', () => {
    const missing = [...files.keys()].filter((name) => !(name in ROUTE_MATRIX));
    expect(missing, `Write rows for these into app/server/route-matrix.ts: ${missing.join(', ')}`).toEqual(
      [],
    );
  });

  it('has no row for a route that is gone', () => {
    expect(Object.keys(ROUTE_MATRIX).filter((name) => !files.has(name))).toEqual([]);
  });

  it.each([...files].filter(([name]) => name in ROUTE_MATRIX))(
    'says of %s whether it takes changes',
    (name, path) => {
      expect(exportsOf(path, 'action')).toBe(ROUTE_MATRIX[name]?.change !== undefined);
    },
  );

  it.each([...files].filter(([name]) => ROUTE_MATRIX[name] && ROUTE_MATRIX[name].read !== 'everyone'))(
    'is kept by %s asking who is there',
    (_name, path) => {
      const source = readFileSync(path, 'utf8');
      if (!exportsOf(path, 'loader') && !exportsOf(path, 'action')) return;
      expect(source).toMatch(/\brequire[A-Z]\w+|~\/server\/page\//);
    },
  );

  it.each([...files].filter(([name]) => name.startsWith('api.')))(
    'asks of %s for a token unless it says everyone',
    (name, path) => {
      const open = ROUTE_MATRIX[name]?.read === 'everyone';
      expect(readFileSync(path, 'utf8').includes('requireActorByToken')).toBe(!open);
    },
  );
});
