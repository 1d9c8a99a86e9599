/**
 * A ballot that says nothing of its voter. Its serial is a key that the voter made; the signature
 * on the paper proves that it was handed out, and the serial's own signature that nobody changed
 * what is marked on it. Used by whoever votes, collects and verifies alike.
 */
import {
  type KeyObject,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import {
  MODULUS_BITS,
  MODULUS_BYTES,
  blind,
  blindSign,
  signatureHolds,
  unblind,
} from './blind-signature.ts';

/** A point of the curve P-256 in full: one byte of form, and two numbers. */
const SERIAL_BYTES = 65;
const COORDINATE_BYTES = 32;
const SIGNATURE_BYTES = 64;
export const MARKS_MAX = 300;
const Mark = z.string().regex(/^[A-Za-z0-9-]{1,80}$/, 'a choice or an actor');
/** Marked alone, it says that the ballot was spoilt on purpose. */
export const SPOILT = '-';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'base64url');
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** So many bytes in base64url, written in the one way in which they may be. */
export const Bytes = (length: number) =>
  z
    .string()
    .max(Math.ceil((length * 4) / 3))
    .refine((text) => bytesOf(text).length === length && textOf(bytesOf(text)) === text, {
      message: `${length} bytes in base64url`,
    });

/** An RSA modulus of full length, and odd. */
export const Modulus = Bytes(MODULUS_BYTES).refine((text) => {
  const bytes = bytesOf(text);
  return (bytes[0] ?? 0) >= 0x80 && (bytes.at(-1) ?? 0) % 2 === 1;
}, 'no RSA modulus');

export const SecretBallot = z.strictObject({
  serial: Bytes(SERIAL_BYTES),
  /** The signature that proves that the paper was handed out. */
  paper: Bytes(MODULUS_BYTES),
  /** A choice, or candidates in the order of the alphabet; none: blank. */
  marks: z.array(Mark).max(MARKS_MAX),
  /** The serial's own, over what is marked. */
  signature: Bytes(SIGNATURE_BYTES),
});
export type SecretBallot = z.output<typeof SecretBallot>;

/** Which ballot it is: of a question in a register, and the how-manieth. */
export interface BallotPlace {
  readonly register: string;
  readonly decision: string;
  readonly ballot: number;
}

const lines = (...all: readonly (string | number)[]): Uint8Array =>
  Buffer.from(all.join('\n'), 'utf8');

/** What is signed blindly when a paper is handed out. */
export const paperMessage = ({ register, decision, ballot }: BallotPlace, serial: string) =>
  lines('concord ballot paper v1', register, decision, ballot, serial);

/** What the serial signs when the paper is marked. */
export const marksMessage = (
  { register, decision, ballot }: BallotPlace,
  serial: string,
  marks: readonly string[],
) => lines('concord ballot v1', register, decision, ballot, serial, ...marks);

/** A paper before it is handed out; all of it is the voter's secret but `blinded`. */
export interface PaperAsked {
  readonly serial: string;
  /** The private key of the serial, PKCS #8. */
  readonly key: string;
  readonly blinded: string;
  readonly inverse: string;
}

/** Makes a serial and hides it under the ballot's key. */
export function askForPaper(place: BallotPlace, modulus: string): PaperAsked {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const serial = textOf(Buffer.concat([Buffer.of(4), bytesOf(x), bytesOf(y)]));
  const hidden = blind(bytesOf(modulus), paperMessage(place, serial));
  return {
    serial,
    key: textOf(privateKey.export({ type: 'pkcs8', format: 'der' })),
    blinded: textOf(hidden.blinded),
    inverse: textOf(hidden.inverse),
  };
}

/** The paper's signature as it came back, without its veil; null where it is none. */
export function takePaper(
  place: BallotPlace,
  modulus: string,
  asked: PaperAsked,
  handed: string,
): string | null {
  const signature = { signature: bytesOf(handed), inverse: bytesOf(asked.inverse) };
  const paper = unblind(bytesOf(modulus), paperMessage(place, asked.serial), signature);
  return paper && textOf(paper);
}

/** Marks a paper that was handed out. */
export function markPaper(
  place: BallotPlace,
  { serial, key, paper }: Pick<PaperAsked, 'serial' | 'key'> & { readonly paper: string },
  marks: readonly string[],
): SecretBallot {
  const sorted = [...marks].sort();
  const message = marksMessage(place, serial, sorted);
  const signature = sign('sha256', message, { key: privateKeyOf(key), dsaEncoding: 'ieee-p1363' });
  return { serial, paper, marks: sorted, signature: textOf(signature) };
}

function isMarkedBySerial(place: BallotPlace, { serial, marks, signature }: SecretBallot): boolean {
  const point = bytesOf(serial);
  const [x, y] = [point.subarray(1, 1 + COORDINATE_BYTES), point.subarray(1 + COORDINATE_BYTES)];
  try {
    const jwk = { kty: 'EC', crv: 'P-256', x: textOf(x), y: textOf(y) };
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const message = marksMessage(place, serial, marks);
    return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, bytesOf(signature));
  } catch {
    // Bytes that are no point of the curve are no serial.
    return false;
  }
}

/** What is wrong with a ballot in itself: its paper, or the hand that marked it; null: nothing. */
export function ballotFault(
  place: BallotPlace,
  modulus: string,
  ballot: SecretBallot,
): 'paper' | 'signature' | null {
  const message = paperMessage(place, ballot.serial);
  if (!signatureHolds(bytesOf(modulus), message, bytesOf(ballot.paper))) return 'paper';
  return isMarkedBySerial(place, ballot) ? null : 'signature';
}

/** The key of one ballot: what is public of it, and what whoever hands out papers keeps. */
export interface BallotKey {
  readonly modulus: string;
  /** The private half, PKCS #8. */
  readonly secret: string;
}

/** Makes a key for one ballot. */
export async function newBallotKey(): Promise<BallotKey> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: MODULUS_BITS,
  });
  const { n = '' } = publicKey.export({ format: 'jwk' });
  return { modulus: n, secret: textOf(privateKey.export({ type: 'pkcs8', format: 'der' })) };
}

const privateKeyOf = (text: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(bytesOf(text)), format: 'der', type: 'pkcs8' });

/** Signs a paper as it was asked for; null where that is no number of this key. */
export function handPaper({ modulus, secret }: BallotKey, blinded: string): string | null {
  const signature = blindSign(privateKeyOf(secret), bytesOf(modulus), bytesOf(blinded));
  return signature && textOf(signature);
}
