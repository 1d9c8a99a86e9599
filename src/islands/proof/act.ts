/** An act of the file: its id, its header, what it says, and its signature. */
import { type Bytes, bytesOf, fromBase64Url, fromHex, hexOf, hmac, sha256 } from './bytes.ts';
import { type Members, type Value, count, hasExactly, list, members } from './canonical.ts';
import { readMembers, text, write } from './canonical.ts';

/** What may be wrong, each with words of its own. */
export type Fault =
  | 'form'
  | 'genesis'
  | 'header'
  | 'part'
  | 'signature'
  | 'key'
  | 'weak-key'
  | 'recovery'
  | 'mandate'
  | 'recorded'
  | 'meant'
  | 'unknown'
  | 'admission'
  | 'audience'
  | 'inclusion'
  | 'checkpoint'
  | 'operator'
  | 'witness'
  | 'seal';

export interface Act {
  readonly id: string;
  readonly type: string;
  readonly header: Members;
  readonly payload: Members;
  readonly signature: Bytes;
  /** In the order of the node's record; null for an admission. */
  readonly place: number | null;
  readonly withheld: number;
}

const HEADER =
  'actor author basis effectiveOn issuedAt key mandate marking network parents parts prev ' +
  'register seq stream type';

/** The name of an audience: of what is clear for all, or from the hash of the marking. */
export async function audienceOf(marking: Value | undefined): Promise<string> {
  const given = members(marking);
  if (given['level'] === 'clear') return 'clear';
  return hexOf(await sha256(bytesOf(write(given)))).slice(0, 32);
}

async function isHeader(header: Members): Promise<boolean> {
  const { author, marking, prev, seq, stream } = header;
  const isFirst = (seq === 1) === (prev === null);
  const audience = await audienceOf(marking);
  const isWhole = hasExactly(header, ...HEADER.split(' '));
  return isWhole && isFirst && stream === `${text(author)}/${audience}`;
}

/** The members of a part that the header vouches for; null where it does not. */
async function partOf(given: Value, digest: string): Promise<Members | null> {
  const part = members(given);
  const salt = fromBase64Url(text(part['salt']));
  if (salt?.byteLength !== 16 || !hasExactly(part, 'salt', 'text')) return null;
  const made = await hmac(salt, bytesOf(text(part['text'])));
  return hexOf(made) === digest ? readMembers(text(part['text'])) : null;
}

async function payloadOf(parts: readonly Value[], header: Members): Promise<Members | null> {
  const vouched = list(header['parts']);
  if (parts.length !== vouched.length || parts.length === 0) return null;
  const payload: Members = {};
  for (const [at, part] of parts.entries()) {
    if (part === null) continue;
    const read = await partOf(part, text(members(vouched[at])['digest']));
    if (!read || Object.keys(read).some((name) => Object.hasOwn(payload, name))) return null;
    Object.assign(payload, read);
  }
  return payload;
}

/** Reads an act of the file, or says what is wrong with it. */
export async function readAct(given: Value | undefined): Promise<Act | Fault> {
  const { place, signed: carried } = members(given);
  const signed = members(carried);
  const written = text(signed['header']);
  const header = readMembers(written);
  if (!header || !(await isHeader(header))) return 'header';
  const signature = fromBase64Url(text(signed['signature']));
  if (!signature) return 'signature';
  const parts = list(signed['parts']);
  const payload = await payloadOf(parts, header);
  if (!payload) return 'part';
  return {
    id: hexOf(await sha256(bytesOf(written))),
    type: text(header['type']),
    header,
    payload,
    signature,
    place: count(place),
    withheld: parts.filter((part) => part === null).length,
  };
}

/** The bytes that the signature over an act is made over. */
export const signedMessage = (id: string): [Bytes, Bytes] => [
  bytesOf('concord act v1\n'),
  fromHex(id),
];
