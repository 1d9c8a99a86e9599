import { describe, expect, it } from 'vitest';
import {
  checkpointText,
  cosign,
  cosignedAt,
  cosigners,
  meetsPolicy,
  policyFault,
  readCheckpoint,
  readCount,
  signCheckpoint,
} from './checkpoint.ts';
import { keyFromSeed } from './key.ts';
import { EMPTY_ROOT } from './merkle.ts';
import { noteFault, noteKey, noteTextOf } from './signed-note.ts';

const ORIGIN = 'node.example/log';
const LOG_KEY = keyFromSeed(new Uint8Array(32).fill(1));
const SIGNED = signCheckpoint({ origin: ORIGIN, size: 3, root: EMPTY_ROOT }, LOG_KEY);
const TEXT = `${ORIGIN}\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`;
const log = noteKey(ORIGIN, 'ed25519', LOG_KEY.publicBytes);

const WITNESSES = [1, 2, 3].map((number) => {
  const key = keyFromSeed(new Uint8Array(32).fill(10 + number));
  const name = `witness.example/w${number}`;
  return { key, name, note: noteKey(name, 'cosignature', key.publicBytes) };
});
const witness = (at: number) => {
  const found = WITNESSES[at];
  if (!found) throw new Error('no such witness');
  return found;
};

function cosigned(...at: readonly number[]) {
  const lines = at.map((one) => cosign(SIGNED, witness(one).name, witness(one).key, 1_700_000_000));
  const note = { ...SIGNED.note, signatures: [...SIGNED.note.signatures, ...lines] };
  return { ...SIGNED, note };
}

describe('a checkpoint', () => {
  it('has three lines, and is read as it was signed', () => {
    expect(checkpointText(SIGNED)).toBe(TEXT);
    const read = readCheckpoint(noteTextOf(SIGNED.note));
    expect(read).toEqual(SIGNED);
    expect(noteFault(SIGNED.note, [log])).toBeNull();
  });

  it('of another log may have more lines, which are kept as they are', () => {
    const text = `${TEXT}extension\n`;
    const read = readCheckpoint(noteTextOf({ ...SIGNED.note, text }));
    expect(read).toMatchObject({ size: 3, note: { text } });
  });

  it.each([
    ['a size with a leading zero', TEXT.replace('\n3\n', '\n03\n')],
    ['a negative size', TEXT.replace('\n3\n', '\n-3\n')],
    ['a size that JavaScript does not count', TEXT.replace('\n3\n', `\n${2 ** 53}\n`)],
    ['no size', TEXT.replace('3\n', '')],
    ['a root that is too short', TEXT.replace('47DE', '')],
    ['a root of odd base64', TEXT.replace('uFU=', 'uFV=')],
    ['an origin of two words', TEXT.replace('/log', ' log')],
    ['an empty line in it', `${TEXT}\nmore\n`],
  ])('is refused with %s', (_, text) => {
    expect(readCheckpoint(noteTextOf({ ...SIGNED.note, text }))).toHaveProperty('fault');
  });

  it('is not signed for an origin, a size or a root that is none', () => {
    for (const bad of [{ origin: 'a b' }, { size: -1 }, { root: new Uint8Array(31) }]) {
      expect(() => signCheckpoint({ ...SIGNED, ...bad }, LOG_KEY)).toThrow(RangeError);
    }
  });

  it('counts up to the last number that JavaScript counts exactly', () => {
    expect(readCount(String(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER);
    expect(['9007199254740992', '1e3', '', '+1', ' 1'].map(readCount)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a cosignature', () => {
  it('says when, and holds for this checkpoint and this witness alone', () => {
    const one = cosign(SIGNED, witness(0).name, witness(0).key, 1_700_000_000);
    expect(cosignedAt(SIGNED.note.text, one, witness(0).note)).toBe(1_700_000_000);
    expect(cosignedAt(SIGNED.note.text, one, witness(1).note)).toBeNull();
    expect(cosignedAt(SIGNED.note.text.replace('3', '4'), one, witness(0).note)).toBeNull();
    for (let at = 0; at < one.signature.byteLength; at++) {
      const signature = new Uint8Array(one.signature);
      signature[at] = (signature[at] ?? 0) ^ 1;
      expect(cosignedAt(SIGNED.note.text, { ...one, signature }, witness(0).note)).toBeNull();
    }
    expect(() => cosign(SIGNED, witness(0).name, witness(0).key, -1)).toThrow(RangeError);
  });

  it('is not a signature of the log, though the key be the same', () => {
    const twin = { ...SIGNED.note, signatures: [cosign(SIGNED, ORIGIN, LOG_KEY, 1)] };
    expect(noteFault(twin, [log])).toBe('it is not signed by a key that is known');
  });
});

describe('a policy of n of m witnesses', () => {
  const witnesses = WITNESSES.map(({ note }) => note);

  it('is met by as many as the quorum says, each counted once', () => {
    const policy = { quorum: 2, witnesses };
    expect(meetsPolicy(cosigned(), policy)).toBe(false);
    expect(meetsPolicy(cosigned(0), policy)).toBe(false);
    expect(meetsPolicy(cosigned(0, 0), policy)).toBe(false);
    expect(meetsPolicy(cosigned(0, 2), policy)).toBe(true);
    expect(meetsPolicy(cosigned(0, 1, 2), policy)).toBe(true);
    expect(cosigners(cosigned(1), witnesses).map(({ name }) => name)).toEqual([
      'witness.example/w2',
    ]);
  });

  it('without a quorum asks nothing, and one that nobody can meet is a fault', () => {
    expect(meetsPolicy(cosigned(), { quorum: 0, witnesses: [] })).toBe(true);
    expect(policyFault({ quorum: 4, witnesses })).toContain('larger');
    expect(policyFault({ quorum: 1.5, witnesses })).toContain('whole number');
    expect(policyFault({ quorum: 1, witnesses: [witness(0).note, witness(0).note] })).toContain(
      'twice',
    );
    expect(meetsPolicy(cosigned(0), { quorum: -1, witnesses })).toBe(false);
  });
});
