import type { Locator, Page } from '@playwright/test';

/** The case, the documents and the history of one project. */
export class CasePages {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async open(section: 'case' | 'documents' | 'history', more = ''): Promise<void> {
    await this.page.goto(`/projects/${this.ref}/${section}${more}`);
  }

  /** The form of one section of the case. */
  async edit(section: string): Promise<void> {
    await this.open('case', `?edit=${section}`);
  }

  /** A field of the form by its label, with its four answers. */
  answer(label: string): Locator {
    return this.page.getByRole('group', { name: label, exact: true });
  }

  async give(label: string, text: string): Promise<void> {
    const field = this.answer(label);
    await field.getByRole('radio', { name: 'Given' }).check();
    await field.getByRole('textbox').fill(text);
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save', exact: true }).click();
  }

  /** What the case says of a field, by the field's own name. */
  field(name: string): Locator {
    return this.page.locator(`[id="${name}"]`);
  }

  async attach(file: { name: string; mimeType: string; buffer: Buffer }, restricted = false): Promise<void> {
    const form = this.page.getByRole('form', { name: 'Attach a file' });
    await form.getByLabel('File', { exact: true }).setInputFiles(file);
    await form.getByLabel('Restricted').setChecked(restricted);
    await form.getByRole('button', { name: 'Attach this file' }).click();
  }

  done(): Locator {
    return this.page.locator('#done');
  }
}
