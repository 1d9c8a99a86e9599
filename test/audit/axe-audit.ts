/** Axe on every page, in every language, light and dark, signed out and in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locales } from '../../src/ui/text/locale.ts';
import { violations } from '../browser/chromium.ts';
import { Tour } from './tour.ts';

let tour: Tour;
beforeAll(async () => {
  tour = await Tour.start();
});
afterAll(() => tour.stop());

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  it.each(locales)('in %s', async (locale) => {
    expect(await tour.all({ colorScheme, locale }, violations)).toEqual([]);
  });
});
