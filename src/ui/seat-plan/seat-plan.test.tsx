import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { SeatPlan } from './seat-plan.tsx';

const plan = () =>
  rendered(
    <SeatPlan
      text={english}
      label="Seats"
      vacantLabel="vacant"
      blocks={[
        {
          label: 'Elected',
          seats: [
            { name: 'Kenya', href: '/actors/KEN' },
            { name: 'Norway', hindered: 'arrears' },
          ],
          vacant: 2,
        },
        { label: 'Permanent', seats: [{ name: 'France' }], vacant: 0 },
      ]}
    />,
  );

test('every seat is there once, held or vacant', async () => {
  const html = await plan();
  expect(html.match(/<li class="seat/g)).toHaveLength(5);
  expect(html.match(/seat-vacant">vacant</g)).toHaveLength(2);
  expect(html).toContain('<a href="/actors/KEN">Kenya</a>');
});

test('how many are held is said of how many there are, where some are not', async () => {
  const html = await plan();
  expect(html).toContain('<span class="number">2 / 4</span>');
  expect(html).toContain('<span class="number">1</span>');
});

test('a holder without a vote is told so in words, not by colour alone', async () => {
  const html = await plan();
  expect(html).toContain('<li class="seat seat-hindered" title="arrears">');
  expect(html).toContain('<span class="hidden-visually">arrears</span>');
});
