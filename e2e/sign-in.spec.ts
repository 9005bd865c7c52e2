import { demoPassword } from './demonstration';
import { expect, expectSound, signIn, test } from './fixtures';

test('somebody who is not signed in is asked to, and then comes back to where they were going', async ({
  page,
}) => {
  await page.goto('/projects/RX-004/people');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fprojects%2FRX-004%2Fpeople$/);
  await page.getByLabel('Email address').fill('pmo@example.org');
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/projects\/RX-004\/people$/);
});

test('a sign-in leads to no other site', async ({ page }) => {
  await page.goto('/sign-in?next=//elsewhere.example/');
  await page.locator('button[value="viewer@example.org"]').click();
  await expect(page).toHaveURL(/localhost:\d+\/$/);
});

test('a wrong password keeps the address typed and tells nothing of the account', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill('nobody@example.org');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('The email address or the password is not right');
  await expect(page.getByLabel('Email address')).toHaveValue('nobody@example.org');
  await expectSound(page);
});

test('signing in, ending a session and signing out work without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, 'auditor');
  await page.goto('/account/sessions');
  await expect(page.getByText('This one')).toBeVisible();
  await page.getByText('Auditor', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('You are signed out.');
  await page.goto('/projects');
  await expect(page).toHaveURL(/\/sign-in/);
  await context.close();
});
