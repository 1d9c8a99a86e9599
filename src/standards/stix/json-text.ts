/**
 * JSON text as it was written. Objects are kept in their own words, spare white space aside, since
 * a number or an escape that is written anew may no longer be what its author wrote.
 */
import { isUtf8 } from 'node:buffer';
import type { Json } from '../../kernel/canonical.ts';

export const NESTING_MAX = 64;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const SPACES: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0d, 0x20]);
/** Brackets, braces, comma and colon. */
const STRUCTURE: ReadonlySet<number> = new Set([0x5b, 0x5d, 0x7b, 0x7d, 0x2c, 0x3a]);

/**
 * The place behind the text in quotes that begins at `start`, or the end where it does not end. By
 * hand, since a regular expression overflows its stack over a few million characters.
 */
function behindQuotes(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((end - before) % 2 === 1) return end + 1;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}

/** Calls for each text in quotes and each sign of structure, with where it begins and ends. */
function eachPart(text: string, visit: (start: number, end: number) => boolean): void {
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const end = code === QUOTE ? behindQuotes(text, at) : at + 1;
    if ((code === QUOTE || STRUCTURE.has(code)) && !visit(at, end)) return;
    at = end;
  }
}

/** The text without white space between its parts; what stands in quotes stays as it is. */
export function withoutSpareSpace(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (SPACES.has(code)) {
      kept.push(text.slice(from, at));
      while (SPACES.has(text.charCodeAt(at))) at++;
      from = at;
    } else at = code === QUOTE ? behindQuotes(text, at) : at + 1;
  }
  return from === 0 ? text : kept.join('') + text.slice(from);
}

/** What a walk over the parts of well-formed JSON learns. */
interface Walked {
  readonly fault: string | null;
  /** Texts of the items of the list that the named member of the outermost object holds. */
  readonly items: readonly string[];
}

interface Level {
  /** Names met so far in an object; null in a list. */
  readonly names: Set<string> | null;
  /** Whether this is the list whose items are asked for. */
  readonly isWanted: boolean;
  start: number;
}

class Walk {
  readonly items: string[] = [];
  fault: string | null = null;
  readonly #text: string;
  readonly #wanted: string;
  readonly #levels: Level[] = [];
  #lastText = '';
  #memberOfOutermost = '';

  constructor(text: string, wanted: string) {
    this.#text = text;
    this.#wanted = wanted;
  }

  /** The text is well-formed JSON without spare space. */
  run(): Walked {
    eachPart(this.#text, (start, end) => {
      this.#take(this.#text.slice(start, end), start);
      return this.fault === null;
    });
    return { fault: this.fault, items: this.items };
  }

  #take(part: string, at: number): void {
    if (part === '{' || part === '[') this.#enter(part, at);
    else if (part === '}' || part === ']') this.#leave(at);
    else if (part === ',') this.#endItem(at);
    else if (part === ':') this.#name();
    else this.#lastText = part;
  }

  #enter(part: string, at: number): void {
    const isWanted =
      part === '[' && this.#levels.length === 1 && this.#memberOfOutermost === this.#wanted;
    this.#levels.push({ names: part === '{' ? new Set() : null, isWanted, start: at + 1 });
    if (this.#levels.length > NESTING_MAX) this.fault = `nested deeper than ${NESTING_MAX}`;
  }

  #leave(at: number): void {
    this.#endItem(at);
    this.#levels.pop();
  }

  #endItem(at: number): void {
    const level = this.#levels.at(-1);
    if (!level?.isWanted) return;
    const item = this.#text.slice(level.start, at);
    if (item !== '') this.items.push(item);
    level.start = at + 1;
  }

  #name(): void {
    const names = this.#levels.at(-1)?.names;
    // A name may be written in several ways; what counts is what it says.
    const name = String(JSON.parse(this.#lastText));
    if (names?.has(name)) this.fault = `naming a member twice: ${name.slice(0, 60)}`;
    names?.add(name);
    if (this.#levels.length === 1) this.#memberOfOutermost = name;
  }
}

export interface JsonText {
  readonly value: Json;
  /** The text without spare white space. */
  readonly text: string;
  /** Texts of the items of the list in the member asked for. */
  readonly items: readonly string[];
}

/** Whether brackets are nested too deep, told before parsing, so that no parser has to recurse. */
function isTooDeep(text: string): boolean {
  let [nesting, deepest] = [0, 0];
  eachPart(text, (at) => {
    const part = text[at] ?? '';
    if (part === '{' || part === '[') nesting++;
    else if (part === '}' || part === ']') nesting--;
    deepest = Math.max(deepest, nesting);
    return deepest <= NESTING_MAX;
  });
  return deepest > NESTING_MAX;
}

function parsed(text: string): { value: Json } | null {
  try {
    // JSON.parse is declared `any`, and yields nothing but JSON values.
    return { value: JSON.parse(text) as Json };
  } catch {
    return null;
  }
}

/** Reads I-JSON of at most so many bytes, or tells in words that follow "it is" what is wrong. */
export function readJsonText(
  bytes: Uint8Array,
  { sizeBytesMax, itemsOf }: { sizeBytesMax: number; itemsOf: string },
): JsonText | { readonly fault: string } {
  if (bytes.byteLength > sizeBytesMax) return { fault: `larger than ${sizeBytesMax} bytes` };
  if (!isUtf8(bytes)) return { fault: 'not UTF-8' };
  const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  // A byte order mark may be ignored where JSON is read (RFC 8259, section 8.1).
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given;
  if (isTooDeep(text)) return { fault: `nested deeper than ${NESTING_MAX}` };
  const read = parsed(text);
  if (!read) return { fault: 'not JSON' };
  const compact = withoutSpareSpace(text);
  const { fault, items } = new Walk(compact, itemsOf).run();
  if (fault !== null) return { fault };
  return { value: read.value, text: compact, items };
}

/** Whether a value is a JSON object. */
export function isJsonObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
