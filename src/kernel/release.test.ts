import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partOf } from './act.ts';
import { CLEAR, type Marking, markedFor } from './marking.ts';
import { isReleasedTo, missingParts, released, releasedParts } from './release.ts';

const DIGEST = '0'.repeat(64);
const part = partOf({ said: 'something' });
const signed = { header: new Uint8Array(), signature: new Uint8Array(), parts: [part, part] };
const act = (marking: Marking, narrower: Marking) => ({
  marking,
  parts: [{ digest: DIGEST }, { digest: DIGEST, marking: narrower }],
});

describe('the release of an act', () => {
  it.each([
    ['clear, a part for one', act(CLEAR, markedFor('red', ['KEN'])), ['KEN'], [0, 1]],
    ['clear, a part for another', act(CLEAR, markedFor('red', ['KEN'])), ['FRA'], [0]],
    ['clear, to nobody in particular', act(CLEAR, markedFor('red', ['KEN'])), [], [0]],
    [
      'for two, a part for one',
      act(markedFor('amber', ['FRA', 'KEN']), markedFor('red', ['KEN'])),
      ['FRA'],
      [0],
    ],
    ['for others', act(markedFor('amber', ['FRA']), markedFor('red', ['FRA'])), ['KEN'], []],
    ['for nobody', act(markedFor('amber', []), markedFor('red', [])), ['KEN'], []],
  ])('of one that is %s', (_, header, actors, places) => {
    expect(releasedParts(header, actors)).toEqual(places);
    const given = released(header, signed, actors)?.parts ?? [];
    expect(given.flatMap((one, at) => (one ? [at] : []))).toEqual(places);
  });

  it('misses a part on the way in only where the part is for the reader', () => {
    const header = act(CLEAR, markedFor('red', ['KEN']));
    expect(missingParts(header, [part, null], ['FRA'])).toEqual([]);
    expect(missingParts(header, [part, null], ['KEN'])).toEqual([1]);
    expect(missingParts(header, [null, part], ['FRA'])).toEqual([0]);
  });

  it('never gives a part to whom its marking does not name, and all to whom all name', () => {
    const actors = fc.uniqueArray(fc.constantFrom('FRA', 'KEN', 'NOR', 'USA'));
    fc.assert(
      fc.property(actors, actors, actors, (wide, narrow, viewer) => {
        const header = act(markedFor('amber', wide), markedFor('red', narrow));
        const overlaps = (to: readonly string[]) => viewer.some((one) => to.includes(one));
        expect(isReleasedTo(header, viewer)).toBe(overlaps(wide));
        expect(releasedParts(header, viewer).includes(1)).toBe(overlaps(wide) && overlaps(narrow));
      }),
    );
  });
});
