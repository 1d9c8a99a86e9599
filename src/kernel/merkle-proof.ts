/**
 * Proofs over Merkle trees, made and verified: that a leaf is in a tree, and that one tree begins
 * with another (RFC 9162, sections 2.1.3 and 2.1.4); the same for a subtree of aligned leaves, as
 * Merkle tree certificates define it (draft-ietf-plants-merkle-tree-certs, section 4). Verifying
 * says in words what is wrong. It is strict: no size, index or length beyond what the tree has.
 */
import {
  EMPTY_ROOT,
  HASH_BYTES,
  type LeafRange,
  type NodeAddress,
  foldNodes,
  isCount,
  nodeHash,
  nodesOf,
  sameHash,
  splitAt,
} from './merkle.ts';

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  /** The hash of the leaf, not its data. */
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

export interface Consistency {
  readonly size1: number;
  readonly root1: Uint8Array;
  readonly size2: number;
  readonly root2: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

export interface SubtreeConsistency extends LeafRange {
  readonly size: number;
  /** Of the subtree, and of the tree. */
  readonly root1: Uint8Array;
  readonly root2: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

const half = (count: number): number => Math.floor(count / 2);
const isOdd = (count: number): boolean => count % 2 === 1;

/** The ranges whose roots prove that a leaf is in the tree, the nearest first. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!isCount(index) || !isCount(size) || index >= size) {
    throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
  }
  const ranges: LeafRange[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitAt(end - start);
    const isLeft = index < middle;
    ranges.push(isLeft ? { start: middle, end } : { start, end: middle });
    [start, end] = isLeft ? [start, middle] : [middle, end];
  }
  return ranges.reverse();
}

/** The ranges whose roots prove that the tree of `size2` begins with that of `size1`. */
export function consistencyRanges(size1: number, size2: number): LeafRange[] {
  if (!isCount(size1) || !isCount(size2) || size1 === 0 || size1 > size2) {
    throw new RangeError(`no tree of ${size2} leaves begins with one of ${size1} to be proven`);
  }
  const ranges: LeafRange[] = [];
  let [start, end] = [0, size2];
  while (end !== size1) {
    const middle = start + splitAt(end - start);
    const isLeft = size1 <= middle;
    ranges.push(isLeft ? { start: middle, end } : { start, end: middle });
    [start, end] = isLeft ? [start, middle] : [middle, end];
  }
  // A subtree that is the whole earlier tree is known to whoever asks.
  return (start === 0 ? ranges : [...ranges, { start, end }]).reverse();
}

/** The proof over these ranges, from the roots of perfect subtrees, which are asked for at once. */
export async function proofFrom(
  ranges: readonly LeafRange[],
  read: (nodes: readonly NodeAddress[]) => Promise<readonly Uint8Array[]>,
): Promise<Uint8Array[]> {
  const nodes = ranges.map(nodesOf);
  const hashes = await read(nodes.flat());
  let at = 0;
  return nodes.map(({ length }) => {
    at += length;
    return foldNodes(hashes.slice(at - length, at));
  });
}

/** A hash of another length would be read as one hash here and as another elsewhere. */
function hashFault(hashes: readonly Uint8Array[]): string | null {
  return hashes.every((one) => one.byteLength === HASH_BYTES)
    ? null
    : `a hash does not have ${HASH_BYTES} bytes`;
}

/** A place among the nodes of a level, and the last of that level. */
interface Place {
  place: number;
  last: number;
}

function climb(at: Place): void {
  at.place = half(at.place);
  at.last = half(at.last);
}

/** Past the levels at whose end the node stands alone, with no sibling to its right. */
function climbAlone(at: Place): void {
  while (!isOdd(at.place) && at.place !== 0) climb(at);
}

/** The root that the proof leads to, RFC 9162, section 2.1.3.2; or the fault. */
function climbed({ index, size, leaf, proof }: Inclusion): Uint8Array | string {
  const at: Place = { place: index, last: size - 1 };
  let root = leaf;
  for (const sibling of proof) {
    if (at.last === 0) return 'the proof is too long';
    if (isOdd(at.place) || at.place === at.last) {
      root = nodeHash(sibling, root);
      climbAlone(at);
    } else {
      root = nodeHash(root, sibling);
    }
    climb(at);
  }
  return at.last === 0 ? root : 'the proof is too short';
}

/** Why the proof does not show the leaf in the tree; null where it does. */
export function inclusionFault(given: Inclusion): string | null {
  const { index, size, leaf, root, proof } = given;
  if (!isCount(index) || !isCount(size)) return 'an index or a size is no whole number';
  if (index >= size) return `a tree of ${size} leaves has no leaf ${index}`;
  const fault = hashFault([leaf, root, ...proof]);
  if (fault !== null) return fault;
  const found = climbed(given);
  if (typeof found === 'string') return found;
  return sameHash(found, root) ? null : 'the proof leads to another root';
}

/** Why a range is no subtree: its start must be a multiple of its size, made a power of two. */
function rangeFault({ start, end }: LeafRange): string | null {
  if (!isCount(start) || !isCount(end)) return 'an index or a size is no whole number';
  if (start >= end) return 'a subtree has at least one leaf';
  const count = end - start;
  const width = count === 1 ? 1 : splitAt(count) * 2;
  return start % width === 0 ? null : 'the subtree does not begin where one of its size may';
}

/** Why the proof does not show the leaf in the subtree of these leaves; null where it does. */
export function subtreeInclusionFault(given: Omit<Inclusion, 'size'> & LeafRange): string | null {
  const { start, end, index } = given;
  const fault = rangeFault(given);
  if (fault !== null) return fault;
  if (!isCount(index) || index < start) return `the leaf ${index} is not in the subtree`;
  return inclusionFault({ ...given, index: index - start, size: end - start });
}

interface Places {
  first: number;
  second: number;
  last: number;
}

function shift(places: Places): void {
  places.first = half(places.first);
  places.second = half(places.second);
  places.last = half(places.last);
}

/** Where a subtree stands, once the levels that it shares with no sibling are passed. */
function placesOf({ start, end, size }: SubtreeConsistency): Places {
  const places = { first: start, second: end - 1, last: size - 1 };
  const reachesEnd = places.second === places.last;
  const isShared = ({ first, second }: Places): boolean =>
    first !== second && (reachesEnd || isOdd(second));
  while (isShared(places)) shift(places);
  return places;
}

/** Past the levels at whose end the subtree's last node stands alone. */
function shiftAlone(places: Places): void {
  while (!isOdd(places.second) && places.second !== 0) shift(places);
}

type Roots = [Uint8Array, Uint8Array];

/** Both roots a level higher, with this sibling of the node that they grew from. */
function raised([root1, root2]: Roots, sibling: Uint8Array, places: Places): Roots {
  if (!isOdd(places.second) && places.second !== places.last) {
    return [root1, nodeHash(root2, sibling)];
  }
  const isInSubtree = places.first < places.second;
  const roots: Roots = [isInSubtree ? nodeHash(sibling, root1) : root1, nodeHash(sibling, root2)];
  shiftAlone(places);
  return roots;
}

/** The roots of subtree and tree that the proof leads to; or the fault. */
function climbedBoth(given: SubtreeConsistency): Roots | string {
  const places = placesOf(given);
  const isSubtreeGiven = places.first === places.second;
  const [seed, ...others] = isSubtreeGiven ? [given.root1, ...given.proof] : given.proof;
  if (!seed) return 'the proof is too short';
  let roots: Roots = [seed, seed];
  for (const sibling of others) {
    if (places.last === 0) return 'the proof is too long';
    roots = raised(roots, sibling, places);
    shift(places);
  }
  return places.last === 0 ? roots : 'the proof is too short';
}

/** A subtree that is the whole tree, or has no leaf, needs no proof, and so none may be given. */
function trivialFault({ size, start, end, root1, root2, proof }: SubtreeConsistency) {
  if (size === 0) return 'a tree without leaves proves nothing';
  if (proof.length > 0) return 'the proof is too long';
  const known = start === end ? EMPTY_ROOT : root2;
  return sameHash(root1, known) ? null : 'the roots differ, and nothing lies between them';
}

/** Why the proof does not show that the tree has the subtree; null where it does. */
export function subtreeConsistencyFault(given: SubtreeConsistency): string | null {
  const { start, end, size, root1, root2, proof } = given;
  if (![start, end, size].every(isCount) || end > size) {
    return `a tree of ${size} leaves has no such subtree`;
  }
  if (end - start === size || start === end) return trivialFault(given);
  const fault = rangeFault(given) ?? hashFault([root1, root2, ...proof]);
  if (fault !== null) return fault;
  const found = climbedBoth(given);
  if (typeof found === 'string') return found;
  const holds = sameHash(found[0], root1) && sameHash(found[1], root2);
  return holds ? null : 'the proof leads to another root';
}

/**
 * Why the proof does not show that the second tree begins with the first; null where it does. With
 * no leaf in the first tree there is nothing that a proof could show.
 */
export function consistencyFault({ size1, size2, ...given }: Consistency): string | null {
  if (size1 === 0) return 'a tree without leaves proves nothing';
  return subtreeConsistencyFault({ ...given, start: 0, end: size1, size: size2 });
}
