import type { Page } from '@playwright/test';
import { expect, expectSound, signIn, test, type Role } from './fixtures';
import { PeoplePage } from './pages/people-page';
import { RecordPages } from './pages/record-pages';

// Stories on one imported document, one after the other: its savings and its dates.
test.describe.configure({ mode: 'serial' });
const ref = 'E2E-MONEY';
const page = (section: string) => `/projects/${ref}/${section}`;

async function openSaving(person: Page): Promise<void> {
  await person.goto(page('finance'));
  await person.getByRole('link', { name: 'Recurring Savings', exact: true }).first().click();
}

test('PMO brings the form in and names the lead and the sponsor, who accept', async ({ as }) => {
  const pmo = await as('pmo');
  await new RecordPages(pmo, ref).importSeed();
  const people = new PeoplePage(pmo, ref);
  for (const [form, person, role] of [
    ['Name a sponsor', 'Sponsor', 'sponsor'],
    ['Name a project lead', 'Project lead', 'lead'],
  ] as const satisfies readonly (readonly [string, string, Role])[]) {
    await people.open();
    await people.name(form, person);
    const named = await as(role);
    await named.goto(page('people'));
    await named.getByRole('button', { name: /^Accept: / }).click();
  }
});

test('the lead adopts the saving, says its terms and re-phases it to the part-year effect', async ({
  as,
}) => {
  const lead = await as('lead');
  await openSaving(lead);
  await lead.getByRole('link', { name: 'Adopt the line' }).click();
  await lead.getByRole('button', { name: 'Adopt this line' }).click();
  await expect(lead.locator('#done')).toBeVisible();

  await lead.getByRole('link', { name: 'Change the terms' }).click();
  await lead.getByLabel('Incremental', { exact: true }).check();
  await lead.getByLabel('Full-year effect').fill('lots');
  await lead.getByRole('button', { name: 'Save the terms' }).click();
  await expect(lead).toHaveTitle(/^Error: /);
  await expect(lead.getByLabel('Full-year effect')).toHaveValue('lots');
  await lead.getByLabel('Full-year effect').fill('200k');
  await lead.getByRole('button', { name: 'Save the terms' }).click();

  await lead.getByRole('link', { name: /^Re-phase/ }).click();
  await expect(lead.getByLabel(/, 24\/25/)).toHaveValue('100000');
  await expectSound(lead);
  await lead.getByRole('button', { name: 'Propose these figures' }).click();
  await expect(lead.locator('#done')).toBeVisible();
  await expect(lead.getByRole('row', { name: /^Proposed/ })).toContainText('£100,000');
});

test('finance validates a year by confidence, and the lead is told why not', async ({ as }) => {
  const lead = await as('lead');
  await openSaving(lead);
  await expect(lead.getByText(/What you cannot do, and who can/)).toBeVisible();
  const finance = await as('finance');
  await openSaving(finance);
  for (const year of ['24/25', '25/26']) {
    await finance.getByLabel(`Confidence, ${year}`).fill('60%');
    await finance.getByLabel(`Basis, ${year}`).fill('Contract prices, benchmarked');
  }
  await expectSound(finance);
  await finance.getByRole('button', { name: 'Validate these years' }).click();
  await expect(finance.locator('#done')).toBeVisible();
  await expect(finance.getByRole('row', { name: /^Finance-validated/ })).toContainText('£60,000');
});

test('PMO moves two dates at once: a bad one is refused, and everything typed is kept', async ({ as }) => {
  const pmo = await as('pmo');
  await pmo.goto(page('schedule'));
  await expect(pmo.getByText('Nothing is overdue on 1 Oct 2023.')).toBeVisible();
  await expectSound(pmo);
  await pmo.getByRole('link', { name: 'Change target dates' }).click();
  const gate2 = pmo.getByLabel('Gate 2 Full Business Case: Target');
  const gate4 = pmo.getByLabel('Gate 4 Go-Live / Handover to BAU: Target');
  await gate2.fill('Aprl 2024');
  await gate4.fill('Oct 2024');
  await pmo.getByRole('button', { name: 'Save the target dates' }).click();
  await expect(pmo).toHaveTitle(/^Error: /);
  await expect(gate2).toHaveValue('Aprl 2024');
  await expect(gate4).toHaveValue('Oct 2024');
  await expectSound(pmo);
  await gate2.fill('15 April 2024');
  await pmo.getByRole('button', { name: 'Save the target dates' }).click();
  await expect(pmo.locator('#done')).toBeVisible();
  const gates = pmo.getByRole('table', { name: 'Gate dates' });
  await expect(gates.getByRole('row', { name: /Full Business Case/ })).toContainText('15 Apr 2024');
  await expect(gates.getByRole('row', { name: /Go-Live/ })).toContainText('Oct 2024');
});

test('without JavaScript dates are forecast with a reason, never into the past', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const pmo = await context.newPage();
  await signIn(pmo, 'pmo');
  await pmo.goto(page('schedule?edit=forecast'));
  const gate5 = pmo.getByLabel('Gate 5 Benefits Review Complete: Forecast');
  await gate5.fill('Dec 2022');
  await pmo.getByLabel('Why the dates move').fill('The provider asked <b>twice</b> 🙂');
  await pmo.getByRole('button', { name: 'Save the forecasts' }).click();
  await expect(pmo.getByRole('alert').getByRole('link')).toHaveText([/cannot be wholly past/]);
  await expect(gate5).toHaveValue('Dec 2022');
  await gate5.fill('Mar 2025');
  await pmo.getByRole('button', { name: 'Save the forecasts' }).click();
  await expect(pmo.locator('#done')).toBeVisible();
  const row = pmo.getByRole('row', { name: /Benefits Review Complete/ });
  await expect(row).toContainText('Mar 2025');
  await expect(row).toContainText('3 months late');
  await expect(row).toContainText('asked <b>twice</b> 🙂');
  await context.close();
});
