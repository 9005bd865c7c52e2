import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { wayUpTo } from '../app/core/testing/whole-way';
import type { Step } from '../app/core/testing/whole-way-step';
import { expect, expectSound, test } from './fixtures';
import { OwnTracker } from './own-tracker';

// A board member opens last March: what the programme, a project and a gate's pack were then, and what changed since.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const ref = 'RX-004';
const tracker = new OwnTracker();
test.use({ baseURL: tracker.baseURL });
test.afterAll(() => tracker.stop());

const SEED = new URL('../db/seed/RX-004-business-case-lite.txt', import.meta.url);
const MARCH = '2024-03-31';
const slip: Step = {
  story: 'Go-live is forecast late',
  day: '2024-05-10',
  as: 'pmo',
  command: 'forecast-dates',
  input: () => ({
    gates: [{ gate: 4, date: '2025-01' }],
    deliverables: [],
    milestones: [],
    why: 'The provider is late',
  }),
};
const way = [...wayUpTo('The PMO names who takes the service over'), slip];
const decidesGate2 = way.findIndex(({ command, day }) => command === 'approve-gate' && day === '2024-03-20');
let today = '2023-10-01';

async function walk(steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (step.day > today) await tracker.moveDay((today = step.day));
    await tracker.give(ref, step);
  }
}

/** What a pack holds, as a page shows it: its mark and every table. */
async function packShown(page: Page, query = ''): Promise<readonly string[]> {
  await page.goto(`/projects/${ref}/gates/2/pack${query}`);
  await expect(page.getByRole('heading', { name: /the pack$/ })).toBeVisible();
  const mark = await page.locator('main code').first().innerText();
  return [mark, ...(await page.locator('main table').allInnerTexts())];
}

let seen: readonly string[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  await tracker.start();
  await walk(way.slice(0, decidesGate2));
  const context = await browser.newContext({ baseURL: tracker.baseURL });
  const sponsor = await context.newPage();
  await sponsor.goto('/sign-in');
  await sponsor.locator('button[name="account"][value="sponsor@example.org"]').click();
  await sponsor.waitForURL((url) => url.pathname === '/');
  seen = await packShown(sponsor);
  await context.close();
  await walk(way.slice(decidesGate2));
  await tracker.importAs('RX-010', readFileSync(SEED, 'utf8'));
});

/** Pages that draw pictures or much that a present page does not: they are looked at by axe. */
const DRAWN = /\/(schedule|finance|risks|gates|history)\?/;

const changes = (page: Page) => page.locator('main form[method="post"], main [aria-disabled="true"]');

test('the list is as it was at the end of last March, marked, and only to be read', async ({ as }) => {
  const page = await as('viewer');
  await page.goto('/projects');
  await expect(page.getByRole('row', { name: /RX-010/ })).toBeVisible();
  await page.getByText('See this page as it was on a past day').click();
  await page.getByLabel('Day', { exact: true }).fill('31 Mar 2024');
  await page.getByRole('button', { name: 'Show that day' }).click();
  await expect(page).toHaveTitle(/As at 31 Mar 2024/);
  await expect(page.getByRole('status')).toContainText('As at the end of 31 March 2024');
  await expect(page.getByRole('row', { name: /RX-004/ })).toContainText('Stage 3');
  await expect(page.getByRole('row', { name: /RX-004/ })).toContainText('Green');
  await expect(page.getByRole('row', { name: /RX-010/ })).toHaveCount(0);
  await expect(changes(page)).toHaveCount(0);
  await expectSound(page);
  await page.getByLabel('Colour by rule').selectOption('red');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`asAt=${MARCH}`));
  await expect(page.getByText('No project is like that')).toBeVisible();
});

test('every page of a project stays on that day, with nothing to be done', async ({ as }) => {
  const page = await as('viewer');
  await page.goto(`/projects?asAt=${MARCH}`);
  await page.getByRole('link', { name: /RX-004/ }).click();
  await expect(page.getByRole('status')).toContainText('As at the end of 31 March 2024');
  await expect(page.locator('main')).toContainText('Stage 3');
  const sections = page.getByRole('navigation', { name: 'Project' }).getByRole('link');
  const hrefs = await sections.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(hrefs.length).toBeGreaterThan(10);
  for (const href of hrefs) {
    expect(href).toContain(`asAt=${MARCH}`);
    await page.goto(href);
    await expect(page.getByRole('status'), href).toContainText('As at the end of 31 March 2024');
    await expect(changes(page), href).toHaveCount(0);
    if (DRAWN.test(href)) await expectSound(page);
  }
});

test('a gate’s pack opens exactly as the deciders saw it, that day and today', async ({ as }) => {
  const page = await as('viewer');
  expect(seen.length).toBeGreaterThan(3);
  expect(await packShown(page, `?asAt=${MARCH}`)).toEqual(seen);
  await expectSound(page);
  expect(await packShown(page)).toEqual(seen);
});

test('the project and the programme are compared with today, in words and figures', async ({ as }) => {
  const page = await as('viewer');
  await page.goto(`/projects/${ref}?asAt=${MARCH}`);
  await page.getByRole('link', { name: 'What changed since' }).click();
  await expect(page.getByRole('row', { name: /Gate 4, date/ })).toContainText('Jan 2025');
  await expect(page.getByRole('row', { name: /Colour by rule/ })).toContainText('Red');
  const told = page.locator('section', { has: page.locator('#schedule') }).first();
  await expect(told).toContainText('Dates forecast: The provider is late');
  await expect(told).toContainText('PMO officer');
  await expectSound(page);

  await page.goto(`/projects?asAt=${MARCH}`);
  await page.getByRole('link', { name: 'What changed since' }).click();
  await expect(page.getByRole('row', { name: /RX-010/ })).toContainText('Came into the list');
  const row = page.getByRole('row', { name: /RX-004/ });
  await expect(row).toContainText('Gate 3 approved');
  await expect(row).toContainText('Gate 4 moved from Sep 2024 to Jan 2025');
  await expect(row).toContainText('From green to red');
  await expect(page.getByRole('row', { name: /In the MTFS/ })).toContainText('+180,000');
  await expectSound(page);
  await page.getByLabel('What changed', { exact: true }).selectOption('came');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByRole('row', { name: /RX-004/ })).toHaveCount(0);
  await page
    .getByRole('row', { name: /RX-010/ })
    .getByRole('link')
    .click();
  await expect(page).toHaveURL(/RX-010\?asAt=2024-05-10/);
});

test('without JavaScript, on a phone: a day that is none is told at its field, and pages without a past say so', async ({
  browser,
  as,
}) => {
  const signedIn = await (await as('viewer')).context().storageState();
  const context = await browser.newContext({
    storageState: signedIn,
    baseURL: tracker.baseURL,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  const page = await context.newPage();
  await page.goto('/projects');
  await page.getByText('See this page as it was on a past day').click();
  await page.getByLabel('Day', { exact: true }).fill('32 March');
  await page.getByRole('button', { name: 'Show that day' }).click();
  await expect(page.getByRole('heading', { name: 'There is no such past day' })).toBeVisible();
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue('32 March');
  await page.getByLabel('Day', { exact: true }).fill('30 Sep 2023');
  await page.getByRole('button', { name: 'Show that day' }).click();
  await page.getByRole('link', { name: 'Show it as at 1 Oct 2023' }).click();
  await expect(page.getByRole('status')).toContainText('As at the end of 1 October 2023');
  await page.goto(`/compare?from=${MARCH}&to=31 Feb 2024`);
  await expect(page.getByRole('alert')).toContainText('There is a problem');
  await expect(page.getByLabel('To the end of')).toHaveValue('31 Feb 2024');
  await page.getByLabel('To the end of').fill('10 May 2024');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByText('Gate 3 approved')).toBeVisible();
  for (const path of ['/', '/debts', '/framework', '/account']) {
    await page.goto(`${path}?asAt=${MARCH}`);
    await expect(page.getByRole('heading', { name: 'This page shows only what is so now' })).toBeVisible();
    await expect(page.getByLabel('Day of the list of projects')).toHaveValue('31 Mar 2024');
  }
  await page.getByRole('button', { name: 'Show that day' }).click();
  await expect(page.getByRole('row', { name: /RX-004/ })).toContainText('Stage 3');
  await context.close();
});
