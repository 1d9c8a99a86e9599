import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LeafRange, type NodeAddress, leafHash, rootOf } from './merkle.ts';
import {
  consistencyFault,
  consistencyRanges,
  inclusionFault,
  inclusionRanges,
  proofFrom,
  subtreeConsistencyFault,
  subtreeInclusionFault,
} from './merkle-proof.ts';

const LEAVES = Array.from({ length: 200 }, (_, at) => leafHash(Buffer.from(`leaf ${at}`)));
const leafAt = (index: number): Uint8Array => LEAVES[index] ?? new Uint8Array();
const rootOver = ({ start, end }: LeafRange): Uint8Array => rootOf(LEAVES.slice(start, end));
const root = (size: number): Uint8Array => rootOver({ start: 0, end: size });

const readNodes = async (nodes: readonly NodeAddress[]) =>
  nodes.map(({ level, index }) =>
    rootOver({ start: index * 2 ** level, end: (index + 1) * 2 ** level }),
  );

async function inclusion(index: number, size: number) {
  const proof = await proofFrom(inclusionRanges(index, size), readNodes);
  return { index, size, leaf: leafAt(index), root: root(size), proof };
}

async function consistency(size1: number, size2: number) {
  const proof = await proofFrom(consistencyRanges(size1, size2), readNodes);
  return { size1, root1: root(size1), size2, root2: root(size2), proof };
}

/** The same bytes with one bit changed. */
function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = new Uint8Array(bytes);
  const at = Math.floor(bit / 8) % bytes.byteLength;
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8));
  return changed;
}

const SIZES = fc
  .tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }))
  .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
const BIT = fc.integer({ min: 0, max: 255 });

describe('an inclusion proof', () => {
  it('holds for every leaf of every tree, and for no leaf beside it', async () => {
    await fc.assert(
      fc.asyncProperty(SIZES, async ([place, size]) => {
        const index = place - 1;
        const made = await inclusion(index, size);
        expect(inclusionFault(made)).toBeNull();
        expect(inclusionFault({ ...made, leaf: leafAt((index + 1) % 200) })).not.toBeNull();
        expect(inclusionFault({ ...made, index: index + 1 })).not.toBeNull();
      }),
      { numRuns: 80 },
    );
  });

  it('fails with any bit changed, any hash left out, and any hash too many', async () => {
    await fc.assert(
      fc.asyncProperty(SIZES, BIT, fc.nat(), async ([place, size], bit, chosen) => {
        const made = await inclusion(place - 1, size);
        expect(inclusionFault({ ...made, root: flipped(made.root, bit) })).not.toBeNull();
        expect(inclusionFault({ ...made, leaf: flipped(made.leaf, bit) })).not.toBeNull();
        const extra = [...made.proof, made.root];
        expect(inclusionFault({ ...made, proof: extra })).not.toBeNull();
        fc.pre(made.proof.length > 0);
        const at = chosen % made.proof.length;
        const changed = made.proof.map((one, place) => (place === at ? flipped(one, bit) : one));
        expect(inclusionFault({ ...made, proof: changed })).not.toBeNull();
        expect(inclusionFault({ ...made, proof: made.proof.toSpliced(at, 1) })).not.toBeNull();
      }),
      { numRuns: 80 },
    );
  });

  it('is refused for what is no index, no size or no hash', async () => {
    const made = await inclusion(2, 5);
    for (const index of [-1, 0.5, 5, 2 ** 53, Number.NaN]) {
      expect(inclusionFault({ ...made, index })).not.toBeNull();
      expect(() => inclusionRanges(index, 5)).toThrow(RangeError);
    }
    expect(inclusionFault({ ...made, root: made.root.subarray(1) })).toContain('32 bytes');
    expect(inclusionFault({ ...made, proof: [new Uint8Array(33)] })).toContain('32 bytes');
  });
});

describe('a consistency proof', () => {
  it('holds between any two sizes of one tree', async () => {
    await fc.assert(
      fc.asyncProperty(SIZES, async ([size1, size2]) => {
        expect(consistencyFault(await consistency(size1, size2))).toBeNull();
      }),
      { numRuns: 120 },
    );
  });

  it('fails with either root changed, and where sizes are exchanged', async () => {
    await fc.assert(
      fc.asyncProperty(SIZES, BIT, async ([size1, size2], bit) => {
        fc.pre(size1 < size2);
        const made = await consistency(size1, size2);
        expect(consistencyFault({ ...made, root1: flipped(made.root1, bit) })).not.toBeNull();
        expect(consistencyFault({ ...made, root2: flipped(made.root2, bit) })).not.toBeNull();
        expect(consistencyFault({ ...made, size1: size2, size2: size1 })).not.toBeNull();
        expect(consistencyFault({ ...made, proof: made.proof.slice(1) })).not.toBeNull();
        expect(consistencyFault({ ...made, proof: [...made.proof, made.root1] })).not.toBeNull();
      }),
      { numRuns: 120 },
    );
  });

  it('of a tree with itself is empty, and only then may it be', async () => {
    const same = await consistency(7, 7);
    expect(same.proof).toEqual([]);
    expect(consistencyFault({ ...same, root2: root(8) })).not.toBeNull();
    expect(consistencyFault({ ...same, size2: 8, root2: root(8) })).not.toBeNull();
    expect(consistencyFault({ ...same, proof: [root(7)] })).not.toBeNull();
  });

  it('is not made from nothing, from more to less or from what is no size', () => {
    for (const [size1, size2] of [
      [0, 4],
      [5, 4],
      [1.5, 4],
    ] as const) {
      expect(() => consistencyRanges(size1, size2)).toThrow(RangeError);
      const given = { size1, root1: root(1), size2, root2: root(4), proof: [] };
      expect(consistencyFault(given)).not.toBeNull();
    }
  });
});

describe('a subtree of aligned leaves', () => {
  it('proves its leaves like a tree of its own', async () => {
    const [start, end, index] = [64, 91, 80];
    const own = LEAVES.slice(start, end);
    const read = async (nodes: readonly NodeAddress[]) =>
      nodes.map(({ level, index: at }) =>
        rootOf(own.slice(at * 2 ** level, (at + 1) * 2 ** level)),
      );
    const proof = await proofFrom(inclusionRanges(index - start, end - start), read);
    const given = { start, end, index, leaf: leafAt(index), root: rootOver({ start, end }), proof };
    expect(subtreeInclusionFault(given)).toBeNull();
    expect(subtreeInclusionFault({ ...given, index: 63 })).toContain('not in the subtree');
    expect(subtreeInclusionFault({ ...given, start: 63 })).toContain('does not begin');
  });

  it('is a part of its tree, or is not', () => {
    const given = {
      start: 4,
      end: 8,
      size: 8,
      root1: rootOver({ start: 4, end: 8 }),
      root2: root(8),
      proof: [root(4)],
    };
    expect(subtreeConsistencyFault(given)).toBeNull();
    expect(subtreeConsistencyFault({ ...given, root1: root(4) })).not.toBeNull();
    expect(subtreeConsistencyFault({ ...given, start: 3 })).not.toBeNull();
    expect(subtreeConsistencyFault({ ...given, size: 7 })).not.toBeNull();
  });
});
