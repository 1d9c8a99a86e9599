/** Keys and mandates as the registries of other nodes have them, beside those of our own. */
import { type Kysely, sql } from 'kysely';
import type { Header } from '../kernel/act.ts';
import { publicBytesOf, registryOf } from '../kernel/authority-acts.ts';
import type { AdmittedAct } from '../kernel/define-area.ts';
import { type KeyState, MANDATE_CHAIN_MAX, type MandateState } from '../kernel/mandate.ts';
import type { Provenance, RowChange } from '../kernel/table.ts';
import type { Registered } from '../kernel/taking.ts';
import type { BatchState, Elsewhere } from './batch-state.ts';
import { keyEndTable, keyTable } from './keys-area.ts';
import { mandateEndTable, mandateTable } from './mandates-area.ts';
import { loadVouched } from './vouched-keys.ts';
import type { RecordTables } from './record-tables.ts';

type Db = Kysely<RecordTables>;

const ANY_OTHER = `${registryOf('')}%`;

function place<Value>(
  all: Map<string, Map<string, Value>>,
  name: string,
  registry: string,
  value: Value,
): void {
  const known = all.get(name) ?? new Map<string, Value>();
  known.set(registry, value);
  all.set(name, known);
}

async function loadKeys(db: Db, keys: readonly string[]): Promise<Elsewhere['keys']> {
  const all: Elsewhere['keys'] = new Map();
  if (keys.length === 0) return all;
  const rows = await db
    .selectFrom('keys_key')
    .leftJoin('keys_end', (join) =>
      join
        .onRef('keys_end.key', '=', 'keys_key.key')
        .onRef('keys_end.registry', '=', 'keys_key.registry'),
    )
    .select(['keys_key.key', 'keys_key.registry', 'actor', 'public_key', 'keys_key.ledger'])
    .select('keys_end.ledger as last')
    .where('keys_key.key', '=', sql<string>`any(${keys}::text[])`)
    .where('keys_key.registry', 'like', ANY_OTHER)
    .execute();
  for (const { key, registry, actor, public_key: publicKey, ledger, last } of rows) {
    const until = last === null ? null : last + 1;
    const bytes = publicBytesOf(publicKey);
    place(all, key, registry, { key, actor, publicKey: bytes, from: ledger, until });
  }
  return all;
}

async function mandatesNamed(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('mandates_mandate')
    .leftJoin('mandates_end', (join) =>
      join
        .onRef('mandates_end.mandate', '=', 'mandates_mandate.mandate')
        .onRef('mandates_end.registry', '=', 'mandates_mandate.registry'),
    )
    .selectAll('mandates_mandate')
    .select('mandates_end.ledger as last')
    .where('mandates_mandate.mandate', '=', sql<string>`any(${ids}::text[])`)
    .where('mandates_mandate.registry', 'like', ANY_OTHER)
    .execute();
}

/** The mandates, and those that they were given under. */
async function loadMandates(db: Db, ids: readonly string[]): Promise<Elsewhere['mandates']> {
  const all: Elsewhere['mandates'] = new Map();
  let wanted = ids;
  for (let length = 0; length < MANDATE_CHAIN_MAX && wanted.length > 0; length += 1) {
    const rows = await mandatesNamed(db, wanted);
    for (const row of rows) {
      const until = row.last === null ? null : row.last + 1;
      place(all, row.mandate, row.registry, { ...mandateOf(row), from: row.ledger, until });
    }
    wanted = rows.flatMap(({ under }) => (under === null || all.has(under) ? [] : [under]));
  }
  return all;
}

type MandateRow = Omit<RecordTables['mandates_mandate'], keyof Provenance>;

function mandateOf(row: MandateRow) {
  const { mandate: act, actor, holder, covers, registers, under } = row;
  return { act, actor, holder, covers, registers, under, fromOn: row.from_on, toOn: row.to_on };
}

/** Loads what other registries say of these keys and mandates. */
export async function loadElsewhere(
  db: Db,
  keys: readonly string[],
  mandates: readonly string[],
  authors: readonly string[],
): Promise<Elsewhere> {
  return {
    keys: await loadKeys(db, keys),
    mandates: await loadMandates(db, mandates),
    vouched: await loadVouched(db, keys),
    introduced: await loadIntroduced(db, authors),
  };
}

/** In which register of keys, our own or another's, each actor was first met. */
async function loadIntroduced(db: Db, actors: readonly string[]): Promise<Map<string, string>> {
  if (actors.length === 0) return new Map();
  const rows = await db
    .selectFrom('keys_key')
    .distinctOn('actor')
    .select(['actor', 'registry'])
    .where('actor', 'in', actors)
    .orderBy('actor')
    .orderBy('ledger')
    .execute();
  return new Map(rows.map(({ actor, registry }) => [actor, registry]));
}

function end<State extends { readonly until: number | null }>(
  all: Map<string, Map<string, State>>,
  name: string,
  registry: string,
  until: number,
): void {
  const known = all.get(name)?.get(registry);
  if (known) place(all, name, registry, { ...known, until });
}

/** Carries what an act in another node's registry says into the state of the batch. */
export function evolveElsewhere(
  { elsewhere }: BatchState,
  act: AdmittedAct<unknown>,
  changes: readonly RowChange[],
): void {
  const { register: registry, ledger: from } = act.admission;
  for (const { table, put } of changes) {
    // Rows of the store's own tables are as their definitions say, here and below.
    if (table === keyTable.name) {
      const { key, actor, public_key: text } = put as unknown as RecordTables['keys_key'];
      const state = { key, actor, publicKey: publicBytesOf(text), from, until: null };
      place(elsewhere.keys, key, registry, state);
      if (!elsewhere.introduced.has(actor)) elsewhere.introduced.set(actor, registry);
    } else if (table === keyEndTable.name) {
      const { key } = put as unknown as RecordTables['keys_end'];
      end(elsewhere.keys, key, registry, from + 1);
    } else if (table === mandateTable.name) {
      const row = put as unknown as RecordTables['mandates_mandate'];
      place(elsewhere.mandates, row.mandate, registry, { ...mandateOf(row), from, until: null });
    } else if (table === mandateEndTable.name) {
      const { mandate } = put as unknown as RecordTables['mandates_end'];
      end(elsewhere.mandates, mandate, registry, from + 1);
    }
  }
}

/** The registries that speak for whoever acts: the actor's own, then the author's own. */
const ownRegistries = ({ actor, author }: Header): string[] => [
  registryOf(actor),
  registryOf(author),
];

function ofOwn<State>(all: Map<string, State> | undefined, header: Header): State | null {
  const found = ownRegistries(header).flatMap((registry) => all?.get(registry) ?? []);
  return found[0] ?? null;
}

/**
 * The key that a header names, as this node judges by it: what the registry of the actor's own node
 * says goes before ours, for there it is rotated and revoked.
 */
export function keyFor(state: BatchState, header: Header): KeyState | null {
  const all = [...(state.elsewhere.keys.get(header.key) ?? [])].filter(([registry]) =>
    mayVouch(state, header.author, registry),
  );
  return ofOwn(new Map(all), header) ?? state.keys.get(header.key) ?? null;
}

/** The mandate, as this node judges by it; the actor's own node speaks first, as for keys. */
export function mandateFor(state: BatchState, header: Header, id: string): MandateState | null {
  return ofOwn(state.elsewhere.mandates.get(id), header) ?? state.mandates.get(id) ?? null;
}

/**
 * Whether what a register of another node says of an actor's keys counts here: the actor's own
 * does, and the one by which this node first met the actor. Else any node that is followed could
 * sign in the name of any other.
 */
function mayVouch({ elsewhere }: BatchState, actor: string, registry: string): boolean {
  return registry === registryOf(actor) || elsewhere.introduced.get(actor) === registry;
}

/** The key as those vouch for it who may: enough to tell whose stream an act stands in. */
export function anyKeyFor(state: BatchState, header: Header): KeyState | null {
  const { author } = header;
  const all = [...(state.elsewhere.keys.get(header.key) ?? [])].flatMap(([registry, key]) =>
    mayVouch(state, author, registry) ? [key] : [],
  );
  const ours = state.keys.get(header.key);
  const vouched = state.elsewhere.vouched.get(header.key);
  const known = [...(ours ? [ours] : []), ...all, ...(vouched ? [vouched] : [])];
  return known.find((key) => key.actor === author) ?? null;
}

/** The key as the admitting custodian has it, and as others do. */
export function registeredKey(
  state: BatchState,
  header: Header,
  custodian: string,
  operator: string,
): Registered<KeyState> {
  const all = state.elsewhere.keys.get(header.key);
  const ours = state.keys.get(header.key) ?? null;
  const theirs = custodian === operator ? ours : (all?.get(registryOf(custodian)) ?? null);
  return { custodian: theirs, other: anyKeyFor(state, header) };
}

/** The mandate that another was given under, as the admitting custodian has it. */
export function mandateAbove(
  state: BatchState,
  id: string,
  custodian: string,
  operator: string,
): MandateState | null {
  if (custodian === operator) return state.mandates.get(id) ?? null;
  return state.elsewhere.mandates.get(id)?.get(registryOf(custodian)) ?? null;
}

/** The mandate as the admitting custodian has it, and as the actor's own node does. */
export function registeredMandate(
  state: BatchState,
  header: Header,
  custodian: string,
  operator: string,
): Registered<MandateState> {
  const id = header.mandate ?? '';
  const all = state.elsewhere.mandates.get(id);
  const ours = state.mandates.get(id) ?? null;
  const theirs = custodian === operator ? ours : (all?.get(registryOf(custodian)) ?? null);
  return { custodian: theirs, other: ofOwn(all, header) ?? ours };
}
