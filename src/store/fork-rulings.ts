/** Forks as the record has them, and what was said of them: by acts admitted, and ahead of them. */
import { type Kysely, sql } from 'kysely';
import type { ActId } from '../kernel/act.ts';
import { AUTHORITY_REGISTER } from '../kernel/authority-acts.ts';
import { type Closing, type ForkName, type Ruling, closingOf } from '../kernel/fork-ruling.ts';
import type { RecordTables } from './record-tables.ts';

type Db = Kysely<RecordTables>;

/** The forks of these streams that this node holds proofs of. */
export async function loadForkNames(db: Db, streams: readonly string[]): Promise<ForkName[]> {
  if (streams.length === 0) return [];
  const rows = await db
    .selectFrom('forks')
    .select(['stream', 'seq', 'first', 'second'])
    .where('stream', 'in', streams)
    .execute();
  return rows.map(({ stream, seq, first, second }) => ({ stream, seq, acts: [first, second] }));
}

/** What was said of forks of these streams. */
export async function loadRulings(db: Db, streams: readonly string[]): Promise<Ruling[]> {
  if (streams.length === 0) return [];
  const admitted = await db
    .selectFrom('streams_resolution')
    .select(['registry', 'stream', 'seq', 'kept', 'dropped', 'author', 'ledger'])
    .where('stream', 'in', streams)
    .execute();
  const ahead = await db
    .selectFrom('fork_rulings')
    .select(['stream', 'seq', 'kept', 'dropped', 'author'])
    .where('stream', 'in', streams)
    .execute();
  return [
    ...admitted.map(({ registry, ledger, ...row }) => ({
      ...rulingOf(row),
      ledger: registry === AUTHORITY_REGISTER ? ledger : null,
    })),
    ...ahead.map((row) => ({ ...rulingOf(row), ledger: null })),
  ];
}

interface Row {
  readonly stream: string;
  readonly seq: number;
  readonly kept: string;
  readonly dropped: string;
  readonly author: string;
}

const rulingOf = ({ stream, seq, kept: keep, dropped: drop, author: by }: Row) => ({
  stream,
  seq,
  keep,
  drop,
  by,
});

/** Those of the acts that stand in their streams here. */
export async function standingOf(db: Db, ids: readonly ActId[]): Promise<Set<ActId>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from acts where id = any(${[...ids]}::text[])
      -- One of another branch that a custodian admitted is on record, and in no stream.
      and strpos(stream, ' ') = 0`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Those of the acts from which on, in their streams, something was admitted or admits. */
export async function effectiveOf(db: Db, ids: readonly ActId[]): Promise<Set<ActId>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select first.id from acts first where first.id = any(${[...ids]}::text[]) and exists (
      select from acts later join admissions
        on admissions.act = later.id or admissions.admitted_by = later.id
      where later.stream = first.stream and later.seq >= first.seq)`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** What of these streams is closed on the node of the operator, and which acts it has dropped. */
export async function loadClosing(
  db: Db,
  streams: readonly string[],
  operator: string,
): Promise<Closing> {
  const forks = await loadForkNames(db, streams);
  if (forks.length === 0) return { closed: new Map(), dropped: new Set() };
  const rulings = await loadRulings(db, streams);
  const standing = await standingOf(
    db,
    rulings.map(({ drop }) => drop),
  );
  return closingOf(forks, rulings, operator, standing);
}
