import type { Page } from '@playwright/test';
import { expect, expectSound, signIn, test, type Role } from './fixtures';
import { FinancePages } from './pages/finance-pages';
import { PeoplePage } from './pages/people-page';
import { RecordPages } from './pages/record-pages';

// One imported saving from the form to validated, re-phased and validated again.
test.describe.configure({ mode: 'serial' });
const ref = 'E2E-FINANCE';
const LINE = 'Recurring Savings';

type As = (role: Role) => Promise<Page>;
const pagesOf = async (as: As, role: Role) => new FinancePages(await as(role), ref);

test('the form states its money, and nothing of it counts yet', async ({ as }) => {
  const pmo = new RecordPages(await as('pmo'), ref);
  await pmo.importSeed();
  const people = new PeoplePage(pmo.page, ref);
  await people.open();
  await people.name('Name a project lead', 'Project lead');
  const lead = new PeoplePage(await as('lead'), ref);
  await lead.open();
  await lead.page.getByRole('button', { name: /^Accept: / }).click();

  const finance = await pagesOf(as, 'finance');
  await finance.open();
  await expectSound(finance.page);
  await expect(finance.keyFigure('Run rate, proposed')).toContainText(
    '£200,000 if incremental, £0 if annual',
  );
  await expect(finance.keyFigure('Run rate, validated')).toContainText('Confidence 0%');
  await expect(finance.page.getByText('Finance have not validated the figures')).toBeVisible();
  await finance.openLine(LINE, 'Validate figures');
  await expect(finance.page.locator('details', { hasText: 'Validate figures' })).toContainText(
    'has not adopted',
  );
});

test('the lead adopts the saving and says what its years mean', async ({ as }) => {
  const lead = await pagesOf(as, 'lead');
  await lead.openLine(LINE, 'Adopt the line');
  await lead.send('Adopt this line');
  await expect(lead.done()).toBeVisible();
  await lead.openLine(LINE, 'Change the terms');
  await expectSound(lead.page);
  await lead.page.getByLabel('Incremental', { exact: true }).check();
  await lead.page.getByLabel('Full-year effect').fill('£200,000.555');
  await lead.send('Save the terms');
  await expect(lead.page).toHaveTitle(/^Error: /);
  await expect(lead.page.getByLabel('Full-year effect')).toHaveValue('£200,000.555');
  await expectSound(lead.page);
  await lead.page.getByLabel('Full-year effect').fill('£0.2m');
  await lead.page.getByLabel('Cost centre').fill('CC-4410');
  await lead.send('Save the terms');
  await lead.openLine(LINE, 'Confirm that “-” means none');
  await lead.send('Confirm none');
  await lead.open();
  await expect(lead.keyFigure('Run rate, proposed')).toContainText('£200,000');
  await expect(lead.keyFigure('Cash over the horizon')).toContainText('£600,000');
});

test('finance validates by a confidence, and records what the MTFS takes', async ({ as }) => {
  const finance = await pagesOf(as, 'finance');
  await finance.openLine(LINE, 'Validate figures');
  await expectSound(finance.page);
  const confidence = finance.page.getByLabel('Confidence, 24/25');
  await confidence.fill('80');
  await expect(finance.page.getByText('80% of £200,000 is £160,000')).toBeVisible();
  await confidence.fill('101');
  await expect(finance.page.getByText('Enter a confidence from 0% to 100%')).toBeVisible();
  await finance.send('Validate these years');
  await expect(finance.page.getByLabel('Confidence, 24/25')).toHaveValue('101');
  await expect(finance.page).toHaveTitle(/^Error: /);
  await finance.page.getByLabel('Confidence, 24/25').fill('80%');
  await finance.page.getByLabel('Basis, 24/25').fill('One benchmark, not yet like for like');
  await finance.send('Validate these years');
  await expect(finance.done()).toBeVisible();
  await expect(finance.row('Finance-validated')).toContainText('£160,000');
  await finance.openLine(LINE, 'Record the MTFS figures');
  await finance.page.getByLabel('Budget round').fill('Feb 2024');
  for (const [year, amount] of [
    ['23/24', 'none'],
    ['24/25', '200k'],
    ['25/26', 'none'],
    ['26/27', 'none'],
  ] as const) {
    await finance.page.getByLabel(`In the MTFS, ${year}`).fill(amount);
  }
  await finance.send('Record the MTFS figures');
  await finance.open();
  await expect(finance.page.getByRole('row', { name: /^Gap: MTFS/ })).toContainText('£40,000');
  await expect(finance.page.getByRole('link', { name: /^Explain the gap/ })).toBeVisible();
  await expectSound(finance.page);
});

test('the lead re-phases by the part-year profile; the validation goes stale and is given again', async ({
  as,
}) => {
  const lead = await pagesOf(as, 'lead');
  await lead.openLine(LINE, 'Propose figures');
  await lead.page
    .getByRole('link', { name: /^Re-phase/ })
    .first()
    .click();
  await expect(lead.page.getByLabel('Proposed, 24/25')).toHaveValue('100000');
  await expect(lead.page.getByLabel('Proposed, 25/26')).toHaveValue('100000');
  await expectSound(lead.page);
  await lead.send('Propose these figures');
  await expect(lead.done()).toBeVisible();

  const finance = await pagesOf(as, 'finance');
  await finance.open();
  await finance.page.getByRole('link', { name: /Validate “Recurring Savings” again/ }).click();
  const changed = finance.page.getByRole('table', { name: /24\/25, since it was validated/ });
  await expect(changed).toContainText('£200,000');
  await expect(changed).toContainText('£100,000');
  await expect(finance.page.getByText('counts as £0')).toBeVisible();
  await finance.page.getByLabel('Confidence, 24/25').fill('80');
  await finance.page.getByLabel('Confidence, 25/26').fill('80');
  await finance.send('Validate these years');
  await expect(finance.done()).toBeVisible();
  await finance.open();
  await expect(finance.keyFigure('Run rate, validated')).toContainText('£160,000');
});

test('the re-phased profile stands beside today’s, and accepting it asks finance again', async ({ as }) => {
  const lead = await pagesOf(as, 'lead');
  await lead.openLine(LINE, 'Change the terms');
  await lead.page.getByLabel('Full-year effect').fill('240k');
  await lead.send('Save the terms');
  await lead.openLine(LINE, 'Propose the re-phased profile');
  const profile = lead.page.getByRole('table', { name: /re-phased profile beside/ });
  await expect(profile.getByRole('row', { name: /^24\/25/ })).toContainText('£120,000');
  await expect(profile.getByRole('row', { name: /^24\/25/ })).toContainText('Validation goes stale');
  await expectSound(lead.page);
  await lead.send('Propose this profile');
  await expect(lead.done()).toBeVisible();

  const finance = await pagesOf(as, 'finance');
  await finance.open('/reconciliation');
  const gaps = finance.page.getByRole('table', { name: /^Differences between the series/ });
  await expect(gaps.getByRole('row').nth(1)).toContainText('Open');
  await expect(finance.row('Finance-validated')).toContainText('£0');
  await finance.open();
  await finance.page.getByRole('link', { name: /Validate “Recurring Savings” again/ }).click();
  await finance.page.getByLabel('Confidence, 24/25').fill('80');
  await finance.page.getByLabel('Confidence, 25/26').fill('80');
  await finance.send('Validate these years');
  await finance.open();
  await expect(finance.keyFigure('Run rate, validated')).toContainText('£192,000');
});

test('finance explains a gap in parts, and sees it told by who and when in each view', async ({ as }) => {
  const finance = await pagesOf(as, 'finance');
  await finance.openLine(LINE, 'Explain a gap to the MTFS');
  await finance.page.getByLabel('Financial year').selectOption({ index: 1 });
  await finance.page.getByLabel('How much of it this explains').fill('1,000,000');
  await finance.page.getByLabel('Why there is a gap').fill('The budget was set before the re-phase');
  await finance.send('Explain the gap');
  await expect(finance.page).toHaveTitle(/^Error: /);
  await expect(finance.page.getByLabel('How much of it this explains')).toHaveValue('1,000,000');
  await finance.page.getByLabel('How much of it this explains').fill('50k');
  await finance.send('Explain the gap');
  await expect(finance.done()).toBeVisible();
  await finance.open('/reconciliation');
  const part = finance.page.getByRole('row', { name: /^24\/25.*before the re-phase/ });
  await expect(part).toContainText('£50,000: The budget was set before the re-phase');
  await expect(part).toContainText('Finance business partner');
  await expect(part).toContainText('of it');
  await expectSound(finance.page);
  await finance.page.getByRole('link', { name: 'Cash', exact: true }).click();
  await expect(finance.row('Proposed')).toContainText('£600,000');
  const answer = await finance.page.goto(`/projects/${ref}/finance/reconciliation?view=monthly`);
  expect(answer?.status()).toBe(404);
});

test('somebody who may only read is told why, and who can', async ({ as }) => {
  const viewer = await pagesOf(as, 'viewer');
  await viewer.openLine(LINE);
  await expect(viewer.page.getByText('Nothing on this line is for you to change now.')).toBeVisible();
  await viewer.page.getByText(/^What you cannot do, and who can/).click();
  await expect(viewer.page.getByText(/Who can:/).first()).toBeVisible();
  const answer = await viewer.page.goto(`/projects/${ref}/finance/lines/no-such-line`);
  expect(answer?.status()).toBe(404);
});

test('without JavaScript the lead adds a line, and a refused amount keeps what was typed', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, 'lead');
  const lead = new FinancePages(page, ref);
  await lead.open('?edit=add-line');
  await page.getByLabel('Investment', { exact: true }).check();
  await page.getByLabel('One-off', { exact: true }).check();
  await page.getByLabel('Title').fill('Procurement <script>alert(1)</script> مشتريات');
  await page.getByLabel('Proposed figures, where they are known, 24/25').fill('1e9');
  await lead.send('Add the line');
  await expect(page.getByLabel('Title')).toHaveValue('Procurement <script>alert(1)</script> مشتريات');
  await page.getByLabel('Proposed figures, where they are known, 24/25').fill('£25k');
  await lead.send('Add the line');
  await expect(page.getByRole('article', { name: /^Procurement/ })).toContainText('£25,000');
  await context.close();
});

test('without JavaScript finance allows for optimism beside the figures, once the per cent can be read', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, 'finance');
  const finance = new FinancePages(page, ref);
  await finance.open('/appraisal');
  await expect(page.getByText('This is secondary to the budget view')).toBeVisible();
  await page.getByText('Set the allowance for optimism bias').click();
  await page.getByLabel('Added to investment').fill('24%');
  await page.getByLabel('Taken off savings and income').fill('a tenth');
  await page.getByLabel('What it rests on').fill('Reference class of earlier procurements');
  await finance.send('Set the allowance');
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel('Taken off savings and income')).toHaveValue('a tenth');
  await page.getByLabel('Taken off savings and income').fill('10');
  await finance.send('Set the allowance');
  await expect(finance.done()).toBeVisible();
  await expect(page.getByText(/^Investment is taken to cost 24% more/)).toContainText(
    'Finance business partner, 1 Oct 2023',
  );
  await expect(finance.keyFigure('NPSV, proposed')).toContainText('with optimism allowed for');
  await context.close();
});
