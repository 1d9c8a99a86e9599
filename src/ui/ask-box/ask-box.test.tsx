import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { AskBox } from './ask-box.tsx';

const given = {
  id: 'ask',
  action: '/search',
  label: 'Ask',
  button: 'Search',
  examplesLabel: 'For example',
};

test('the box is a form that works by its address, and carries the dates on', async () => {
  const html = await rendered(<AskBox {...given} examples={[]} query={{ asOf: '2016-11-04' }} />);
  expect(html).toContain('action="/search" method="get" role="search"');
  expect(html).toContain('<input type="hidden" name="asOf" value="2016-11-04"');
  expect(html).toContain('<label for="ask-q">');
  expect(html).not.toContain('For example');
});

test('examples lead to their answers', async () => {
  const html = await rendered(<AskBox {...given} examples={[{ href: '/a', label: 'Why?' }]} />);
  expect(html).toContain('<a href="/a">Why?</a>');
});
