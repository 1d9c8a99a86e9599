/**
 * Reads XML into a small tree, in one pass and within bounds. A document type is refused where it
 * begins, so that no entity is ever expanded and nothing is fetched.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { decodeXml } from './decode-xml.ts';

export interface XmlElement {
  /** Local name, and the namespace it is of. */
  readonly name: string;
  readonly namespace: string;
  readonly line: number;
  /** Where it begins in the file's characters, and where what follows it does. */
  readonly from: number;
  readonly to: number;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Its own text, that of its children left out. */
  readonly text: string;
}

export interface XmlAttribute {
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}

export interface XmlBounds {
  readonly bytesMax: number;
  readonly depthMax: number;
  readonly elementsMax: number;
}

export type XmlFaultKind = 'size' | 'encoding' | 'doctype' | 'form' | 'bounds';

export interface XmlFault {
  readonly kind: XmlFaultKind;
  readonly line: number;
  readonly what: string;
}

const MILLISECONDS_MAX = 3000;
/** Between two of these the time is looked at. */
const CHUNK_CHARACTERS = 64 * 1024;

/** How parsing ends at the first fault. */
class Stopped extends Error {}

interface Open extends XmlElement {
  readonly children: XmlElement[];
  text: string;
  to: number;
}

function attributesOf(tag: SaxesTagNS): XmlAttribute[] {
  return Object.values(tag.attributes)
    .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
    .map(({ local, uri, value }) => ({ name: local, namespace: uri, value }));
}

/** Parses until the first fault; there is no sense in what comes after it. */
class Parsing {
  fault: XmlFault | null = null;
  root: XmlElement | null = null;
  readonly #text: string;
  readonly #bounds: XmlBounds;
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #open: Open[] = [];
  #elements = 0;

  constructor(text: string, bounds: XmlBounds) {
    this.#text = text;
    this.#bounds = bounds;
    const parser = this.#parser;
    parser.on('error', (error) => this.#stop('form', error.message.replace(/^\d+:\d+: /, '')));
    parser.on('doctype', () =>
      this.#stop('doctype', 'a document type is not taken, nor are its entities'),
    );
    parser.on('opentag', (tag) => this.#begin(tag));
    parser.on('closetag', () => this.#end());
    parser.on('text', (text) => this.#take(text));
    parser.on('cdata', (text) => this.#take(text));
  }

  /** Ends the parsing there and then: the parser's work grows with the square of the depth. */
  #stop(kind: XmlFaultKind, what: string): never {
    this.fault ??= { kind, line: this.#parser.line, what: what.slice(0, 300) };
    throw new Stopped();
  }

  #begin(tag: SaxesTagNS): void {
    if (this.fault) return;
    const { depthMax, elementsMax } = this.#bounds;
    this.#elements += 1;
    if (this.#open.length >= depthMax) {
      this.#stop('bounds', `elements nest deeper than ${depthMax}`);
    }
    if (this.#elements > elementsMax) {
      this.#stop('bounds', `more than ${elementsMax} elements`);
    }
    this.#open.push({
      name: tag.local,
      namespace: tag.uri,
      line: this.#parser.line,
      // No tag holds another sign of the kind that it begins with. XML 1.0, 2.4.
      from: this.#text.lastIndexOf('<', this.#parser.position - 1),
      to: this.#parser.position,
      attributes: attributesOf(tag),
      children: [],
      text: '',
    });
  }

  #end(): void {
    const done = this.fault ? undefined : this.#open.pop();
    if (done === undefined) return;
    done.to = this.#parser.position;
    const above = this.#open.at(-1);
    if (above === undefined) this.root = done;
    else above.children.push(done);
  }

  #take(text: string): void {
    const top = this.#open.at(-1);
    if (!this.fault && top !== undefined) top.text += text;
  }

  #parse(): void {
    const text = this.#text;
    const until = performance.now() + MILLISECONDS_MAX;
    for (let at = 0; at < text.length; at += CHUNK_CHARACTERS) {
      this.#parser.write(text.slice(at, at + CHUNK_CHARACTERS));
      if (performance.now() > until) this.#stop('bounds', 'reading it takes too long');
    }
    this.#parser.close();
  }

  run(): void {
    try {
      this.#parse();
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
  }
}

/** The root of a file, with its text as characters; or the first thing wrong with it. */
export function readXml(
  bytes: Uint8Array,
  bounds: XmlBounds,
): { root: XmlElement; text: string } | { fault: XmlFault } {
  if (bytes.byteLength > bounds.bytesMax) {
    const what = `it is larger than ${bounds.bytesMax} bytes`;
    return { fault: { kind: 'size', line: 0, what } };
  }
  const decoded = decodeXml(bytes);
  if ('fault' in decoded) return { fault: { kind: 'encoding', line: 0, what: decoded.fault } };
  const parsing = new Parsing(decoded.text, bounds);
  parsing.run();
  if (parsing.fault) return { fault: parsing.fault };
  return parsing.root === null
    ? { fault: { kind: 'form', line: 0, what: 'it holds no element' } }
    : { root: parsing.root, text: decoded.text };
}
