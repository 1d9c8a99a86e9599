/** The browser's own blind signatures, held to the vectors of the node's and to the node itself. */
import { describe, expect, it } from 'vitest';
import vectors from '../../interop/blind-signatures.json' with { type: 'json' };
import { islandText } from '../../src/host/islands.ts';
import { gzipSync } from 'node:zlib';
import { blind, fromText, toText, unblind } from '../../src/islands/ballot/blind.ts';
import { makePaper, markPaper, takePaper } from '../../src/islands/ballot/paper.ts';
import { inverseOf } from '../../src/kernel/modular.ts';
import {
  SecretBallot,
  ballotFault,
  handPaper,
  newBallotKey,
} from '../../src/kernel/secret-ballot.ts';

const SCRIPT_BYTES_MAX = 15 * 1024;
const fromHex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const numberOf = (hex: string): bigint => BigInt(`0x${hex}`);

describe('a paper that a browser makes', () => {
  it.each(vectors.good)('is hidden as $from says', async (one) => {
    const n = numberOf(one.p) * numberOf(one.q);
    const key = fromHex(n.toString(16));
    const factor = inverseOf(numberOf(one.inverse), n) ?? 0n;
    const message = fromHex(one.message);
    const hidden = await blind(key, message, { salt: fromHex(one.salt), factor });
    expect(toHex(hidden.blinded)).toBe(one.blinded);
    expect(toHex(hidden.inverse)).toBe(one.inverse);
    const { inverse } = hidden;
    const signature = fromHex(one.blindSignature);
    const plain = await unblind(key, message, { signature, inverse });
    expect(plain && toHex(plain)).toBe(one.signature);
    const broken = signature.with(0, (signature[0] ?? 0) ^ 1);
    expect(await unblind(key, message, { signature: broken, inverse })).toBeNull();
  });

  it('is one that the node hands out, and its ballot one that it takes', async () => {
    const place = { register: 'meetings/one', decision: 'seat', ballot: 2 };
    const key = await newBallotKey();
    const asked = await makePaper(place, key.modulus, 'KEN');
    const signature = handPaper(key, asked.blinded ?? '') ?? '';
    const held = await takePaper(place, key.modulus, { signature, asked });
    expect(held).not.toBeNull();
    const ballot = SecretBallot.parse(await markPaper(place, held ?? asked, ['NOR', 'FJI']));
    expect(ballot.marks).toEqual(['FJI', 'NOR']);
    expect(ballotFault(place, key.modulus, ballot)).toBeNull();
  });

  it('writes bytes as the node does', () => {
    const bytes = Uint8Array.from({ length: 65 }, (_, at) => (at * 37) % 256);
    expect(toText(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    expect(fromText(toText(bytes))).toEqual(bytes);
  });

  it('comes with a script that is small', () => {
    expect(gzipSync(islandText('ballot')).length).toBeLessThan(SCRIPT_BYTES_MAX);
  });
});
