import fc from 'fast-check';
import { expect, test } from 'vitest';
import { english, rendered } from '../rendered.ts';
import { networkExamples } from './examples.tsx';
import { WIDTH, boxOf, layOut, touches, widthOf } from './layout.ts';
import { Network } from './network.tsx';

const graphs = fc.integer({ min: 1, max: 24 }).chain((size) =>
  fc.record({
    points: fc.constant(
      Array.from({ length: size }, (_, at) => {
        return { id: `n${at}`, label: `Agreement ${at} on things`, radius: 5 + (at % 8) };
      }),
    ),
    edges: fc.array(
      fc
        .tuple(fc.nat(size - 1), fc.nat(size - 1))
        .map(([one, other]) => ({ one: `n${one}`, other: `n${other}` })),
      { maxLength: 40 },
    ),
  }),
);

test('the same network lies in the same places', () => {
  fc.assert(
    fc.property(graphs, ({ points, edges }) => {
      expect(layOut(points, edges)).toEqual(layOut(points, edges));
    }),
    { numRuns: 5 },
  );
});

test('no words lie over other words, nor outside the picture', () => {
  fc.assert(
    fc.property(graphs, ({ points, edges }) => {
      const { points: placed, height } = layOut(points, edges);
      const boxes = placed.flatMap(({ label, words }) =>
        words === null ? [] : [boxOf(label, words)],
      );
      for (const [at, box] of boxes.entries()) {
        expect(boxes.slice(at + 1).filter((other) => touches(box, other))).toEqual([]);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(WIDTH);
        expect(box.bottom).toBeLessThanOrEqual(height);
      }
    }),
    { numRuns: 20 },
  );
});

test('letters of Chinese are given their width', () => {
  expect(widthOf('条约')).toBeGreaterThan(widthOf('ab') * 1.5);
});

test('nodes lead on, lines say what they join, and what joins nothing is left out', async () => {
  const html = String(await networkExamples[0]?.render(english));
  expect(html).toContain('href="#rivers" tabindex="-1"');
  expect(html).toContain('<title>dams amends rivers</title>');
  expect(html).toContain('network-line-4');
  expect(html).not.toContain('springs');
});

test('where nothing is joined there is no picture', async () => {
  const none = Network({
    text: english,
    id: 'none',
    label: 'None',
    nodes: [],
    links: [],
    kinds: [],
    tones: [],
  });
  expect(await rendered(none)).toBe('');
});
