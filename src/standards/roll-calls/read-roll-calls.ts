/** The tables of a collection of roll calls, put together. */
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { Faults } from './faults.ts';
import { readIssues, readRollCallRows, readVoters } from './read-tables.ts';
import { type RollCall, type RollCalls, VOTES, type VoteKind, type Voter } from './roll-calls.ts';
import { scanVotes } from './scan-votes.ts';
import { unpacked } from './unpacked.ts';

export interface RollCallFiles {
  readonly rollCalls: Uint8Array;
  /** CSV, packed with gzip or not. */
  readonly votes: Uint8Array;
  /** Absent: the table of votes names who voted. */
  readonly voters?: Uint8Array | undefined;
  readonly issues?: Uint8Array | undefined;
}

/** Voters by what the votes call them: the number of their row, or their name. */
class Roll {
  readonly voters: Voter[];
  readonly #places = new Map<string, number>();

  constructor(voters: readonly Voter[]) {
    this.voters = [...voters];
    for (const at of this.voters.keys()) this.#places.set(String(at + 1), at);
    for (const [at, { name, code }] of this.voters.entries()) {
      for (const key of [name, code]) {
        if (key !== undefined && !this.#places.has(key)) this.#places.set(key, at);
      }
    }
  }

  /** The place of who is called so; one who is not on the list is added to it, by name. */
  placeOf(key: string): number | null {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    if (key === '' || /^\d+$/.test(key)) return null;
    const place = this.voters.push({ name: key }) - 1;
    this.#places.set(key, place);
    return place;
  }
}

type Cast = Record<VoteKind, number[]>;
const nothingCast = (): Cast => ({ yes: [], no: [], abstain: [], absent: [] });

function optional<Value>(
  packed: Uint8Array | undefined,
  read: (bytes: Uint8Array) => Value | Refusal,
  absent: Value,
): Value | Refusal {
  if (packed === undefined) return absent;
  const bytes = unpacked(packed);
  return isRefusal(bytes) ? bytes : read(bytes);
}

/** Roll calls with who voted what in each; refused where one of the files is no such table. */
export function readRollCalls(files: RollCallFiles): RollCalls | Refusal {
  const faults = new Faults();
  const table = unpacked(files.rollCalls);
  if (isRefusal(table)) return table;
  const rows = readRollCallRows(table);
  if (isRefusal(rows)) return rows;
  const voters = optional<readonly Voter[]>(files.voters, readVoters, []);
  if (isRefusal(voters)) return voters;
  const issues = optional<ReadonlyMap<string, readonly string[]>>(
    files.issues,
    (bytes) => readIssues(bytes, faults),
    new Map(),
  );
  if (isRefusal(issues)) return issues;
  const bytes = unpacked(files.votes);
  if (isRefusal(bytes)) return bytes;

  const roll = new Roll(voters);
  const cast = new Map(rows.map(({ number }) => [number, nothingCast()]));
  const take = (number: string, voter: string, vote: VoteKind): string | null => {
    const of = cast.get(number);
    if (of === undefined) return `There is no roll call ${number.slice(0, 60)}.`;
    const place = roll.placeOf(voter);
    if (place === null) return `There is no voter ${voter.slice(0, 60)}.`;
    of[vote].push(place);
    return null;
  };
  const scanned = scanVotes(bytes, take, faults);
  if (isRefusal(scanned)) return scanned;
  const rollCalls = rows.map(
    (row): RollCall => ({
      ...row,
      issues: issues.get(row.number) ?? [],
      votes: cast.get(row.number) ?? nothingCast(),
    }),
  );
  return {
    rollCalls,
    voters: roll.voters,
    votes: [...cast.values()].reduce((sum, of) => sum + countIn(of), 0),
    faults: faults.told,
    faultCount: faults.count,
  };
}

const countIn = (cast: Cast): number => VOTES.reduce((sum, vote) => sum + cast[vote].length, 0);
