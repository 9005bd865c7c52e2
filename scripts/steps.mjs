// Shared by start.mjs and test.mjs. Runs before anything is installed: Node's own modules only.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const STAMP = join(root, 'build', '.built-from');
const BUILT_FROM = [
  'app',
  'db',
  'public',
  'package-lock.json',
  'remix.config.js',
  'vite.config.ts',
  'tsconfig.json',
];

const say = (text) => process.stdout.write(`${text}\n`);

/** Stops with a sentence unless this is a Node and npm the tracker was tried with. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const good = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major === 24;
  if (!good) {
    fail(`The tracker needs Node 20.19, 22.12 or 24 (or later ones of these); this is ${process.version}.`);
  }
  if (spawnSync(npm, ['--version'], { shell: windows }).status !== 0) {
    fail('npm was not found beside Node. Install it and try again.');
  }
}

const windows = process.platform === 'win32';
const npm = windows ? 'npm.cmd' : 'npm';

/** Ends the process with one clear sentence. */
export function fail(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

/** Runs a command to its end without standard input; answers its exit status. */
export function run(command, args, environment = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
      shell: windows,
    });
    child.on('error', () => done(127));
    child.on('close', (status, signal) => done(status ?? (signal ? 130 : 1)));
  });
}

/** Runs the command line of an installed package with this very Node. */
export function runTool(name, script, args, environment = {}) {
  return run(process.execPath, [join(root, 'node_modules', name, script), ...args], environment);
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Whether node_modules holds what the lock file names, built for this Node. */
export function installed() {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = readJson(join(root, 'package-lock.json')).packages;
  const found = readJson(hidden).packages;
  const same = Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    return found[path] ? found[path].version === entry.version : Boolean(entry.optional || entry.peer);
  });
  if (!same || Object.keys(found).some((path) => !wanted[path])) return false;
  const probe = "new (require('better-sqlite3'))(':memory:').close()";
  return spawnSync(process.execPath, ['-e', probe], { cwd: root, stdio: 'ignore' }).status === 0;
}

/** Installs exactly the lock file, unless that is what is there. */
export async function ensureInstalled() {
  if (installed()) return;
  say('Installing packages …');
  const status = await run(npm, ['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (status !== 0) fail('npm ci failed: see above. Nothing was started.');
  if (!installed()) {
    fail('The packages were installed but the database driver does not load: see npm’s messages above.');
  }
}

function* filesBelow(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) return yield path;
  for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name));
}

function sourceDigest() {
  const digest = createHash('sha256');
  for (const part of BUILT_FROM) {
    for (const file of filesBelow(join(root, part))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      digest.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return digest.digest('hex');
}

/** Builds the pages, unless the last build was of these very sources. */
export async function ensureBuilt() {
  const digest = sourceDigest();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return;
  say('Building the pages …');
  const status = await runTool('@remix-run/dev', 'dist/cli.js', ['vite:build'], { NODE_ENV: 'production' });
  if (status !== 0) fail('The build failed: see above. Nothing was started.');
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, digest);
}
