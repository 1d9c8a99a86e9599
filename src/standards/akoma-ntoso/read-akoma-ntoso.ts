/**
 * Reads one text in Akoma Ntoso 3.0 (OASIS LegalDocML), strictly as XML and leniently as law: it
 * must be well formed, without document type, and bounded; where provisions lack an eId or number,
 * their place gives them one.
 */
import { Building, type Brackets } from './build-text.ts';
import { withAddresses } from './give-addresses.ts';
import { parseBounded } from './parse-bounded.ts';
import { type ReadText, TITLE_LENGTH_MAX } from './text-document.ts';

const FAULTS_MAX = 20;

/** How a file is read. */
export interface AknReading {
  /** Whether what is marked as inserted or deleted stands in square brackets. */
  readonly brackets?: Brackets;
}

const faulty = (what: string, line = 0): ReadText => ({ faults: [{ line, what }] });

/** Reads a file of at most `AKN_BYTES_MAX` bytes: its text, or what is wrong and where. */
export function readAkomaNtoso(bytes: Uint8Array, { brackets }: AknReading = {}): ReadText {
  const building = new Building(brackets);
  const fault = parseBounded(bytes, building);
  if (fault) return { faults: [fault] };
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
