/** Towards whom: the actors that an objection or a refusal of recognition names. */
import { pattern } from './pattern.ts';

/** Who bears a name; null where nobody does, or several do. */
export type Resolve = (name: string) => string | null;

const NAME_WORDS_MAX = 9;
const NAME = /^(?:\p{Lu}[\p{L}'’.-]*|of|the|and|de|da|du|al|\(\p{Lu}[\p{L}.-]*|\p{L}+\)|&)$/u;
const BEGINS = /^\(?\p{Lu}/u;
/** Words that begin many names and are none. */
const NO_NAME = pattern(
  'i',
  String.raw`^(?:the|government|governments|state|states|republic|kingdom|convention|`,
  String.raw`protocol|article|articles|union|party|parties|court|justice|holy)$`,
);
const LENGTH_MIN = 4;

interface Word {
  readonly text: string;
  readonly from: number;
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/(?:[^\s,;:"“”.]|\.(?!\p{Lu}\p{Ll}))+\.?/gu)].map(
    ({ 0: word, index }) => ({
      text: word.replace(/(?<!St)[.]$/, ''),
      from: index,
    }),
  );
}

/** After how many words a name that begins here would end at the latest. */
function reachOf(words: readonly Word[], at: number): number {
  let end = at;
  while (end - at < NAME_WORDS_MAX && NAME.test(words[end]?.text ?? '')) end += 1;
  return end;
}

const mayBeName = (name: string): boolean => name.length >= LENGTH_MIN && !NO_NAME.test(name);

/** The longest name that begins at a word, and where the words go on after it. */
function nameAt(text: string, words: readonly Word[], at: number, resolve: Resolve) {
  const first = words[at];
  if (!first || !BEGINS.test(first.text)) return null;
  for (const [before, word] of [...words.slice(at, reachOf(words, at)).entries()].reverse()) {
    const name = text.slice(first.from, word.from + word.text.length).replaceAll('"', '');
    const actor = mayBeName(name) ? resolve(name) : null;
    if (actor !== null) return { actor, next: at + before + 1 };
  }
  return null;
}

/** Actors that a text names, in its order, each once. */
export function actorsNamed(text: string, resolve: Resolve): string[] {
  const words = wordsIn(text);
  const found = new Set<string>();
  for (let at = 0; at < words.length; ) {
    const name = nameAt(text, words, at, resolve);
    if (name === null) at += 1;
    else {
      found.add(name.actor);
      at = name.next;
    }
  }
  return [...found];
}

const MADE_BY = pattern(
  'gi',
  String.raw`\b(?:made|expressed|entered(?: into)?|formulated|submitted|communicated|`,
  String.raw`put forward|lodged|reservations?|statements?|`,
  String.raw`declarations?)\b[^.;]{0,160}?\b(?:by|of)\b(?! (?:article|paragraph|section|`,
  String.raw`the (?:Convention|provisions?|article|paragraph)|that|this))`,
);
const NOT_RECOGNIZED = pattern(
  'gi',
  String.raw`(?:recognition of|not recogni[sz]e|relations? (?:\w+ ){0,3}(?:with|between)|`,
  String.raw`dealings with|intercourse with)\b`,
);
const REACH = 420;

/** The parts of a text that follow a phrase, up to the end of its sentence. */
function after(text: string, phrase: RegExp): string {
  const parts = [...text.matchAll(phrase)].map((match) => {
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + REACH);
    return rest.split(/(?<=[a-z")]{2})\.(?:\s|$)/)[0] ?? '';
  });
  return parts.join(' ; ');
}

/** Whose reservations an objection answers; its author is never among them. */
export function objectedTo(words: string, author: string | null, resolve: Resolve): string[] {
  const named = actorsNamed(after(words, MADE_BY), resolve);
  const found = named.length > 0 ? named : actorsNamed(words, resolve);
  return found.filter((actor) => actor !== author);
}

/** Who is not recognized. */
export function notRecognized(words: string, author: string | null, resolve: Resolve): string[] {
  const named = actorsNamed(after(words, NOT_RECOGNIZED), resolve);
  return named.filter((actor) => actor !== author);
}

const NOT_PRECLUDED = pattern(
  'i',
  String.raw`\b(?:not|no|nor|none|without)\b.{0,90}?(?:preclud|prevent|obstacle|imped|`,
  String.raw`affect).{0,80}?(?:entry into force|in force|relations)|(?:continu\w+|`,
  String.raw`remain\w*|consider\w*|is|`,
  String.raw`are) (?:\w+ )?(?:as )?(?:continuing )?in force (?:\w+ )?between`,
);
const PRECLUDED = pattern(
  'i',
  String.raw`(?:preclud|prevent)\w*.{0,60}?entry into force|not (?:\w+ ){0,4}(?:enter|`,
  String.raw`entered|come) into force between|not (?:\w+ ){0,4}in force between|`,
  String.raw`no treaty relations?`,
);

/** Whether an objection keeps the agreement out of force between the two; null: it does not say. */
export function precludes(words: string): boolean | null {
  if (NOT_PRECLUDED.test(words)) return false;
  return PRECLUDED.test(words) ? true : null;
}
