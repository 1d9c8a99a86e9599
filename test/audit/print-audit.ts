/** Every page on paper: nothing cut off, nothing folded away, and a document that has sheets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locales } from '../../src/ui/text/locale.ts';
import { cutOff } from './cut-off.ts';
import { type Look, Tour } from './tour.ts';

/** Pixels between the margins of a sheet of A4, at 96 to the inch. */
const SHEET = { width: Math.floor(((210 - 2 * 16) / 25.4) * 96), height: 1000 };
const SHEETS_MAX = 80;
const sheetsIn = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

let tour: Tour;
let sheets = 0;
beforeAll(async () => {
  tour = await Tour.start();
});
afterAll(async () => {
  process.stdout.write(`print: ${sheets} sheets of A4\n`);
  await tour.stop();
});

/** All of it is held against the sheet's width; as a document, in one language. */
const onPaper =
  (isDocument: boolean): Look =>
  async (page) => {
    await page.emulateMedia({ media: 'print' });
    const found = await cutOff(page, 'paper');
    if (!isDocument) return found;
    const count = sheetsIn(await page.pdf({ preferCSSPageSize: true }));
    sheets += count;
    return count >= 1 && count <= SHEETS_MAX ? found : [...found, `${count} sheets`];
  };

describe('on paper nothing is cut off', () => {
  it.each(locales)('in %s', async (locale) => {
    expect(await tour.all({ locale, viewport: SHEET }, onPaper(locale === 'ar'))).toEqual([]);
  });
});
