import type { Page } from '@playwright/test';
import { expect, type Role } from './fixtures';
import { CasePages } from './pages/case-pages';
import { FinancePages } from './pages/finance-pages';

type As = (role: Role) => Promise<Page>;

const SAVING = 'Recurring Savings';

/** The saving's page, open at one of the things that can be done with it. */
async function savingOf(as: As, role: Role, ref: string, action: string): Promise<FinancePages> {
  const pages = new FinancePages(await as(role), ref);
  await pages.openLine(SAVING, action);
  return pages;
}

async function sent(pages: FinancePages, button: string): Promise<void> {
  await pages.send(button);
  await expect(pages.done()).toBeVisible();
}

/** The lead adopts the saving that the document states. */
export const adoptsTheSaving = (ref: string) => async (as: As) =>
  sent(await savingOf(as, 'lead', ref, 'Adopt the line'), 'Adopt this line');

/** The lead says that the figures are changes to the base budget. */
export const saysTheConvention = (ref: string) => async (as: As) => {
  const lead = await savingOf(as, 'lead', ref, 'Change the terms');
  await lead.page.getByLabel('Incremental', { exact: true }).check();
  await sent(lead, 'Save the terms');
};

/** The lead answers what is out of scope. */
export const answersTheScope = (ref: string, words: string) => async (as: As) => {
  const lead = new CasePages(await as('lead'), ref);
  await lead.edit('scope');
  await lead.give('Out of scope', words);
  await lead.save();
  await expect(lead.field('scopeOut')).toContainText(words);
};

/** The lead proposes half a year in 24/25 and the rest in 25/26. */
export const rephasesTheSaving = (ref: string) => async (as: As) => {
  const lead = await savingOf(as, 'lead', ref, 'Propose figures');
  for (const [year, amount] of [
    ['23/24', 'none'],
    ['24/25', '£100k'],
    ['25/26', '£100k'],
    ['26/27', 'none'],
  ] as const) {
    await lead.page.getByLabel(`Proposed, ${year}`).fill(amount);
  }
  await sent(lead, 'Propose these figures');
};

/** Finance finds the validation stale, and gives it again by a confidence of 90%. */
export const validatesAgain = (ref: string) => async (as: As) => {
  const finance = new FinancePages(await as('finance'), ref);
  await finance.open();
  await finance.page.getByRole('link', { name: /Validate “Recurring Savings” again/ }).click();
  await expect(finance.page.getByText('counts as £0')).toBeVisible();
  await finance.page.getByLabel('Confidence, 24/25').fill('90');
  await finance.page.getByLabel('Confidence, 25/26').fill('90');
  await sent(finance, 'Validate these years');
  await expect(finance.row('Finance-validated')).toContainText('£90,000');
};

/** Finance confirms what was delivered. */
export const confirmsDelivered = (ref: string) => async (as: As) =>
  sent(await savingOf(as, 'finance', ref, 'Confirm what was delivered'), 'Confirm what was delivered');

/** Finance banks £85,000 of 24/25. */
export const banksTheSaving = (ref: string) => async (as: As) => {
  const finance = await savingOf(as, 'finance', ref, 'Bank the saving');
  await finance.page.getByLabel('Financial year').selectOption({ label: '24/25' });
  await finance.page.getByLabel('Amount banked').fill('£85,000');
  await finance.page.getByLabel('Month the budget fell').fill('Oct 2024');
  await finance.page.getByLabel('Permanent').check();
  await finance.page.getByLabel('Journal reference').fill('J-2024-1187');
  await sent(finance, 'Bank the saving');
};
