import fc from 'fast-check';
import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { intoRows, spread } from './arrange.ts';
import { RatificationCurve } from './ratification-curve.tsx';

const places = fc.array(fc.record({ at: fc.integer({ min: 0, max: 200 }) }), { maxLength: 10 });

test('labels are moved apart, stay in order and within bounds that have room for them', () => {
  fc.assert(
    fc.property(places, (labels) => {
      const places = spread(labels, 16, [0, 200]).map((label) => label.at);
      const gaps = places.slice(1).map((at, index) => at - (places[index] ?? 0));
      expect(gaps.every((gap) => gap >= 16)).toBe(true);
      expect(places.every((at) => at >= 0 && at <= 200)).toBe(true);
    }),
  );
});

test('labels with room around them stay where they are', () => {
  expect(spread([{ at: 100 }, { at: 10 }], 16, [0, 200])).toEqual([{ at: 10 }, { at: 100 }]);
});

test('two marks in one row never touch', () => {
  fc.assert(
    fc.property(places, (marks) => {
      const rows = intoRows(marks, 17);
      const touching = rows.flatMap((a, index) =>
        rows.slice(index + 1).filter((b) => a.row === b.row && Math.abs(a.at - b.at) < 17),
      );
      expect(touching).toEqual([]);
    }),
  );
});

const base = {
  text: english,
  id: 'c',
  label: 'Instruments',
  from: '2000-01-01',
  to: '2000-12-31',
  events: [],
};

test('what happened after the last day is not drawn', async () => {
  const points = [
    { on: '2000-07-01', value: 1 },
    { on: '2001-07-01', value: 90 },
  ];
  const html = await rendered(
    <RatificationCurve {...base} series={[{ label: 'Parties', points }]} />,
  );
  expect(html).toContain('M0,1000H499V0H1000');
  expect(html).not.toContain('90');
});

test('events are numbered on the curve and named in words below it', async () => {
  const events = [{ on: '2000-03-01', label: 'adopted', strong: true }];
  const html = await rendered(<RatificationCurve {...base} series={[]} events={events} />);
  expect(html).toContain('aria-label="Marked on the curve"');
  expect(html).toMatch(/1 March 2000<\/time><\/b> adopted/);
});

test('what is needed stands in the legend in words', async () => {
  const series = [{ label: 'Weight', unit: 'percent', points: [], threshold: '55' }] as const;
  const html = await rendered(<RatificationCurve {...base} series={series} />);
  expect(html).toContain('<small>needed: 55%</small>');
});
