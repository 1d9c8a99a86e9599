/** What verifying a record file finds, as data for people and for programs. */

/** `partly`: all that the file holds of it is sound, but its mandate is not in the file. */
export type Verdict = 'verified' | 'partly' | 'fails';

/** What an act does in its file. */
export type Role = 'admitted' | 'admission' | 'refusal' | 'refused' | 'authority';

export interface ActReport {
  readonly act: string;
  readonly type: string;
  readonly author: string;
  readonly actor: string;
  readonly role: Role;
  /** In the order of the node's record. */
  readonly place: number | null;
  readonly verdict: Verdict;
  /** Why it fails or holds only partly. */
  readonly reasons: readonly string[];
  /** Parts of its content that are not in the file. */
  readonly withheldParts: number;
}

export interface DocumentReport {
  readonly digest: string;
  readonly name: string;
  readonly state: 'verified' | 'not in the file' | 'fails';
}

export interface RecordFileReport {
  readonly verified: boolean;
  readonly register: string | null;
  readonly network: string | null;
  readonly exportedAt: string | null;
  /** Whose key begins the record: to be compared with what the operator has published. */
  readonly genesis: { readonly actor: string; readonly key: string } | null;
  readonly custodian: string | null;
  /** What is wrong with the file as a whole, its seal and order above all. */
  readonly faults: readonly string[];
  readonly acts: readonly ActReport[];
  /** What the file leaves out, as far as that can be seen. */
  readonly gaps: readonly string[];
  readonly documents: readonly DocumentReport[];
  readonly answer: {
    readonly question: string;
    readonly asOf: string;
    /** Acts that it rests on: in the file and verified, and not in the file. */
    readonly verifiedActs: number;
    readonly otherActs: number;
  } | null;
  /** What nobody can know from a file alone. */
  readonly limits: readonly string[];
}

/** What nobody can know from a file alone, said in every report. */
export const LIMITS: readonly string[] = [
  'Whose the first key is: compare it with what its operator has published.',
  'Whether acts that the file does not show were left out, or came after it was made: ' +
    'a revocation of a key or mandate among them.',
  'Whether the custodian has shown others another record: compare the ids of acts with theirs.',
  'The order of acts that were admitted in one instant to several registers: the file says it, ' +
    'and no signature does.',
  'Whether the answer follows from the acts: no rule was run again; it is the node’s word.',
];

/** The report on what is no record file at all. */
export function unreadable(fault: string): RecordFileReport {
  return {
    verified: false,
    register: null,
    network: null,
    exportedAt: null,
    genesis: null,
    custodian: null,
    faults: [fault],
    acts: [],
    gaps: [],
    documents: [],
    answer: null,
    limits: LIMITS,
  };
}
