/** Forms, as a person fills them in. */
import type { Page } from 'playwright-core';

/** A value that is asked for in parts, brought whole, as the address of a link brings it. */
async function bringWhole(page: Page, name: string, value: string): Promise<boolean> {
  const isInParts =
    (await page.locator(`main [name="${name}"]`).count()) === 0 &&
    (await page.locator(`main :is([name^="${name}."], [name^="${name}:"])`).count()) > 0;
  if (!isInParts) return false;
  await page.locator('main input[name="type"]').evaluate(
    (beside, [field, whole]) => {
      const input = beside.cloneNode();
      // Its parts stay blank, which a browser would ask for.
      beside.parentElement?.setAttribute('novalidate', '');
      beside.after(Object.assign(input, { name: field, value: whole }));
    },
    [name, value],
  );
  return true;
}

/** Fills in fields by their names, whatever kind they are; what is folded away is unfolded. */
export async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  // One within another is there to be clicked once that is open.
  const folds = page.locator('main details.form-more:not([open]) > summary');
  while ((await folds.count()) > 0) await folds.first().click();
  for (const [name, value] of Object.entries(fields)) {
    if (await bringWhole(page, name, value)) continue;
    const field = page.locator(`main [name="${name}"]`).first();
    const tag = await field.evaluate((element) => element.tagName);
    await (tag === 'SELECT' ? field.selectOption(value) : field.fill(value));
  }
}
