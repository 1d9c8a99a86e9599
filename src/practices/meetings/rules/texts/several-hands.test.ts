/** Proposals of several delegations over the same words: each stays there, with whose it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Inline,
  attributed,
  isBracket,
} from '../../../../standards/bracketed-text/bracketed-text.ts';
import { readWords } from '../../../../standards/bracketed-text/read-words.ts';
import { writeDraft } from '../../../../standards/drafted-akoma-ntoso/write-draft.ts';
import { readAknDraft } from '../../../../standards/drafted-akoma-ntoso/read-draft.ts';
import type { Fact } from '../facts.ts';
import { draftOf } from './draft-of.ts';
import { Conference, read } from './facts-for-tests.ts';
import { showText } from './show-text.ts';
import { type TextState, foldText } from './text-state.ts';
import { inTheRoom } from './views.ts';

const WORDS = 'abcdefghijklmnopqrst';
const EDITORS = 20;
const place = (offset: number, run = 'op-1.0') => ({ run, offset });

const folded = (facts: readonly Fact[]): TextState => {
  const state = foldText('draft', facts);
  if (state === null) throw new Error('nothing was tabled');
  return state;
};
const opened = (): Conference => {
  const room = new Conference();
  room.table([WORDS]);
  return room;
};
const shown = (room: Conference): string => {
  const state = folded(room.facts);
  return showText(state, inTheRoom(state.standings))
    .map(({ pieces }) => read(pieces))
    .join('\n');
};
const draft = (room: Conference) => {
  const state = folded(room.facts);
  return draftOf(state, inTheRoom(state.standings));
};
const replace = (room: Conference, from: number, to: number, words: Inline[], actor: string) =>
  room.propose({ kind: 'replace', from: place(from), to: place(to), words }, actor);

/** All who are named as those whose words something is, in depth. */
const authorsIn = (words: readonly Inline[]): string[] =>
  words.flatMap((inline) =>
    isBracket(inline)
      ? inline.alternatives.flatMap((one) => {
          const { by = [], words: inner } = attributed(one);
          return [...by, ...authorsIn(inner)];
        })
      : [],
  );

describe('replacements that overlap', () => {
  it.each([
    ['of the same words', [0, 4], [0, 4], '[~~abcd~~][X][Y]efghij'],
    ['one within the other', [0, 6], [2, 4], '[~ab~][~~cd~~][Y][~ef~][X]ghij'],
    ['across each other', [0, 4], [2, 6], '[~ab~][~~cd~~][X][~ef~][Y]ghij'],
    ['side by side', [0, 2], [2, 4], '[~ab~][X][~cd~][Y]efghij'],
  ] as const)('%s are all there', (_, [from, to], [begins, ends], expected) => {
    const room = opened();
    replace(room, from, to, ['X'], 'KEN');
    replace(room, begins, ends, ['Y'], 'NOR');
    expect(shown(room)).toBe(`${expected}klmnopqrst`);
  });

  it('of twenty editors are all there, whole, each once, with whose they are', () => {
    const stretch = fc.tuple(fc.nat(WORDS.length - 1), fc.integer({ min: 1, max: 8 }));
    fc.assert(
      fc.property(fc.array(stretch, { minLength: EDITORS, maxLength: EDITORS }), (stretches) => {
        const room = opened();
        for (const [editor, [from, length]] of stretches.entries()) {
          const to = Math.min(WORDS.length, from + length);
          replace(room, from, to, [`‹${editor}›`], `editor-${editor}`);
        }
        const text = shown(room);
        for (const editor of stretches.keys()) {
          expect(text.split(`‹${editor}›`)).toHaveLength(2);
        }
        expect(text.replaceAll(/‹\d+›|[[\]~]/g, '')).toBe(WORDS);
        const [{ words } = { words: [] }] = draft(room).provisions;
        const names = stretches.map((_, editor) => `editor-${editor}`);
        expect(authorsIn(words).toSorted()).toEqual(names.toSorted());
      }),
      { numRuns: 60 },
    );
  });
});

describe('attributions within proposed words', () => {
  const NESTED = '[eu: new and [USA: voluntary [KEN: and fair] (NOR)] funds (opposed by JPN)]';

  it('are read from words as delegations write them, and shown in depth', () => {
    const found = readWords(NESTED);
    const words = 'words' in found ? [...found.words] : [];
    expect(authorsIn(words)).toEqual(['eu', 'USA', 'KEN']);
    const room = opened();
    const act = room.propose({ kind: 'insert', at: place(0), words }, 'BRA');
    expect(shown(room)).toBe(`[[new and [voluntary [and fair]] funds]]${WORDS}`);
    const state = folded(room.facts);
    expect([...state.issues.values()].map(({ kind }) => kind).toSorted()).toEqual([
      'bracket',
      'bracket',
      'bracket',
      'insertion',
    ]);
    const [{ words: out } = { words: [] }] = draft(room).provisions;
    expect(authorsIn(out)).toEqual(['BRA', 'eu', 'USA', 'KEN']);
    room.settle(act, 'accepted');
    expect(shown(room)).toBe(`[new and [voluntary [and fair]] funds]${WORDS}`);
  });

  const actors = fc.uniqueArray(fc.constantFrom('KEN', 'NOR', 'USA', 'eu'), { maxLength: 2 });
  const nested: fc.Arbitrary<Inline[]> = fc.letrec<{ words: Inline[] }>((tie) => ({
    words: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('one ', 'two ', 'three ').map((run): Inline[] => [run]),
      fc
        .record({ inner: tie('words'), by: actors, supportedBy: actors })
        .map(({ by, inner, supportedBy }): Inline[] => [
          'so ',
          { alternatives: [{ words: inner, by, supportedBy }, ['not ']] },
        ]),
    ),
  })).words;

  it('survive changes by others within them, and a file that is tabled again', () => {
    fc.assert(
      fc.property(nested, fc.array(fc.nat(3), { maxLength: 6 }), (words, offsets) => {
        const room = opened();
        const act = room.propose({ kind: 'insert', at: place(3), words }, 'BRA');
        for (const [at, offset] of offsets.entries()) {
          const own = place(Math.min(offset, 3), `${act}.0`);
          room.propose({ kind: 'insert', at: own, words: [`‹${at}›`] }, `editor-${at}`);
        }
        const before = draft(room);
        const authors = authorsIn(before.provisions[0]?.words ?? []);
        const editors = offsets.map((_, at) => `editor-${at}`);
        expect(authors.toSorted()).toEqual(['BRA', ...authorsIn(words), ...editors].toSorted());
        const given = {
          text: 'draft',
          tabledOn: '2026-06-01',
          asOf: '2026-06-01',
          writtenOn: '2026-06-01',
          author: 'un',
        };
        const again = readAknDraft(writeDraft(before, given), { language: 'en' });
        expect(again).toEqual({ draft: before, remarks: [] });
        const revised = new Conference();
        revised.table(...before.provisions.map(({ words: own }) => ({ words: [...own] })));
        expect(shown(revised)).toBe(shown(room).replaceAll('~', ''));
      }),
      { numRuns: 80 },
    );
  });
});
