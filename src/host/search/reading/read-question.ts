/** A question in words as it is understood: what it names, what it wants, and for which day. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { Asked } from '../../../kernel/define-area.ts';
import type { Findable } from '../../../kernel/findable.ts';
import { termsOf, wordsOf } from '../fold.ts';
import { type OpenShelf, isThere } from '../open-shelves.ts';
import { namedDay } from './dates.ts';
import { mentionsIn } from './mentions.ts';
import { type Wanted, isOfQuestions, wantedBy } from './question-words.ts';
import { joinedVocabulary } from './vocabulary.ts';

export interface QuestionRead {
  readonly things: readonly Findable[];
  readonly wanted: ReadonlySet<Wanted>;
  readonly on: PlainDateText | null;
}

/** One word is found in too many titles to say which is meant; of Chinese, three characters. */
const TELLING_MIN = 2;
const TELLING_CHARACTERS_MIN = 4;
/** Words of the rest that are tried. */
const TERMS_MAX = 24;
const HAN = /^\p{Script=Han}+$/u;

const onlyOne = (things: readonly Findable[]): Findable | null =>
  things.length === 1 ? (things[0] ?? null) : null;

/** Runs of terms, the longest first. */
function* runsOf(terms: readonly string[], atLeast: number): Generator<readonly string[]> {
  for (let length = terms.length; length >= atLeast; length -= 1) {
    for (let from = 0; from + length <= terms.length; from += 1) {
      yield terms.slice(from, from + length);
    }
  }
}

/**
 * The one agreement in whose title the longest run of these words stands; null where that run
 * stands in several, or none does.
 */
function agreementBy(words: string, shelves: readonly OpenShelf[]): Findable | null {
  const shelf = shelves.find((one) => one.shelf.name === 'agreements');
  const told = wordsOf(words).filter((word) => !isOfQuestions(word));
  const terms = termsOf(told.join(' ')).slice(0, TERMS_MAX);
  for (const run of runsOf(terms, TELLING_MIN)) {
    const isChinese = run.every((term) => HAN.test(term));
    if (isChinese && run.length < TELLING_CHARACTERS_MIN - 1) return null;
    const titled = shelf?.index.findTitled(run) ?? [];
    if (titled.length > 0) return onlyOne(titled);
  }
  return null;
}

/** Reads the question. A name that holds a year is a name, and no date. */
export function readQuestion(
  question: string,
  shelves: readonly OpenShelf[],
  asked: Pick<Asked, 'asOf' | 'knownAt'>,
): QuestionRead {
  const vocabulary = joinedVocabulary(shelves.map(({ index }) => index));
  const there = (thing: Findable): boolean => isThere(thing, { ...asked, asOf: '9999-12-31' });
  const { mentions, rest } = mentionsIn(question, vocabulary, there);
  const day = namedDay(rest);
  const things = mentions.map(({ thing }) => thing);
  const isNamed = things.some(({ kind }) => kind === 'agreement');
  const found = isNamed ? null : agreementBy(day?.rest ?? rest, shelves);
  return {
    things: found === null ? things : [...things, found],
    wanted: wantedBy(rest),
    on: day?.on ?? null,
  };
}
