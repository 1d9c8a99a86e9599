import { describe, expect, it } from 'vitest';
import { type SignedCheckpoint, signCheckpoint } from './checkpoint.ts';
import { keyFromSeed } from './key.ts';
import { type LeafRange, type NodeAddress, leafHash, rootOf } from './merkle.ts';
import { consistencyRanges, proofFrom } from './merkle-proof.ts';
import { noteKey, noteTextOf } from './signed-note.ts';
import {
  PROOF_LINES_MAX,
  WITNESS_BODY_BYTES_MAX,
  forkFault,
  judgeCheckpoint,
  readWitnessBody,
  witnessBody,
} from './witness.ts';

const ORIGIN = 'node.example/log';
const KEY = keyFromSeed(new Uint8Array(32).fill(1));
const KEYS = [noteKey(ORIGIN, 'ed25519', KEY.publicBytes)];

/** A log of leaves that differ from another's by its name. */
function logOf(name: string) {
  const leaf = (at: number) => leafHash(Buffer.from(at < 4 ? `same ${at}` : `${name} ${at}`));
  const over = ({ start, end }: LeafRange) =>
    rootOf(Array.from({ length: end - start }, (_, at) => leaf(start + at)));
  const read = async (nodes: readonly NodeAddress[]) =>
    nodes.map(({ level, index }) =>
      over({ start: index * 2 ** level, end: (index + 1) * 2 ** level }),
    );
  const root = (size: number) => over({ start: 0, end: size });
  return {
    root,
    at: (size: number): SignedCheckpoint =>
      signCheckpoint({ origin: ORIGIN, size, root: root(size) }, KEY),
    proof: (from: number, to: number) => proofFrom(consistencyRanges(from, to), read),
  };
}
const [log, other] = [logOf('one'), logOf('other')];

describe('a witness', () => {
  it('cosigns the first checkpoint that it sees, then what is proven to continue it', async () => {
    const first = { old: 0, proof: [], checkpoint: log.at(5) };
    expect(judgeCheckpoint(first, KEYS, null)).toEqual({ verdict: 'cosign' });
    const next = { old: 5, proof: await log.proof(5, 9), checkpoint: log.at(9) };
    expect(judgeCheckpoint(next, KEYS, log.at(5))).toEqual({ verdict: 'cosign' });
    const again = { old: 9, proof: [], checkpoint: log.at(9) };
    expect(judgeCheckpoint(again, KEYS, log.at(9))).toEqual({ verdict: 'cosign' });
  });

  it('tells the size that it knows where it is thought to know another', async () => {
    const request = { old: 4, proof: await log.proof(4, 9), checkpoint: log.at(9) };
    expect(judgeCheckpoint(request, KEYS, log.at(5))).toEqual({ verdict: 'conflict', size: 5 });
    expect(judgeCheckpoint(request, KEYS, null)).toEqual({ verdict: 'conflict', size: 0 });
  });

  it('does not cosign without a proof, or with one of a log that goes on otherwise', async () => {
    const checkpoint = other.at(9);
    for (const proof of [[], await log.proof(5, 9), await other.proof(5, 9)]) {
      const verdict = judgeCheckpoint({ old: 5, proof, checkpoint }, KEYS, log.at(5));
      expect(verdict).toMatchObject({ verdict: 'unproven' });
    }
    const spare = { old: 0, proof: await log.proof(5, 9), checkpoint: log.at(9) };
    expect(judgeCheckpoint(spare, KEYS, null)).toMatchObject({ verdict: 'unproven' });
  });

  it('does not cosign what the log did not sign, nor a log that shrinks', () => {
    const forged = signCheckpoint(log.at(5), keyFromSeed(new Uint8Array(32).fill(2)));
    const request = { old: 0, proof: [], checkpoint: forged };
    expect(judgeCheckpoint(request, KEYS, null)).toMatchObject({ verdict: 'unsigned' });
    const shrunk = { old: 5, proof: [], checkpoint: log.at(4) };
    expect(judgeCheckpoint(shrunk, KEYS, log.at(5))).toMatchObject({ verdict: 'malformed' });
  });

  it('finds a log that signed two trees of one size, and holds the proof', () => {
    const request = { old: 9, proof: [], checkpoint: other.at(9) };
    const verdict = judgeCheckpoint(request, KEYS, log.at(9));
    expect(verdict).toMatchObject({ verdict: 'forked', size: 9 });
    const fork = 'fork' in verdict ? verdict.fork : null;
    expect(fork && forkFault(fork, KEYS)).toBeNull();
  });
});

describe('a fork of a log', () => {
  const noteOf = ({ note }: SignedCheckpoint) => noteTextOf(note);

  it('between two sizes is proven by what the larger tree begins with', async () => {
    const between = { root: other.root(6), proof: await other.proof(6, 9) };
    const [first, second] = [noteOf(log.at(6)), noteOf(other.at(9))];
    expect(forkFault({ first, second, between }, KEYS)).toBeNull();
    expect(forkFault({ first: second, second: first, between }, KEYS)).toBeNull();
    expect(forkFault({ first, second, between: null }, KEYS)).not.toBeNull();
    const wrong = { ...between, root: other.root(7) };
    expect(forkFault({ first, second, between: wrong }, KEYS)).not.toBeNull();
  });

  it('is not proven against a log that only grew, nor by what others signed', async () => {
    const between = { root: log.root(6), proof: await log.proof(6, 9) };
    const honest = { first: noteOf(log.at(6)), second: noteOf(log.at(9)), between };
    expect(forkFault(honest, KEYS)).toContain('begins with the smaller one');
    expect(forkFault({ ...honest, second: honest.first, between: null }, KEYS)).toContain('same');
    const stranger = noteKey(
      ORIGIN,
      'ed25519',
      keyFromSeed(new Uint8Array(32).fill(3)).publicBytes,
    );
    const fork = { first: noteOf(log.at(9)), second: noteOf(other.at(9)), between: null };
    expect(forkFault(fork, [stranger])).toContain('not signed');
    const elsewhere = noteOf(signCheckpoint({ ...other.at(9), origin: 'b.example' }, KEY));
    expect(forkFault({ ...fork, second: elsewhere }, KEYS)).toContain('two logs');
  });
});

describe('the body of a request', () => {
  it('is read as it is written', async () => {
    const request = { old: 5, proof: await log.proof(5, 9), checkpoint: log.at(9) };
    expect(readWitnessBody(witnessBody(request))).toEqual(request);
    const first = { old: 0, proof: [], checkpoint: log.at(1) };
    expect(readWitnessBody(witnessBody(first))).toEqual(first);
  });

  it.each([
    ['nothing', () => ''],
    ['no size', (body: string) => body.replace('old 5\n', '')],
    ['a size with a leading zero', (body: string) => body.replace('old 5', 'old 05')],
    ['a hash cut short', (body: string) => body.replace(/=\n/, '\n')],
    ['no checkpoint', (body: string) => body.slice(0, body.indexOf('\n\n') + 2)],
    ['too much', (body: string) => body + 'x'.repeat(WITNESS_BODY_BYTES_MAX)],
  ])('is refused with %s', async (_, change) => {
    const request = { old: 5, proof: await log.proof(5, 9), checkpoint: log.at(9) };
    expect(readWitnessBody(change(witnessBody(request)))).toHaveProperty('fault');
  });

  it('holds no more hashes than a tree may be high', () => {
    const proof = (length: number) => Array.from({ length }, () => log.root(1));
    const body = (length: number) =>
      witnessBody({ old: 5, proof: proof(length), checkpoint: log.at(9) });
    expect(readWitnessBody(body(PROOF_LINES_MAX))).not.toHaveProperty('fault');
    expect(readWitnessBody(body(PROOF_LINES_MAX + 1))).toHaveProperty('fault');
  });
});
