import type { Page } from '@playwright/test';
import { expect, expectSound, signIn, test, type Role } from './fixtures';
import { PeoplePage } from './pages/people-page';
import { RecordPages } from './pages/record-pages';

// Stories on one imported document, one after the other: benefits, risks, registers and the case check.
test.describe.configure({ mode: 'serial' });
const ref = 'E2E-RECORD';

type As = (role: Role) => Promise<Page>;
/** A risk's row in the register, open or closed; the heat map's table has one too. */
const riskRow = (page: Page, name: RegExp) =>
  page
    .getByRole('table', { name: /^(Open risks, the highest|Closed and withdrawn)/ })
    .getByRole('row', { name });
const pagesOf = async (as: As, role: Role) => new RecordPages(await as(role), ref);

test('PMO brings the form in and names the lead and the sponsor, who accept', async ({ as }) => {
  const pmo = await pagesOf(as, 'pmo');
  await pmo.importSeed();
  const people = new PeoplePage(pmo.page, ref);
  for (const [form, person, role] of [
    ['Name a sponsor', 'Sponsor', 'sponsor'],
    ['Name a project lead', 'Project lead', 'lead'],
    ['Name a BAU owner', 'BAU owner', 'bau-owner'],
  ] as const) {
    await people.open();
    await people.name(form, person);
    const named = new PeoplePage(await as(role), ref);
    await named.open();
    await named.page.getByRole('button', { name: /^Accept: / }).click();
    await expect(named.done()).toContainText('accepted');
  }
});

test('a risk whose total does not follow is explained or corrected, then accepted by the sponsor', async ({
  as,
}) => {
  const lead = await pagesOf(as, 'lead');
  await lead.open('risks');
  await expectSound(lead.page);
  const row = riskRow(lead.page, /outsourced provider/);
  await expect(row).toContainText('Stated: 12');
  await expect(row).toContainText('Does not follow');
  await row.getByRole('link', { name: 'Change or decide' }).click();
  await lead.page.getByLabel('Stated total').fill('many');
  await lead.page.getByRole('button', { name: 'Save the risk' }).click();
  await expect(lead.page).toHaveTitle(/^Error: /);
  await expect(lead.page.getByLabel('Stated total')).toHaveValue('many');
  await expectSound(lead.page);
  await lead.page.getByLabel('Stated total').fill('');
  await lead.page.getByLabel('Impact').selectOption({ label: '5 Severe' });
  await lead.page.getByLabel('Owner').selectOption({ label: 'BAU owner' });
  await lead.fillDate(lead.page.getByRole('group', { name: 'Due' }), '', '11', '2023');
  await lead.page.getByRole('button', { name: 'Save the risk' }).click();
  await expect(lead.done()).toBeVisible();
  await expect(row).toContainText('Nov 2023');
  await expect(row).not.toContainText('Does not follow');
  await lead.page.getByText('The map as a table, with links to the risks').click();
  await expect(lead.page.locator('.app-heat td', { hasText: '10 Medium' }).getByRole('link')).toHaveText([
    '1',
  ]);

  const sponsor = await pagesOf(as, 'sponsor');
  await sponsor.open('risks');
  await sponsor.page.getByRole('link', { name: 'Change or decide' }).click();
  const form = await sponsor.unfold('Accept this risk as sponsor');
  await form.getByLabel('Why').fill('The provider <script>alert(1)</script> is known 🙂');
  await form.getByRole('button').click();
  const accepted = riskRow(sponsor.page, /outsourced provider/);
  await expect(accepted).toContainText('<script>alert(1)</script> is known 🙂');
  await expect(accepted).toContainText('Accepted');
});

test('a risk without words comes back, and one recorded, closed and reopened is told', async ({ as }) => {
  const pmo = await pagesOf(as, 'pmo');
  await pmo.open('risks', '?edit=new');
  await pmo.page.getByRole('button', { name: 'Record the risk' }).click();
  await expect(pmo.page.getByRole('alert').getByRole('link')).toHaveText(['Enter some text']);
  await pmo.page.getByLabel('Risk', { exact: true }).fill('No tender comes in');
  await pmo.page.getByRole('button', { name: 'Record the risk' }).click();
  const row = riskRow(pmo.page, /No tender comes in/);
  await expect(row).toContainText('not given');
  for (const [act, state] of [
    ['Close: it can no longer happen', 'Closed'],
    ['Reopen this risk', 'Open'],
  ] as const) {
    await pmo.open('risks');
    if (act.startsWith('Reopen')) await pmo.unfold('Closed and withdrawn');
    await row.getByRole('link').last().click();
    const form = await pmo.unfold(act);
    await form.getByLabel('Why').fill('As agreed');
    await form.getByRole('button').click();
    await expect(pmo.done()).toBeVisible();
    if (state === 'Closed') await pmo.unfold('Closed and withdrawn');
    await expect(row).toContainText(state);
  }
});

test('what the text suggests is confirmed as it is, or amended first, or withdrawn', async ({ as }) => {
  const lead = await pagesOf(as, 'lead');
  await lead.open('registers');
  await expectSound(lead.page);
  const social = lead.page.getByRole('article', { name: 'Suggested: Social Care' });
  await expect(social).toContainText('Suggested from the text, unconfirmed');
  await expect(social).toContainText('Central Bedfordshire Council at a cost of £630k');
  await social.getByRole('link', { name: /Amend, then confirm/ }).click();
  await lead.page.getByLabel('Financial year of the amount').fill('2023 or so');
  await lead.page.getByRole('button', { name: 'Save' }).click();
  await expect(lead.page).toHaveTitle(/^Error: /);
  await expectSound(lead.page);
  await lead.page.getByLabel('Financial year of the amount').fill('23/24');
  await lead.page.getByLabel('Amount a year').fill('£635k');
  await lead.page.getByRole('button', { name: 'Save' }).click();
  await social.getByRole('button', { name: /^Confirm/ }).click();
  await expect(lead.done()).toBeVisible();
  await expect(lead.page.getByRole('row', { name: /Social Care/ })).toContainText('£635,000');
  await expect(social).toHaveCount(0);

  const highways = lead.page.getByRole('article', { name: 'Suggested: Highways' });
  const form = await lead.unfold('Withdraw: it is not so', highways);
  await form.getByLabel('Why').fill('Highways stays as it is');
  await form.getByRole('button').click();
  await expect(lead.done()).toBeVisible();
  await expect(highways).toHaveCount(0);

  await lead.page.getByLabel('No, some are wanting').check();
  await lead.page.getByRole('button', { name: 'Declare' }).click();
  await expect(lead.page.locator('#covers')).toContainText('Declared by Project lead');
});

test('options are recorded with one preferred, and an empty register is confirmed as empty', async ({
  as,
}) => {
  const lead = await pagesOf(as, 'lead');
  const record = async (title: string, business: string, preferred: string, reason: string) => {
    await lead.open('registers', '?add=options');
    await lead.page.getByLabel('Option', { exact: true }).fill(title);
    await lead.page.getByLabel('Description').fill(`${title}, in full`);
    await lead.page
      .getByRole('group', { name: 'Is it business as usual?' })
      .getByLabel(business, { exact: true })
      .check();
    await lead.page
      .getByRole('group', { name: 'Is it the preferred option?' })
      .getByLabel(preferred, { exact: true })
      .check();
    await lead.page.getByLabel('Why it is, or is not, preferred').fill(reason);
    await lead.page.getByRole('button', { name: 'Record', exact: true }).click();
  };
  await record('Stay as we are', 'Yes', 'No', '');
  await expect(lead.done()).toBeVisible();
  await record('One provider', 'No', 'Yes', '');
  await expect(lead.page.getByRole('alert')).toContainText('Say why this option is preferred');
  await lead.page.getByLabel('Why it is, or is not, preferred').fill('The least cost');
  await lead.page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(lead.page.getByRole('row', { name: /One provider/ })).toContainText('Preferred');

  await lead.page.getByLabel('Confirm that there are no issues').getByRole('button').click();
  await expect(lead.page.getByText('that there are none.')).toBeVisible();
});

test('dashes of the form are confirmed as none, and a benefit goes from claimed to read', async ({ as }) => {
  const lead = await pagesOf(as, 'lead');
  await lead.open('benefits');
  await expectSound(lead.page);
  await lead.page.getByLabel('Social', { exact: true }).check();
  await lead.page.getByLabel('Economic', { exact: true }).check();
  await lead.page.getByRole('button', { name: 'Confirm that there is none', exact: true }).click();
  await expect(lead.page.getByRole('heading', { name: /unconfirmed: 2/ })).toBeVisible();

  await lead.page.getByRole('link', { name: /Change these terms of the Customer Experience/ }).click();
  await lead.page.getByLabel('Measure', { exact: true }).fill('Satisfied callers');
  await lead.page.getByLabel('Unit').fill('%');
  await lead.page.getByLabel('Baseline value').fill('sixty');
  await lead.fillDate(
    lead.page.getByRole('group', { name: 'When the baseline was measured' }),
    '',
    '9',
    '2023',
  );
  await lead.page.getByLabel('Target value').fill('80');
  await lead.page.getByRole('button', { name: 'Save the benefit' }).click();
  await expect(lead.page.getByRole('alert').getByRole('link')).toHaveText([/Enter a number such as 62.5/]);
  await expectSound(lead.page);
  await lead.page.getByLabel('Baseline value').fill('60');
  await lead.page.getByRole('button', { name: 'Save the benefit' }).click();
  await expect(lead.done()).toBeVisible();
  await expect(lead.page.getByRole('row', { name: /contacting the council/ })).toContainText('Measurable');
  const propose = await lead.unfold('Propose an owner');
  await propose.getByLabel('Who shall own it').selectOption({ label: 'Benefit owner' });
  await propose.getByRole('button').click();
  await expect(lead.done()).toBeVisible();
});

test('whoever is asked to own a benefit sees it first, accepts, and reads it', async ({ as }) => {
  const owner = await pagesOf(as, 'benefit-owner');
  await owner.open('benefits');
  await expect(owner.page.getByRole('heading', { name: 'You are asked to own a benefit' })).toBeVisible();
  await expectSound(owner.page);
  await owner.page.getByRole('button', { name: 'Accept the Customer Experience benefit' }).click();
  await expect(owner.done()).toBeVisible();
  const form = await owner.unfold('Record a reading');
  await form.getByLabel(/^Value/).fill('65');
  await owner.fillDate(form, '', '9', '2023');
  await form.getByLabel('Where it comes from').fill('استطلاع');
  await form.getByRole('button').click();
  await expect(owner.page.getByRole('row', { name: /Sep 2023/ })).toContainText('25% of the way');

  const viewer = await pagesOf(as, 'viewer');
  await viewer.open('benefits');
  await expect(viewer.page.locator('#record-benefit-button')).toHaveAttribute('aria-disabled', 'true');
});

test('a finding is explained by the lead, and counts once finance accepts it', async ({ as }) => {
  const lead = await pagesOf(as, 'lead');
  await lead.open('findings');
  await expectSound(lead.page);
  const found = lead.page.getByRole('article', { name: /Nothing is invested/ });
  await expect(found).toContainText('One-off and recurring investment: £0');
  const form = await lead.unfold('Explain it instead', found);
  await form.getByLabel('Why it is right as it stands').fill('The team does the work in its own hours');
  await form.getByRole('button', { name: 'Explain' }).click();
  await expect(found).toContainText('It does not count until finance accepts it');

  const finance = await pagesOf(as, 'finance');
  await finance.open('findings');
  const theirs = finance.page.getByRole('article', { name: /Nothing is invested/ });
  await theirs.getByRole('button', { name: 'Accept the explanation' }).click();
  await expect(theirs).toContainText('Settled');
  await theirs.getByRole('link', { name: /Why this matters/ }).click();
  await expect(finance.page.getByText('Why it matters')).toBeVisible();
  await expectSound(finance.page);
  const answer = await finance.page.goto(`/projects/${ref}/findings/no-such-rule`);
  expect(answer?.status()).toBe(404);
});

test('without JavaScript a register’s row is recorded, mended and withdrawn', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, 'lead');
  const lead = new RecordPages(page, ref);
  await lead.open('registers', '?add=lessons');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Enter some text');
  await page.getByLabel('Lesson', { exact: true }).fill('Ask for the contract first');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  const row = page.getByRole('row', { name: /Ask for the contract first/ });
  await row.getByRole('link', { name: /^Change/ }).click();
  await page.getByLabel('What to do next time').fill('Ask procurement');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Ask procurement');
  await row.getByRole('link', { name: /^Change/ }).click();
  const form = await lead.unfold('Withdraw this lesson');
  await form.getByLabel('Why').fill('Said elsewhere');
  await form.getByRole('button').click();
  await expect(lead.done()).toBeVisible();
  await expect(row).toHaveCount(0);
  await context.close();
});
