/**
 * The roll calls that ship with the node: one row each, its votes as one letter a voter, in the
 * order of the table of voters.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { PlainDateText } from '../kernel/dates.ts';
import { ISSUES } from '../practices/meetings/payloads/issues.ts';
import { DocumentSymbol } from '../practices/meetings/payloads/parts.ts';
import type { RollCall, RollCalls, VoteKind, Voter } from '../standards/roll-calls/roll-calls.ts';
import { type Problem, type Read, readTable } from './agreement-files.ts';
import { WorldDataError } from './agreements.ts';

const VOTERS_FILE = 'voters.csv';
/** The longest table that is read; a body votes some hundred times a year. */
export const WORLD_ROLL_CALLS_MAX = 10_000;
const VOTE_OF = new Map<string, VoteKind>([
  ['Y', 'yes'],
  ['N', 'no'],
  ['A', 'abstain'],
]);

const VoterRow = z.object({ voter: z.string().min(1), code: z.string().regex(/^([A-Z]{2})?$/) });

const Count = z.string().regex(/^\d{1,3}$/);
const Issues = z
  .string()
  .transform((text) => text.split(' ').filter((word) => word !== ''))
  .pipe(z.array(z.enum(ISSUES)));

const RollCallRow = z.object({
  number: z.string().regex(/^\d{1,6}$/),
  session: Count,
  date: PlainDateText,
  symbol: z.union([z.literal(''), DocumentSymbol]),
  topics: Issues,
  important: z.enum(['', 'yes']),
  part: z.enum(['', 'amendment', 'paragraph']),
  yes: Count,
  no: Count,
  abstain: Count,
  /** A letter for each voter; a dash where the source has no vote of it. */
  votes: z.string().regex(/^[YNA-]+$/),
});
type RollCallRow = z.output<typeof RollCallRow>;

function votesIn(letters: string): RollCall['votes'] {
  const cast: Record<VoteKind, number[]> = { yes: [], no: [], abstain: [], absent: [] };
  for (let at = 0; at < letters.length; at += 1) {
    const kind = VOTE_OF.get(letters.charAt(at));
    if (kind !== undefined) cast[kind].push(at);
  }
  return cast;
}

function rollCallOf(row: RollCallRow, line: number): RollCall {
  const { number, session, date, symbol, topics, important, part, yes, no, abstain } = row;
  return {
    line,
    number,
    session,
    on: date,
    symbol,
    // What it is called follows from its symbol and topics, in the language of who reads.
    title: '',
    description: '',
    issues: important === 'yes' ? [...topics, 'important-vote'] : topics,
    matter: part === '' ? null : part,
    stated: { yes: Number(yes), no: Number(no), abstain: Number(abstain) },
    votes: votesIn(row.votes),
  };
}

/** The roll calls of one body as its table has them. */
export interface WorldRollCalls {
  readonly body: string;
  readonly given: RollCalls;
}

function tableAt<Row extends z.ZodType, Value>(
  path: string,
  row: Row,
  convert: (values: z.output<Row>, line: number) => Value,
): Read<Value> {
  return readTable(path, readFileSync(path, 'utf8'), row, convert, WORLD_ROLL_CALLS_MAX);
}

function misfit({ votes }: RollCallRow, voters: readonly Voter[]): string | null {
  return votes.length === voters.length
    ? null
    : `it has ${votes.length} votes, and there are ${voters.length} voters`;
}

function readBody(path: string, voters: readonly Voter[]): Read<RollCall> {
  const problems: Problem[] = [];
  const read = tableAt(path, RollCallRow, (row, line) => {
    const reason = misfit(row, voters);
    if (reason !== null) problems.push({ file: path, line, reason });
    return rollCallOf(row, line);
  });
  return { values: read.values, problems: [...read.problems, ...problems] };
}

const castIn = ({ votes }: RollCall): number =>
  Object.values(votes).reduce((sum, places) => sum + places.length, 0);

/** Reads the roll calls of a folder, a table for each body; throws with all that is wrong. */
export function readWorldRollCalls(folder: string): readonly WorldRollCalls[] {
  if (!existsSync(folder)) return [];
  const voters = tableAt(join(folder, VOTERS_FILE), VoterRow, ({ voter, code }) => {
    return code === '' ? { name: voter } : { name: voter, code };
  });
  const problems = [...voters.problems];
  const bodyTables = readdirSync(folder)
    .filter((name) => name.endsWith('.csv') && name !== VOTERS_FILE)
    .sort();
  const bodies = bodyTables.map((name) => {
    const read = readBody(join(folder, name), voters.values);
    problems.push(...read.problems);
    const rollCalls = read.values;
    const votes = rollCalls.reduce((sum, one) => sum + castIn(one), 0);
    const given = { rollCalls, voters: voters.values, votes, faults: [], faultCount: 0 };
    return { body: basename(name, '.csv'), given };
  });
  if (problems.length > 0) throw new WorldDataError(problems);
  return bodies;
}
