// npm test: everything, from a fresh clone, without standard input. Every step runs, so that one run tells all.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, NO_CHROMIUM } from './ensure-chromium.mjs';
import { checkNode, ensureInstalled, root, run, runTool } from './steps.mjs';

const reports = join(root, '.cache', 'reports');
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

checkNode();
process.chdir(root);
await ensureInstalled();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const count = { passed: 0, failed: 0 };
const failedSteps = [];

async function step(name, work, counted) {
  process.stdout.write(`\n== ${name}\n`);
  const status = await work();
  const tests = counted?.();
  count.passed += tests?.passed ?? 0;
  count.failed += tests?.failed ?? 0;
  if (status === 0) return true;
  failedSteps.push(name);
  // A step that broke without a failed test to show for it is a failure of its own.
  if (!tests?.failed) count.failed += 1;
  return false;
}

const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

function vitestCount() {
  const report = read(vitestReport);
  if (!report) return undefined;
  // A file that could not even be loaded has no tests to count.
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.length,
  );
  const failed = report.numFailedTests + report.numPendingTests + unloaded.length;
  return { passed: report.numPassedTests, failed };
}

function playwrightCount() {
  const stats = read(playwrightReport)?.stats;
  return stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped };
}

await step('layout (prettier)', () =>
  runTool('prettier', 'bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
);
await step('rules (eslint)', () => runTool('eslint', 'bin/eslint.js', ['.', '--max-warnings', '0']));
await step('types (tsc)', () => runTool('typescript', 'bin/tsc', ['--noEmit', '-p', '.']));
await step(
  'unit, property and database tests (vitest)',
  () =>
    runTool('vitest', 'vitest.mjs', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ]),
  vitestCount,
);
const built = await step('build', () => run(process.execPath, ['scripts/build.mjs']));
if (built) {
  const chromium = await ensureChromium();
  await step(
    'browser tests (playwright)',
    async () => {
      if (!chromium) {
        process.stderr.write(`${NO_CHROMIUM}\n`);
        return 1;
      }
      return runTool('@playwright/test', 'cli.js', ['test', '-c', 'e2e/playwright.config.ts'], {
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
      });
    },
    playwrightCount,
  );
}

if (failedSteps.length > 0) process.stdout.write(`\nFailed: ${failedSteps.join(', ')}\n`);
process.stdout.write(`\n${count.passed} passed, ${count.failed} failed\n`);
process.exit(failedSteps.length > 0 || count.failed > 0 ? 1 : 0);
