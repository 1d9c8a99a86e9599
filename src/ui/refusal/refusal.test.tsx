import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { refusalExamples } from './examples.tsx';

test('a refusal says what happened, by which rule, what to do, and keeps the rest', async () => {
  const html = await rendered(refusalExamples[0]?.render(english) ?? null);
  expect(html).toContain('before the agreement was adopted');
  expect(html).toContain('<cite> VCLT 9, 11</cite>');
  expect(html).toContain('What to do');
  expect(html).toContain('<a href="#deposit-onDate">');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('parts that are not known are not mentioned', async () => {
  const html = await rendered(refusalExamples[1]?.render(english) ?? null);
  expect(html).not.toContain('The rule');
  expect(html).not.toContain('<ul>');
});
