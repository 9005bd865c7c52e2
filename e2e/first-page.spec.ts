import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';

test('the first page runs under its own policy and axe finds nothing against it', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('body')).toHaveClass(/js-enabled/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a page that does not exist says so in plain words, with a way back', async ({ page }) => {
  const answer = await page.goto('/no-such-page');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  await expect(page.getByRole('link', { name: /first page/ })).toBeVisible();
  expect(await page.content()).not.toMatch(/at .*\.(js|ts):\d+/);
});

test('the first page shows its heading without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.close();
});

test('a form posted from another site is refused before it changes anything', async ({ request }) => {
  const answer = await request.post('/', {
    headers: { Origin: 'https://elsewhere.example' },
    form: { a: 'b' },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain('another site');
});

test('a foreign host is refused', async ({ request }) => {
  const answer = await request.get('/', { headers: { Host: 'elsewhere.example' } });
  expect(answer.status()).toBe(403);
});

test('a page clicked without pause while its scripts arrive is taken over whole', async ({ page }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    // An impatient finger: a click at every turn of the browser's loop, until well after the page is React's.
    const turn = new MessageChannel();
    const click = () => {
      document.querySelector('h1')?.click();
      if (performance.now() < 2_000) turn.port2.postMessage(0);
    };
    turn.port1.onmessage = click;
    click();
  });
  for (let visit = 0; visit < 3; visit += 1) {
    await page.goto('/sign-in');
    // Only React marks the elements it has taken over.
    await page.waitForFunction(() =>
      Object.keys(document.querySelector('h1') ?? {}).some((key) => key.startsWith('__reactFiber')),
    );
    await page.waitForTimeout(200);
  }
  expect(complaints).toEqual([]);
});

test('the scripts of the heaviest pages stay within their budget, gzipped', async ({ as }) => {
  const finance = await as('finance');
  const scripts = async (path: string) => {
    await finance.goto(path, { waitUntil: 'networkidle' });
    return finance.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    );
  };
  await finance.goto('/projects/RX-004/finance');
  const line = await finance
    .getByRole('link', { name: 'Recurring Savings', exact: true })
    .first()
    .getAttribute('href');
  const kilobytes = {
    list: (await scripts('/projects')) / 1_000,
    line: (await scripts(line!)) / 1_000,
  };
  expect(kilobytes.list).toBeGreaterThan(0);
  expect(kilobytes.list, 'the list').toBeLessThan(150);
  expect(kilobytes.line, 'a money line').toBeLessThan(185);
});
