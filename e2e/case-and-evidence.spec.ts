import { expect, expectSound, test } from './fixtures';
import { RecordPages } from './pages/record-pages';

// What is too long, and what is truly a PDF: sent for the case and its evidence, and told in the history.
test.describe.configure({ mode: 'serial' });
const ref = 'E2E-EVIDENCE';
const LIMIT = 100_000;

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

test('an answer over the limit comes back whole, and is taken once it is short enough', async ({ as }) => {
  const pmo = await as('pmo');
  await new RecordPages(pmo, ref).importSeed();
  await pmo.goto(`/projects/${ref}/case?edit=scope`);
  const out = pmo.getByRole('group', { name: 'Out of scope', exact: true });
  await out.getByRole('radio', { name: 'Given' }).check();
  const tooLong = 'x'.repeat(LIMIT + 1);
  // A browser that minds the limit cannot type it; whoever sends it all the same loses nothing.
  await out.getByRole('textbox').evaluate((box, text) => {
    box.removeAttribute('maxlength');
    (box as HTMLTextAreaElement).value = text;
  }, tooLong);
  await pmo.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(pmo).toHaveTitle(/^Error: /);
  await expect(pmo.getByRole('alert')).toContainText('100,000');
  expect(await out.getByRole('textbox').inputValue()).toBe(tooLong);
  await out.getByRole('textbox').fill('Schools');
  await pmo.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(pmo.locator('[id="scopeOut"]')).toContainText('Schools');
});

test('a PDF is attached and downloaded, one that only claims to be is not, and the history tells it', async ({
  as,
}) => {
  const pmo = await as('pmo');
  await pmo.goto(`/projects/${ref}/documents#upload`);
  const form = pmo.getByRole('form', { name: 'Attach a file' });
  const attach = async (name: string, buffer: Buffer) => {
    await form
      .getByLabel('File', { exact: true })
      .setInputFiles({ name, mimeType: 'application/pdf', buffer });
    await form.getByRole('button', { name: 'Attach this file' }).click();
  };
  await attach('claims.pdf', Buffer.from('Only words'));
  await expect(pmo.getByRole('alert')).toContainText('not what its name says');
  await expectSound(pmo);
  await attach('options.pdf', PDF);
  await expect(pmo.locator('#done')).toBeAttached();
  const href = await pmo.getByRole('link', { name: 'options.pdf', exact: true }).getAttribute('href');
  const file = await pmo.request.get(href ?? '');
  expect(file.headers()['content-disposition']).toContain('attachment; filename="options.pdf"');
  expect(file.headers()['x-content-type-options']).toBe('nosniff');
  expect((await file.body()).equals(PDF)).toBe(true);

  await pmo.goto(`/projects/${ref}/history?section=evidence`);
  await expect(pmo.locator('.app-timeline li')).toHaveCount(1);
  await expect(pmo.locator('.app-timeline li')).toContainText('“options.pdf” attached');
  await pmo.goto(`/projects/${ref}/history?section=case`);
  await expect(pmo.locator('.app-timeline li').first()).toContainText('Schools');
});
