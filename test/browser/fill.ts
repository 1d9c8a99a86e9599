/** Forms, as a person fills them in. */
import type { Page } from 'playwright-core';

/** Fills in fields by their names, whatever kind they are; what is folded away is unfolded. */
export async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const fold of await page.locator('main details.form-more:not([open]) summary').all()) {
    await fold.click();
  }
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`).first();
    const tag = await field.evaluate((element) => element.tagName);
    await (tag === 'SELECT' ? field.selectOption(value) : field.fill(value));
  }
}
