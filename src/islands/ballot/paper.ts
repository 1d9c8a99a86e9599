/** A voter's paper: made, asked for, taken and marked in this browser, and kept nowhere else. */
import { blind, fromText, toText, unblind } from './blind.ts';

export interface Place {
  readonly register: string;
  readonly decision: string;
  readonly ballot: number;
}

/** A key as it is written (RFC 7517). */
export interface KeyText {
  readonly kty?: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly d?: string;
}

/** What is kept until the ballot is in the box; then its serial alone. */
export interface Paper {
  readonly actor: string;
  readonly serial: string;
  /** The private key of the serial. */
  readonly own?: KeyText;
  readonly blinded?: string;
  readonly inverse?: string;
  readonly paper?: string;
  readonly isIn?: true;
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };

const lines = (...all: readonly (string | number)[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(all.join('\n'));

const paperMessage = ({ register, decision, ballot }: Place, serial: string) =>
  lines('concord ballot paper v1', register, decision, ballot, serial);

const prefixOf = ({ register, decision, ballot }: Place): string =>
  `concord.ballot ${register} ${decision} ${ballot} `;

/** The papers of this ballot that this browser has, whatever else it keeps. */
export function papersHere(place: Place): Paper[] {
  const prefix = prefixOf(place);
  return Object.entries(localStorage).flatMap(([name, text]): Paper[] => {
    if (!name.startsWith(prefix) || typeof text !== 'string') return [];
    try {
      // This script wrote it.
      return [JSON.parse(text) as Paper];
    } catch {
      return [];
    }
  });
}

export function keep(place: Place, paper: Paper): void {
  localStorage.setItem(`${prefixOf(place)}${paper.actor}`, JSON.stringify(paper));
}

export function forget(place: Place, { actor }: Paper): void {
  localStorage.removeItem(`${prefixOf(place)}${actor}`);
}

/** Makes a serial, and hides it under the ballot's key. */
export async function makePaper(place: Place, key: string, actor: string): Promise<Paper> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  const serial = toText(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const hidden = await blind(fromText(key), paperMessage(place, serial));
  return {
    actor,
    serial,
    own: await crypto.subtle.exportKey('jwk', pair.privateKey),
    blinded: toText(hidden.blinded),
    inverse: toText(hidden.inverse),
  };
}

/** The paper with its signature, once it was handed out; null where that is none. */
export async function takePaper(
  place: Place,
  key: string,
  { signature, asked }: { readonly signature: string; readonly asked: Paper },
): Promise<Paper | null> {
  const message = paperMessage(place, asked.serial);
  const plain = await unblind(fromText(key), message, {
    signature: fromText(signature),
    inverse: fromText(asked.inverse ?? ''),
  });
  return plain && { ...asked, paper: toText(plain) };
}

/** The ballot as it goes into the box: nothing in it says whose it is. */
export async function markPaper(place: Place, held: Paper, marks: readonly string[]) {
  const { serial, paper = '', own = {} } = held;
  const sorted = [...marks].sort();
  const key = await crypto.subtle.importKey('jwk', own, CURVE, false, ['sign']);
  const { register, decision, ballot } = place;
  const message = lines('concord ballot v1', register, decision, ballot, serial, ...sorted);
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, message);
  return { serial, paper, marks: sorted, signature: toText(new Uint8Array(signature)) };
}
