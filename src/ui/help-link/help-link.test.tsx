import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { HelpLink } from './help-link.tsx';

test('the sign says in words where it leads', async () => {
  const html = await rendered(<HelpLink href="/guide/a" label="Guide: Record a deposit" />);
  expect(html).toContain('href="/guide/a" aria-label="Guide: Record a deposit"');
  expect(html).toContain('>?</a>');
});
