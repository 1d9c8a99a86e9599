/**
 * Reads words with square brackets as delegations write them: `[shall][should]`, `[shall / may]`,
 * `[G77: new and additional]`, `[by 2030 (KEN, NOR)]`, `[...]`. A backslash makes the sign after it
 * an ordinary one; `\&` is nothing at all, and keeps apart what would be read together.
 */
import { type Attribution, type Inline, normalWords, withoutEmpty } from './bracketed-text.ts';

export const BRACKETS_NESTED_MAX = 16;

/** Whom a name or code in a text stands for; null where nobody is known by it. */
export type NameActor = (name: string) => string | null;

/** What is wrong, and how many characters stand before it. */
export interface WordsFault {
  readonly at: number;
  readonly what: string;
}
export type ReadWords = { readonly words: readonly Inline[] } | { readonly fault: WordsFault };

/** Knows actors that are written by their ids: `KEN`, `eu`. */
export const namedById: NameActor = (name) =>
  /^(?:[A-Z]{3}|[a-z][a-z0-9-]{1,62})$/.test(name) ? name : null;

/** A note's mark, as Markdown writes it, is no bracket. */
const NOTE = /\[\^[\w-]{1,20}\]/y;
/** What stands in brackets where something is still to be filled in. */
export const EMPTY_PLACE = /^(?:\.{3}|…|_+|[XYZN]{1,4}|x{1,4}|TB[ACD]|tb[acd])$/;
const NAMED_PLACE = /^(?:\.{3}|…) (?<label>[^\\]+)$/;
/** `KEN, FRA: ` before words, ` (KEN, FRA)` behind them. */
export const BEFORE = /^(?<names>[^:\\[\]]{1,200}): ?/;
export const BEHIND = / ?(?<!\\)\((?<names>[^()\\[\]]{1,400})\)$/;
const FOR = /^(?:supported|support) by (?<names>.+)$/;
const AGAINST = /^(?:opposed|oppose) by (?<names>.+)$/;

type Token = {
  readonly kind: 'open' | 'close' | 'slash' | 'words';
  readonly at: number;
  readonly raw: string;
};

/** How many characters at a place are no sign of their own. */
function plainLength(text: string, at: number): number {
  const sign = text.charAt(at);
  if (sign === '\\') return Math.min(2, text.length - at);
  NOTE.lastIndex = at;
  const note = sign === '[' ? NOTE.exec(text) : null;
  if (note !== null) return note[0].length;
  const isSlash = sign === '/' && text.charAt(at - 1) === ' ' && text.charAt(at + 1) === ' ';
  return sign === '[' || sign === ']' || isSlash ? 0 : 1;
}

const KINDS = { '[': 'open', ']': 'close', '/': 'slash' } as const;

/** Cuts words at brackets, and at the slashes that part alternatives within them. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  const end = (at: number): void => {
    if (at > from) tokens.push({ kind: 'words', at: from, raw: text.slice(from, at) });
  };
  for (let at = 0; at < text.length; ) {
    const length = plainLength(text, at);
    if (length === 0) {
      end(at);
      const raw = text.charAt(at) as keyof typeof KINDS; // What has no length is one of these.
      tokens.push({ kind: KINDS[raw], at, raw });
      from = at + 1;
    }
    at += Math.max(1, length);
  }
  end(text.length);
  return tokens;
}

const unescaped = (raw: string): string =>
  raw.replaceAll(/\\(?<sign>[\s\S])/g, (_, sign: string) => (sign === '&' ? '' : sign));

/** Words and brackets as they are read, before escapes and names are taken from them. */
type Part = string | { readonly placeholder: string } | { readonly alternatives: Part[][] };

class Faulty extends Error {
  readonly at: number;
  constructor(at: number, what: string) {
    super(what);
    this.at = at;
  }
}

class WordsReading {
  readonly #tokens: readonly Token[];
  readonly #nameActor: NameActor;
  #next = 0;
  #depth = 0;

  constructor(text: string, nameActor: NameActor) {
    this.#tokens = tokensOf(text);
    this.#nameActor = nameActor;
  }

  whole(): readonly Inline[] {
    const [parts = []] = this.#parts(null);
    return this.#inlines(parts);
  }

  /** Parts up to the bracket's end or the text's, one list for each alternative. */
  #parts(opening: Token | null): Part[][] {
    let parts: Part[] = [];
    const all = [parts];
    for (let token = this.#take(); token !== undefined; token = this.#take()) {
      if (token.kind === 'open') this.#bracket(token, parts);
      else if (token.kind === 'close' && opening !== null) return all;
      else if (token.kind === 'close') throw new Faulty(token.at, 'a bracket ends that none began');
      else if (token.kind === 'slash' && opening !== null) {
        trimEnd(parts);
        parts = [];
        all.push(parts);
      } else parts.push(afterSlash(token, parts, all));
    }
    if (opening !== null) throw new Faulty(opening.at, 'a bracket begins that does not end');
    return all;
  }

  #take(): Token | undefined {
    this.#next += 1;
    return this.#tokens[this.#next - 1];
  }

  /** A bracket, and those that stand right beside it: alternatives to it. */
  #bracket(opening: Token, parts: Part[]): void {
    this.#depth += 1;
    if (this.#depth > BRACKETS_NESTED_MAX) {
      throw new Faulty(opening.at, `brackets nest deeper than ${BRACKETS_NESTED_MAX}`);
    }
    const alternatives = this.#parts(opening);
    while (this.#tokens[this.#next]?.kind === 'open') {
      const next = this.#take();
      if (next !== undefined) alternatives.push(...this.#parts(next));
    }
    this.#depth -= 1;
    parts.push({ alternatives });
  }

  #inlines(parts: readonly Part[]): readonly Inline[] {
    return normalWords(
      parts.map((part) => {
        if (typeof part === 'string') return unescaped(part);
        if ('placeholder' in part) return part;
        const [only, ...others] = part.alternatives;
        const place = only !== undefined && others.length === 0 ? emptyPlace(only) : null;
        return place ?? { alternatives: part.alternatives.map((one) => this.#alternative(one)) };
      }),
    );
  }

  #alternative(parts: readonly Part[]) {
    const { by, rest } = this.#before(parts);
    const { people, words } = this.#behind(rest, by);
    const place = emptyPlace(words);
    return withoutEmpty({ words: place ? [place] : this.#inlines(words), ...people });
  }

  #names(text: string): string[] | null {
    const names = text
      .split(/\s*(?:[,;&+/]|\band\b)\s*/u)
      .map((name) => this.#nameActor(name.trim()));
    const known = names.filter((name) => name !== null);
    return known.length === names.length ? known : null;
  }

  #before(parts: readonly Part[]): { by: readonly string[]; rest: readonly Part[] } {
    const [first = '', ...others] = parts;
    const found = typeof first === 'string' ? BEFORE.exec(first) : null;
    const by = found ? this.#names(found.groups?.['names'] ?? '') : null;
    if (found === null || by === null || typeof first !== 'string') return { by: [], rest: parts };
    return { by, rest: [first.slice(found[0].length), ...others] };
  }

  #behind(parts: readonly Part[], by: readonly string[]) {
    const last = parts.at(-1);
    const found = typeof last === 'string' ? BEHIND.exec(last) : null;
    const people = found ? this.#people(found.groups?.['names'] ?? '', by) : null;
    if (found === null || people === null || typeof last !== 'string') {
      return { people: { by }, words: parts };
    }
    return { people, words: [...parts.slice(0, -1), last.slice(0, found.index)] };
  }

  #people(text: string, by: readonly string[]): Attribution | null {
    const people = { by: [...by], supportedBy: [] as string[], opposedBy: [] as string[] };
    for (const said of text.split(/; */)) {
      const { role, named } = roleOf(said, people.by.length > 0);
      const names = this.#names(named);
      if (names === null) return null;
      people[role].push(...names);
    }
    return people;
  }
}

/** What is said of those named behind words: that they support them, oppose them or wrote them. */
function roleOf(said: string, isAttributed: boolean) {
  const supporting = FOR.exec(said)?.groups?.['names'];
  if (supporting !== undefined) return { role: 'supportedBy', named: supporting } as const;
  const opposing = AGAINST.exec(said)?.groups?.['names'];
  if (opposing !== undefined) return { role: 'opposedBy', named: opposing } as const;
  return { role: isAttributed ? 'supportedBy' : 'by', named: said } as const;
}

/** The words after a slash that parts alternatives begin behind its space. */
function afterSlash({ raw }: Token, parts: readonly Part[], all: readonly Part[][]): string {
  return all.length > 1 && parts.length === 0 && raw.startsWith(' ') ? raw.slice(1) : raw;
}

function trimEnd(parts: Part[]): void {
  const last = parts.at(-1);
  if (typeof last === 'string' && last.endsWith(' ')) parts[parts.length - 1] = last.slice(0, -1);
}

/** A bracket that holds nothing but dots, or a sign for something unknown. */
function emptyPlace(parts: readonly Part[]): { readonly placeholder: string } | null {
  const [only, ...others] = parts;
  if (typeof only !== 'string' || others.length > 0) return null;
  const label = EMPTY_PLACE.test(only) ? only : NAMED_PLACE.exec(only)?.groups?.['label'];
  return label === undefined ? null : { placeholder: label };
}

/** Reads words; says where a bracket does not end, or ends that none began. */
export function readWords(text: string, nameActor: NameActor = namedById): ReadWords {
  try {
    return { words: new WordsReading(text, nameActor).whole() };
  } catch (error) {
    if (!(error instanceof Faulty)) throw error;
    return { fault: { at: error.at, what: error.message } };
  }
}

/** Brackets that begin in a text and do not end there, and how many end that began before it. */
export function balanceOf(text: string): { readonly opened: number[]; readonly closed: number } {
  const opened: number[] = [];
  let closed = 0;
  for (const { kind, at } of tokensOf(text)) {
    if (kind === 'open') opened.push(at);
    else if (kind === 'close' && opened.pop() === undefined) closed += 1;
  }
  return { opened, closed };
}
