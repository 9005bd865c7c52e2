// Finds a Chromium for the browser tests, or gets one. Answers its path.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { root, run, runTool } from './steps.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

const works = (path) => spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;

function onThisMachine() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES];
  return candidates.find((path) => existsSync(path) && works(path));
}

function playwrightsOwn() {
  const require = createRequire(join(root, 'package.json'));
  const path = require('playwright').chromium.executablePath();
  return path && existsSync(path) && works(path) ? path : undefined;
}

async function fromDebian() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/etc/debian_version')) return;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update', '-qq'], quiet)) !== 0) return;
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
}

/** The path of a Chromium that starts; gets one from Debian or from Playwright if the machine has none. */
export async function ensureChromium() {
  const found = onThisMachine() ?? playwrightsOwn();
  if (found) return found;
  process.stdout.write('No Chromium on this machine: getting one …\n');
  await fromDebian();
  if (onThisMachine()) return onThisMachine();
  await runTool('playwright', 'cli.js', ['install', 'chromium']);
  return playwrightsOwn();
}

export const NO_CHROMIUM =
  'The browser tests need a Chromium and none could be had. Install one, or set CHROMIUM_PATH to yours.';
