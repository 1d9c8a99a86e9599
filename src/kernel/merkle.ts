/**
 * Merkle trees over leaves in order, RFC 6962, section 2.1, and RFC 9162, section 2.1: SHA-256 with
 * 0x00 before a leaf and 0x01 before a node, so that neither can pass for the other. A tree that
 * grows keeps only its frontier, the roots of its perfect subtrees from left to right.
 */
import { hash } from 'node:crypto';

export const HASH_BYTES = 32;

const [LEAF_PREFIX, NODE_PREFIX] = [Buffer.from([0x00]), Buffer.from([0x01])];

const sha256 = (...pieces: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(hash('sha256', Buffer.concat(pieces), 'buffer'));

/** The root of a tree without leaves. */
export const EMPTY_ROOT: Uint8Array = sha256();

/** The hash of a leaf with these data. */
export function leafHash(data: Uint8Array): Uint8Array {
  return sha256(LEAF_PREFIX, data);
}

/** The hash of a node over its two children. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(NODE_PREFIX, left, right);
}

/** Whether two hashes are the same bytes. */
export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** Leaves from `start` up to, and without, `end`. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** A perfect subtree: of the leaves `index * 2^level` and the `2^level - 1` after it. */
export interface NodeAddress {
  readonly level: number;
  readonly index: number;
}

/**
 * Whether a number may be a size or an index of a tree: whole, and such that JavaScript counts on
 * from it exactly.
 */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** The largest power of two below `count`, which is at least 2. */
export function splitAt(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** The perfect subtrees that a range falls into, from left to right, where RFC 9162 splits it. */
export function nodesOf({ start, end }: LeafRange): NodeAddress[] {
  const nodes: NodeAddress[] = [];
  for (let at = start; at < end; ) {
    let [level, width] = [0, 1];
    while (at % (width * 2) === 0 && at + width * 2 <= end) [level, width] = [level + 1, width * 2];
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

/** The root over perfect subtrees that shrink from left to right; EMPTY_ROOT over none. */
export function foldNodes(hashes: readonly Uint8Array[]): Uint8Array {
  return (
    hashes.reduceRight<Uint8Array | null>(
      (right, left) => (right === null ? left : nodeHash(left, right)),
      null,
    ) ?? EMPTY_ROOT
  );
}

/** The root of a tree with these hashes of leaves. */
export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const [first = EMPTY_ROOT] = leaves;
  if (leaves.length <= 1) return first;
  const middle = splitAt(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, middle)), rootOf(leaves.slice(middle)));
}

/** A tree that grows: how many leaves it has, and the roots of its perfect subtrees. */
export interface Frontier {
  readonly size: number;
  readonly roots: readonly Uint8Array[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, roots: [] };

/** A node that appending leaves completed. */
export interface CompletedNode extends NodeAddress {
  readonly hash: Uint8Array;
}

/**
 * The tree with one leaf more; every node that this completes is told, the leaf itself first.
 * Throws RangeError where the frontier is none of its size.
 */
export function appendLeaf(
  { size, roots }: Frontier,
  leaf: Uint8Array,
  completed?: (node: CompletedNode) => void,
): Frontier {
  if (roots.length !== nodesOf({ start: 0, end: size }).length) {
    throw new RangeError(`a tree of ${size} leaves has another frontier`);
  }
  const kept = [...roots];
  let [level, index, root] = [0, size, leaf];
  completed?.({ level, index, hash: root });
  for (; index % 2 === 1; level++, index = (index - 1) / 2) {
    const left = kept.pop();
    if (!left) throw new RangeError('the frontier has ended');
    root = nodeHash(left, root);
    completed?.({ level: level + 1, index: (index - 1) / 2, hash: root });
  }
  return { size: size + 1, roots: [...kept, root] };
}

/** The root of a tree by its frontier. */
export function frontierRoot({ roots }: Frontier): Uint8Array {
  return foldNodes(roots);
}
