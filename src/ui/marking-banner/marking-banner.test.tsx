import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { MarkingBanner, MarkingTag } from './marking-banner.tsx';

test('a marking says its level in capitals, and to whom it is released', async () => {
  const html = await rendered(
    <MarkingBanner level="amber+strict">Released to Kenya</MarkingBanner>,
  );
  expect(html).toContain('TLP:AMBER+STRICT');
  expect(html).toContain('marking-amber-strict');
  expect(html).toContain('Released to Kenya');
});

test('what is clear needs no more words', async () => {
  expect(await rendered(<MarkingBanner level="clear" />)).not.toContain('marking-to');
  expect(await rendered(<MarkingTag level="clear" />)).toContain('TLP:CLEAR');
});
