import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, expectSound, test, type Role } from './fixtures';
import { FinancePages } from './pages/finance-pages';
import { PeoplePage } from './pages/people-page';
import { RecordPages } from './pages/record-pages';

// Every kind of input people type, taken as they mean it or refused at its field with all that was typed kept.
test.describe.configure({ mode: 'serial', timeout: 120_000 });
const ref = 'E2E-INPUTS';
const LINE = 'Recurring Savings';
const KEPT = 'Ends soon 🙂 مدارس <script>alert(1)</script>';

/** How many events the record holds: what is refused adds none. */
async function events(page: Page): Promise<number> {
  const history = await page.request.get(`/projects/${ref}/history`);
  return Number(/(\d+) events in all/.exec(await history.text())?.[1]);
}

/** Sends `typed` in a field: it comes back at that field with why, as typed, and the record stands as it stood. */
async function refused(page: Page, field: Locator, typed: string, send: string, why: RegExp): Promise<void> {
  const before = await events(page);
  await field.fill(typed);
  await page.getByRole('button', { name: send, exact: true }).click();
  await expect(page, typed).toHaveTitle(/^Error: /);
  await expect(page.getByRole('alert'), typed).toContainText(why);
  await expect(field, typed).toHaveValue(typed);
  await expect(field, typed).toHaveAttribute('aria-invalid', 'true');
  await expect(field, typed).toHaveAccessibleDescription(why);
  expect(await events(page), typed).toBe(before);
}

const lineOf = async (as: (role: Role) => Promise<Page>, role: Role, action: string) => {
  const finance = new FinancePages(await as(role), ref);
  await finance.openLine(LINE, action);
  return finance;
};

test('money that is no amount of whole pence is refused at its field', async ({ as }) => {
  const pmo = await as('pmo');
  await new RecordPages(pmo, ref).importSeed();
  const people = new PeoplePage(pmo, ref);
  await people.open();
  await people.name('Name a project lead', 'Project lead');
  const accepting = new PeoplePage(await as('lead'), ref);
  await accepting.open();
  await accepting.page.getByRole('button', { name: /^Accept: / }).click();

  const lead = await lineOf(as, 'lead', 'Adopt the line');
  await lead.send('Adopt this line');
  await lead.openLine(LINE, 'Propose figures');
  const field = lead.page.getByLabel('Proposed, 24/25');
  for (const typed of ['£200,000.555', '1e9', '(200)x', '£', '12,34', '100000000000000000']) {
    await refused(lead.page, field, typed, 'Propose these figures', /amount|pence|£/i);
  }
  await expectSound(lead.page);
});

test('money is taken as people write it, and shown back as understood', async ({ as }) => {
  const lead = await lineOf(as, 'lead', 'Propose figures');
  const field = lead.page.getByLabel('Proposed, 24/25');
  for (const [typed, shown] of [
    ['£1.2m', '£1,200,000'],
    ['200k', '£200,000'],
    ['£630k', '£630,000'],
    ['(200)', '-£200'],
    ['-250', '-£250'],
  ] as const) {
    await lead.openLine(LINE, 'Propose figures');
    await field.fill(typed);
    await lead.send('Propose these figures');
    await expect(lead.done(), typed).toBeVisible();
    await expect(lead.row('Proposed').getByRole('cell').nth(1), typed).toHaveText(
      new RegExp(`^${shown.replace('-', '[-−]')}`),
    );
  }
});

test('a confidence is a share from 0 to 100%', async ({ as }) => {
  const finance = await lineOf(as, 'finance', 'Validate figures');
  const field = finance.page.getByLabel('Confidence, 24/25');
  await finance.page.getByLabel('Basis, 24/25').fill(KEPT);
  for (const typed of ['101', '-1', '−1', 'abc', '1e1', '50.555']) {
    await refused(finance.page, field, typed, 'Validate these years', /0|100|confidence/i);
    await expect(finance.page.getByLabel('Basis, 24/25')).toHaveValue(KEPT);
  }
  await field.fill('60');
  await finance.send('Validate these years');
  await expect(finance.done()).toBeVisible();
});

test('dates are taken as months or days, and refused when there is no such day, month or year', async ({
  as,
}) => {
  const pmo = await as('pmo');
  await pmo.goto(`/projects/${ref}/schedule`);
  await pmo.getByRole('link', { name: 'Change target dates' }).click();
  const field = pmo.getByLabel('Gate 4 Go-Live / Handover to BAU: Target');
  for (const typed of ['31 Feb 2024', '2024-13', '1989', 'Dec 2101', '29/2/2023', 'soon']) {
    await refused(pmo, field, typed, 'Save the target dates', /date|year|month|day/i);
  }
  await expectSound(pmo);
  const row = pmo.getByRole('table', { name: 'Gate dates' }).getByRole('row', { name: /Go-Live/ });
  for (const [typed, shown] of [
    ['Sept 2024', 'Sep 2024'],
    ['15/9/2024', '15 Sep 2024'],
    ['Oct 2024', 'Oct 2024'],
  ] as const) {
    await pmo.goto(`/projects/${ref}/schedule`);
    await pmo.getByRole('link', { name: 'Change target dates' }).click();
    await field.fill(typed);
    await pmo.getByRole('button', { name: 'Save the target dates' }).click();
    await expect(pmo.locator('#done'), typed).toBeVisible();
    await expect(row, typed).toContainText(shown);
  }
});

test('emoji, right-to-left text and markup are kept as text; control characters are refused', async ({
  as,
}) => {
  const pmo = await as('pmo');
  await pmo.goto(`/projects/${ref}/case?edit=scope`);
  const box = pmo.getByRole('group', { name: 'Out of scope', exact: true });
  await box.getByRole('radio', { name: 'Given' }).check();
  const before = await events(pmo);
  await box.getByRole('textbox').fill('Schools\u0007 and more');
  await pmo.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(pmo).toHaveTitle(/^Error: /);
  await expect(pmo.getByRole('alert')).toContainText(/hidden control characters/);
  await expect(box.getByRole('textbox')).toHaveValue('Schools\u0007 and more');
  expect(await events(pmo)).toBe(before);
  await box.getByRole('textbox').fill(KEPT);
  await pmo.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(pmo.locator('[id="scopeOut"]')).toContainText(KEPT);
});

test('a form sent twice is done once', async ({ as }) => {
  const pmo = await as('pmo');
  await pmo.goto(`/projects/${ref}/case?edit=scope`);
  await pmo.getByRole('group', { name: 'Out of scope', exact: true }).getByRole('textbox').fill('Schools');
  const sending = pmo.waitForRequest((request) => request.method() === 'POST');
  await pmo.getByRole('button', { name: 'Save', exact: true }).click();
  const sent = await sending;
  await expect(pmo.locator('[id="scopeOut"]')).toContainText('Schools');
  const once = await events(pmo);
  const again = await pmo.request.post(sent.url(), {
    headers: { 'Content-Type': sent.headers()['content-type'] ?? '', Origin: new URL(sent.url()).origin },
    data: sent.postDataBuffer() ?? Buffer.alloc(0),
  });
  expect(again.status()).toBe(200);
  expect(await events(pmo)).toBe(once);
});

test('files too large, of a type not taken or with a lying name come back at their field', async ({
  as,
}, info) => {
  const pmo = await as('pmo');
  const before = await events(pmo);
  for (const [name, content, why] of [
    ['large.txt', Buffer.alloc(25 * 1024 * 1024 + 1, 'a'), /25 MB/],
    ['program.exe', 'MZ\u0000\u0001 program', /PDF, Word/],
    ['offer.docx', '%PDF-1.4\n%%EOF\n', /not what its name says/],
    ['empty.txt', '', /empty/],
  ] as const) {
    const path = info.outputPath(name);
    await writeFile(path, content);
    await pmo.goto(`/projects/${ref}/documents`);
    const form = pmo.getByRole('form', { name: 'Attach a file' });
    await form.getByLabel('Note').fill(KEPT);
    await form.getByLabel('File', { exact: true }).setInputFiles(path);
    await form.getByRole('button', { name: 'Attach this file' }).click();
    await expect(pmo, name).toHaveTitle(/^Error: /);
    await expect(pmo.getByRole('alert'), name).toContainText(why);
    await expect(form.getByLabel('Note'), name).toHaveValue(KEPT);
    expect(await events(pmo), name).toBe(before);
  }
});

test('unknown projects, gates and pages are not found, in words', async ({ as }) => {
  const pmo = await as('pmo');
  for (const path of [
    '/projects/RX-999',
    `/projects/${ref}/gates/6`,
    `/projects/${ref}/gates/one`,
    '/nowhere',
  ]) {
    const answer = await pmo.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(pmo.getByRole('heading', { level: 1 }), path).toHaveText('Page not found');
    expect(await pmo.content(), path).not.toMatch(/\bat \w+ \(|node_modules/);
  }
});
