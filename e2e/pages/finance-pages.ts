import type { Locator, Page } from '@playwright/test';

/** The finance page of one project, and the pages of its money lines. */
export class FinancePages {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async open(more = ''): Promise<void> {
    await this.page.goto(`/projects/${this.ref}/finance${more}`);
  }

  /** Opens a line by its title, and one of the things that can be done with it. */
  async openLine(title: string, action?: string): Promise<void> {
    await this.open();
    await this.page
      .getByRole('heading', { level: 3 })
      .getByRole('link', { name: title, exact: true })
      .click();
    await this.page.waitForURL(/\/finance\/lines\//);
    if (action === undefined) return;
    const link = this.page.getByRole('link', { name: action, exact: true });
    // What is offered by default is open already, and then no link.
    if ((await link.count()) > 0) await link.first().click();
  }

  /** A figure of the table on a line's page. */
  row(series: string): Locator {
    return this.page.getByRole('row', { name: new RegExp(`^${series}`) }).first();
  }

  async send(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  done(): Locator {
    return this.page.locator('#done');
  }

  keyFigure(label: string): Locator {
    return this.page.locator('.app-figures__item', { hasText: label });
  }
}
