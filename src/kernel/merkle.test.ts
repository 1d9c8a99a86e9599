import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_FRONTIER,
  EMPTY_ROOT,
  type Frontier,
  type NodeAddress,
  appendLeaf,
  foldNodes,
  frontierRoot,
  isCount,
  leafHash,
  nodeHash,
  nodesOf,
  rootOf,
} from './merkle.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const leafAt = (index: number): Uint8Array => leafHash(Buffer.from(`leaf ${index}`));
const leaves = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, at) => leafAt(at));
const grown = (count: number): Frontier =>
  leaves(count).reduce<Frontier>((tree, leaf) => appendLeaf(tree, leaf), EMPTY_FRONTIER);
const SIZE = fc.integer({ min: 0, max: 300 });

describe('hashes of a tree', () => {
  it('are those of RFC 6962: nothing, an empty leaf, and the eight leaves of its vectors', () => {
    expect(hex(EMPTY_ROOT)).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(hex(leafHash(new Uint8Array()))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    const data = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'];
    const last = '606162636465666768696a6b6c6d6e6f';
    const hashes = [...data, last].map((text) => leafHash(Buffer.from(text, 'hex')));
    expect(hex(rootOf(hashes))).toBe(
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    );
  });

  it('tell a leaf from a node over the same bytes', () => {
    const [one, other] = [leafAt(1), leafAt(2)];
    expect(leafHash(Buffer.concat([one, other]))).not.toEqual(nodeHash(one, other));
  });
});

describe('a tree that grows', () => {
  it('has at every size the root of a tree made at once', () => {
    fc.assert(
      fc.property(SIZE, (size) => {
        const tree = grown(size);
        expect(tree.size).toBe(size);
        expect(frontierRoot(tree)).toEqual(rootOf(leaves(size)));
      }),
      { numRuns: 60 },
    );
  });

  it('tells each node that it completes, once, and every range has its root from those', () => {
    const known = new Map<string, Uint8Array>();
    const told: string[] = [];
    const key = ({ level, index }: NodeAddress): string => `${level}/${index}`;
    let tree = EMPTY_FRONTIER;
    for (const leaf of leaves(130)) {
      tree = appendLeaf(tree, leaf, (node) => {
        told.push(key(node));
        known.set(key(node), node.hash);
      });
    }
    expect(new Set(told).size).toBe(told.length);
    for (const end of [1, 2, 3, 7, 64, 65, 129, 130]) {
      const hashes = nodesOf({ start: 0, end }).map((node) => known.get(key(node)));
      expect(hashes).not.toContain(undefined);
      expect(foldNodes(hashes.flatMap((one) => one ?? []))).toEqual(rootOf(leaves(end)));
    }
  });

  it('keeps one hash for each bit of its size', () => {
    expect([0, 1, 2, 3, 255, 256].map((size) => grown(size).roots.length)).toEqual([
      0, 1, 1, 2, 8, 1,
    ]);
  });

  it('throws where the frontier is not of its size', () => {
    expect(() => appendLeaf({ size: 3, roots: [leafAt(0)] }, leafAt(3))).toThrow(RangeError);
    expect(() => appendLeaf({ size: 0, roots: [leafAt(0)] }, leafAt(1))).toThrow(RangeError);
  });
});

it('counts in whole numbers up to the last that JavaScript counts exactly', () => {
  expect([0, Number.MAX_SAFE_INTEGER].map(isCount)).toEqual([true, true]);
  expect([-1, 0.5, Number.MAX_SAFE_INTEGER + 1, Number.NaN].map(isCount)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
