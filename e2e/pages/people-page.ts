import type { Locator, Page } from '@playwright/test';

/** The roles of a project, and naming, accepting and declining. */
export class PeoplePage {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async open(): Promise<void> {
    await this.page.goto(`/projects/${this.ref}/people`);
  }

  /** Names a person by the form of the role, such as "Name a sponsor". */
  async name(form: string, person: string): Promise<void> {
    await this.page.getByLabel(form, { exact: true }).getByRole('combobox').selectOption({ label: person });
    await this.page.getByRole('button', { name: form, exact: true }).click();
  }

  async accept(role: string): Promise<void> {
    await this.page.getByRole('button', { name: `Accept: ${role}` }).click();
  }

  done(): Locator {
    return this.page.locator('#done');
  }
}
