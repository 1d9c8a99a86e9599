/** Texts of law made up by chance, for properties: any tree of provisions, any words. */
import fc from 'fast-check';
import type { Prefix } from './address.ts';
import { type TextDocument, type TextProvision, inOneLine, normalWords } from './text-document.ts';

const WORDS = [
  'The Parties',
  'shall <not> & "never"',
  'تتعهد الأطراف',
  '缔约方应当',
  'Стороны обязуются',
  "l’État partie s'engage",
  ']]>',
  '<!DOCTYPE x>',
  '&amp;amp;',
  '\u{1f30a} river',
  'naïve\u00a0space',
] as const;

const line = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 5,
  })
  .map((words) => inOneLine(words.join(' ')));
const text = fc.array(line, { maxLength: 3 }).map((lines) => normalWords(lines.join('\n')));
const head = fc.option(
  line.map((words) => words.slice(0, 20).toWellFormed().trim()),
  { nil: undefined },
);

const INNER: Readonly<Partial<Record<Prefix, readonly Prefix[]>>> = {
  preamble: ['para'],
  part: ['chap', 'sec', 'art'],
  title: ['chap', 'art'],
  chap: ['sec', 'art'],
  sec: ['art'],
  art: ['para', 'list', 'subpara', 'point'],
  para: ['subpara', 'list', 'point'],
  subpara: ['list'],
  list: ['list', 'point'],
  annex: ['part', 'art', 'para'],
  att: ['art', 'list'],
};

interface Node {
  readonly kind: Prefix;
  readonly number: string | undefined;
  readonly heading: string | undefined;
  readonly text: string;
  readonly below: readonly Node[];
}

function nodeOf(kind: Prefix, depth: number): fc.Arbitrary<Node> {
  const kinds = INNER[kind] ?? [];
  const below =
    depth === 0 || kinds.length === 0
      ? fc.constant([])
      : fc.array(
          fc.constantFrom(...kinds).chain((one) => nodeOf(one, depth - 1)),
          { maxLength: 3 },
        );
  return fc.record({ kind: fc.constant(kind), number: head, heading: head, text, below });
}

function flattened(nodes: readonly Node[], around: string): TextProvision[] {
  return nodes.flatMap(({ kind, number, heading, text: words, below }, at) => {
    const step = kind === 'preamble' || kind === 'conclusions' ? kind : `${kind}_${at + 1}`;
    const id = around === '' ? step : `${around}__${step}`;
    const own = {
      id,
      kind,
      ...(number ? { number } : {}),
      ...(heading ? { heading } : {}),
      text: words,
    };
    return [own, ...flattened(below, id)];
  });
}

/** Documents whose words are in normal form, with at least one provision. */
export const anyDocument: fc.Arbitrary<TextDocument> = fc
  .record({
    language: fc.constantFrom('en', 'fr', 'ar', 'zh', 'zh-Hant', 'ru', 'tlh'),
    title: line.map((title) => title || 'Convention'),
    preamble: fc.option(nodeOf('preamble', 1), { nil: null }),
    body: fc.array(
      fc
        .constantFrom<Prefix>('part', 'title', 'chap', 'sec', 'art', 'para', 'list', 'point')
        .chain((kind) => nodeOf(kind, 3)),
      { minLength: 1, maxLength: 4 },
    ),
    conclusions: fc.option(nodeOf('conclusions', 0), { nil: null }),
    annexes: fc.array(
      fc.constantFrom<Prefix>('annex', 'att').chain((kind) => nodeOf(kind, 2)),
      { maxLength: 2 },
    ),
  })
  .map(({ language, title, preamble, body, conclusions, annexes }) => ({
    language,
    title,
    provisions: [
      ...flattened(preamble === null ? [] : [preamble], ''),
      ...flattened(body, ''),
      ...flattened(conclusions === null ? [] : [conclusions], ''),
      ...flattened(annexes, ''),
    ],
  }));
