import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { Heading } from './heading.tsx';

test('a heading has the depth that its place asks for', async () => {
  const levels = [2, 3, 4, 5, 6] as const;
  const all = await Promise.all(
    levels.map((level) => rendered(<Heading level={level}>x</Heading>)),
  );
  expect(all).toEqual(levels.map((level) => `<h${level}>x</h${level}>`));
});
