/** Words with brackets made up by chance, for properties. */
import fc from 'fast-check';
import {
  type DraftedProvision,
  type DraftedText,
  type Inline,
  normalWords,
  withoutEmpty,
} from './bracketed-text.ts';
import { DraftStructure } from './draft-structure.ts';

const PIECES = [
  'The Parties',
  ' shall / should ',
  'KEN: ',
  'a: b',
  ' (NOR)',
  '(opposed by USA)',
  '\\',
  '\\&',
  '[',
  ']]',
  '/',
  ' / ',
  'X',
  '...',
  '… date',
  '[^3]',
  'تتعهد الأطراف',
  '缔约方应当',
  '\u{1f30a} river',
  ' ',
] as const;

const run = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.join(''))
  .filter((text) => text !== '');
const label = fc.constantFrom('X', '...', 'number', 'date of entry', 'TBD', '__');
const actors = fc.uniqueArray(fc.constantFrom('KEN', 'FRA', 'NOR', 'eu', 'g77'), { maxLength: 2 });

function inlines(depth: number): fc.Arbitrary<readonly Inline[]> {
  const plain: fc.Arbitrary<Inline> = fc.oneof(
    { weight: 3, arbitrary: run },
    label.map((placeholder) => ({ placeholder })),
  );
  const alternative = fc
    .record({
      words: depth === 0 ? fc.array(plain, { maxLength: 2 }) : inlines(depth - 1),
      by: actors,
      supportedBy: actors,
      opposedBy: actors,
      isAttributed: fc.boolean(),
    })
    .map(({ isAttributed, words, ...people }) =>
      withoutEmpty(isAttributed ? { words, ...people } : { words }),
    );
  const bracket: fc.Arbitrary<Inline> = fc
    .array(alternative, { minLength: 1, maxLength: 3 })
    .map((alternatives) => ({ alternatives }));
  return fc.array(fc.oneof({ weight: 3, arbitrary: plain }, bracket), { maxLength: 4 });
}

/** Words in their normal form, nested up to four deep. */
export const anyWords: fc.Arbitrary<readonly Inline[]> = inlines(3).map(normalWords);

const oneLine = anyWords.filter((words) => !/[\r\n\u2028\u2029]/.test(JSON.stringify(words)));
const LETTERS = ['(a)', '(b)', '(c)', '(d)'];
const NUMERALS = ['(i)', '(ii)', '(iii)'];

interface Drawn {
  readonly kind: DraftedProvision['kind'];
  readonly number?: string;
  readonly words: readonly Inline[];
  readonly below: readonly Drawn[];
}

const numbered = (
  kind: Drawn['kind'],
  numbers: readonly string[],
  below: fc.Arbitrary<readonly Drawn[]>,
): fc.Arbitrary<readonly Drawn[]> =>
  fc
    .array(fc.record({ words: oneLine, below }), { maxLength: Math.min(3, numbers.length) })
    .map((drawn) => drawn.map((one, at) => ({ kind, number: numbers[at] ?? '', ...one })));

const none = fc.constant<readonly Drawn[]>([]);
const points = numbered('subparagraph', LETTERS, numbered('subparagraph', NUMERALS, none));
const COUNTED = ['1.', '2.', '3.'];
const operatives = numbered('operative', COUNTED, points);
const paragraphs = numbered('paragraph', COUNTED, points);
const preamble = fc
  .array(oneLine, { maxLength: 3 })
  .map((all) => all.map((words): Drawn => ({ kind: 'preambular', words, below: [] })));
const options = (below: fc.Arbitrary<readonly Drawn[]>): fc.Arbitrary<readonly Drawn[]> =>
  numbered('option', ['Option 1', 'Option 2', 'Alt 3'], below);
const articles = numbered(
  'article',
  ['Article 1', 'Article 2', 'Article 2 bis'],
  fc.oneof(paragraphs, options(paragraphs)),
);
const heading: fc.Arbitrary<readonly Drawn[]> = oneLine.map((words) => [
  { kind: 'heading', words, below: [] },
]);
const annex = numbered('annex', ['Annex I', 'Annex II'], operatives);

const flat = (drawn: readonly Drawn[]): readonly Drawn[] =>
  drawn.flatMap((one) => [one, ...flat(one.below)]);

/** The provisions as reading names them and places them. */
function drafted(sections: readonly (readonly Drawn[])[]): readonly DraftedProvision[] {
  const structure = new DraftStructure();
  for (const { kind, number = '', words } of flat(sections.flat())) {
    const isNumbered = kind === 'operative' || kind === 'paragraph';
    const marked = isNumbered ? 'operative' : kind === 'preambular' ? 'plain' : kind;
    structure.add({ kind: marked, number, rest: '' }, words);
  }
  return structure.provisions;
}

/** Drafts of resolutions and of treaties, with at least one provision. */
export const anyDraft: fc.Arbitrary<DraftedText> = fc
  .record({
    title: fc.constantFrom('Draft decision', 'Projet de décision', 'Title: “x” \\ [y]', ''),
    symbol: fc.constantFrom('A/80/L.12/Rev.1', ''),
    language: fc.constantFrom('en', 'fr', 'ar'),
    sections: fc.oneof(
      fc.tuple(preamble, operatives, heading, operatives, options(operatives), annex),
      fc.tuple(preamble, heading, articles, articles, annex),
    ),
  })
  .map(({ sections, ...draft }) => ({ ...draft, provisions: drafted(sections) }))
  .filter(({ provisions }) => provisions.length > 0);
