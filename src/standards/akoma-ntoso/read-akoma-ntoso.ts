/**
 * Reads one text in Akoma Ntoso 3.0 (OASIS LegalDocML), strictly as XML and leniently as law: it
 * must be well formed, without document type, and bounded; where provisions lack an eId or number,
 * their place gives them one.
 */
import { SaxesParser } from 'saxes';
import { Building } from './build-text.ts';
import { withAddresses } from './give-addresses.ts';
import { PROVISIONS_MAX, type ReadText, type Remark, TITLE_LENGTH_MAX } from './text-document.ts';

export const AKN_BYTES_MAX = 4 * 1024 * 1024;
export const DEPTH_MAX = 64;
export const ELEMENTS_MAX = 100_000;
const MILLISECONDS_MAX = 3000;
/** Between two of these the time is looked at. */
const CHUNK_CHARACTERS = 64 * 1024;
const FAULTS_MAX = 20;

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
  readonly building = new Building();
  fault: Remark | null = null;
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  #elements = 0;
  #depth = 0;

  constructor() {
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
      this.building.close(parser.line);
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
    if (!this.fault) this.building.text(text);
  }

  #open(tag: Parameters<Building['open']>[0]): void {
    if (this.fault) return;
    this.#elements += 1;
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX) this.#stop(`elements nest deeper than ${DEPTH_MAX}`);
    if (this.#elements > ELEMENTS_MAX) this.#stop(`more than ${ELEMENTS_MAX} elements`);
    const objection = this.building.open(tag, this.#parser.line);
    if (objection !== null) this.#stop(objection);
    const { length } = this.building.drafts;
    if (length > PROVISIONS_MAX) this.#stop(`more than ${PROVISIONS_MAX} provisions`);
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

const faulty = (what: string, line = 0): ReadText => ({ faults: [{ line, what }] });

/** Reads a file of at most `AKN_BYTES_MAX` bytes: its text, or what is wrong and where. */
export function readAkomaNtoso(bytes: Uint8Array): ReadText {
  if (bytes.byteLength > AKN_BYTES_MAX) return faulty(`it is larger than ${AKN_BYTES_MAX} bytes`);
  const text = decoded(bytes);
  if (text === null) return faulty('it is not UTF-8');
  const parsing = new Parsing();
  parsing.run(text);
  if (parsing.fault) return { faults: [parsing.fault] };
  const { building } = parsing;
  const drafts = building.drafts.filter((draft) => draft.given !== null || !draft.isEmpty());
  if (drafts.length === 0) return faulty('it holds no provision', building.bodyLine);
  const { provisions, faults } = withAddresses(drafts);
  if (faults.length > 0) return { faults: faults.slice(0, FAULTS_MAX) };
  const { language, remarks, title } = building;
  return {
    document: { language: language ?? 'und', title: title.slice(0, TITLE_LENGTH_MAX), provisions },
    remarks: [
      ...remarks,
      ...(language === null ? [{ line: 0, what: 'it names no language' }] : []),
    ],
  };
}
