// Takes each guard of the workflow away in turn, on a copy, and lists which tests notice. A guard whose absence nothing
// notices fails the run. With words, only the guards whose name holds one of them.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { GUARDS } from './guards.mjs';
import { root } from './steps.mjs';

const COPIED = [
  'app/core',
  'app/documents',
  'db/seed',
  'tests/properties',
  'vitest.config.ts',
  'tsconfig.json',
  'package.json',
];
// Asked in this order, each only where the one before noticed nothing.
const TABLES = ['tests/properties/refusals', 'tests/properties/fallen'];
const STORIES = ['app/core'];
const WALKS = ['tests/properties/walks'];
// Few walks for each guard: what they find is found early or by the tables.
const FEW = { RUNS: process.env.BITE_RUNS ?? '120' };
const AT_ONCE = 2;
// BITE_WITH=walks asks the random walks alone, to show what they notice without the tables.
const ASKED = process.env.BITE_WITH === 'walks' ? [WALKS] : [TABLES, STORIES, WALKS];

const words = process.argv.slice(2);
const chosen = GUARDS.filter(({ name }) => words.length === 0 || words.some((each) => name.includes(each)));
const say = (words) => process.stdout.write(`${words}\n`);

function copyOfTheTree() {
  const dir = mkdtempSync(join(tmpdir(), 'bite-'));
  for (const path of COPIED) cpSync(join(root, path), join(dir, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
  return dir;
}

/** Runs tests in a copy; the names of those that failed, or undefined when none could be run. */
function failing(dir, tests, env) {
  const report = join(dir, 'report.json');
  rmSync(report, { force: true });
  const args = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--no-isolate',
    '--reporter=json',
    `--outputFile=${report}`,
  ];
  return new Promise((done) => {
    const child = spawn(process.execPath, [...args, ...tests], {
      cwd: dir,
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
    child.on('close', () => {
      if (!existsSync(report)) return done(undefined);
      const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
      const names = testResults.flatMap((file) => {
        const failed = file.assertionResults.filter((each) => each.status === 'failed');
        const where = relative(dir, file.name);
        if (failed.length === 0 && file.status === 'failed')
          return [{ where, name: 'the file cannot be loaded' }];
        return failed.map((each) => ({ where, name: each.fullName.trim() }));
      });
      done(names);
    });
  });
}

/** The guard taken away in a copy, told by which tests, and put back. */
async function without(dir, guard) {
  const path = join(dir, guard.file);
  const text = readFileSync(path, 'utf8');
  if (text.split(guard.find).length !== 2) return { guard, lost: true, by: [] };
  writeFileSync(
    path,
    text.replace(guard.find, () => guard.replace),
  );
  let by = [];
  for (const tests of ASKED) if (by.length === 0) by = (await failing(dir, tests, FEW)) ?? [];
  writeFileSync(path, text);
  return { guard, lost: false, by };
}

const escaped = (text) => text.replaceAll('|', '\\|');

function rowOf({ guard, lost, by }) {
  const where = [...new Set(by.map((each) => each.where.replace(/^(app\/core|tests\/properties)\//, '')))];
  const told = by.length === 0 ? '**nobody**' : `${by.length}: ${where.slice(0, 4).join(', ')}`;
  const first = by.find((each) => each.where.includes('properties')) ?? by[0];
  const file = guard.file.replace('app/core/', '');
  return `${keyOf(guard)} \`${file}\` | ${lost ? '**not found**' : told} | ${escaped(first?.name ?? '')} |`;
}
const keyOf = (guard) => `| ${guard.rule} | ${guard.name} |`;

/** Writes the table; where only some guards were taken away, the other rows stay as they stand. */
function writeTable(results) {
  const path = join(root, 'docs', 'guards.md');
  const before = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const rows = GUARDS.map((guard) => {
    const result = results.find((each) => each.guard === guard);
    return result ? rowOf(result) : before.find((line) => line.startsWith(keyOf(guard)));
  });
  const head = [
    '# Guards and what notices when one is gone',
    '',
    'Written by `npm run bite`, which takes each guard of the workflow away in turn and runs the tests: the tables of',
    'refusals, where those notice nothing the tests of the core, and where these notice nothing the random walks. The',
    'rules are those of the workflow; a number counts the tests that failed without the guard.',
    '',
    '| rule | guard | in | noticed by | for one |',
    '| --- | --- | --- | --- | --- |',
  ];
  writeFileSync(path, [...head, ...rows.filter(Boolean), ''].join('\n'));
}

const dirs = Array.from({ length: AT_ONCE }, copyOfTheTree);
try {
  const red = await failing(dirs[0], [...TABLES, ...STORIES, ...WALKS], FEW);
  if (red === undefined || red.length > 0) {
    say('The tests fail with every guard in place; mend them first:');
    for (const each of red ?? []) say(`  ${each.where}: ${each.name}`);
    process.exitCode = 2;
  } else {
    const results = [];
    const waiting = [...chosen.entries()];
    const work = async (dir) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [index, guard] = next;
        const result = await without(dir, guard);
        results[index] = result;
        const by = result.lost
          ? 'NOT FOUND IN ITS FILE'
          : result.by.length === 0
            ? 'NOBODY NOTICED'
            : `${result.by.length} tests`;
        say(`${guard.rule}  ${guard.name}: ${by}`);
      }
    };
    await Promise.all(dirs.map(work));
    if (ASKED.length > 1) writeTable(results.filter(Boolean));
    const survived = results.filter((each) => each.lost || each.by.length === 0);
    say(`${results.length} guards taken away, ${survived.length} unnoticed or not found`);
    for (const { guard } of survived) say(`  ${guard.name} (${guard.file})`);
    process.exitCode = survived.length > 0 ? 1 : 0;
  }
} finally {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
}
