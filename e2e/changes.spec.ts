import type { Page } from '@playwright/test';
import { wayUpTo } from '../app/core/testing/whole-way';
import type { Step } from '../app/core/testing/whole-way-step';
import { expect, expectSound, test } from './fixtures';
import { OwnTracker } from './own-tracker';

// RX-004 with its baseline binding: a slip goes beyond tolerance, and only a decided change moves what was promised.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const ref = 'RX-004';
const tracker = new OwnTracker();
test.use({ baseURL: tracker.baseURL });
test.afterAll(() => tracker.stop());

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

test.beforeAll(async () => {
  test.setTimeout(120_000);
  await tracker.start();
  let today = '2023-10-01';
  for (const step of [...wayUpTo('The PMO names who takes the service over'), slip]) {
    if (step.day > today) await tracker.moveDay((today = step.day));
    await tracker.give(ref, step);
  }
});

const changes = (page: Page) => page.goto(`/projects/${ref}/changes`);
const exceptions = (page: Page) => page.locator('section', { has: page.locator('#exceptions') }).first();
const unfold = async (page: Page, summary: string) => {
  const details = page.locator('details', { has: page.getByText(summary, { exact: true }) }).last();
  if (!(await details.evaluate((each) => (each as HTMLDetailsElement).open))) {
    await details.locator('summary').first().click();
  }
  return details;
};

test('a slip beyond tolerance is reported by the lead and directed by the sponsor, who finds it at home', async ({
  as,
}) => {
  const lead = await as('lead');
  await changes(lead);
  await expect(exceptions(lead)).toContainText('Gate 4 is expected Jan 2025, 4 months after');
  await lead.getByRole('button', { name: 'Report to the sponsor' }).click();
  await expect(lead.getByText('Say what you recommend').first()).toBeVisible();
  await lead.getByLabel('What caused it').fill('The provider has no team before January 🙂');
  await lead.getByLabel('What can be done, and what each way costs').fill('Wait, or buy in for £20,000');
  await lead.getByLabel('What you recommend').fill('Wait');
  await lead.getByRole('button', { name: 'Report to the sponsor' }).click();
  await expect(lead.getByText('The provider has no team before January 🙂')).toBeVisible();

  const sponsor = await as('sponsor');
  await sponsor.goto('/');
  await sponsor.getByRole('link', { name: /Gate 4 is expected Jan 2025/ }).click();
  await expect(exceptions(sponsor)).toContainText('Not yet directed');
  const form = sponsor.locator('form', { has: sponsor.getByRole('button', { name: 'Direct what is done' }) });
  await form.getByLabel(/Ask for a change of the baseline/).check();
  const day = async (value: string) => {
    const [year = '', month = '', date = ''] = value.split('-');
    await form.getByLabel('Day', { exact: true }).fill(date);
    await form.getByLabel('Month', { exact: true }).fill(month);
    await form.getByLabel('Year', { exact: true }).fill(year);
  };
  await day('2025-05-10');
  await form.getByLabel('Why').fill('The saving stands; ask properly');
  await form.getByRole('button').click();
  await expect(form.getByText(/A direction holds at most/).first()).toBeVisible();
  await expect(form.getByLabel('Why')).toHaveValue('The saving stands; ask properly');
  await day('2024-06-10');
  await form.getByRole('button').click();
  await expect(exceptions(sponsor)).toContainText('Ask for a change of the baseline by 10 June 2024');
  await sponsor.goto('/');
  await expect(sponsor.getByRole('link', { name: /Gate 4 is expected Jan 2025/ })).toHaveCount(0);
});

test('a change request says what it would move, and moves it only when both have decided', async ({ as }) => {
  const lead = await as('lead');
  await changes(lead);
  const form = await unfold(lead, 'Request a change');
  await (await unfold(lead, 'A gate’s date')).getByRole('combobox').first().selectOption('4');
  await form.locator('input[name="gates[0].to.month"]').fill('1');
  await form.locator('input[name="gates[0].to.year"]').fill('2025');
  const figure = await unfold(lead, 'A proposed figure');
  await figure.getByLabel('Money line', { exact: true }).selectOption({ index: 1 });
  await figure.getByLabel('Financial year').first().selectOption('25/26');
  await figure.getByLabel('New proposed figure').first().fill('£155k');
  await form.getByLabel('Why').fill('The provider starts in January');
  await form.getByRole('button', { name: 'Request a change' }).click();
  const request = lead.locator('#requests').locator('xpath=ancestor-or-self::section[1]');
  await expect(request).toContainText('Ends an exception: Gate 4 is expected Jan 2025');
  await expect(request.getByRole('row', { name: /Run rate/ })).toBeVisible();
  await expect(request).toContainText('Finance validates the moved figures anew');

  const sponsor = await as('sponsor');
  await changes(sponsor);
  await sponsor.getByRole('button', { name: 'Approve as sponsor' }).click();
  await expect(exceptions(sponsor)).toContainText('Gate 4 is expected Jan 2025');
  const s151 = await as('s151');
  await s151.goto('/');
  await s151.getByRole('link', { name: 'The provider starts in January' }).click();
  await s151.getByRole('button', { name: /Approve as Section 151 officer/ }).click();
  await expect(exceptions(s151)).toContainText('Nothing stands beyond tolerance');
  await s151.goto('/');
  await expect(s151.getByRole('link', { name: 'The provider starts in January' })).toHaveCount(0);
});

test('the baselines before and after stay to be compared, without JavaScript, on paper and on a phone', async ({
  browser,
  as,
}) => {
  const signedIn = await (await as('auditor')).context().storageState();
  const context = await browser.newContext({
    storageState: signedIn,
    baseURL: tracker.baseURL,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  const page = await context.newPage();
  await changes(page);
  await page.getByLabel('Baseline', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Beside').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL(/baseline=\d+&against=\d+/);
  const differing = page.getByRole('table', { name: 'What differs' });
  await expect(differing.getByRole('row', { name: /Gate 4/ })).toContainText('Jan 2025');
  await context.close();
  const auditor = await as('auditor');
  await auditor.setViewportSize({ width: 390, height: 800 });
  await changes(auditor);
  await expectSound(auditor);
});
