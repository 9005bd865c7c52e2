import type { Page } from '@playwright/test';
import { expect, expectSound, signIn, test, type Role } from './fixtures';
import { CasePages } from './pages/case-pages';
import { PeoplePage } from './pages/people-page';
import { RecordPages } from './pages/record-pages';

// Stories on one imported document, one after the other: the case, its documents, its history.
test.describe.configure({ mode: 'serial', timeout: 120_000 });
const ref = 'E2E-CASE';
const STRANGE = 'Schools 🏫\nمدارس\n<script>alert(1)</script>';

type As = (role: Role) => Promise<Page>;
const pagesOf = async (as: As, role: Role) => new CasePages(await as(role), ref);
const textFile = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

test('the case is read as the document it came from, with what is owed and where each answer is from', async ({
  as,
}) => {
  const page = await as('pmo');
  await new RecordPages(page, ref).importSeed();
  const people = new PeoplePage(page, ref);
  await people.open();
  await people.name('Name a project lead', 'Project lead');
  const named = new PeoplePage(await as('lead'), ref);
  await named.open();
  await named.page.getByRole('button', { name: /^Accept: / }).click();
  await expect(named.done()).toContainText('accepted');

  const viewer = await pagesOf(as, 'viewer');
  await viewer.open('case');
  await expect(viewer.field('owed')).toContainText('answers of the case are still owed');
  await expect(viewer.field('scopeOut')).toContainText('Not answered');
  await expect(viewer.field('contributoryThemes')).toContainText('None, unconfirmed');
  await expect(viewer.field('theme')).toContainText('From RX-004-business-case-lite.txt');
  await expect(viewer.page.getByText('Who can change it')).toBeVisible();
  await expect(viewer.page.getByRole('link', { name: /^Change:/ })).toHaveCount(0);
  await expectSound(viewer.page);
  await viewer.edit('scope');
  await expect(viewer.page.getByText('“Set the scope” is for')).toBeVisible();
  await viewer.open('case', '/original');
  await expect(viewer.page.getByRole('listitem').filter({ hasText: 'Anecdotally' })).toBeVisible();
});

test('the lead answers, is told at the field what is wrong, and loses nothing to somebody quicker', async ({
  as,
}) => {
  const lead = await pagesOf(as, 'lead');
  await lead.edit('scope');
  await lead.give('Out of scope', ' ');
  await lead.save();
  await expect(lead.page).toHaveTitle(/^Error: /);
  await expect(lead.page.getByRole('link', { name: /^Enter an answer/ })).toBeVisible();
  await expectSound(lead.page);

  const pmo = await pagesOf(as, 'pmo');
  await pmo.edit('scope');
  await pmo.give('In scope', 'All services but schools');
  await pmo.save();
  await expect(pmo.field('scopeIn')).toContainText('All services but schools');

  await lead.give('Out of scope', STRANGE);
  await lead.save();
  await expect(
    lead.page.getByRole('heading', { name: 'Somebody changed this while you were writing' }),
  ).toBeVisible();
  await expect(lead.answer('Out of scope').getByRole('textbox')).toHaveValue(STRANGE);
  await lead.answer('In scope').getByRole('textbox').fill('All services but schools');
  await lead.save();
  await expect(lead.done()).toBeAttached();
  await expect(lead.field('scopeOut')).toContainText('<script>alert(1)</script>');
  await expect(lead.field('scopeOut')).toContainText('مدارس');
  await expect(lead.field('scopeOut')).toContainText('Project lead');

  await lead.page.getByRole('button', { name: /^Confirm none/ }).click();
  await expect(lead.field('contributoryThemes')).not.toContainText('unconfirmed');
  await lead.page.getByRole('button', { name: 'Confirm the stakeholders' }).click();
  await expect(lead.page.getByText('It lapses when one of the four changes')).toBeVisible();
});

test('the qualification is rated on the scales, and the route and the cost baselines are answered', async ({
  as,
}) => {
  const lead = await pagesOf(as, 'lead');
  await lead.edit('qualification');
  await lead.page.getByRole('radio', { name: '2: Hard' }).check();
  await lead.save();
  await expect(lead.field('effort')).toContainText('2 of 5: Hard');
  await expect(lead.field('impact')).toContainText('4 of 5: Large');
  await lead.edit('buying');
  await lead.page.getByRole('radio', { name: 'Given' }).check();
  await lead.page.getByRole('radio', { name: 'Yes' }).check();
  await expectSound(lead.page);
  await lead.save();
  await expect(lead.field('buying')).toContainText('Yes, something is bought');
  await lead.edit('costBaselinesCover');
  await lead.page.getByRole('radio', { name: 'No', exact: true }).check();
  await lead.save();
  await expect(lead.page.getByText('do not yet cover the scope')).toBeVisible();
});

test('a finding is read where it belongs, explained on the case check, and accepted by somebody else', async ({
  as,
}) => {
  const lead = await pagesOf(as, 'lead');
  await lead.open('case');
  const note = (page: typeof lead.page) => page.locator('[id^="note-no-cost-of-change"]');
  await note(lead.page)
    .getByRole('link', { name: /^Explain it/ })
    .click();
  const finding = lead.page.getByRole('article', { name: /Nothing is invested/ });
  await finding.locator('summary', { hasText: 'Explain it instead' }).click();
  await finding.getByLabel('Why it is right as it stands').fill('Our own staff do it');
  await finding.getByRole('button', { name: 'Explain' }).click();
  await expect(finding).toContainText('Our own staff do it');
  await expect(finding).toContainText('Nobody accepts their own explanation');
  const finance = await pagesOf(as, 'finance');
  await finance.open('case');
  await expect(note(finance.page)).toContainText('it counts once finance accepts it');
  await note(finance.page)
    .getByRole('link', { name: /^Read the explanation/ })
    .click();
  await finance.page
    .getByRole('article', { name: /Nothing is invested/ })
    .getByRole('button', { name: 'Accept the explanation' })
    .click();
  await finance.open('case');
  await expect(note(finance.page)).toContainText('Settled');
  await finance.page.getByRole('textbox', { name: 'Comment on the project' }).fill('Figures to follow');
  await finance.page.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(finance.page.getByText('Figures to follow')).toBeVisible();
});

test('evidence is attached, told apart by its content, restricted and withdrawn', async ({ as }) => {
  const lead = await pagesOf(as, 'lead');
  await lead.open('documents', `?back=${encodeURIComponent(`/projects/${ref}/gates/0`)}`);
  await expect(lead.page.getByRole('link', { name: 'Back to Gate 0' })).toBeVisible();
  await lead.page.getByRole('form', { name: 'Attach a file' }).getByLabel('Note').fill('Kept note');
  await lead.attach({ ...textFile('run.exe', 'MZ\u0000'), mimeType: 'application/octet-stream' });
  await expect(lead.page.getByText('Files of this type are not taken').first()).toBeVisible();
  await expect(lead.page.getByRole('form', { name: 'Attach a file' }).getByLabel('Note')).toHaveValue(
    'Kept note',
  );
  await lead.attach(textFile('report.pdf', 'no pdf at all'));
  await expect(lead.page.getByText('not what its name says').first()).toBeVisible();
  await expectSound(lead.page);
  await lead.attach(textFile('Résumé “costs”.txt', 'Housing £1'), true);
  const link = lead.page.getByRole('link', { name: 'Résumé “costs”.txt', exact: true });
  await expect(link).toBeVisible();
  const href = (await link.getAttribute('href')) ?? '';
  const file = await lead.page.request.get(href);
  expect(file.headers()['content-disposition']).toContain(
    `filename*=UTF-8''R%C3%A9sum%C3%A9%20%E2%80%9Ccosts%E2%80%9D.txt`,
  );
  expect(file.headers()['content-security-policy']).toContain('sandbox');
  expect(await file.text()).toBe('Housing £1');
  const again = await lead.page.request.get(href, {
    headers: { 'If-None-Match': file.headers()['etag'] ?? '' },
  });
  expect(again.status()).toBe(304);

  const viewer = await pagesOf(as, 'viewer');
  await viewer.open('documents', '?back=//elsewhere.example');
  await expect(viewer.page.getByText('Résumé “costs”.txt').first()).toBeVisible();
  await expect(viewer.page.getByRole('link', { name: 'Résumé “costs”.txt', exact: true })).toHaveCount(0);
  await expect(viewer.page.getByRole('link', { name: /^Back to/ })).toHaveCount(0);
  const refused = await viewer.page.request.get(href);
  expect(refused.status()).toBe(403);
  expect(await refused.text()).toContain('restricted');

  await lead.page.locator('summary', { hasText: 'Withdraw Résumé' }).click();
  await lead.page.getByLabel('Why it is withdrawn').fill('Superseded');
  await lead.page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(lead.done()).toBeAttached();
  await lead.page.locator('summary', { hasText: 'Withdrawn: 1' }).click();
  await expect(lead.page.getByText('Superseded')).toBeVisible();
});

test('the history tells every act, who and when, before and after, and the head of the chain', async ({
  as,
}) => {
  const auditor = await pagesOf(as, 'auditor');
  await auditor.open('history', '?text=all+services+but');
  const item = auditor.page.getByRole('listitem').filter({ hasText: 'Scope answered' }).first();
  await expect(item).toContainText('PMO officer');
  await expect(item.locator('del')).toContainText('All services');
  await expect(item.locator('ins')).toContainText('All services but schools');
  await expect(auditor.page.getByText(/verify --head \d+:[0-9a-f]{64}/)).toBeVisible();
  await expectSound(auditor.page);
  await item.getByRole('link', { name: /^Event \d+$/ }).click();
  await expect(auditor.page.getByRole('heading', { name: /^Event \d+ of/ })).toBeVisible();
  await expect(auditor.page.getByText('Hash in the programme’s chain')).toBeVisible();
  await auditor.open('history', '?before=20');
  await auditor.page.getByRole('link', { name: 'Newer' }).click();
  await expect(auditor.page.locator('[id="event-20"]')).toBeVisible();
  for (const wrong of ['/0', '/99999', '/one']) {
    expect((await auditor.page.goto(`/projects/${ref}/history${wrong}`))?.status()).toBe(404);
  }
  await auditor.open('history');
});

test('without JavaScript the case is answered and a link attached', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, 'lead');
  const lead = new CasePages(page, ref);
  await lead.edit('objectives');
  await lead.give('Objectives', 'First aim\nSecond aim');
  await lead.save();
  await expect(
    lead.field('objectives').locator('..').locator('..').locator('..').getByText('Second aim'),
  ).toBeVisible();
  await lead.open('documents');
  const form = page.getByRole('form', { name: 'Attach a link' });
  await form.getByLabel('What it is called').fill('The contract');
  await form.getByLabel('Web address').fill('javascript:alert(1)');
  await form.getByRole('button', { name: 'Attach this link' }).click();
  await expect(form.getByLabel('What it is called')).toHaveValue('The contract');
  await form.getByLabel('Web address').fill('https://example.org/contract');
  await form.getByRole('button', { name: 'Attach this link' }).click();
  await expect(page.getByRole('link', { name: 'The contract', exact: true })).toHaveAttribute(
    'href',
    'https://example.org/contract',
  );
  await context.close();
});

test('what is typed before the scripts are there stays', async ({ page }) => {
  await signIn(page, 'lead');
  await page.route(/\/assets\/.*\.js/, async (route) => {
    await new Promise((done) => setTimeout(done, 1_000));
    await route.continue();
  });
  const lead = new CasePages(page, ref);
  await page.goto(`/projects/${ref}/case?edit=opportunity`, { waitUntil: 'commit' });
  await lead.give('Opportunity', 'Typed early');
  await page.waitForLoadState('networkidle');
  // The count of characters left is drawn by scripts alone: once it moves, they are there.
  const box = lead.answer('Opportunity').getByRole('textbox');
  await expect(async () => {
    await box.press('End');
    await box.pressSequentially('!');
    await expect(page.getByText(/^You have [\d,]+ characters left$/).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(box).toHaveValue(/^Typed early!+$/);
});
