import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Manifest = {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
  reviewedInstallScripts: string[];
};
type Lock = { packages: Record<string, { version?: string; hasInstallScript?: boolean }> };

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const manifest = read<Manifest>('package.json');
const lock = read<Lock>('package-lock.json');

const scripted = Object.entries(lock.packages)
  .filter(([, entry]) => entry.hasInstallScript)
  .map(([path, entry]) => ({ name: path.replace(/^.*node_modules\//, ''), version: entry.version }));

test('every install script in the lock was reviewed at exactly that version, and no other is listed', () => {
  const inLock = [...new Set(scripted.map(({ name, version }) => `${name}@${version}`))].sort();
  expect([...manifest.reviewedInstallScripts].sort()).toEqual(inLock);
});

test('every package with an install script is decided on in allowScripts, and no other is', () => {
  const names = [...new Set(scripted.map(({ name }) => name))].sort();
  expect(Object.keys(manifest.allowScripts).sort()).toEqual(names);
});

test('every package is asked for by an exact version', () => {
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('the bare remix package, which throws on import, is not a dependency', () => {
  expect({ ...manifest.dependencies, ...manifest.devDependencies }).not.toHaveProperty('remix');
});
