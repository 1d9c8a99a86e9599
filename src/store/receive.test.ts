import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SignedAct, PAYLOAD_BYTES_MAX, actId } from '../kernel/act.ts';
import { generateKey } from '../kernel/key.ts';
import type { Receipt } from '../kernel/submission.ts';
import { REGISTRY } from './keys-area.ts';
import { TestSigner } from './test-signer.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
  ruleOf,
} from './test-store.ts';

const EVERYONE = { actors: [] };

let test: TestStore;
let france: TestSigner;
const codes = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF', 'GGG', 'HHH', 'III', 'JJJ', 'KKK', 'LLL'];
const more = [...codes, ...codes.map((code) => `${code.slice(0, 2)}Z`)];

beforeAll(async () => {
  test = await openTestStore();
  admitted(await test.store.submit([note('opening')]));
});
beforeEach(async () => {
  // Each test has a State of its own, so that no stream is shared.
  france = new TestSigner(more.shift() ?? 'ZZZ');
  await registerKey(test.store, france.actor, france.key);
});
afterAll(async () => {
  await test.close();
});

async function receive(...acts: SignedAct[]): Promise<Receipt[]> {
  return test.store.receive(acts);
}
async function ruleFor(act: SignedAct): Promise<string> {
  const before = await test.store.ledger();
  const [receipt] = await receive(act);
  expect(await test.store.ledger()).toBe(before);
  return ruleOf(receipt);
}

describe('acts signed elsewhere', () => {
  it('are admitted once, and again changes nothing', async () => {
    const act = france.note(`${france.actor}-once`);
    const [first] = admitted(await receive(act));
    const before = await test.store.ledger();
    expect(await receive(act, act)).toEqual([
      { ...first, again: true },
      { ...first, again: true },
    ]);
    expect(await test.store.ledger()).toBe(before);
  });

  it('are admitted in the order of their stream within one batch', async () => {
    const acts = [1, 2, 3].map((turn) => france.note(`${france.actor}-${turn}`));
    const receipts = admitted(await receive(...acts));
    expect(receipts.map((one) => one.position)).toEqual(
      [0, 1, 2].map((more) => (receipts[0]?.position ?? 0) + more),
    );
  });

  it('are refused where bytes are cut off, changed or not canonical', async () => {
    const act = france.note(`${france.actor}-bytes`);
    const text = Buffer.from(act.header).toString('utf8');
    const part = act.parts[0];
    if (!part) throw new Error('no part');
    const broken: SignedAct[] = [
      { ...act, header: act.header.subarray(0, -5) },
      { ...act, header: new Uint8Array() },
      { ...act, header: Buffer.from(text.replace(',', ', ')) },
      { ...act, header: Buffer.from(text.replace('"seq":1', '"seq":1.0')) },
      { ...act, header: Buffer.from([0xff, 0xfe, ...act.header]) },
      { ...act, parts: [] },
      { ...act, parts: [null] },
      { ...act, parts: [{ ...part, bytes: part.bytes.subarray(1) }] },
      { ...act, parts: [{ ...part, bytes: Buffer.from('{"note":"other","text":""}') }] },
      { ...act, parts: [{ ...part, salt: part.salt.subarray(1) }] },
    ];
    for (const one of broken) expect(await ruleFor(one)).toBe('act.bytes');
    expect(admitted(await receive(act))).toHaveLength(1);
  });

  it('are refused where the signature does not hold, and nothing is kept', async () => {
    const act = france.note(`${france.actor}-signature`);
    const other = france.compose({ note: 'x', text: '' }).signed;
    const signature = act.signature.map((byte, at) => (at === 3 ? byte ^ 1 : byte));
    const wrong = [signature, other.signature, act.signature.subarray(1), new Uint8Array(64)];
    for (const one of wrong)
      expect(await ruleFor({ ...act, signature: one })).toBe('act.signature');
    const [bad, good] = await receive({ ...act, signature }, act);
    expect(ruleOf(bad)).toBe('act.signature');
    expect(admitted(good ? [good] : [])).toHaveLength(1);
    expect(await ruleFor({ ...act, signature })).toBe('act.signature');
  });

  it('are refused under another author’s key, or an unknown one', async () => {
    const other = new TestSigner(france.actor);
    expect(await ruleFor(other.note('unknown key'))).toBe('authority.key');
    const thief = new TestSigner(OPERATOR);
    thief.key = france.key;
    expect(await ruleFor(thief.note('theft'))).toBe('authority.key');
  });

  it('are refused where they leave a gap or fork the stream', async () => {
    const [first, second, third] = [1, 2, 3].map((turn) => france.note(`${france.actor}-${turn}`));
    if (!first || !second || !third) throw new Error('no acts');
    const fork = new TestSigner(france.actor);
    fork.key = france.key;
    expect(await ruleFor(second)).toBe('stream.continues');
    admitted(await receive(first));
    expect(await ruleFor(third)).toBe('stream.continues');
    expect(await ruleFor(fork.note('fork at one'))).toBe('stream.continues');
    const [forked] = await receive(fork.note('fork at two'));
    expect(forked).toMatchObject({ reason: expect.stringContaining('fork') });
    expect(admitted(await receive(second, third))).toHaveLength(2);
  });

  it('are refused from another network, of an unknown type, or for no register', async () => {
    const payload = { note: 'n', text: '' };
    const compose = (change: Parameters<TestSigner['compose']>[1]) =>
      france.compose(payload, change).signed;
    expect(await ruleFor(compose({ network: 'other' }))).toBe('act.network');
    expect(await ruleFor(compose({ type: 'strange.act' }))).toBe('act.type');
    expect(await ruleFor(compose({ type: 'registers.admit' }))).toBe('act.type');
    expect(await ruleFor(compose({ type: 'notes.strike', register: 'notes/nowhere' }))).toBe(
      'register.known',
    );
    // It would open the register, whose custodian's key is not on this node.
    expect(await ruleFor(compose({ register: 'notes/french' }))).toBe('register.custodian');
  });

  it('stay in their stream when a rule refuses them, with the custodian’s reason', async () => {
    const name = `${france.actor}-refused`;
    admitted(await test.store.submit([note(name)]));
    const refusedAct = france.note(name);
    const before = await test.store.ledger();
    const [receipt] = await receive(refusedAct);
    expect(ruleOf(receipt)).toBe('notes.once');
    expect(await test.store.ledger()).toBe(before);
    expect(ruleOf((await receive(refusedAct))[0])).toBe('notes.once');
    const id = actId(refusedAct.header);
    const [kept] = await test.store.read(EVERYONE, (query) =>
      query.selectFrom('refusals').selectAll().where('act', '=', id).execute(),
    );
    const refusing = await test.store.act(String(kept?.['refused_by']), EVERYONE);
    expect(refusing?.header).toMatchObject({ type: 'registers.refuse', author: OPERATOR });
    expect(refusing?.payload).toMatchObject({ act: id, rule: 'notes.once' });
    // The stream goes on after it.
    expect(admitted(await receive(france.note(`${name}-next`)))).toHaveLength(1);
  });

  it('stay in their stream when their payload does not fit the schema', async () => {
    const { signed, act } = france.next({ note: 7, text: 'a number for a name' });
    expect(ruleOf((await receive(signed))[0])).toBe('act.payload');
    const kept = await test.store.act(act.id, EVERYONE);
    expect(kept?.admission).toBeNull();
    expect(admitted(await receive(france.note(`${france.actor}-after`)))).toHaveLength(1);
  });

  it('are refused with payloads beyond 1 MiB, and taken at it', async () => {
    const empty = JSON.stringify({ note: `${france.actor}-big`, text: '' }).length;
    const of = (sizeBytes: number) => ({
      note: `${france.actor}-big`,
      text: 'x'.repeat(sizeBytes - empty),
    });
    expect(await ruleFor(france.compose(of(PAYLOAD_BYTES_MAX + 1)).signed)).toBe('act.bytes');
    expect(admitted(await receive(france.next(of(PAYLOAD_BYTES_MAX)).signed))).toHaveLength(1);
  });

  it('are refused with a NUL in a text, which a backslash before it is not', async () => {
    const nul = france.compose({ note: 'n\0', text: '' }).signed;
    expect(await ruleFor(nul)).toBe('act.text');
    const name = `${france.actor}-\\u0000`;
    expect(admitted(await receive(france.next({ note: name, text: '\\' }).signed))).toHaveLength(1);
  });
});

describe('authority at its place in the record', () => {
  it('asks for a mandate of the actor, as long as it counts', async () => {
    const ministry = france.actor;
    const office = new TestSigner(`${ministry.toLowerCase()}-office`);
    await registerKey(test.store, office.actor, office.key);
    const inItsName = (name: string, mandate: string | null) =>
      office.note(`${ministry}-${name}`, { actor: ministry, mandate });

    expect(ruleOf((await receive(inItsName('without', null)))[0])).toBe('authority.mandate');
    const grant = france.next(
      {
        holder: office.actor,
        covers: ['notes.*'],
        registers: null,
        fromOn: '2026-01-01',
        toOn: null,
      },
      { type: 'mandates.grant', register: REGISTRY },
    );
    admitted(await receive(grant.signed));
    admitted(await receive(inItsName('with', grant.act.id)));
    const revoke = france.next(
      { mandate: grant.act.id },
      { type: 'mandates.revoke', register: REGISTRY },
    );
    // In one batch: what comes before the revocation stands, what comes after does not.
    const receipts = await receive(
      inItsName('before', grant.act.id),
      revoke.signed,
      inItsName('after', grant.act.id),
    );
    expect(admitted(receipts.slice(0, 2))).toHaveLength(2);
    expect(ruleOf(receipts[2])).toBe('authority.mandate');
    const twice = france.next(
      { mandate: grant.act.id },
      { type: 'mandates.revoke', register: REGISTRY },
    );
    expect(ruleOf((await receive(twice.signed))[0])).toBe('mandates.revoke');
  });

  it('ends with the key, from the act that revokes it on', async () => {
    const revoke = (key: string) =>
      france.next({ key }, { type: 'keys.revoke', register: REGISTRY }).signed;
    const receipts = await receive(
      france.note(`${france.actor}-before`),
      revoke(france.key.id),
      france.note(`${france.actor}-after`),
    );
    expect(admitted(receipts.slice(0, 2))).toHaveLength(2);
    expect(ruleOf(receipts[2])).toBe('authority.key');
    const again = france.compose({ note: 'later', text: '' }).signed;
    expect(await ruleFor(again)).toBe('authority.key');
  });

  it('passes to the new key when a key is rotated', async () => {
    const old = france.key;
    const fresh = generateKey();
    const publicKey = Buffer.from(fresh.publicBytes).toString('base64url');
    const rotate = france.next(
      { key: old.id, publicKey },
      { type: 'keys.rotate', register: REGISTRY },
    ).signed;
    admitted(await receive(rotate));
    expect(await ruleFor(france.compose({ note: 'old', text: '' }).signed)).toBe('authority.key');
    france.key = fresh;
    expect(admitted(await receive(france.note(`${france.actor}-fresh`)))).toHaveLength(1);
  });

  it('does not take a weak key, a known one, or one for somebody else', async () => {
    const register = (publicKey: string, actor = france.actor) =>
      france.next({ actor, publicKey }, { type: 'keys.register', register: REGISTRY }).signed;
    const weak = Buffer.alloc(32);
    weak[0] = 1;
    const known = Buffer.from(france.key.publicBytes).toString('base64url');
    const fresh = Buffer.from(generateKey().publicBytes).toString('base64url');
    const receipts = await receive(
      register(weak.toString('base64url')),
      register(known),
      register(fresh, 'XYZ'),
      register(fresh),
    );
    expect(receipts.slice(0, 3).map(ruleOf)).toEqual(Array(3).fill('keys.registration'));
    expect(admitted(receipts.slice(3))).toHaveLength(1);
  });

  it('lets nobody but the custodian record what others did', async () => {
    const basis = { kind: 'recorded', source: 'hearsay' } as const;
    const act = france.note(`${france.actor}-hearsay`, { actor: 'USA', basis });
    expect(ruleOf((await receive(act))[0])).toBe('authority.recorded');
    const [receipt] = await test.store.submit([
      note(`${france.actor}-source`, { actor: 'USA', basis: { kind: 'recorded', source: 'UNTC' } }),
    ]);
    expect(admitted(receipt ? [receipt] : [])).toHaveLength(1);
  });
});
