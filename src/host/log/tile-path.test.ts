import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTilePath, tilePath } from './tile-path.ts';

describe('the path of a tile', () => {
  it('is that of the specification', () => {
    expect(tilePath({ level: 0, tile: 1_234_067, width: 256 })).toBe('0/x001/x234/067');
    expect(readTilePath('0/x001/x234/067')).toEqual({ level: 0, tile: 1_234_067, width: 256 });
    expect(readTilePath('1/000.p/17')).toEqual({ level: 1, tile: 0, width: 17 });
    expect(readTilePath('entries/273.p/112')).toEqual({ level: 'entries', tile: 273, width: 112 });
  });

  it('is read as it is written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 63 }),
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 1, max: 256 }),
        (level, tile, width) => {
          const path = tilePath({ level, tile, width });
          expect(readTilePath(path)).toEqual({ level, tile, width });
        },
      ),
    );
  });

  it.each([
    '',
    '0',
    '0/1',
    '0/001/002',
    '0/x000/001',
    '00/000',
    '64/000',
    '0/000.p/0',
    '0/000.p/256',
    '0/000.p/01',
    '0/000/',
    '../000',
    `0/${'x001/'.repeat(5)}001`,
    'data/000',
  ])('is not %j', (path) => expect(readTilePath(path)).toBeNull());
});
