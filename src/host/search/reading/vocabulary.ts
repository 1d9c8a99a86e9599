/** Names as a question may contain them: by their keys, and word by word for slips of the pen. */
import type { Findable } from '../../../kernel/findable.ts';
import { slipsAllowed, slipsBetween } from '../../../practices/actors/area.ts';
import type { ShelfIndex } from '../shelf-index.ts';

/** Corrections of one word that are tried. */
const CORRECTIONS_MAX = 3;

/** Things that an answer can be about. */
const SPOKEN_OF = new Set([
  'state',
  'historical-state',
  'territory',
  'organisation',
  'group',
  'organ',
  'agreement',
  'body',
]);

export interface Vocabulary {
  /** Things of that name. */
  named(key: string): readonly Findable[];
  hasWord(term: string): boolean;
  /** Whether some name begins so: a span that none begins with need not be tried. */
  begins(term: string): boolean;
  /** The nearest words to one that stands in no name. */
  corrections(term: string): readonly string[];
  /** Names as they are written in which a word stands that is near, though it may not be meant. */
  nearest(term: string): readonly string[];
}

const made = new WeakMap<ShelfIndex, Vocabulary>();

function build(index: ShelfIndex): Vocabulary {
  const named = new Map<string, Findable[]>();
  for (const [key, things] of index.byKey) {
    const spoken = things.filter(({ kind }) => SPOKEN_OF.has(kind));
    if (spoken.length > 0) named.set(key, spoken);
  }
  const words = new Set([...named.keys()].flatMap((key) => key.split(' ')));
  const firsts = new Set([...named.keys()].map((key) => key.split(' ')[0] ?? ''));
  const byLength = Map.groupBy(words, (word) => word.length);
  return {
    named: (key) => named.get(key) ?? [],
    hasWord: (term) => words.has(term),
    begins: (term) => firsts.has(term),
    corrections: (term) => near(term, slipsAllowed(term)),
    nearest(term) {
      const words = near(term, slipsAllowed(term) + 1);
      const found = [...named].filter(([key]) =>
        words.some((word) => key.split(' ').includes(word)),
      );
      return found.flatMap(([, things]) => things.map(({ title }) => title.en));
    },
  };
  function near(term: string, most: number): string[] {
    const found: [word: string, slips: number][] = [];
    for (let length = term.length - most; length <= term.length + most; length += 1) {
      for (const word of byLength.get(length) ?? []) {
        // Hardly anybody slips at the first letter, and another one makes another name.
        if (word.charAt(0) !== term.charAt(0)) continue;
        const slips = slipsBetween(term, word, most);
        if (slips <= most) found.push([word, slips]);
      }
    }
    const fewest = Math.min(...found.map(([, slips]) => slips));
    return found.filter(([, slips]) => slips === fewest).map(([word]) => word);
  }
}

function vocabularyOf(index: ShelfIndex): Vocabulary {
  const held = made.get(index);
  if (held !== undefined) return held;
  const fresh = build(index);
  made.set(index, fresh);
  return fresh;
}

/** The names of all shelves together. */
export function joinedVocabulary(indexes: readonly ShelfIndex[]): Vocabulary {
  const all = indexes.map(vocabularyOf);
  return {
    named: (key) => all.flatMap((one) => one.named(key)),
    hasWord: (term) => all.some((one) => one.hasWord(term)),
    begins: (term) => all.some((one) => one.begins(term)),
    corrections: (term) =>
      [...new Set(all.flatMap((one) => one.corrections(term)))].slice(0, CORRECTIONS_MAX),
    nearest: (term) => all.flatMap((one) => one.nearest(term)),
  };
}
