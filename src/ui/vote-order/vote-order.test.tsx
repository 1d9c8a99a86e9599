import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { VoteOrder } from './vote-order.tsx';

test('votes stand in their order, and the next one is told to ears too', async () => {
  const html = await rendered(
    <VoteOrder
      label="Order"
      votes={[
        { state: 'done', title: 'First', kind: 'Amendment', standing: 'Adopted' },
        {
          state: 'next',
          title: 'Second',
          kind: 'Whole',
          standing: 'Next',
          note: 'All is decided.',
        },
      ]}
    />,
  );
  expect(html.match(/<li[^>]*>/g)).toEqual([
    '<li class="vote-order-done">',
    '<li class="vote-order-next" aria-current="step">',
  ]);
  expect(html.indexOf('First')).toBeLessThan(html.indexOf('Second'));
  expect(html).toContain('All is decided.');
});
