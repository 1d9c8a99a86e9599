import { expect, test } from 'vitest';
import { house } from '../house.ts';
import { textsOf } from '../texts.ts';
import { feedKey } from './feeds-page.tsx';

test('every feed and calendar of the house says what it brings', () => {
  const text = textsOf([])('en');
  const paths = [...house.feeds, ...house.dates].map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(5);
  const keys = paths.map((path) => `host.feeds.of.${feedKey(path)}`);
  expect(keys.filter((key) => text(key) === key)).toEqual([]);
});
