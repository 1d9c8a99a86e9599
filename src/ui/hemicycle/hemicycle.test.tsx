import fc from 'fast-check';
import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { Hemicycle } from './hemicycle.tsx';
import { OUTER, placesFor } from './places.ts';

test('every seat has a place of its own within the half circle', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
      const { places, radius } = placesFor(count);
      expect(places).toHaveLength(count);
      expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
      expect(radius).toBeGreaterThan(0);
      for (const { x, y } of places) {
        expect(Math.hypot(x - 100, y - 100)).toBeLessThanOrEqual(OUTER + 0.2);
        expect(y).toBeLessThanOrEqual(100);
      }
    }),
  );
});

test('seats do not lie on one another, from 1 to 250', () => {
  for (let count = 2; count <= 250; count += 1) {
    const { places, radius } = placesFor(count);
    const near = places.some((one, at) =>
      places.slice(at + 1).some((other) => Math.hypot(one.x - other.x, one.y - other.y) < radius),
    );
    expect([count, near]).toEqual([count, false]);
  }
});

test('who voted how stands in words with numbers, and each seat has its name', async () => {
  const html = await rendered(
    <Hemicycle
      text={english}
      label="Roll call"
      groups={[
        { label: 'yes', tone: 'yes', seats: ['Fiji', 'Kenya'] },
        { label: 'abstain', tone: 'abstain', seats: [] },
        { label: 'no', tone: 'no', seats: ['Norway'] },
      ]}
    />,
  );
  expect(html).toContain('<title>Norway</title>');
  expect(html.match(/<path class="seat-yes"/g)).toHaveLength(3);
  expect(html).not.toContain('abstain');
  expect(html.replaceAll(/<title>.*?<\/title>|<[^>]+>/g, '')).toBe('Roll call 2 yes 1 no');
});
