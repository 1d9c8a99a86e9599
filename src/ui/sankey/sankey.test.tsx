import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arabic, english, rendered } from '../rendered.ts';
import { type Ribbon, arrange } from './arrange.ts';
import { Sankey, linesOf } from './sankey.tsx';

const ORDER = ['a', 'b', 'c', 'd'];
const ROOM = { height: 300, labelHeight: 45, gap: 10 };
const flows = fc.array(
  fc.record({
    from: fc.constantFrom(...ORDER),
    to: fc.constantFrom(...ORDER),
    count: fc.integer({ min: 0, max: 500 }),
  }),
  { maxLength: 16 },
);
const total = (all: readonly { count: number }[]): number =>
  all.reduce((sum, { count }) => sum + count, 0);

test('nothing is created, and nothing lost', () => {
  fc.assert(
    fc.property(flows, (all) => {
      const { left, right, ribbons } = arrange(all, ORDER, ROOM);
      expect(total(ribbons)).toBe(total(all));
      expect(total(left)).toBe(total(all));
      expect(total(right)).toBe(total(all));
    }),
  );
});

test('nodes keep their order and their distance', () => {
  fc.assert(
    fc.property(flows, (all) => {
      const { left, right } = arrange(all, ORDER, ROOM);
      for (const side of [left, right]) {
        expect(side.map(({ key }) => key)).toEqual(
          ORDER.filter((key) => side.some((one) => one.key === key)),
        );
        for (const [at, place] of side.slice(1).entries()) {
          const above = side[at];
          const foot = (above?.y ?? 0) + Math.max(above?.height ?? 0, ROOM.labelHeight);
          expect(place.y).toBeGreaterThanOrEqual(foot + ROOM.gap - 1e-6);
        }
      }
    }),
  );
});

/** Where the ribbons of a node begin and end, one after the other. */
const edgesOf = (ribbons: readonly Ribbon[], at: 'leaves' | 'enters') => ({
  begins: ribbons.map((ribbon) => ribbon[at]),
  ends: ribbons.map((ribbon) => ribbon[at] + ribbon.thickness),
});

test('ribbons fill their nodes, and none lies over another', () => {
  fc.assert(
    fc.property(flows, (all) => {
      const { left, right, ribbons } = arrange(all, ORDER, ROOM);
      const sides = [
        ...left.map((place) => {
          const own = ribbons.filter(({ from }) => from === place.key);
          return { place, ...edgesOf(own, 'leaves') };
        }),
        ...right.map((place) => {
          const own = ribbons.filter(({ to }) => to === place.key);
          return { place, ...edgesOf(own, 'enters') };
        }),
      ];
      for (const { place, begins, ends } of sides) {
        const wanted = [place.y, ...ends.slice(0, -1)];
        expect(begins.map((one, at) => Math.abs(one - (wanted[at] ?? 0)) < 1e-6)).not.toContain(
          false,
        );
        expect(ends.at(-1)).toBeCloseTo(place.y + place.height, 6);
      }
    }),
  );
});

const drawn = (text = english) =>
  rendered(
    <div>
      {Sankey({
        text,
        id: 'flows',
        label: 'All',
        sides: ['before', 'after'],
        nodes: [
          { key: 'a', label: 'First' },
          { key: 'b', label: 'Second' },
        ],
        flows: [{ from: 'a', to: 'b', count: 4 }],
      })}
    </div>,
  );

test('each ribbon says from where to where and how many', async () => {
  expect(await drawn()).toContain('<title>First → Second: 4</title>');
});

test('what was before stands where the line begins', async () => {
  expect(await drawn()).toContain('<text class="sankey-side" x="0" y="14">before');
  const mirrored = await drawn(arabic);
  expect(mirrored).toContain('<text class="sankey-side" x="100%" y="14">before');
  expect(mirrored).toContain('d="M988,0C500,0 500,0 12,0');
});

test('where nothing flows there is no picture', async () => {
  const none = Sankey({
    text: english,
    id: 'none',
    label: 'None',
    sides: ['a', 'b'],
    nodes: [],
    flows: [],
  });
  expect(none).toBeNull();
});

test('words are broken at 18 characters, and cut after three lines', () => {
  expect(linesOf('123456789 12345678')).toEqual(['123456789 12345678']);
  expect(linesOf('123456789 123456789')).toEqual(['123456789', '123456789']);
  const long = linesOf(Array.from({ length: 9 }, () => 'abcdefghijk').join(' '));
  expect(long).toEqual(['abcdefghijk', 'abcdefghijk', 'abcdefghijk…']);
});
