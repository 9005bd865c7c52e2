import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';

const seed = fileURLToPath(new URL('../../db/seed/RX-004-business-case-lite.txt', import.meta.url));

/** Benefits, risks, registers and case check of one project. */
export class RecordPages {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async open(section: 'benefits' | 'risks' | 'registers' | 'findings' | 'people', more = ''): Promise<void> {
    await this.page.goto(`/projects/${this.ref}/${section}${more}`);
  }

  /** Reads the seed's document on the page of imports; nothing is recorded by that. */
  async readSeed(): Promise<void> {
    await this.page.goto('/projects/import');
    await this.page.getByLabel('The form').setInputFiles(seed);
    await this.page.getByRole('button', { name: 'Read it' }).click();
  }

  /** Brings the seed's document in again, under this page's own ref. */
  async importSeed(): Promise<void> {
    await this.readSeed();
    await this.page.getByLabel('Portfolio tracker ref').fill(this.ref);
    await this.page.getByRole('button', { name: 'Import this project' }).click();
    await this.page.waitForURL(new RegExp(`/projects/${this.ref}\\b`));
  }

  /** Opens a folded part and gives back its form. */
  async unfold(summary: string, within: Locator | Page = this.page): Promise<Locator> {
    const details = within.locator('details').filter({
      has: this.page.locator('summary', { hasText: summary }),
    });
    if (!(await details.first().evaluate((each) => (each as HTMLDetailsElement).open))) {
      await details.first().locator('summary').click();
    }
    return details.first();
  }

  done(): Locator {
    return this.page.locator('#done');
  }

  async fillDate(group: Locator, day: string, month: string, year: string): Promise<void> {
    await group.getByLabel('Day').fill(day);
    await group.getByLabel('Month').fill(month);
    await group.getByLabel('Year').fill(year);
  }
}
