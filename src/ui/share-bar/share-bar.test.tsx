import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { ShareBar } from './share-bar.tsx';

test('the parts fill the bar one after the other, and stand in words', async () => {
  const html = await rendered(
    <ShareBar
      text={english}
      label="Addressees"
      shares={[
        { label: 'acknowledged', count: 3, tone: 'done' },
        { label: 'waited for', count: 0, tone: 'open' },
        { label: 'overdue', count: 1, tone: 'overdue' },
      ]}
    />,
  );
  expect(html).toContain('class="share-done" x="0%"');
  expect(html).toContain('class="share-overdue" x="75%"');
  expect(html.replaceAll(/<[^>]+>/g, '')).toBe('Addressees 3 acknowledged 1 overdue');
});

test('of nothing no bar is drawn', async () => {
  const html = await rendered(<ShareBar text={english} label="Nobody" shares={[]} />);
  expect(html).not.toContain('<svg');
});
