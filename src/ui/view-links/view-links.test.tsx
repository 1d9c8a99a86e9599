import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { ViewLinks } from './view-links.tsx';

test('the view that is shown is marked, and the others lead on', async () => {
  const html = await rendered(
    <ViewLinks
      label="Views"
      views={[
        { label: 'Overview', href: '/a', current: true },
        { label: 'Reservations', href: '/a/reservations', count: 2 },
      ]}
    />,
  );
  expect(html).toContain('<a href="/a" aria-current="page">Overview</a>');
  expect(html).toContain('<a href="/a/reservations">Reservations<span class="count">2</span></a>');
});
