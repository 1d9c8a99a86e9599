/** Loads what a register of keys and mandates knows of keys and actors that acts name. */
import { type Kysely, sql } from 'kysely';
import type { ActId, ActOf } from '../kernel/act.ts';
import { type KeyPayload, publicBytesOf } from '../kernel/authority-acts.ts';
import { type KeyBook, isKeyAct } from '../kernel/key-book.ts';
import { keyIdOf } from '../kernel/key.ts';
import type { Recovery } from '../kernel/key-recovery.ts';
import type { KeyState, MandateState } from '../kernel/mandate.ts';
import { MANDATE_CHAIN_MAX } from '../kernel/mandate.ts';
import type { RecordTables } from './record-tables.ts';
import { CLEAR_AUDIENCE } from './row-security.ts';

type Db = Kysely<RecordTables>;

/** These keys as a register of keys and mandates knows them. */
export async function loadKeys(
  db: Db,
  registry: string,
  keys: readonly string[],
): Promise<Map<string, KeyState>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('keys_key')
    .leftJoin('keys_end', (join) =>
      join
        .onRef('keys_end.key', '=', 'keys_key.key')
        .onRef('keys_end.registry', '=', 'keys_key.registry'),
    )
    .select(['keys_key.key', 'actor', 'public_key', 'keys_key.ledger', 'keys_end.ledger as last'])
    .where('keys_key.registry', '=', registry)
    .where('keys_key.key', 'in', keys)
    .execute();
  return new Map(
    rows.map((row) => [
      row.key,
      {
        key: row.key,
        actor: row.actor,
        publicKey: publicBytesOf(row.public_key),
        from: row.ledger,
        // The act that ends a key is the last that the key may have signed.
        until: row.last === null ? null : row.last + 1,
      },
    ]),
  );
}

async function loadNamed(
  db: Db,
  registry: string,
  ids: readonly string[],
): Promise<Map<ActId, MandateState>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('mandates_mandate')
    .leftJoin('mandates_end', (join) =>
      join
        .onRef('mandates_end.mandate', '=', 'mandates_mandate.mandate')
        .onRef('mandates_end.registry', '=', 'mandates_mandate.registry'),
    )
    .selectAll('mandates_mandate')
    .select('mandates_end.ledger as last')
    .where('mandates_mandate.registry', '=', registry)
    .where('mandates_mandate.mandate', 'in', ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.mandate,
      {
        act: row.mandate,
        actor: row.actor,
        holder: row.holder,
        covers: row.covers,
        registers: row.registers,
        fromOn: row.from_on,
        toOn: row.to_on,
        under: row.under,
        from: row.ledger,
        until: row.last === null ? null : row.last + 1,
      },
    ]),
  );
}

/** These mandates as a register knows them, and those that they were given under. */
export async function loadMandates(
  db: Db,
  registry: string,
  ids: readonly string[],
): Promise<Map<ActId, MandateState>> {
  const known = new Map<ActId, MandateState>();
  let wanted = ids;
  for (let length = 0; length < MANDATE_CHAIN_MAX && wanted.length > 0; length += 1) {
    const found = await loadNamed(db, registry, wanted);
    for (const [id, mandate] of found) known.set(id, mandate);
    wanted = [...found.values()].flatMap(({ under }) =>
      under === null || known.has(under) ? [] : [under],
    );
  }
  return known;
}

/** Whether the register knows any key. */
export async function knowsKeys(db: Db, registry: string): Promise<boolean> {
  const any = await db
    .selectFrom('keys_key')
    .select('key')
    .where('registry', '=', registry)
    .limit(1)
    .executeTakeFirst();
  return any !== undefined;
}

async function loadRecoveries(db: Db, registry: string, actors: readonly string[]) {
  if (actors.length === 0) return new Map<string, Recovery>();
  const rows = await db
    .selectFrom('keys_recovery')
    .distinctOn('actor')
    .select(['actor', 'keys', 'threshold', 'act'])
    .where('registry', '=', registry)
    .where('actor', 'in', actors)
    .orderBy('actor')
    .orderBy('ledger', 'desc')
    .execute();
  return new Map<string, Recovery>(rows.map(({ actor, ...recovery }) => [actor, recovery]));
}

async function loadLastKeyActs(db: Db, registry: string, actors: readonly string[]) {
  if (actors.length === 0) return new Map<string, ActId>();
  const rows = await db
    .selectFrom('keys_act')
    .distinctOn('actor')
    .select(['actor', 'act'])
    .where('registry', '=', registry)
    .where('actor', 'in', actors)
    .orderBy('actor')
    .orderBy('ledger', 'desc')
    .execute();
  return new Map<string, ActId>(rows.map(({ actor, act }) => [actor, act]));
}

/** The keys that a payload names, among them the ids of keys that it brings. */
function keysNamed({ header, payload }: ActOf<KeyPayload>): string[] {
  const { publicKey, key, keys = [] } = payload;
  const isPolicy = header.type === 'keys.set-recovery';
  const brought = [...(publicKey === undefined ? [] : [publicKey]), ...(isPolicy ? keys : [])];
  return [
    ...brought.map((one) => keyIdOf(publicBytesOf(one))),
    ...(key === undefined ? [] : [key]),
    ...(isPolicy ? [] : keys),
  ];
}

/** What the acts on keys among these are judged by, with the keys that are asked for besides. */
export async function loadKeyBook(
  db: Db,
  registry: string,
  acts: readonly ActOf<unknown>[],
  keys: readonly string[] = [],
): Promise<KeyBook> {
  // Payloads were accepted by the schema of their kind.
  const own = acts.filter(({ header }) => isKeyAct(header.type)) as readonly ActOf<KeyPayload>[];
  const actors = [...new Set(own.map(({ header }) => header.actor))];
  const wanted = [...new Set([...keys, ...own.flatMap(keysNamed)])];
  return {
    keys: await loadKeys(db, registry, wanted),
    recoveries: await loadRecoveries(db, registry, actors),
    lastKeyActs: await loadLastKeyActs(db, registry, actors),
  };
}

/** Who signed which of the acts, of those that are admitted and in the clear. */
export async function loadAuthors(db: Db, ids: readonly ActId[]): Promise<Map<ActId, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; author: string }>`
    select acts.id, acts.author from acts join admissions on admissions.act = acts.id
    where acts.id = any(${[...ids]}::text[]) and acts.audience = ${CLEAR_AUDIENCE}`.execute(db);
  return new Map(rows.map(({ id, author }) => [id, author]));
}
