import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCheckpoint } from '../kernel/checkpoint.ts';
import { generateKey } from '../kernel/key.ts';
import { leafHash, rootOf, sameHash } from '../kernel/merkle.ts';
import { consistencyFault, inclusionFault } from '../kernel/merkle-proof.ts';
import { noteFault, noteKey } from '../kernel/signed-note.ts';
import { witnessBody } from '../kernel/witness.ts';
import { openPool } from './connection.ts';
import { type AskWitness, type CosignAnswer } from './log-witness.ts';
import { openStore } from './open-store.ts';
import type { RecordTables } from './record-tables.ts';
import { OPERATOR, type TestStore, admitted, note, openTestStore } from './test-store.ts';

const EVERYONE = { actors: [] };
const named = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => note(`${name}-${at}`));

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(async () => {
  await test.close();
});

const log = () => test.store.log;

/** All leaves of the log of a store, as the hashes that its lowest tiles hold. */
async function leavesOf(size: number): Promise<Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  for (let tile = 0; tile * 256 < size; tile++) {
    const width = Math.min(256, size - tile * 256);
    const entries = await log().entries(tile, width);
    const bytes = await log().tile(0, tile, width);
    const inTile = (entries ?? []).map((entry) => leafHash(entry));
    expect(bytes && sameHash(bytes, Buffer.concat(inTile))).toBe(true);
    hashes.push(...inTile);
  }
  return hashes;
}

async function lastCheckpoint() {
  const checkpoint = await log().checkpoint();
  if (!checkpoint) throw new Error('there is no checkpoint');
  return checkpoint;
}

describe('the log of a node', () => {
  it('has a leaf for every act, the custodian’s own too, in the order of recording', async () => {
    const receipts = admitted(await test.store.submit(named('first', 3)));
    const size = await log().advance();
    // The operator's key and its admission, three notes and one admission of them.
    expect(size).toBe(6);
    const act = await test.store.act(receipts[0]?.id ?? '', EVERYONE);
    const entries = await log().entries(0, size);
    const ids = (entries ?? []).map((one) => Buffer.from(one).toString('hex'));
    expect(ids.slice(2, 5)).toEqual(receipts.map(({ id }) => id));
    expect(ids).toContain(act?.admission?.by);
    expect(new Set(ids).size).toBe(size);
  });

  it('signs the root of all its leaves with the key of the operator', async () => {
    const checkpoint = await lastCheckpoint();
    const key = test.keys.keyFor(OPERATOR);
    if (!key) throw new Error('no key');
    expect(checkpoint.origin).toBe(`test-network/${OPERATOR}`);
    expect(
      noteFault(checkpoint.note, [noteKey(checkpoint.origin, 'ed25519', key.publicBytes)]),
    ).toBe(null);
    expect(checkpoint.root).toEqual(rootOf(await leavesOf(checkpoint.size)));
    expect(await log().advance()).toBe(checkpoint.size);
  });

  it('grows over full tiles, and proves each act and each earlier tree', async () => {
    const before = await lastCheckpoint();
    const receipts = admitted(await test.store.submit(named('many', 600)));
    await log().advance();
    const after = await lastCheckpoint();
    expect(after.size).toBeGreaterThan(600);
    expect(after.root).toEqual(rootOf(await leavesOf(after.size)));
    for (const at of [0, 250, 251, 599]) {
      const id = receipts[at]?.id ?? '';
      const made = await log().prove(id, after);
      if (!made) throw new Error('no proof');
      const leaf = leafHash(Buffer.from(id, 'hex'));
      expect(inclusionFault({ ...made, leaf, size: after.size, root: after.root })).toBeNull();
      expect(await log().prove(id, before)).toBeNull();
    }
    const proof = await log().consistency(before.size, after.size);
    expect(
      consistencyFault({
        size1: before.size,
        root1: before.root,
        size2: after.size,
        root2: after.root,
        proof,
      }),
    ).toBeNull();
    expect(await log().prove('0'.repeat(64), after)).toBeNull();
    expect(await log().tile(1, 0, 2)).toHaveLength(64);
    expect(await log().tile(1, 0, 3)).toBeNull();
    expect(await log().tile(2, 0, 1)).toBeNull();
  });

  it('loses, doubles and exchanges nothing where several processes append at once', async () => {
    const other = await openStore(test.options);
    try {
      const submitting = Array.from({ length: 6 }, (_, at) =>
        (at % 2 === 0 ? test.store : other).submit(named(`together-${at}`, 20)),
      );
      const advancing = Array.from({ length: 8 }, (_, at) =>
        (at % 2 === 0 ? test.store : other).log.advance(),
      );
      await Promise.all([...submitting, ...advancing]);
      const size = await log().advance();
      const entries = (await leavesOf(size)).map((one) => Buffer.from(one).toString('hex'));
      expect(new Set(entries).size).toBe(size);
      const pool = openPool<RecordTables>(test.options.connection, 'owner');
      const { rows } = await sql<{ acts: number; last: number; waiting: number }>`
        select (select count(*) from acts)::bigint as acts,
          (select max(leaf) + 1 from log_leaves)::bigint as last,
          (select count(*) from log_queue)::bigint as waiting`.execute(pool.db);
      expect(rows[0]).toEqual({ acts: size, last: size, waiting: 0 });
      await pool.db.destroy();
    } finally {
      await other.close();
    }
  });
});

it('an act that is queued again, as where a copy is put back, is no second leaf', async () => {
  const size = await log().advance();
  const pool = openPool<RecordTables>(test.options.connection, 'owner');
  await sql`insert into log_queue (act) select id from acts limit 50`.execute(pool.db);
  await pool.db.destroy();
  expect(await log().advance()).toBe(size);
  admitted(await test.store.submit([note('after a copy')]));
  expect(await log().advance()).toBe(size + 2);
});

describe('witnesses', () => {
  let witness: TestStore;
  beforeAll(async () => {
    witness = await openTestStore({ operator: 'witness-office', keys: witnessKeys() });
  });
  afterAll(async () => {
    await witness.close();
  });

  function witnessKeys() {
    const held = new Map([['witness-office', generateKey()]]);
    return { held, keyFor: (actor: string) => held.get(actor) ?? null };
  }

  const STATUS: Readonly<Record<CosignAnswer['verdict'], number>> = {
    cosigned: 200,
    malformed: 400,
    unsigned: 403,
    unknown: 404,
    conflict: 409,
    forked: 409,
    unproven: 422,
  };
  const askWitness: AskWitness = async (_, body) => {
    const answer = await witness.store.witnesses.addCheckpoint(body);
    const size = 'size' in answer ? `${answer.size}\n` : '';
    return { status: STATUS[answer.verdict], body: 'lines' in answer ? answer.lines : size };
  };
  const ask = async () =>
    (await test.store.witnesses.ask(askWitness)).map(({ outcome }) => outcome);

  it('cosign a log that they follow, as it grows, and count towards the policy', async () => {
    const origin = witness.store.log.origin;
    const witnessKey = witness.store.witnesses.witnessKey();
    await test.store.witnesses.follow({ origin, logKeys: [], witnessKey });
    await test.store.witnesses.setQuorum(1);
    expect(await ask()).toEqual(['refused']);
    const itself = { origin: log().origin, logKeys: [], witnessKey };
    await expect(test.store.witnesses.follow(itself)).rejects.toThrow('does not witness itself');
    const logKeys = [test.store.witnesses.logKey() ?? ''];
    await witness.store.witnesses.follow({ origin: log().origin, logKeys, witnessKey: null });
    expect(await ask()).toEqual(['cosigned']);
    expect(await ask()).toEqual(['already']);
    admitted(await test.store.submit(named('witnessed', 5)));
    await log().advance();
    expect(await ask()).toEqual(['cosigned']);
    const { note: signed } = await lastCheckpoint();
    expect(signed.signatures.map(({ name }) => name)).toEqual([log().origin, origin]);
    const { quorum, witnesses } = await test.store.witnesses.policy();
    expect([quorum, witnesses.length]).toEqual([1, 1]);
  });

  it('that are away are told apart from those that refuse', async () => {
    admitted(await test.store.submit([note('away')]));
    await log().advance();
    const away: AskWitness = () => Promise.reject(new Error('no route'));
    expect(await test.store.witnesses.ask(away)).toMatchObject([{ outcome: 'away' }]);
    const forged: AskWitness = async () => ({ status: 200, body: '— a AAAAAAAA\n' });
    expect(await test.store.witnesses.ask(forged)).toMatchObject([{ outcome: 'refused' }]);
    expect(await ask()).toEqual(['cosigned']);
  });

  it('keep the proof of a log that signed two trees of one size', async () => {
    const key = test.keys.keyFor(OPERATOR);
    if (!key) throw new Error('no key');
    const { origin, size } = await lastCheckpoint();
    const checkpoint = signCheckpoint({ origin, size, root: leafHash(Buffer.from('other')) }, key);
    const body = witnessBody({ old: size, proof: [], checkpoint });
    const answer = await witness.store.witnesses.addCheckpoint(body);
    expect(answer).toMatchObject({ verdict: 'forked', size });
    const forks = await witness.store.witnesses.forks();
    expect(forks).toMatchObject([{ origin }]);
    const fork = forks[0]?.fork;
    if (!fork) throw new Error('no fork');
    expect(await witness.store.witnesses.takeFork(origin, fork)).toBe(true);
    expect(await witness.store.witnesses.forks()).toHaveLength(1);
    const same = { ...fork, second: fork.first };
    expect(await witness.store.witnesses.takeFork(origin, same)).toBe(false);
    expect(await test.store.witnesses.takeFork(origin, fork)).toBe(false);
  });

  it('that know a longer log keep a restored node from signing a shorter one', async () => {
    const { size } = await lastCheckpoint();
    const ahead: AskWitness = async () => ({ status: 409, body: `${size + 100}\n` });
    admitted(await test.store.submit([note('restored')]));
    await log().advance();
    expect(await test.store.witnesses.ask(ahead)).toMatchObject([{ outcome: 'ahead' }]);
    expect(await test.store.witnesses.halted()).toContain('restored from a copy');
    const before = await lastCheckpoint();
    admitted(await test.store.submit([note('unsigned')]));
    await log().advance();
    expect((await lastCheckpoint()).size).toBe(before.size);
  });
});
