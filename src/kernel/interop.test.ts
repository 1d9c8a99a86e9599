/** Our own code over the vectors that others are given; see `interop/README.md`. */
import { describe, expect, test } from 'vitest';
import actVectors from '../../interop/acts.json' with { type: 'json' };
import audienceVectors from '../../interop/audiences.json' with { type: 'json' };
import canonicalVectors from '../../interop/canonical.json' with { type: 'json' };
import dateVectors from '../../interop/dates.json' with { type: 'json' };
import keyVectors from '../../interop/keys.json' with { type: 'json' };
import checkpointVectors from '../../interop/checkpoints.json' with { type: 'json' };
import merkleVectors from '../../interop/merkle.json' with { type: 'json' };
import proofVectors from '../../interop/act-proofs.json' with { type: 'json' };
import fileVectors from '../../interop/record-files.json' with { type: 'json' };
import { type SignedAct, streamOf } from './act.ts';
import { canonicalBytes, canonicalText, parseCanonical } from './canonical.ts';
import { addDays, addMonths, firstOfNthMonthAfter, isPlainDate } from './dates.ts';
import { keyFromSeed, publicKeyFault, publicKeyOf } from './key.ts';
import { cosigners, readCheckpoint } from './checkpoint.ts';
import { leafHash, rootOf } from './merkle.ts';
import { consistencyFault, inclusionFault } from './merkle-proof.ts';
import { type NoteKey, noteFault, noteKey, readVkey, vkeyOf } from './signed-note.ts';
import { Marking, audienceOf, mayView } from './marking.ts';
import { signatureHolds, signedMessage, verifyAct } from './sign.ts';
import { edited } from './test-edits.ts';
import { verifyProofFile } from './verify-proof-file.ts';
import { verifyRecordFile } from './verify-record-file.ts';
import { forkFault, judgeCheckpoint, readWitnessBody } from './witness.ts';

const SIZE_BYTES_MAX = 10_000;
const fromHex = (text: string): Uint8Array => Buffer.from(text, 'hex');
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

interface ActVector {
  readonly header: string;
  readonly signature: string;
  readonly parts: readonly { readonly salt: string; readonly text: string }[];
}

function signedAct({ header, signature, parts }: ActVector): SignedAct {
  return {
    header: Buffer.from(header),
    signature: fromHex(signature),
    parts: parts.map(({ salt, text }) => ({ salt: fromHex(salt), bytes: Buffer.from(text) })),
  };
}

describe('canonical.json', () => {
  test.each(canonicalVectors.good)('$name', ({ input, canonical, bytes }) => {
    const value: unknown = JSON.parse(input);
    expect(canonicalText(value)).toBe(canonical);
    expect(toHex(canonicalBytes(value))).toBe(bytes);
    expect(parseCanonical(fromHex(bytes), SIZE_BYTES_MAX)).toEqual({ value });
  });

  test.each(canonicalVectors.bad)('refuses $name ($kind)', ({ bytes }) => {
    expect(parseCanonical(fromHex(bytes), SIZE_BYTES_MAX)).toHaveProperty('fault');
  });
});

describe('keys.json', () => {
  test.each(keyVectors.good)('names $publicKey', ({ seed, publicKey, keyId }) => {
    const key = keyFromSeed(fromHex(seed));
    expect(toHex(key.publicBytes)).toBe(publicKey);
    expect(key.id).toBe(keyId);
    expect(publicKeyFault(key.publicBytes)).toBeNull();
  });

  const faults = new Map([
    ['small-order', 'of small order'],
    ['not-canonical', 'not canonically encoded'],
    ['not-on-curve', 'not a point of the curve'],
    ['length', 'not 32 bytes'],
  ]);
  test.each(keyVectors.bad)('refuses $name ($kind)', ({ kind, publicKey }) => {
    expect(publicKeyFault(fromHex(publicKey))).toBe(faults.get(kind));
  });
});

describe('acts.json', () => {
  test.each(actVectors.good)('$name', (vector) => {
    const publicKey = publicKeyOf(fromHex(vector.publicKey));
    const act = verifyAct(signedAct(vector), () => publicKey);
    expect(act).toEqual({
      id: vector.id,
      header: JSON.parse(vector.header) as unknown,
      payload: vector.payload,
    });
    expect(toHex(signedMessage(vector.id))).toBe(vector.signedMessage);
    expect(signatureHolds(vector.id, fromHex(vector.signature), publicKey)).toBe(true);
  });

  test.each(actVectors.bad)('refuses $name ($rule)', (vector) => {
    const publicKey = publicKeyOf(fromHex(vector.publicKey));
    const act = verifyAct(signedAct(vector), () => publicKey);
    expect(act).toMatchObject({ refused: true, rule: { id: vector.rule } });
  });
});

describe('audiences.json', () => {
  test.each(audienceVectors.good)('$canonical', (vector) => {
    const marking = Marking.parse(vector.marking);
    expect(canonicalText(marking)).toBe(vector.canonical);
    expect(audienceOf(marking)).toBe(vector.audience);
    expect(streamOf('FRA', marking)).toBe(vector.streamOfFRA);
    const seen = vector.viewers.map(({ actors }) => ({
      actors,
      mayView: mayView(marking, actors),
    }));
    expect(seen).toEqual(vector.viewers);
  });

  test.each(audienceVectors.bad)('refuses $name', ({ marking }) => {
    expect(Marking.safeParse(marking).success).toBe(false);
  });
});

describe('dates.json', () => {
  test.each(dateVectors.good)('%j is a day', (text) => expect(isPlainDate(text)).toBe(true));
  test.each(dateVectors.bad)('%j is none', (text) => expect(isPlainDate(text)).toBe(false));

  test.each(dateVectors.addDays)('$from + $days days = $to', ({ from, days, to }) => {
    expect(addDays(from, days)).toBe(to);
  });
  test.each(dateVectors.addMonths)('$from + $months months = $to', ({ from, months, to }) => {
    expect(addMonths(from, months)).toBe(to);
  });
  test.each(dateVectors.firstOfNthMonthAfter)('$from, month $nthMonth = $to', (vector) => {
    expect(firstOfNthMonthAfter(vector.from, vector.nthMonth)).toBe(vector.to);
  });
});

describe('record-files.json', () => {
  const [first] = fileVectors.good;
  const whole = Buffer.from(first?.file ?? '');

  test.each(fileVectors.good)('verifies $name', (vector) => {
    const { register, genesis, custodian } = vector;
    const report = verifyRecordFile(Buffer.from(vector.file));
    expect(report).toMatchObject({ verified: true, faults: [], register, genesis, custodian });
    const acts = report.acts.map(({ act, place, role, verdict, withheldParts }) => {
      return { act, place, role, verdict, withheldParts };
    });
    expect(acts).toEqual(vector.acts);
  });

  test.each(fileVectors.bad)('finds out $name ($kind)', ({ kind, edits }) => {
    const { verified, faults, acts, documents } = verifyRecordFile(edited(whole, edits));
    expect(verified).toBe(false);
    const signs: Record<string, unknown> = {
      seal: faults.some((fault) => fault.startsWith('The seal ')),
      form: faults.some((fault) => fault.startsWith('The file is ')),
      act: acts.some(({ verdict }) => verdict === 'fails'),
      order: faults.some((fault) => fault.startsWith('position ')),
      genesis: faults.some((fault) => fault.startsWith('The file does not begin ')),
      document: documents.some(({ state }) => state === 'fails'),
      answer: faults.some((fault) => fault.startsWith('The answer ')),
    };
    expect(signs[kind]).toBe(true);
  });
});

describe('merkle.json', () => {
  test.each(merkleVectors.leaves)('hashes leaf $data', ({ data, hash }) => {
    expect(toHex(leafHash(fromHex(data)))).toBe(hash);
  });
  test.each(merkleVectors.trees)('has the root of $size leaves', ({ size, root }) => {
    const leaves = merkleVectors.leaves.slice(0, size).map(({ hash }) => fromHex(hash));
    expect(toHex(rootOf(leaves))).toBe(root);
  });

  const inclusionOf = (given: (typeof merkleVectors.inclusion.good)[number]) =>
    inclusionFault({
      ...given,
      leaf: fromHex(given.leaf),
      root: fromHex(given.root),
      proof: given.proof.map(fromHex),
    });
  const consistencyOf = (given: (typeof merkleVectors.consistency.good)[number]) =>
    consistencyFault({
      ...given,
      root1: fromHex(given.root1),
      root2: fromHex(given.root2),
      proof: given.proof.map(fromHex),
    });
  test.each(merkleVectors.inclusion.good)('proves leaf $index of $size', (given) => {
    expect(inclusionOf(given)).toBeNull();
  });
  test.each(merkleVectors.inclusion.bad)('refuses $name', (given) => {
    expect(inclusionOf(given)).not.toBeNull();
  });
  test.each(merkleVectors.consistency.good)('proves $size1 in $size2', (given) => {
    expect(consistencyOf(given)).toBeNull();
  });
  test.each(merkleVectors.consistency.bad)('refuses $name', (given) => {
    expect(consistencyOf(given)).not.toBeNull();
  });
});

describe('checkpoints.json', () => {
  const keyOf = (text: string): NoteKey => {
    const key = readVkey(text);
    if ('fault' in key) throw new Error(key.fault);
    return key;
  };
  const read = (note: string) => {
    const checkpoint = readCheckpoint(note);
    if ('fault' in checkpoint) throw new Error(checkpoint.fault);
    return checkpoint;
  };
  const { keys, request, fork } = checkpointVectors;
  const log = keyOf(keys.log.vkey);

  test('names keys as they follow from their seeds', () => {
    const own = keyFromSeed(fromHex(keys.log.seed));
    expect(vkeyOf(noteKey(keys.log.name, 'ed25519', own.publicBytes))).toBe(keys.log.vkey);
    for (const { name, seed, vkey } of keys.witnesses) {
      const { publicBytes } = keyFromSeed(fromHex(seed));
      expect(vkeyOf(noteKey(name, 'cosignature', publicBytes))).toBe(vkey);
    }
  });
  test.each(checkpointVectors.good)('reads $name', ({ note, origin, size, root, ...known }) => {
    const checkpoint = read(note);
    expect(checkpoint).toMatchObject({ origin, size });
    expect(toHex(checkpoint.root)).toBe(root);
    expect(noteFault(checkpoint.note, [log])).toBeNull();
    const witnesses = keys.witnesses.map(({ vkey }) => keyOf(vkey));
    expect(cosigners(checkpoint, witnesses)).toEqual(known.cosigners);
  });
  test.each(checkpointVectors.bad)('refuses $name ($kind)', ({ kind, note }) => {
    const checkpoint = readCheckpoint(note);
    const isRead = !('fault' in checkpoint);
    expect(isRead).toBe(kind === 'signature');
    expect(isRead && noteFault(checkpoint.note, [log])).not.toBeNull();
  });
  test('cosigns a request with its proof, and proves a fork', () => {
    const given = readWitnessBody(request.body);
    if ('fault' in given) throw new Error(given.fault);
    expect(judgeCheckpoint(given, [log], read(request.known))).toEqual({ verdict: 'cosign' });
    expect(forkFault({ ...fork, between: null }, [log])).toBeNull();
  });
});

describe('act-proofs.json', () => {
  const whole = Buffer.from(proofVectors.good[0]?.file ?? '');

  test.each(proofVectors.good)('verifies $name', ({ file, act, ...known }) => {
    const { register, genesis, log, withheldParts } = known;
    const report = verifyProofFile(Buffer.from(file));
    expect(report.steps.flatMap(({ faults }) => faults)).toEqual([]);
    expect(report).toMatchObject({ verified: true, register, genesis, log });
    expect(report.act).toMatchObject({ act, withheldParts, verdict: 'verified' });
    expect(report.cosigners).toEqual(known.cosigners);
  });
  test.each(proofVectors.bad)('finds out $name ($kind)', ({ kind, edits }) => {
    const report = verifyProofFile(edited(whole, edits));
    expect(report.verified).toBe(false);
    const failing = report.steps.filter(({ faults }) => faults.length > 0);
    expect(failing.map(({ step }) => step)).toContain(kind);
  });
});
