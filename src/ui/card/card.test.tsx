import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { Card, Figures } from './card.tsx';

test('a figure leads to what it counts', async () => {
  const figures = [{ value: 17, label: 'entered into force', href: '/agreements' }];
  const html = await rendered(<Figures figures={figures} />);
  expect(html).toContain('<b>17</b><a class="card-link" href="/agreements">entered into force</a>');
});

test('a card has one link, its title', async () => {
  const html = await rendered(<Card title="Paris Agreement" href="/a" kind="Environment" />);
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain('<h3><a class="card-link" href="/a">Paris Agreement</a></h3>');
});
