import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeyPayload } from '../kernel/authority-acts.ts';
import { type SigningKey, generateKey } from '../kernel/key.ts';
import { approve } from '../kernel/key-recovery.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { DraftAct } from '../kernel/submission.ts';
import { verifyRecordFile } from '../kernel/verify-record-file.ts';
import { doubtfulActs } from './doubtful-acts.ts';
import { recoveryOf } from './recovery-questions.ts';
import { REGISTRY } from './keys-area.ts';
import { openStore } from './open-store.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
  ruleOf,
} from './test-store.ts';
import { TestSigner } from './test-signer.ts';

const text = (key: SigningKey): string => Buffer.from(key.publicBytes).toString('base64url');
const RECOVERY = [generateKey(), generateKey(), generateKey()];
const POLICY = { keys: RECOVERY.map(text), threshold: 2 };
const ON_KEYS = { register: REGISTRY };

let node: TestStore;
let france: TestSigner;
let opening: string;
beforeEach(async () => {
  node = await openTestStore();
  france = new TestSigner('FRA');
  opening = admitted(await node.store.submit([note('opens')]))[0]?.id ?? '';
  await registerKey(node.store, 'FRA', france.key);
});
afterEach(() => node.close());

const receive = async (act: ReturnType<TestSigner['note']>): Promise<unknown> =>
  (await node.store.receive([act]))[0];

/** An act on keys signed by France, approved by recovery keys at the end of what stands. */
async function onKeys(type: string, payload: KeyPayload, approving: readonly SigningKey[] = []) {
  const after = await node.store.read({ actors: [] }, (query) => recoveryOf(query, 'FRA'));
  const statement = { network: 'test-network', actor: 'FRA', type, payload };
  const approvals = approving.map((key) =>
    approve({ ...statement, after: after.lastKeyAct ?? '' }, key),
  );
  const given = approvals.length === 0 ? payload : { ...payload, approvals };
  // What is written here is JSON.
  return france.compose(given as Parameters<TestSigner['compose']>[0], { ...ON_KEYS, type });
}

async function takeOnKeys(type: string, payload: KeyPayload, approving?: readonly SigningKey[]) {
  const { act, signed } = await onKeys(type, payload, approving);
  const receipt = await receive(signed);
  // What its own key signed is kept in its stream, also where it is refused.
  if (ruleOf(receipt) !== 'authority.key') france.advance(act.header, act.id);
  return receipt;
}

/** France loses its key to a thief, and goes on with a fresh one. */
function stolen(): { thief: TestSigner; lost: SigningKey } {
  const lost = france.key;
  const thief = france.twin();
  france.key = generateKey();
  return { thief, lost };
}

describe('an actor whose key was stolen', () => {
  it('recovers with m of n recovery keys in its stream, and the thief signs no more', async () => {
    expect(isRefusal(await takeOnKeys('keys.set-recovery', POLICY))).toBe(false);
    const { thief, lost } = stolen();
    const payload = { keys: [lost.id], publicKey: text(france.key) };
    expect(ruleOf(await takeOnKeys('keys.recover', payload, RECOVERY.slice(0, 1)))).toBe(
      'authority.key',
    );
    expect(isRefusal(await takeOnKeys('keys.recover', payload, RECOVERY.slice(1)))).toBe(false);
    expect(ruleOf(await receive(thief.note('by the thief')))).toBe('authority.key');
    expect(await receive(france.note('by France'))).toMatchObject({ register: 'notes/common' });
  });

  it('loses no place of its stream to a stranger who forges a recovery', async () => {
    await takeOnKeys('keys.set-recovery', POLICY);
    const owner = france.key;
    france.key = generateKey();
    const forged = { keys: [owner.id], publicKey: text(france.key) };
    const strangers = [generateKey(), generateKey()];
    expect(ruleOf(await takeOnKeys('keys.recover', forged, strangers))).toBe('authority.key');
    expect(ruleOf(await takeOnKeys('keys.recover', { ...forged, keys: [] }))).toBe('authority.key');
    france.key = owner;
    expect(await receive(france.note('goes on'))).toMatchObject({ register: 'notes/common' });
  });

  it('says which act it stands by: what came after is in doubt, not undone', async () => {
    await takeOnKeys('keys.set-recovery', POLICY);
    const before = france.next({ note: 'mine', text: 'before' });
    admitted(await node.store.receive([before.signed]));
    const { thief, lost } = stolen();
    const theirs = thief.next({ note: 'theirs', text: 'after' });
    admitted(await node.store.receive([theirs.signed]));
    france.advance(theirs.act.header, theirs.act.id);
    const payload = { keys: [lost.id], publicKey: text(france.key), effectiveFrom: before.act.id };
    const another = { ...payload, effectiveFrom: opening };
    expect(ruleOf(await takeOnKeys('keys.recover', another, RECOVERY))).toBe('keys.end');
    expect(isRefusal(await takeOnKeys('keys.recover', payload, RECOVERY))).toBe(false);
    const asking = { viewer: { actors: [] }, asOf: '2026-11-22', knownAt: null };
    const doubtful = await node.store.ask(doubtfulActs, { actor: 'FRA' }, asking);
    expect(doubtful).toMatchObject({ rows: [{ act: theirs.act.id, type: 'notes.write' }] });
    expect(await node.store.act(theirs.act.id, { actors: [] })).not.toBe(null);
  });
});

describe('the custodian', () => {
  const recorded = (type: string, payload: object): DraftAct => ({
    type,
    ...ON_KEYS,
    actor: 'FRA',
    payload,
    basis: { kind: 'recorded', source: 'Note verbale of 17 January 2026' },
  });

  it('gives no key to an actor that named recovery keys, and may still end one', async () => {
    const publicKey = text(generateKey());
    await takeOnKeys('keys.set-recovery', POLICY);
    const given = recorded('keys.register', { actor: 'FRA', publicKey });
    expect(ruleOf((await node.store.submit([given]))[0])).toBe('keys.recovery');
    admitted(await node.store.submit([recorded('keys.revoke', { key: france.key.id })]));
    expect(ruleOf(await receive(france.note('too late')))).toBe('authority.key');
  });

  it('recovers its own key, with which it admits that very act', async () => {
    const own = (type: string, payload: object): DraftAct => ({
      type,
      ...ON_KEYS,
      actor: OPERATOR,
      payload,
      basis: { kind: 'signed' },
    });
    admitted(await node.store.submit([own('keys.set-recovery', POLICY)]));
    const lost = node.keys.held.get(OPERATOR)?.id ?? '';
    const fresh = generateKey();
    node.keys.held.set(OPERATOR, fresh);
    expect(ruleOf((await node.store.submit([note('unknown key')]))[0])).toBe('register.custodian');
    const { lastKeyAct } = await node.store.read({ actors: [] }, (query) =>
      recoveryOf(query, OPERATOR),
    );
    const payload = { keys: [lost], publicKey: text(fresh) };
    const statement = { network: 'test-network', actor: OPERATOR, type: 'keys.recover', payload };
    const approvals = RECOVERY.slice(1).map((key) =>
      approve({ ...statement, after: lastKeyAct ?? '' }, key),
    );
    admitted(await node.store.submit([own('keys.recover', { ...payload, approvals })]));
    admitted(await node.store.submit([note('goes on')]));
  });
});

describe('what a restart and a file know of it', () => {
  it('is the same when it is loaded again, and verifies without the node', async () => {
    admitted(await node.store.receive([france.note('before')]));
    await takeOnKeys('keys.set-recovery', POLICY);
    const { lost } = stolen();
    const payload = { keys: [lost.id], publicKey: text(france.key) };
    expect(isRefusal(await takeOnKeys('keys.recover', payload, RECOVERY))).toBe(false);
    admitted(await node.store.receive([france.note('after')]));
    const rotated = generateKey();
    const rotation = { key: france.key.id, publicKey: text(rotated) };
    expect(ruleOf(await takeOnKeys('keys.rotate', rotation))).toBe('keys.recovery');
    expect(isRefusal(await takeOnKeys('keys.rotate', rotation, RECOVERY))).toBe(false);
    france.key = rotated;
    await node.store.rebuild();
    const again = await openStore(node.options);
    admitted(await again.receive([france.note('after a restart')]));
    const file = await again.exportRecord({
      register: 'notes/common',
      viewer: { actors: [] },
      answer: null,
    });
    await again.close();
    const report = isRefusal(file) ? null : verifyRecordFile(file);
    expect(report?.faults).toEqual([]);
    expect(report?.verified).toBe(true);
    expect(report?.acts.some(({ type }) => type === 'keys.recover')).toBe(true);
  });
});
