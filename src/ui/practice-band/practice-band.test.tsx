import { expect, test } from 'vitest';
import { arabic, english, rendered } from '../rendered.ts';
import { PracticeBand } from './practice-band.tsx';

const links = [{ href: '/practice/next', label: 'Go on' }];

test('it says that all is invented, in the language of the page', async () => {
  const html = await rendered(<PracticeBand text={english} links={links} />);
  expect(html).toContain('<aside class="practice-band" aria-label="Practice.">');
  expect(html).toContain('invented');
  expect(await rendered(<PracticeBand text={arabic} links={links} />)).toContain('تدريب');
});

test('it leads on', async () => {
  const html = await rendered(<PracticeBand text={english} links={links} />);
  expect(html).toContain('<a href="/practice/next">Go on</a>');
});
