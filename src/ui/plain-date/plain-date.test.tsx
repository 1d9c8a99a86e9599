import { expect, test } from 'vitest';
import { arabic, english, rendered } from '../rendered.ts';
import { PlainDate } from './plain-date.tsx';

test('a date reads in the language and keeps the plain date for machines', async () => {
  expect(await rendered(<PlainDate text={english} on="2016-11-04" />)).toBe(
    '<time datetime="2016-11-04">4 November 2016</time>',
  );
  expect(await rendered(<PlainDate text={arabic} on="2016-11-04" />)).toContain('نوفمبر');
});
