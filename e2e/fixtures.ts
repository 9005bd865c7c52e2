import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { demonstrationOf, stopDemonstrations } from './demonstration';

/** The demonstration's accounts, one a role. */
export type Role =
  | 'pmo'
  | 'finance'
  | 's151'
  | 'sponsor'
  | 'lead'
  | 'bau-owner'
  | 'benefit-owner'
  | 'auditor'
  | 'viewer'
  | 'assurer'
  | 'administrator';

/** Complaints of the console that a page answering with an error status cannot help. */
const EXPECTED = /Failed to load resource: the server responded with a status of 4\d\d/;

/** Notes whatever the console says against a page. */
function listen(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    const bad = ['error', 'warning'].includes(message.type());
    if (bad && !EXPECTED.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
}

/** Signs in by the demonstration's own button. */
export async function signIn(page: Page, role: Role): Promise<void> {
  await page.goto('/sign-in');
  await page.locator(`button[name="account"][value="${role}@example.org"]`).click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** Axe over the page as it stands: no violations, and nothing wider than the window. */
export async function expectSound(page: Page): Promise<void> {
  // Our pages have no frames, and what passes is not read: so it takes a third of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`,
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** By server and role: a session goes on from test to test, as a person's does from task to task. */
const sessions = new Map<string, Session>();

interface Fixtures {
  /** A page of somebody signed in; each role has a browser context of its own. */
  as: (role: Role) => Promise<Page>;
}

/**
 * Tests with `as(role)`: a page signed in as that role. Any complaint of the console fails the test, and axe looks at
 * the last page each person stood on.
 */
export const test = base.extend<Fixtures & { quiet: void }, { ending: void }>({
  baseURL: async ({ ending }, use, { file }) => {
    void ending;
    await use((await demonstrationOf(file)).baseURL);
  },
  ending: [
    // eslint-disable-next-line no-empty-pattern -- Playwright asks for the pattern of what a fixture uses
    async ({}, use) => {
      await use();
      await stopDemonstrations();
    },
    { scope: 'worker' },
  ],
  as: async ({ browser, baseURL }, use) => {
    const complaints: string[] = [];
    const pages = new Map<Role, Page>();
    await use(async (role) => {
      const known = pages.get(role);
      if (known) return known;
      const page = await newPage(browser, complaints, sessions.get(`${baseURL} ${role}`));
      await page.goto('/');
      if (new URL(page.url()).pathname !== '/') await signIn(page, role);
      sessions.set(`${baseURL} ${role}`, await page.context().storageState());
      pages.set(role, page);
      return page;
    });
    for (const page of pages.values()) {
      await expectSound(page);
      await page.context().close();
    }
    expect(complaints).toEqual([]);
  },
  quiet: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      listen(page, complaints);
      await use();
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

async function newPage(browser: Browser, complaints: string[], session?: Session): Promise<Page> {
  const context = await browser.newContext(session ? { storageState: session } : {});
  const page = await context.newPage();
  listen(page, complaints);
  return page;
}

export { expect } from '@playwright/test';
