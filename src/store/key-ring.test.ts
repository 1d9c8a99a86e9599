import { describe, expect, it } from 'vitest';
import { generateKey } from '../kernel/key.ts';
import { ringForBatch } from './key-ring.ts';

describe('the ring of a batch', () => {
  it('looks once for the key of each actor, also where there is none', () => {
    const key = generateKey();
    const asked: string[] = [];
    const ring = ringForBatch({
      keyFor(actor) {
        asked.push(actor);
        return actor === 'KEN' ? key : null;
      },
    });
    const found = ['KEN', 'FRA', 'KEN', 'FRA'].map((actor) => ring.keyFor(actor));
    expect(found).toEqual([key, null, key, null]);
    expect(asked).toEqual(['KEN', 'FRA']);
  });

  it('stays as it was, while the next batch has the key that was put in its place', () => {
    const [first, second] = [generateKey(), generateKey()];
    let held = first;
    const ring = { keyFor: () => held };
    const before = ringForBatch(ring);
    expect(before.keyFor('KEN')).toBe(first);
    held = second;
    expect(before.keyFor('KEN')).toBe(first);
    expect(ringForBatch(ring).keyFor('KEN')).toBe(second);
  });
});
