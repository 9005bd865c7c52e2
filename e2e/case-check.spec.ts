import type { Page } from '@playwright/test';
import { expect, expectSound, test, type Role } from './fixtures';
import { PeoplePage } from './pages/people-page';
import { RecordPages } from './pages/record-pages';

// The case check on one imported document, from before its import to an explanation that lapses.
test.describe.configure({ mode: 'serial' });
const ref = 'E2E-CHECK';

type As = (role: Role) => Promise<Page>;
const pagesOf = async (as: As, role: Role) => new RecordPages(await as(role), ref);

test('before an import the page says what the case check will find', async ({ as }) => {
  const pmo = await pagesOf(as, 'pmo');
  await pmo.readSeed();
  await expect(pmo.page.getByText('2 errors, 12 gaps, 7 notes.')).toBeVisible();
  await (
    await pmo.unfold('Everything it finds')
  )
    .getByText('£500,000 ÷ 259,000 × 225,000 = £434,363')
    .waitFor();
  await expectSound(pmo.page);
  await pmo.page.getByLabel('Portfolio tracker ref').fill(ref);
  await pmo.page.getByRole('button', { name: 'Import this project' }).click();
  const people = new PeoplePage(pmo.page, ref);
  await people.open();
  await people.name('Name a project lead', 'Project lead');
  const named = new PeoplePage(await as('lead'), ref);
  await named.open();
  await named.page.getByRole('button', { name: /^Accept: / }).click();
  await expect(named.done()).toContainText('accepted');
});

test('its findings are counted, worked out, and lead to what mends each of them', async ({ as }) => {
  const lead = await pagesOf(as, 'lead');
  await lead.page.goto(`/projects/${ref}`);
  await lead.page.getByRole('link', { name: '2 errors' }).click();
  await expect(lead.page).toHaveURL(/\/findings#error$/);
  const articles = lead.page.getByRole('article');
  await expect(articles).toHaveCount(21);
  await expect(articles.first()).toContainText('£200,000 × 6 ÷ 12 = £100,000 in 24/25');
  await expectSound(lead.page);
  const links = lead.page.getByRole('link', { name: /^Mend it/ });
  const hrefs = await links.evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
  for (const href of new Set(hrefs)) {
    await lead.page.goto(href);
    const id = decodeURIComponent(href.split('#')[1] ?? '');
    await expect(lead.page.locator(`[id="${id}"]`), href).toBeAttached();
  }
});

test('each is read beside what mends it, and at the criterion that asks for the same', async ({ as }) => {
  const lead = await pagesOf(as, 'lead');
  const note = (rule: string) => lead.page.locator(`[id^="note-${rule}"]`);
  await lead.open('benefits');
  await expect(note('unmeasured-benefit')).toHaveCount(2);
  await expectSound(lead.page);
  await lead.open('registers');
  await expect(note('benchmark')).toContainText('£195,637');
  await lead.page.goto(`/projects/${ref}/schedule`);
  await expect(note('early-benefits-review')).toBeVisible();
  await expect(note('cannot-tell-order')).toHaveCount(4);
  await expectSound(lead.page);
  await lead.page.goto(`/projects/${ref}/finance`);
  await expect(note('part-year-effect')).toBeVisible();
  await lead.page.goto(`/projects/${ref}/gates/0`);
  await lead.page
    .locator('#risk-recorded')
    .getByRole('link', { name: 'Risk 1: the total does not follow' })
    .click();
  await expect(lead.page.getByRole('article', { name: /Risk 1: the total/ })).toBeVisible();
});

test('what no gate reads is settled by an explanation, which nobody has to accept', async ({ as }) => {
  const lead = await pagesOf(as, 'lead');
  await lead.open('findings');
  const found = lead.page.getByRole('article', { name: /answer left blank/ });
  const form = await lead.unfold('Explain it instead', found);
  await form.getByRole('button', { name: 'Explain' }).click();
  await expect(lead.page).toHaveTitle(/^Error: /);
  await form.getByLabel('Why it is right as it stands').fill('Scope is settled with the sponsor next week');
  await form.getByRole('button', { name: 'Explain' }).click();
  await expect(found).toContainText('Settled');
  await expect(found.getByRole('button', { name: 'Accept the explanation' })).toHaveCount(0);
  await lead.page.goto(`/projects/${ref}/findings/undefined-answers`);
  await expect(lead.page.getByText('Nobody has to: it is kept with who gave it')).toBeVisible();
  await expectSound(lead.page);
});

test('a phone shows all of it without scrolling sideways', async ({ as }) => {
  const lead = await pagesOf(as, 'lead');
  await lead.page.setViewportSize({ width: 390, height: 800 });
  for (const page of [
    'findings',
    'findings/benchmark',
    'schedule',
    'risks',
    'registers',
    'case',
    'gates/0',
  ]) {
    await lead.page.goto(`/projects/${ref}/${page}`);
    const wider = await lead.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([page, wider]).toEqual([page, 0]);
  }
});
