/** Reads a draft in Akoma Ntoso: one that was written here, or a text of law of others. */
import { parseBounded } from '../akoma-ntoso/parse-bounded.ts';
import { readAkomaNtoso } from '../akoma-ntoso/read-akoma-ntoso.ts';
import {
  DRAFT_BYTES_MAX,
  DRAFT_PROVISIONS_MAX,
  type ReadDraft,
  type Reading,
} from '../bracketed-text/read-text.ts';
import { namedById } from '../bracketed-text/read-words.ts';
import { OPEN_NAMESPACE } from './marks.ts';
import { OwnBuilding } from './own-building.ts';
import { DocumentTaking } from './take-document.ts';

const FAULTS_MAX = 20;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

const faulty = (what: string): ReadDraft => ({ faults: [{ line: 0, what }] });

/** Whether a file is meant as XML: no draft begins with such a bracket. */
export const isXmlDraft = (text: string): boolean => /^\ufeff?\s*</.test(text);

/** Reads a draft of at most `DRAFT_BYTES_MAX` bytes: what it says, or what is wrong and where. */
export function readAknDraft(text: string, reading: Reading): ReadDraft {
  const bytes = new TextEncoder().encode(text);
  if (bytes.byteLength > DRAFT_BYTES_MAX)
    return faulty(`it is larger than ${DRAFT_BYTES_MAX} bytes`);
  const own = text.includes(OPEN_NAMESPACE) ? readOwn(bytes) : null;
  return own ?? readOthers(bytes, reading);
}

/** A draft that was written here; null where the file is none. */
function readOwn(bytes: Uint8Array): ReadDraft | null {
  const building = new OwnBuilding();
  const fault = parseBounded(bytes, building);
  if (fault !== null) return { faults: [fault] };
  const { language, provisions, symbol, title } = building;
  if (language === null) return null;
  if (provisions.length === 0) return faulty('it holds no provision');
  return { draft: { title, symbol, language, provisions }, remarks: [] };
}

function readOthers(bytes: Uint8Array, { language, nameActor = namedById }: Reading): ReadDraft {
  const read = readAkomaNtoso(bytes, { brackets: 'square' });
  if ('faults' in read) return read;
  const taking = new DocumentTaking(nameActor);
  taking.take(read.document);
  const { faults, provisions } = taking;
  if (faults.length > 0) return { faults: faults.slice(0, FAULTS_MAX) };
  if (provisions.length > DRAFT_PROVISIONS_MAX) {
    return faulty(`it has more than ${DRAFT_PROVISIONS_MAX} provisions`);
  }
  const { language: said, title } = read.document;
  const own = said !== 'und' && LANGUAGE.test(said) ? said : language;
  return { draft: { title, symbol: '', language: own, provisions }, remarks: read.remarks };
}
