/**
 * Parses a file of Akoma Ntoso within bounds: strictly as XML, well formed, in UTF-8, without
 * document type, so that no entity is expanded. What the elements mean is for whoever takes them.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type Remark } from './text-document.ts';

export const AKN_BYTES_MAX = 4 * 1024 * 1024;
const MILLISECONDS_MAX = 3000;
/** Between two of these the time is looked at. */
const CHUNK_CHARACTERS = 64 * 1024;

/** How much of a file is taken. */
export interface Bounds {
  readonly depthMax: number;
  readonly elementsMax: number;
  readonly provisionsMax: number;
}

/** What takes the elements of a file as they open and close. */
export interface Taking {
  readonly bounds: Bounds;
  /** How many provisions it has found. */
  readonly found: number;
  /** Takes an element; what makes the file none that can be read, in words, or null. */
  open(tag: SaxesTagNS, line: number): string | null;
  close(line: number): void;
  text(text: string): void;
}

/** The file as text; null where it is no UTF-8. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How parsing ends at the first fault. */
class Stopped extends Error {}

/** Parses until the first fault; there is no sense in what comes after it. */
class Parsing {
  fault: Remark | null = null;
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #taking: Taking;
  #elements = 0;
  #depth = 0;

  constructor(taking: Taking) {
    this.#taking = taking;
    const parser = this.#parser;
    parser.on('error', (error) => this.#stop(error.message.replace(/^\d+:\d+: /, '')));
    parser.on('doctype', () => this.#stop('a document type is not taken, nor are its entities'));
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) {
        this.#stop(`it says that its encoding is ${encoding}; only UTF-8 is taken`);
      }
    });
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', () => {
      if (this.fault) return;
      this.#taking.close(parser.line);
      this.#depth -= 1;
    });
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
  }

  /** Ends the parsing there and then: the parser's work grows with the square of the depth. */
  #stop(what: string): never {
    this.fault ??= { line: this.#parser.line, what: what.slice(0, 300) };
    throw new Stopped();
  }

  #text(text: string): void {
    if (!this.fault) this.#taking.text(text);
  }

  #open(tag: SaxesTagNS): void {
    if (this.fault) return;
    this.#elements += 1;
    this.#depth += 1;
    const { depthMax, elementsMax, provisionsMax } = this.#taking.bounds;
    if (this.#depth > depthMax) this.#stop(`elements nest deeper than ${depthMax}`);
    if (this.#elements > elementsMax) this.#stop(`more than ${elementsMax} elements`);
    const objection = this.#taking.open(tag, this.#parser.line);
    if (objection !== null) this.#stop(objection);
    if (this.#taking.found > provisionsMax) this.#stop(`more than ${provisionsMax} provisions`);
  }

  #parse(text: string): void {
    const until = performance.now() + MILLISECONDS_MAX;
    for (let at = 0; at < text.length; at += CHUNK_CHARACTERS) {
      this.#parser.write(text.slice(at, at + CHUNK_CHARACTERS));
      if (performance.now() > until) this.#stop('reading it takes too long');
    }
    this.#parser.close();
  }

  run(text: string): void {
    try {
      this.#parse(text);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
  }
}

/** Parses a file; what is wrong with it and where, or null. */
export function parseBounded(bytes: Uint8Array, taking: Taking): Remark | null {
  if (bytes.byteLength > AKN_BYTES_MAX) {
    return { line: 0, what: `it is larger than ${AKN_BYTES_MAX} bytes` };
  }
  const text = decoded(bytes);
  if (text === null) return { line: 0, what: 'it is not UTF-8' };
  const parsing = new Parsing(taking);
  parsing.run(text);
  return parsing.fault;
}
