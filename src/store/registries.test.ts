import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RegisterKey } from '../kernel/act.ts';
import { registryOf } from '../kernel/authority-acts.ts';
import { type SigningKey, generateKey } from '../kernel/key.ts';
import { columnParsers } from './column-parsers.ts';
import { listKeys } from './key-questions.ts';
import { REGISTRY } from './keys-area.ts';
import { loadKeys, loadMandates } from './load-keys.ts';
import { listMandates } from './mandate-questions.ts';
import { readRecordedAct } from './read-record.ts';
import type { RecordTables } from './record-tables.ts';
import {
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
  ruleOf,
  testKeys,
} from './test-store.ts';

const BESIDE = registryOf('kenya-node');
const MANDATE = '9'.repeat(64);
const asking = { viewer: { actors: [] }, asOf: '2026-11-22', knownAt: null };
const foreign = generateKey();

let node: TestStore;
let owner: Kysely<RecordTables>;

/** What applying acts in a register beside the node's own leaves: a key, its end or not. */
async function beside(key: SigningKey, actor: string, ended: boolean): Promise<void> {
  const publicKey = Buffer.from(key.publicBytes).toString('base64url');
  const row = sql`${'0'.repeat(64)}, ${BESIDE}, 1, 1, now(), 0`;
  const placed = sql`act, register, position, ledger, recorded_at, audience`;
  await sql`insert into keys_key (registry, key, actor, public_key, ${placed})
    values (${BESIDE}, ${key.id}, ${actor}, ${publicKey}, ${row})`.execute(owner);
  if (!ended) return;
  await sql`insert into keys_end (registry, key, ${placed})
    values (${BESIDE}, ${key.id}, ${row})`.execute(owner);
}

beforeAll(async () => {
  node = await openTestStore({ keys: testKeys('KEN', 'FRA') });
  const pool = new pg.Pool({ ...node.options.connection, types: columnParsers(), max: 1 });
  owner = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const kenya = node.keys.held.get('KEN') ?? generateKey();
  await registerKey(node.store, 'KEN', kenya);
  await beside(kenya, 'KEN', true);
  await beside(foreign, 'NOR', false);
  await sql`insert into mandates_mandate (registry, mandate, actor, holder, covers, from_on,
      act, register, position, ledger, recorded_at, audience)
    values (${BESIDE}, ${MANDATE}, 'NOR', 'nor-office', array['*'], '2020-01-01',
      ${MANDATE}, ${BESIDE}, 2, 2, now(), 0)`.execute(owner);
});
afterAll(async () => {
  await owner.destroy();
  await node.close();
});

describe('a register of keys and mandates beside the node’s own', () => {
  it('has a name that no header can bear', () => {
    expect(BESIDE).toBe('actors/registry@kenya-node');
    expect(RegisterKey.safeParse(BESIDE).success).toBe(false);
    expect(RegisterKey.safeParse(REGISTRY).success).toBe(true);
  });

  it('ends no key that the node’s own register knows', async () => {
    const kenya = node.keys.held.get('KEN')?.id ?? '';
    const own = await loadKeys(owner, REGISTRY, [kenya]);
    expect(own.get(kenya)).toMatchObject({ actor: 'KEN', until: null });
    const there = await loadKeys(owner, BESIDE, [kenya]);
    expect(there.get(kenya)).toMatchObject({ actor: 'KEN', until: 2 });
    admitted(await node.store.submit([note('counts', { actor: 'KEN', author: 'KEN' })]));
  });

  it('lets nobody sign here with a key that is known only there', async () => {
    node.keys.held.set('NOR', foreign);
    const [receipt] = await node.store.submit([note('strange', { actor: 'NOR', author: 'NOR' })]);
    expect(ruleOf(receipt)).toBe('authority.key');
    expect((await loadKeys(owner, REGISTRY, [foreign.id])).size).toBe(0);
    expect((await loadMandates(owner, REGISTRY, [MANDATE])).size).toBe(0);
    expect((await loadMandates(owner, BESIDE, [MANDATE])).size).toBe(1);
  });

  it('shows in no list of the node’s own keys and mandates', async () => {
    const keys = await node.store.ask(listKeys, {}, asking);
    expect(keys).toMatchObject({ rows: [{}, { actor: 'KEN', endedBy: null }] });
    expect(JSON.stringify(keys)).not.toContain('NOR');
    expect(await node.store.ask(listMandates, {}, asking)).toEqual({ rows: [] });
  });

  it('leaves an act whose key both know readable, once', async () => {
    const [act] = admitted(
      await node.store.submit([note('read', { actor: 'KEN', author: 'KEN' })]),
    );
    const read = await readRecordedAct(owner, act?.id ?? '');
    expect(read).toMatchObject({ header: { author: 'KEN' } });
    expect(Buffer.from(read?.publicKey ?? [])).toEqual(
      Buffer.from(node.keys.held.get('KEN')?.publicBytes ?? []),
    );
  });
});
