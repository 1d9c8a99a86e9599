import { describe, expect, it } from 'vitest';
import { generateKey } from '../kernel/key.ts';
import { leafHash } from '../kernel/merkle.ts';
import type { Family, TruthFolder } from './family.ts';
import { canonicalJson } from './families/canonical-json.ts';
import { ed25519 } from './families/ed25519.ts';
import { merkleProofs } from './families/merkle-proofs.ts';
import type { VerifyNode } from './node.ts';
import { jsonIn, judged } from './vectors.ts';

function folderOf(files: Readonly<Record<string, unknown>>): TruthFolder {
  const text = (file: unknown): string => (typeof file === 'string' ? file : JSON.stringify(file));
  const paths = Object.keys(files);
  return {
    has: (path) => paths.some((one) => one.startsWith(path)),
    read: (path) => (path in files ? Buffer.from(text(files[path])) : null),
    list: (path) => [
      ...new Set(
        paths
          .filter((one) => one.startsWith(`${path}/`))
          .map((one) => one.slice(path.length + 1).split('/')[0] ?? ''),
      ),
    ],
  };
}

/** The families of vectors ask no node. */
const NO_NODE = {} as VerifyNode;

async function missesOf(family: Family, files: Readonly<Record<string, unknown>>) {
  const tallies = await family.run(folderOf(files), NO_NODE);
  const outcomes = tallies.flatMap((tally) => tally.outcomes);
  const misses = outcomes.flatMap((one) => (one.outcome === 'missed' ? [one.case] : []));
  return { total: outcomes.length, misses };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('vectors of other projects', () => {
  it('count where good is accepted and bad is refused, and miss otherwise', () => {
    expect(judged('a', null, false).outcome).toBe('reproduced');
    expect(judged('a', 'too long', true).outcome).toBe('reproduced');
    expect(judged('a', null, true)).toMatchObject({ outcome: 'missed' });
    expect(judged('a', 'too long', false)).toMatchObject({ outcome: 'missed' });
    expect(() => jsonIn(folderOf({}), 'nothing.json')).toThrow('there is no file nothing.json');
  });

  it('miss a Merkle proof whose known verdict is another, in whatever folder it lies', async () => {
    const leaf = base64(leafHash(Buffer.from('one')));
    const vector = { leafIdx: 0, treeSize: 1, root: leaf, leafHash: leaf, proof: null };
    const below = 'federation/merkle-proofs/testdata/inclusion';
    const found = await missesOf(merkleProofs, {
      [`${below}/0/good.json`]: { ...vector, wantErr: false },
      [`${below}/deeper/1/wrong.json`]: { ...vector, wantErr: true },
    });
    expect(found).toEqual({ total: 2, misses: ['inclusion/deeper/1/wrong.json'] });
  });

  it('miss a signature said to hold that does not; what is left open is refused', async () => {
    const pk = Buffer.from(generateKey().publicBytes).toString('hex');
    const test = { comment: '', msg: '00', sig: '00'.repeat(64) };
    const tests = ['valid', 'invalid', 'acceptable'].map((result, at) => {
      return { ...test, tcId: at + 1, result };
    });
    const found = await missesOf(ed25519, {
      'federation/wycheproof/ed25519_test.json': { testGroups: [{ publicKey: { pk }, tests }] },
    });
    expect(found).toEqual({ total: 3, misses: ['1'] });
  });

  it('miss a canonical form that differs by a byte', async () => {
    const below = 'federation/rfc8785/testdata';
    const hex = (text: string): string => Buffer.from(text).toString('hex');
    const found = await missesOf(canonicalJson, {
      [`${below}/input/right.json`]: '{"b":1, "a":0.5}',
      [`${below}/outhex/right.txt`]: hex('{"a":0.5,"b":1}'),
      [`${below}/input/wrong.json`]: '{"b":1, "a":2}',
      [`${below}/outhex/wrong.txt`]: hex('{"a":2,"b":1} '),
    });
    expect(found).toEqual({
      total: 6,
      misses: ['wrong: written', 'wrong: read as part of an act'],
    });
  });
});
