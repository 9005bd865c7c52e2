import { expect, expectSound, signIn, test } from './fixtures';
import { RecordPages } from './pages/record-pages';

// Stories on one imported document, one after the other: its dates.
test.describe.configure({ mode: 'serial' });
const ref = 'E2E-DATES';
const page = (section: string) => `/projects/${ref}/${section}`;

test.beforeAll(async ({ browser }) => {
  const pmo = await browser.newPage();
  await signIn(pmo, 'pmo');
  await new RecordPages(pmo, ref).importSeed();
  await pmo.context().close();
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
