import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyFromSeed } from './key.ts';
import {
  NOTE_BYTES_MAX,
  NOTE_SIGNATURES_MAX,
  type NoteKey,
  isNoteName,
  noteFault,
  noteKey,
  noteTextOf,
  readNote,
  readSignatureLine,
  readVkey,
  signNote,
  signatureLine,
  strictBase64,
  vkeyOf,
} from './signed-note.ts';

/** The example that the package golang.org/x/mod/sumdb/note documents itself with. */
const KNOWN = {
  vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  note:
    'If you think cryptography is the answer to your problem,\n' +
    "then you don't know what your problem is.\n\n" +
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFY' +
    'C2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};
const KEY = keyFromSeed(new Uint8Array(32).fill(7));
const NAME = 'node.example/log';
const own = noteKey(NAME, 'ed25519', KEY.publicBytes);

function keyOf(vkey: string): NoteKey {
  const key = readVkey(vkey);
  if ('fault' in key) throw new Error(key.fault);
  return key;
}

function noteOf(text: string) {
  const note = readNote(text);
  if ('fault' in note) throw new Error(note.fault);
  return note;
}

describe('a signed note', () => {
  it('made elsewhere is read, verified and written again byte for byte', () => {
    const note = noteOf(KNOWN.note);
    expect(noteFault(note, [keyOf(KNOWN.vkey)])).toBeNull();
    expect(noteTextOf(note)).toBe(KNOWN.note);
    expect(vkeyOf(keyOf(KNOWN.vkey))).toBe(KNOWN.vkey);
    const sumdb = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
    expect(vkeyOf(keyOf(sumdb))).toBe(sumdb);
  });

  it('made here is verified, and fails with any byte of its text changed', () => {
    const text = `${NAME}\n1\nroot\n`;
    const note = { text, signatures: [signNote(text, NAME, KEY)] };
    const whole = noteTextOf(note);
    expect(noteFault(noteOf(whole), [own])).toBeNull();
    fc.assert(
      fc.property(fc.nat(text.length - 1), (at) => {
        const changed = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
        expect(noteFault({ ...note, text: changed }, [own])).toBe(
          'a signature by a known key does not hold',
        );
      }),
    );
  });

  it('is read past signatures of strangers, and refused where one that is known fails', () => {
    const note = noteOf(KNOWN.note);
    const stranger = signNote(`${NAME}\n`, NAME, KEY);
    const joined = { ...note, signatures: [stranger, ...note.signatures] };
    expect(noteFault(joined, [keyOf(KNOWN.vkey)])).toBeNull();
    expect(noteFault(joined, [keyOf(KNOWN.vkey), own])).not.toBeNull();
    expect(noteFault(note, [own])).toBe('it is not signed by a key that is known');
    expect(noteFault(note, [])).not.toBeNull();
  });

  it.each([
    ['no empty line', 'text\n— a AAAAAAA=\n'],
    ['no line feed at its end', KNOWN.note.slice(0, -1)],
    ['a carriage return', KNOWN.note.replace('\n', '\r\n')],
    ['a tabulator', `\t${KNOWN.note}`],
    ['a hyphen for the dash', KNOWN.note.replace('— Peter', '- Peter')],
    ['two spaces', KNOWN.note.replace('— Peter', '—  Peter')],
    ['no signature', 'text\n\n\n'],
    ['an empty signature', 'text\n\n— a AAAAAA==\n'],
    ['odd base64', KNOWN.note.replace('nAM=', 'nAN=')],
    ['a lone surrogate', `\ud800${KNOWN.note}`],
  ])('is refused with %s', (_, note) => {
    expect(readNote(note)).toHaveProperty('fault');
  });

  it('bears as many signatures and bytes as its bounds say, and no more', () => {
    const [line] = KNOWN.note.split('\n').slice(-2);
    const signed = (times: number): string => `text\n\n${`${line ?? ''}\n`.repeat(times)}`;
    expect(readNote(signed(NOTE_SIGNATURES_MAX))).not.toHaveProperty('fault');
    expect(readNote(signed(NOTE_SIGNATURES_MAX + 1))).toHaveProperty('fault');
    const filled = (bytes: number): string =>
      `${'a'.repeat(bytes - KNOWN.note.length - 2)}${KNOWN.note}`;
    expect(readNote(filled(NOTE_BYTES_MAX))).not.toHaveProperty('fault');
    expect(readNote(filled(NOTE_BYTES_MAX + 1))).toHaveProperty('fault');
  });

  it('is signed here only where it begins with a name, as no other message does', () => {
    expect(() => signNote('concord act v1\n', NAME, KEY)).toThrow(RangeError);
    expect(() => signNote('two words\n', NAME, KEY)).toThrow(RangeError);
    expect(() => signNote(NAME, NAME, KEY)).toThrow(RangeError);
  });
});

describe('the key of a note', () => {
  it('has another id for each kind of signature', () => {
    const witness = noteKey(NAME, 'cosignature', KEY.publicBytes);
    expect(witness.keyId).not.toBe(own.keyId);
    expect(vkeyOf(keyOf(vkeyOf(witness)))).toBe(vkeyOf(witness));
    expect(keyOf(vkeyOf(witness)).type).toBe('cosignature');
  });

  it.each([
    ['another id', KNOWN.vkey.replace('c74f20a3', 'c74f20a4')],
    ['a type that is not read here', 'PeterNeumann+c74f20a3+AhpcAA=='],
    ['no name', KNOWN.vkey.replace('PeterNeumann', '')],
    [
      'a small key',
      `a+00000000+${Buffer.concat([Buffer.from([1]), Buffer.alloc(32)]).toString('base64')}`,
    ],
    ['nothing', ''],
  ])('is refused with %s', (_, vkey) => {
    expect(readVkey(vkey)).toHaveProperty('fault');
  });

  it('has a name without spaces and plus signs', () => {
    expect(['a', 'node.example/log', 'ünïcode'].map(isNoteName)).toEqual([true, true, true]);
    expect(['', 'a b', 'a+b', 'a\u00a0b', 'a\n', 'x'.repeat(201)].some(isNoteName)).toBe(false);
    expect(() => noteKey('a b', 'ed25519', KEY.publicBytes)).toThrow(RangeError);
  });
});

it('reads a line of a signature as it writes it', () => {
  const line = signatureLine(signNote(`${NAME}\n`, NAME, KEY));
  const read = readSignatureLine(line.slice(0, -1));
  expect(read && signatureLine(read)).toBe(line);
  expect(readSignatureLine(line)).toBeNull();
  expect(['AA==', 'AB==', 'AA', 'A A='].map(strictBase64)).toEqual([
    new Uint8Array(1),
    null,
    null,
    null,
  ]);
});
