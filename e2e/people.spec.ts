import { expect, expectSound, test } from './fixtures';
import { PeoplePage } from './pages/people-page';
import { ProjectsPage } from './pages/projects-page';

const ref = 'E2E-PEOPLE';

test('PMO names a sponsor, who is asked at home and accepts; nobody else may name', async ({ as }) => {
  const pmo = await as('pmo');
  await new ProjectsPage(pmo).start(ref, 'People and their roles');
  await expect(pmo).toHaveURL(new RegExp(`/projects/${ref}\\?done=open-project#done$`));
  const people = new PeoplePage(pmo, ref);
  await people.open();
  await expectSound(pmo);
  await people.name('Name a sponsor', 'Sponsor');
  await expect(people.done()).toContainText('Sponsor named');

  const sponsor = await as('sponsor');
  await sponsor.goto('/');
  await sponsor.getByRole('link', { name: 'You are asked to be sponsor' }).first().click();
  await expectSound(sponsor);
  await expect(sponsor.locator('#name-lead-button')).toHaveAttribute('aria-disabled', 'true');
  await expect(sponsor.locator('#name-lead-button-reason')).toContainText('a PMO officer');
  await new PeoplePage(sponsor, ref).accept('sponsor');
  await expect(sponsor.locator('#done')).toHaveText('Appointment accepted.');
});

test('a form sent without an answer comes back with the error at its field and in the title', async ({
  as,
}) => {
  const pmo = await as('pmo');
  await pmo.goto(`/projects/${ref}/people`);
  await pmo.getByRole('button', { name: 'Name a project lead', exact: true }).click();
  await expect(pmo).toHaveTitle(/^Error: People – E2E-PEOPLE/);
  await expect(pmo.getByRole('alert').getByRole('link', { name: 'Choose a person' })).toHaveAttribute(
    'href',
    '#name-lead-person',
  );
  await expectSound(pmo);
});

test('a form drawn before somebody else’s change is told what changed and keeps what was typed', async ({
  as,
}) => {
  const pmo = await as('pmo');
  const other = await pmo.context().newPage();
  const people = new PeoplePage(pmo, ref);
  await people.open();
  const others = new PeoplePage(other, ref);
  await others.open();
  await others.name('Name a BAU owner', 'BAU owner');
  await expect(others.done()).toContainText('BAU owner named');
  await people.name('Name a project lead', 'Project lead');
  await expect(pmo.getByText('Somebody changed this while you were writing')).toBeVisible();
  await expect(pmo.locator('#name-lead-person')).toHaveValue(/.+/);
  await expectSound(pmo);
  await pmo.getByRole('button', { name: 'Name a project lead', exact: true }).click();
  await expect(people.done()).toContainText('Project lead named');
});

test('declining says why, and the form works without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('button[value="lead@example.org"]').click();
  await page.goto(`/projects/${ref}/people`);
  await page.locator('summary', { hasText: 'Decline' }).click();
  await page.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Say why');
  await page.getByLabel('Why').first().fill('I have no time for it');
  await page.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(page.locator('#done')).toHaveText('Appointment declined.');
  await expect(page.getByText('I have no time for it')).toBeAttached();
  await context.close();
});
