/** Every page on a phone and on a desk, in every language: all words can be read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locales } from '../../src/ui/text/locale.ts';
import { cutOff } from './cut-off.ts';
import { Tour } from './tour.ts';

let tour: Tour;
beforeAll(async () => {
  tour = await Tour.start();
});
afterAll(() => tour.stop());

describe.each([360, 1280])('at %d pixels no word is cut off', (width) => {
  it.each(locales)('in %s', async (locale) => {
    const viewport = { width, height: 800 };
    expect(await tour.all({ locale, viewport }, (page) => cutOff(page, 'screen'))).toEqual([]);
  });
});
