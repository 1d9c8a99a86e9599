import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { BarList } from './bar-list.tsx';

test('bars are drawn in proportion to the longest, and stand in numbers', async () => {
  const html = await rendered(
    <BarList
      text={english}
      label="Shares"
      series={['first', 'second']}
      rows={[
        { label: 'France', values: ['40', '20'] },
        { label: 'Peru', values: ['10', null] },
      ]}
    />,
  );
  expect(html).toContain('<rect class="bar-1" width="100%"');
  expect(html).toContain('<rect class="bar-2" width="50%"');
  expect(html).toContain('<rect class="bar-1" width="25%"');
  expect(html.replaceAll(/<[^>]+>/g, '')).toContain('Perufirst10%');
});
