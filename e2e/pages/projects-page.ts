import type { Locator, Page } from '@playwright/test';

/** The list of projects, and the ways a project begins. */
export class ProjectsPage {
  constructor(readonly page: Page) {}

  async open(search = ''): Promise<void> {
    await this.page.goto(`/projects${search}`);
  }

  async find(words: string): Promise<void> {
    await this.page.getByLabel('Words').fill(words);
    await this.page.getByRole('button', { name: 'Show' }).click();
  }

  row(name: RegExp): Locator {
    return this.page.getByRole('row', { name });
  }

  /** Starts a project by its form. */
  async start(ref: string, title: string): Promise<void> {
    await this.page.goto('/projects/new');
    await this.page.getByLabel('Portfolio tracker ref').fill(ref);
    await this.page.getByLabel('Project title').fill(title);
    await this.page.getByRole('button', { name: 'Start the project' }).click();
  }

  /** Uploads a document and stops at what was understood of it. */
  async upload(path: string): Promise<void> {
    await this.page.goto('/projects/import');
    await this.page.getByLabel('The form').setInputFiles(path);
    await this.page.getByRole('button', { name: 'Read it' }).click();
  }
}
