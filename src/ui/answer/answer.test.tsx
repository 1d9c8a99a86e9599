import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { Answer } from './answer.tsx';

test('the answer is a sentence that leads to its reasons', async () => {
  const html = await rendered(
    <Answer id="a" label="Answer" sentence="It is <b>." href="/x" reasons={['Since then.']} />,
  );
  expect(html).toContain('<a href="/x">It is &lt;b&gt;.</a>');
  expect(html).toContain('Since then.');
  expect(html).toContain('aria-labelledby="a-label"');
});

test('what it lacks leaves nothing behind', async () => {
  const html = await rendered(<Answer id="a" label="Answer" sentence="Yes." href="/x" />);
  expect(html).not.toContain('answer-notes');
  expect(html).not.toContain('<ul');
});
