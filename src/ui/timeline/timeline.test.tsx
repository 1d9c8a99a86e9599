import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { IntervalBars } from './interval-bars.tsx';
import { timelineExamples } from './examples.tsx';

const show = (index: number) => rendered(timelineExamples[index]?.render(english) ?? null);

test('an overdue act says so in words beside its date', async () => {
  expect(await show(1)).toContain('10 Feb 2025</time> · overdue');
});

test('each interval is a bar and a phrase; one without an end still holds', async () => {
  const html = await show(2);
  expect(html).toContain('bound <small>4 Nov 2016 – 4 Nov 2020</small>');
  expect(html).toContain('withdrawn <small>since 27 Jan 2026</small>');
  expect(html.match(/<title>/g)).toHaveLength(6);
});

test('a date at either end of the axis stands within the picture', async () => {
  const html = await rendered(
    <IntervalBars
      text={english}
      from="2026-11-22"
      to="2026-11-22"
      rows={[{ label: 'Kenya', intervals: [] }]}
    />,
  );
  expect(html).toContain('<text class="interval-tick-start" x="0%" y="14">22 Nov 2026</text>');
  expect(html).toContain('<text class="interval-tick-end interval-tick-wide" x="100%"');
});
