import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { gate0Steps, gate1Steps, STOPS_GATE_0 } from '../app/core/testing/whole-way-gates-0-1';
import { gate2Steps, gate3Steps } from '../app/core/testing/whole-way-gates-2-3';
import { gate4Steps, gate5Steps } from '../app/core/testing/whole-way-gates-4-5';
import type { Step } from '../app/core/testing/whole-way-step';
import { expect, expectSound, signIn, test, type Role } from './fixtures';
import { OwnTracker } from './own-tracker';
import { PeoplePage } from './pages/people-page';
import {
  adoptsTheSaving,
  answersTheScope,
  banksTheSaving,
  confirmsDelivered,
  rephasesTheSaving,
  saysTheConvention,
  validatesAgain,
} from './whole-way-money';

// RX-004 from its import to its completion: the acts that decide are done in the browser, the steps between through
// the API, each by the person whose part it is. The tests follow one another on one record.
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const ref = 'RX-004';
const tracker = new OwnTracker();
test.use({ baseURL: tracker.baseURL });
test.beforeAll(() => tracker.start());
test.afterAll(() => tracker.stop());

type As = (role: Role) => Promise<Page>;
/** What is done in the browser instead of a step, by its story. */
type Acts = Readonly<Record<string, (as: As) => Promise<void>>>;

let today = '2023-10-01';

async function moveDayInBrowser(page: Page, to: string): Promise<void> {
  await page.goto('/demonstration/day');
  const [year = '', month = '', day = ''] = to.split('-');
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.getByLabel('Month').fill(month);
  await page.getByLabel('Year').fill(year);
  await page.getByRole('button', { name: 'Move to this day' }).click();
  await expect(page.locator('#done')).toHaveText('The day has moved.');
}

/** Takes steps in order, moving the day as they ask; fails when an act of the browser belongs to none of them. */
async function take(steps: readonly Step[], as: As, acts: Acts, daysInBrowser: readonly string[] = []) {
  const left = new Set(Object.keys(acts));
  for (const step of steps) {
    if (step.day > today) {
      if (daysInBrowser.includes(step.day)) await moveDayInBrowser(await as('pmo'), step.day);
      else await tracker.moveDay(step.day);
      today = step.day;
    }
    const act = acts[step.story];
    left.delete(step.story);
    if (act) await test.step(step.story, () => act(as));
    else await tracker.give(ref, step);
  }
  expect([...left], 'acts that belong to no step').toEqual([]);
}

const openGate = (page: Page, gate: number) => page.goto(`/projects/${ref}/gates/${gate}`);

const submits =
  (role: Role, gate: number, note = '') =>
  async (as: As) => {
    const page = await as(role);
    await openGate(page, gate);
    await page.getByLabel('Note to the deciders').fill(note);
    await page.getByRole('button', { name: `Submit Gate ${gate}` }).click();
    await expect(page.locator('#done')).toContainText('Submitted. The pack is frozen');
  };

const approves = (role: Role, gate: number) => async (as: As) => {
  const page = await as(role);
  await openGate(page, gate);
  await expect(page.getByRole('heading', { name: 'Your decision' })).toBeVisible();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(page.locator('#done')).toHaveText('Your approval is recorded.');
};

const accepts = (role: Role, title: string) => async (as: As) => {
  const people = new PeoplePage(await as(role), ref);
  await people.open();
  await people.accept(title);
  await expect(people.done()).toHaveText('Appointment accepted.');
};

interface Stops {
  readonly criteria?: readonly string[];
  readonly conditions?: readonly string[];
}

/** The gate cannot be submitted for exactly these criteria and conditions, each named with what is wrong. */
const refuses =
  (gate: number, { criteria = [], conditions = [] }: Stops) =>
  async (as: As) => {
    const page = await as('pmo');
    await openGate(page, gate);
    await expect(page.locator('#submit-gate-button')).toHaveAttribute('aria-disabled', 'true');
    const count = criteria.length + conditions.length;
    await expect(page.locator('#stops')).toHaveText(
      count === 1 ? '1 thing stops this gate' : `${count} things stop this gate`,
    );
    for (const id of criteria) await expect(page.locator(`li#${id}`)).toContainText(/not met|cannot tell/i);
    for (const words of conditions) {
      await expect(page.locator('.app-rows__title', { hasText: words }).first()).toBeVisible();
    }
    await expectSound(page);
  };

async function setsACondition(as: As): Promise<void> {
  const page = await as('sponsor');
  await openGate(page, 0);
  await expectSound(page);
  const summary = page.locator('summary', { hasText: 'Approve with conditions' });
  await summary.click();
  await page
    .getByLabel('Why the approval carries conditions')
    .fill('Go on, provided the providers are spoken to.');
  const condition = page.getByRole('group', { name: 'Condition 1' });
  await condition.getByLabel('What must be done').fill('Speak to both present providers.');
  await condition.getByLabel('Owner').selectOption({ label: 'Project lead' });
  await condition.getByLabel('Day').fill('20');
  await condition.getByLabel('Month').fill('12');
  await condition.getByLabel('Year').fill('2023');
  await page.getByRole('button', { name: 'Approve with conditions' }).click();
  await expect(page.locator('#done')).toHaveText('Your approval is recorded.');
  await expect(page.locator('#conditions')).toContainText('Speak to both present providers.');
}

test('Gate 0 is refused with every reason, mended, submitted and approved with a condition', async ({
  as,
}) => {
  await take(
    gate0Steps,
    as,
    {
      'Gate 0 is refused with every reason at once': refuses(0, { criteria: STOPS_GATE_0 }),
      'The PMO names a sponsor': async () => {
        const people = new PeoplePage(await as('pmo'), ref);
        await people.open();
        await people.name('Name a sponsor', 'Sponsor');
        await expect(people.done()).toContainText('Sponsor named');
      },
      'and a lead': async () => {
        const people = new PeoplePage(await as('pmo'), ref);
        await people.open();
        await people.name('Name a project lead', 'Project lead');
        await expect(people.done()).toContainText('lead named');
      },
      'The sponsor accepts': accepts('sponsor', 'sponsor'),
      'The lead accepts': accepts('lead', 'project lead'),
      'The lead adopts the saving': adoptsTheSaving(ref),
      'and says how it is counted': saysTheConvention(ref),
      'What is out of scope is answered': answersTheScope(
        ref,
        'The emergency services of police, fire and health.',
      ),
      'Gate 0 is submitted': submits('pmo', 0, 'All criteria pass.'),
      'The sponsor approves with a condition': setsACondition,
    },
    ['2023-10-02', '2023-10-20'],
  );
});

// Here, while the day is one on which no gate of a record just imported is past its date.
test('Gate 0 is submitted and approved without JavaScript', async ({ browser }) => {
  const other = 'RX-204';
  const seed = fileURLToPath(new URL('../db/seed/RX-004-business-case-lite.txt', import.meta.url));
  await tracker.importAs(other, readFileSync(seed, 'utf8'));
  for (const step of gate0Steps) {
    if (step.story === 'Gate 0 is submitted') break;
    await tracker.give(other, step);
  }
  const as = async (role: Role) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await signIn(page, role);
    await page.goto(`/projects/${other}/gates/0`);
    return page;
  };
  const pmo = await as('pmo');
  await pmo.getByRole('button', { name: 'Submit Gate 0' }).click();
  await expect(pmo.locator('#done')).toContainText('Submitted. The pack is frozen');
  await pmo.context().close();
  const sponsor = await as('sponsor');
  await sponsor.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(sponsor.locator('#done')).toHaveText('Your approval is recorded.');
  await expect(sponsor.getByRole('main')).toContainText('The pack as the deciders saw it');
  await sponsor.context().close();
});

async function closesTheCondition(as: As): Promise<void> {
  const page = await as('lead');
  await openGate(page, 0);
  await page.locator('summary', { hasText: 'Close it with evidence' }).click();
  await page
    .getByLabel('What was done')
    .fill('Both providers met on 5 December 2023; minutes are with the PMO.');
  await page.getByRole('button', { name: 'Close the condition' }).click();
  await expect(page.locator('#done')).toHaveText('Condition closed. Somebody else now confirms it.');
  await expect(
    page.locator('#conditions').getByRole('button', { name: /Confirm the condition/ }),
  ).toHaveAttribute('aria-disabled', 'true');
}

async function confirmsTheCondition(as: As): Promise<void> {
  const page = await as('pmo');
  await openGate(page, 0);
  await page.getByRole('button', { name: 'Confirm the condition as met' }).click();
  await expect(page.locator('#done')).toHaveText('Condition confirmed as met.');
}

test('a condition blocks Gate 1 until its owner closes it and another person confirms it', async ({ as }) => {
  await take(gate1Steps, as, {
    'The saving is re-phased: half a year in 24/25, the rest in 25/26': rephasesTheSaving(ref),
    'Gate 1 is refused: the validation is stale, and a condition is open': refuses(1, {
      criteria: ['confidence-set'],
      conditions: ['Speak to both present providers'],
    }),
    'Finance gives its validation again': validatesAgain(ref),
    'The condition alone blocks Gate 1': refuses(1, { conditions: ['Speak to both present providers'] }),
    'Its owner closes the condition with evidence': closesTheCondition,
    'Closed is not confirmed: it still blocks': refuses(1, {
      conditions: ['Speak to both present providers'],
    }),
    'Another person confirms it': confirmsTheCondition,
    'Gate 1 is submitted': submits('pmo', 1),
    'The sponsor approves the outline case': approves('sponsor', 1),
  });
});

test('Gate 2 is not decided by who validated a figure, and Gate 3 binds once both have decided', async ({
  as,
}) => {
  await take(gate2Steps, as, {
    'Gate 2 is refused while finance has not acted again': refuses(2, {
      criteria: ['validated-enough', 'cost-of-change-validated'],
    }),
    'The sponsor approves; finance has yet to decide': approves('sponsor', 2),
    'The Section 151 officer decides for finance': approves('s151', 2),
    'Who validated a figure does not decide it': async () => {
      const page = await as('finance');
      await openGate(page, 2);
      await expect(page.getByRole('button', { name: /^Approve/ }).first()).toHaveAttribute(
        'aria-disabled',
        'true',
      );
    },
  });
  await take(gate3Steps, as, {
    'The sponsor approves': approves('sponsor', 3),
    'The Section 151 officer decides: the baseline binds': approves('s151', 3),
  });
  const page = await as('s151');
  await expect(page.getByRole('main')).toContainText('The pack as the deciders saw it');
  await page.goto(`/projects/${ref}/gates/3/pack`);
  await expectSound(page);
});

async function recordsGoLive(as: As): Promise<void> {
  const page = await as('bau-owner');
  await page.goto(`/projects/${ref}/schedule`);
  await page.getByRole('link', { name: 'Record go-live' }).first().click();
  await page.getByLabel('Day of go-live').fill('9 Sep 2024');
  await page
    .getByLabel('What shows it')
    .fill('First night served by the new contract; call log of 9 September 2024.');
  await page.getByRole('button', { name: 'Record go-live', exact: true }).click();
  await expect(page.locator('#done')).toBeVisible();
}

test('RX-004 goes live and completes by itself when Gate 5 is approved, and its record verifies', async ({
  as,
}) => {
  await take(gate4Steps, as, {
    'who accepts': accepts('bau-owner', 'BAU owner'),
    'The sponsor approves the go-live': approves('sponsor', 4),
    'The BAU owner records the go-live': recordsGoLive,
  });
  await take(
    gate5Steps,
    as,
    {
      'Gate 5 is refused: it is too early to tell': refuses(5, {
        criteria: ['time-to-tell', 'benefits-measured', 'savings-delivered', 'onward-owned'],
      }),
      'Finance confirms both': confirmsDelivered(ref),
      'and has banked the first': banksTheSaving(ref),
      'Gate 5 is submitted': submits('pmo', 5),
      'The sponsor approves': approves('sponsor', 5),
      'The Section 151 officer decides: the project completes': approves('s151', 5),
    },
    ['2025-04-14'],
  );
  const page = await as('viewer');
  await page.goto(`/projects/${ref}`);
  await expect(page.locator('strong', { hasText: 'Completed' })).toBeVisible();
  const { status, out } = await tracker.commandLine(['verify']);
  expect(out).toContain('Nothing is wrong');
  expect(status).toBe(0);
});
