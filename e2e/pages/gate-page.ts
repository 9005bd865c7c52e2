import type { Locator, Page } from '@playwright/test';

/** The gates of a project, and the page of one of them. */
export class GatePage {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  /** Opens one gate, or with no number the page of all six. */
  async open(gate?: number | string): Promise<void> {
    await this.page.goto(`/projects/${this.ref}/gates${gate === undefined ? '' : `/${gate}`}`);
  }

  /** A criterion of the checklist by its id. */
  criterion(id: string): Locator {
    return this.page.locator(`li#${id}`);
  }

  /** A form by its name; what is folded around it is opened first. */
  async form(name: string | RegExp, within: Locator = this.page.locator('main')): Promise<Locator> {
    await within.locator('details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    return within.getByRole('form', { name });
  }

  /** Types a whole day into the boxes of a date. */
  async day(form: Locator, label: string, day: string): Promise<void> {
    const group = form.getByRole('group', { name: label });
    const [year = '', month = '', date = ''] = day.split('-');
    await group.getByLabel('Day').fill(date);
    await group.getByLabel('Month').fill(month);
    await group.getByLabel('Year').fill(year);
  }

  done(): Locator {
    return this.page.locator('#done');
  }
}
