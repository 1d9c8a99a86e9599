import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { PictureLinks } from './picture-links.tsx';

test('each form of the picture is a link, and an address stays an address', async () => {
  const links = [{ href: '/a?b=1&c="', label: 'SVG' }];
  const html = await rendered(<PictureLinks label="Picture:" links={links} />);
  expect(html).toContain('<p class="picture-links"><span>Picture:</span>');
  expect(html).toContain('<a href="/a?b=1&amp;c=&quot;">SVG</a></p>');
});
