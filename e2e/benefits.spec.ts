import type { Page } from '@playwright/test';
import { expect, expectSound, signIn, test, type Role } from './fixtures';
import { PeoplePage } from './pages/people-page';
import { RecordPages } from './pages/record-pages';

// One benefit from its being recorded to its readings, and what the change makes worse; one test after the other.
test.describe.configure({ mode: 'serial' });
const ref = 'E2E-BENEFITS';
const what = 'Calls at night are answered by people who know Luton';

type As = (role: Role) => Promise<Page>;
const pagesOf = async (as: As, role: Role) => new RecordPages(await as(role), ref);
const article = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: /^Social/ }) });

test('PMO brings the form in and names the lead, who accepts', async ({ as }) => {
  const pmo = await pagesOf(as, 'pmo');
  await pmo.importSeed();
  const people = new PeoplePage(pmo.page, ref);
  await people.open();
  await people.name('Name a project lead', 'Project lead');
  const lead = new PeoplePage(await as('lead'), ref);
  await lead.open();
  await lead.accept('project lead');
  await expect(lead.done()).toContainText('accepted');
});

test('the lead records a benefit: what is wrong is said where it was typed, and nothing typed is lost', async ({
  as,
}) => {
  const lead = await pagesOf(as, 'lead');
  const { page } = lead;
  await lead.open('benefits', '?edit=new');
  await page.getByLabel('Category').selectOption('Social');
  await page.getByLabel('What gets better, and for whom').fill(what);
  await page.getByLabel('Measure', { exact: true }).fill('Callers answered within a minute');
  await page.getByLabel('Unit').fill('%');
  await page.getByLabel('Baseline value').fill('60%');
  await lead.fillDate(page.getByRole('group', { name: 'When the baseline was measured' }), '', '13', '2023');
  await page.getByLabel('Target value').fill('80');
  const realisation = page.getByRole('group', { name: 'Realisation date' });
  await realisation.getByLabel('Given').check();
  await lead.fillDate(page.getByRole('group', { name: 'Realised by' }), '', '12', '2024');
  await page.getByRole('button', { name: 'Record the benefit' }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole('alert').getByRole('link', { name: /number such as 62.5/ })).toBeVisible();
  await expect(page.getByLabel('Baseline value')).toHaveValue('60%');
  await expect(page.getByLabel('What gets better, and for whom')).toHaveValue(what);
  await expectSound(page);

  await page.getByLabel('Baseline value').fill('60');
  await lead.fillDate(page.getByRole('group', { name: 'When the baseline was measured' }), '', '11', '2023');
  await page.getByRole('button', { name: 'Record the benefit' }).click();
  await expect(page.getByRole('alert')).toContainText('cannot have been measured in the future');
  await lead.fillDate(page.getByRole('group', { name: 'When the baseline was measured' }), '', '6', '2023');
  await page.getByRole('button', { name: 'Record the benefit' }).click();
  await expect(lead.done()).toBeVisible();
  await expect(page.getByRole('row', { name: what })).toContainText('Measurable');
  await expect(article(page).getByRole('img', { name: 'Social: readings towards the target' })).toHaveCount(
    1,
  );

  const propose = await lead.unfold('Propose an owner', article(page));
  await propose.getByLabel('Who shall own it').selectOption({ label: 'BAU owner' });
  await propose.getByRole('button').click();
  await expect(article(page)).toContainText('asked by Project lead');
});

test('who is asked declines with a reason, and the lead sees at home that another is wanted', async ({
  as,
}) => {
  const asked = await pagesOf(as, 'bau-owner');
  await asked.page.goto('/');
  await expect(asked.page.getByRole('heading', { name: /Benefits you are asked to own/ })).toBeVisible();
  await asked.page.getByRole('link', { name: what }).click();
  const decline = await asked.unfold('Decline the Social benefit');
  await decline.getByRole('button').click();
  await expect(asked.page).toHaveTitle(/^Error: /);
  await expect(asked.page.getByRole('heading', { name: 'You are asked to own a benefit' })).toBeVisible();
  const again = await asked.unfold('Decline the Social benefit');
  await again.getByLabel('Why').fill('Nights are not my service');
  await again.getByRole('button').click();
  await expect(asked.done()).toBeVisible();
  await expect(article(asked.page)).toContainText('Nights are not my service');

  const lead = await pagesOf(as, 'lead');
  await lead.page.goto('/');
  const wanted = lead.page.locator('section', {
    has: lead.page.getByRole('heading', { name: /Benefits that want another owner/ }),
  });
  await expect(wanted).toContainText('BAU owner declined: Nights are not my service');
  await wanted.getByRole('link', { name: what }).click();
  const propose = await lead.unfold('Propose another owner', article(lead.page));
  await propose.getByLabel('Who shall own it').selectOption({ label: 'Benefit owner' });
  await propose.getByRole('button').click();
  await expect(lead.done()).toBeVisible();
});

test('without JavaScript, on a phone, another accepts, reads it and takes a mistyped reading back', async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await signIn(page, 'benefit-owner');
  const owner = new RecordPages(page, ref);
  await owner.open('benefits');
  await page.getByRole('button', { name: 'Accept the Social benefit' }).click();
  await expect(article(page)).toContainText('accepted 1 Oct 2023');

  const form = article(page).locator('details', { hasText: 'Record a reading' });
  const record = async (value: string, month: string, year: string) => {
    await owner.unfold('Record a reading', article(page));
    await form.getByLabel(/^Value/).fill(value);
    await owner.fillDate(form.getByRole('group', { name: 'Of when it is' }), '', month, year);
    await form.getByLabel('Where it comes from').fill('Call log of the month');
    await form.getByRole('button', { name: 'Record the reading' }).click();
  };
  await record('62%', '9', '2023');
  await expect(page.getByRole('alert')).toContainText('without commas or a unit');
  await expect(form.getByLabel(/^Value/)).toHaveValue('62%');
  await expect(form.getByLabel('Where it comes from')).toHaveValue('Call log of the month');
  await record('62', '12', '2023');
  await expect(page.getByRole('alert')).toContainText('cannot be of a day to come');
  await expect(form.getByLabel(/^Value/)).toHaveValue('62');
  await record('62', '8', '2023');
  await expect(owner.done()).toBeVisible();
  await record('640', '9', '2023');
  const readings = article(page).getByRole('table', { name: /^Readings: baseline 60%/ });
  await expect(readings).toContainText('640%');

  const withdraw = await owner.unfold('Withdraw the Social reading of Sep 2023: 640%', article(page));
  await withdraw.getByLabel('Why').fill('It was 64.0: a point was lost');
  await withdraw.getByRole('button').click();
  await expect(owner.done()).toBeVisible();
  await expect(readings).toContainText('It was 64.0: a point was lost');
  const picture = article(page).getByRole('img', { name: 'Social: readings towards the target' });
  await expect(picture).toHaveCount(1);
  await expect(picture.locator('desc')).toContainText('1 reading: 62% for Aug 2023');
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
  await context.close();
});

test('what the change makes worse is recorded beside the benefits', async ({ as }) => {
  const lead = await pagesOf(as, 'lead');
  const { page } = lead;
  await page.setViewportSize({ width: 390, height: 844 });
  await lead.open('benefits');
  await expectSound(page);
  await page.getByRole('link', { name: 'Record a dis-benefit' }).click();
  await page.getByLabel('What gets worse').fill('Calls to the old number are lost');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel('What gets worse')).toHaveValue('Calls to the old number are lost');
  await expectSound(page);
  await page.getByLabel('Who bears it').fill('Residents without the web');
  await lead.fillDate(page.getByRole('group', { name: 'Looked at on' }), '', '6', '2024');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(lead.done()).toBeVisible();
  await lead.open('benefits');
  const worse = page.locator('section', { has: page.locator('#dis-benefits') });
  await expect(worse).toContainText('Calls to the old number are lost');
  await expect(worse).toContainText('Residents without the web');
  await expect(worse).toContainText('Jun 2024');
});
