/** Merkle proofs with a known verdict: of leaves, of earlier trees, and of subtrees. */
import { z } from 'zod';
import {
  consistencyFault,
  inclusionFault,
  subtreeConsistencyFault,
  subtreeInclusionFault,
} from '../../kernel/merkle-proof.ts';
import type { Family, Outcome, TruthFolder } from '../family.ts';
import { jsonIn, judged } from '../vectors.ts';

const BELOW = 'federation/merkle-proofs/testdata';

const Hash = z
  .string()
  .nullable()
  .transform((text) => new Uint8Array(Buffer.from(text ?? '', 'base64')));
const Proof = z
  .array(Hash)
  .nullable()
  .transform((proof) => proof ?? []);
const Vector = { proof: Proof, wantErr: z.boolean() };

const Inclusion = z.object({ ...Vector, leafIdx: z.number(), leafHash: Hash, root: Hash });
const Consistency = z.object({ ...Vector, root1: Hash, root2: Hash });

type Judge = (vector: unknown) => { readonly fault: string | null; readonly isBad: boolean };

const inclusion: Judge = (vector) => {
  const given = Inclusion.extend({ treeSize: z.number() }).parse(vector);
  const { leafIdx: index, treeSize: size, leafHash: leaf, root, proof } = given;
  return { fault: inclusionFault({ index, size, leaf, root, proof }), isBad: given.wantErr };
};

const subtreeInclusion: Judge = (vector) => {
  const given = Inclusion.extend({ start: z.number(), end: z.number() }).parse(vector);
  const { leafIdx: index, leafHash: leaf } = given;
  return { fault: subtreeInclusionFault({ ...given, index, leaf }), isBad: given.wantErr };
};

const consistency: Judge = (vector) => {
  const given = Consistency.extend({ size1: z.number(), size2: z.number() }).parse(vector);
  return { fault: consistencyFault(given), isBad: given.wantErr };
};

const subtreeConsistency: Judge = (vector) => {
  const places = { start: z.number(), end: z.number(), size: z.number() };
  const given = Consistency.extend(places).parse(vector);
  return { fault: subtreeConsistencyFault(given), isBad: given.wantErr };
};

const JUDGES: Readonly<Record<string, Judge>> = {
  inclusion,
  consistency,
  subtreeinclusion: subtreeInclusion,
  subtreeconsistency: subtreeConsistency,
};

/** Paths of all vectors below, whatever folders they lie in. */
function vectorsBelow(folder: TruthFolder, path: string): string[] {
  return folder.list(path).flatMap((name) => {
    const below = `${path}/${name}`;
    return name.endsWith('.json') ? [below] : vectorsBelow(folder, below);
  });
}

function outcomesOf(folder: TruthFolder, kind: string, judge: Judge): Outcome[] {
  return vectorsBelow(folder, `${BELOW}/${kind}`).map((path) => {
    const { fault, isBad } = judge(jsonIn(folder, path));
    return judged(path.slice(BELOW.length + 1), fault, isBad);
  });
}

export const merkleProofs: Family = {
  files: [BELOW],
  async run(folder) {
    return Object.entries(JUDGES).map(([kind, judge]) => ({
      name: `federation/merkle-${kind}`,
      outcomes: outcomesOf(folder, kind, judge),
    }));
  },
};
