import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { Icon, iconNames } from './icon.tsx';

test('icons are hidden from ears and differ in shape', async () => {
  const all = await Promise.all(iconNames.map((name) => rendered(<Icon name={name} />)));
  for (const html of all) expect(html).toContain('aria-hidden="true"');
  expect(new Set(all).size).toBe(iconNames.length);
});
