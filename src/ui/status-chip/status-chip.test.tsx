import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { StatusChip, statusNames } from './status-chip.tsx';

test('every status has words and a sign of its own', async () => {
  const chips = await Promise.all(
    statusNames.map((status) => rendered(<StatusChip text={english} status={status} />)),
  );
  expect(new Set(chips.map((html) => html.replace(/<[^>]+>/g, ''))).size).toBe(chips.length);
  for (const html of chips) expect(html).toContain('<svg class="icon"');
});
