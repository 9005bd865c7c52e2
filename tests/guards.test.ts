import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GUARDS } from '../scripts/guards.mjs';

const keyOf = ({ rule, name }: { rule: number | string; name: string }) => `| ${rule} | ${name} |`;

test('every guard that is taken away to see a test fail still stands, once, in its file', () => {
  const lost = GUARDS.filter(({ file, find }) => readFileSync(file, 'utf8').split(find).length !== 2);
  expect(lost.map(({ name, file }) => `${name} (${file})`)).toEqual([]);
  expect(GUARDS.filter(({ find, replace }) => find === replace)).toEqual([]);
  expect(new Set(GUARDS.map(keyOf)).size).toBe(GUARDS.length);
});

test('docs/guards.md has a row for each guard and no other, and each was noticed by a test', () => {
  const rows = readFileSync('docs/guards.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| rule |') && !line.startsWith('| --- |'));
  const keys = GUARDS.map(keyOf);
  expect(rows.map((row) => keys.find((key) => row.startsWith(key)) ?? row)).toEqual(keys);
  expect(rows.filter((row) => /\*\*(nobody|not found)\*\*/.test(row))).toEqual([]);
});
