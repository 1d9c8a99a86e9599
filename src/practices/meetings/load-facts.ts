/**
 * Reads the facts of a register. What was read before is kept, row by row with its version, so that
 * after one more act one more row is read. It is kept apart by who reads: nobody is given what
 * another may see, and a row that is hidden from now on is not found again.
 */
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Asked, MemoryKind, Query } from '../../kernel/define-area.ts';
import { CLEAR, Marking } from '../../kernel/marking.ts';
import type { Fact } from './rules/facts.ts';
import type { MeetingTables } from './tables.ts';

export const LAST_INSTANT = '9999-12-31T23:59:59.999Z';

type FactRow = Omit<MeetingTables['meetings_fact'], 'audience' | 'position' | 'act'>;

/** Nearly all acts are for all to see, which needs no checking of whom they are for. */
function markingOf(given: FactRow['marking']): Marking {
  return isDeepStrictEqual(given, CLEAR) ? CLEAR : Marking.parse(given);
}

/** A row as the rules see it. */
export function factOfRow(row: FactRow): Fact {
  return {
    act: row.entry,
    register: row.register,
    type: row.type,
    actor: row.actor,
    author: row.author,
    issuedAt: row.issued_at,
    recordedAt: row.recorded_at,
    ledger: row.ledger,
    effectiveOn: row.effective_on,
    source: row.source,
    marking: markingOf(row.marking),
    payload: row.payload,
  };
}

/** An act that is for two audiences has a row for each; it is one act. */
export function onePerAct(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [fact.act, fact])).values()];
}

interface Kept {
  /** Facts by row and version of it. */
  readonly rows: ReadonlyMap<string, Fact>;
  readonly facts: readonly Fact[];
}

const FACTS: MemoryKind<Kept> = { name: 'meetings.facts' };

/**
 * Where PostgreSQL has a version of a row, and which transaction wrote it: another version has
 * another of these, and what a transaction wrote that came to nothing is never found again.
 */
const VERSION = sql<string>`xmin::text || ' ' || ctid::text`;

const nameOf = (row: { entry: string; audience: number; version: string }): string =>
  `${row.entry} ${row.audience} ${row.version}`;

type Reading = Pick<Asked, 'knownAt' | 'memory'> & {
  readonly tables: Query<MeetingTables>;
};

function rowsOf({ tables, knownAt }: Reading, register: string) {
  return tables
    .selectFrom('meetings_fact')
    .where('register', '=', register)
    .where('recorded_at', '<=', knownAt ?? LAST_INSTANT)
    .orderBy('ledger')
    .orderBy('audience');
}

async function readAll(reading: Reading, register: string): Promise<Kept> {
  const rows = await rowsOf(reading, register).selectAll().select(VERSION.as('version')).execute();
  const facts = rows.map((row) => [nameOf(row), factOfRow(row)] as const);
  return { rows: new Map(facts), facts: onePerAct(facts.map(([, fact]) => fact)) };
}

/** What is there now, of which only those rows are read that were not there before. */
async function readOn(reading: Reading, register: string, before: Kept): Promise<Kept> {
  const there = await rowsOf(reading, register)
    .select(['entry', 'audience', VERSION.as('version')])
    .execute();
  const names = there.map(nameOf);
  const isSame = names.length === before.rows.size && names.every((one) => before.rows.has(one));
  if (isSame) return before;
  const fresh = there.filter((row) => !before.rows.has(nameOf(row))).map(({ entry }) => entry);
  const read = await rowsOf(reading, register)
    .selectAll()
    .select(VERSION.as('version'))
    .where('entry', '=', sql<string>`any(${fresh}::text[])`)
    .execute();
  const added = new Map(read.map((row) => [nameOf(row), factOfRow(row)]));
  const rows = new Map(
    names.flatMap((name) => {
      const fact = before.rows.get(name) ?? added.get(name);
      return fact === undefined ? [] : [[name, fact] as const];
    }),
  );
  return { rows, facts: onePerAct([...rows.values()]) };
}

/** The facts of a register as the asker may see them, in the order of admission. */
export async function recallFacts(reading: Reading, register: string): Promise<readonly Fact[]> {
  const { knownAt, memory } = reading;
  const name = `${register} ${knownAt ?? ''}`;
  const known = memory.recall(FACTS, name);
  if (known) return known.facts;
  const before = memory.latest(FACTS, name);
  const kept = before ? await readOn(reading, register, before) : await readAll(reading, register);
  memory.keep(FACTS, name, [register], kept);
  return kept.facts;
}
