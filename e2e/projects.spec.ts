import { fileURLToPath } from 'node:url';
import { expect, expectSound, test } from './fixtures';
import { ProjectsPage } from './pages/projects-page';

const seed = fileURLToPath(new URL('../db/seed/RX-004-business-case-lite.txt', import.meta.url));

test('the list finds, narrows and sorts, and an empty result says what to do', async ({ as }) => {
  const page = await as('viewer');
  const projects = new ProjectsPage(page);
  await projects.open();
  await expect(projects.row(/RX-004 Service Optimisation/)).toContainText('Stage 0: Opportunity Identified');
  await expectSound(page);
  await projects.find('no such words anywhere');
  await expect(page.getByText('No project is like that')).toBeVisible();
  await expectSound(page);
  await page.getByRole('link', { name: 'Show all projects' }).click();
  await page.getByRole('link', { name: /Proposed/ }).click();
  await expect(page).toHaveURL(/sort=proposedRunRate/);
  await expect(page.getByRole('columnheader', { name: /Proposed/ })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
});

test('the overview of RX-004 says what stops Gate 0, who mends it and what the money is', async ({ as }) => {
  const page = await as('viewer');
  await page.goto('/projects/RX-004');
  await expect(page.getByRole('heading', { name: /stops? Gate 0/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Name a project lead' })).toHaveAttribute(
    'href',
    '/projects/RX-004/people#lead',
  );
  await expect(page.getByText('£200,000 if incremental, £0 if annual')).toBeVisible();
  await expect(page.locator('.app-steps [aria-current="step"]')).toContainText('Progress Opportunity');
  await expectSound(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await expectSound(page);
});

test('what is owed is listed across the programme and of one project, and leads to where it is answered', async ({
  as,
}) => {
  const page = await as('viewer');
  await page.goto('/projects');
  await page.getByRole('link', { name: 'Answers owed across the programme' }).click();
  await page.getByLabel('It says').selectOption('Not answered');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/\/debts\?kind=blank$/);
  const row = page.getByRole('row', { name: /Out of scope RX-004/ });
  // Other stories' projects owe answers as old as its own, and are listed before it.
  const next = page.getByRole('link', { name: /^Next/ });
  while (!(await row.isVisible()) && (await next.isVisible())) {
    await page.goto((await next.getAttribute('href'))!);
  }
  await expect(row).toContainText('Gate 0: Progress Opportunity');
  await expectSound(page);
  await row.getByRole('link', { name: 'Out of scope' }).click();
  await expect(page).toHaveURL(/\/projects\/RX-004\/case#scopeOut$/);
  await page.goto('/projects/RX-004/debts');
  await expect(page.getByRole('row', { name: /Project sponsor/ })).toContainText('PMO officer');
  await page.setViewportSize({ width: 390, height: 800 });
  await expectSound(page);
});

test('a project nobody has is a page that says so, inside the tracker', async ({ as }) => {
  const page = await as('viewer');
  const answer = await page.goto('/projects/NO-SUCH');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  await expect(page.getByRole('link', { name: 'Projects' })).toBeVisible();
});

test('starting a project needs a PMO officer, and a ref that is taken keeps what was typed', async ({
  as,
}) => {
  const viewer = await as('viewer');
  await viewer.goto('/projects/new');
  await expect(viewer.getByRole('button', { name: /Start the project/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  const pmo = await as('pmo');
  await new ProjectsPage(pmo).start('RX-004', 'The same ref again');
  await expect(pmo.getByRole('alert')).toContainText('There is a project RX-004 already');
  await expect(pmo.getByLabel('Project title')).toHaveValue('The same ref again');
  await expectSound(pmo);
});

test('a Business Case Lite is shown as understood before it is imported under a ref of its own', async ({
  as,
}) => {
  const page = await as('pmo');
  const projects = new ProjectsPage(page);
  await projects.upload(seed);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('What was understood');
  await expect(page.getByRole('alert')).toContainText('There is a project RX-004 already');
  await expectSound(page);
  await page.getByLabel('Portfolio tracker ref').fill('RX-104');
  await page.getByRole('button', { name: 'Import this project' }).click();
  await expect(page).toHaveURL(/\/projects\/RX-104\?done=import-business-case#done$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Service Optimisation');
});

test('a file that is no text is refused at its field', async ({ as }) => {
  const page = await as('pmo');
  await page.goto('/projects/import');
  await page.getByLabel('The form').setInputFiles({
    name: 'form.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 nothing of use'),
  });
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole('alert')).toContainText('not a text file');
});

test('the day moves forwards only', async ({ as }) => {
  const page = await as('viewer');
  await page.goto('/demonstration/day');
  await expectSound(page);
  await page.getByLabel('Day', { exact: true }).fill('30');
  await page.getByLabel('Month').fill('9');
  await page.getByLabel('Year').fill('2023');
  await page.getByRole('button', { name: 'Move to this day' }).click();
  await expect(page.getByRole('alert')).toContainText('The day moves forwards only');
  await expect(page.getByLabel('Year')).toHaveValue('2023');
});
