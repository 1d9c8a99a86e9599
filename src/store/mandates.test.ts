import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateKey } from '../kernel/key.ts';
import type { DraftAct } from '../kernel/submission.ts';
import { REGISTRY } from './keys-area.ts';
import { listKeys } from './key-questions.ts';
import { listMandates } from './mandate-questions.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
  ruleOf,
  testKeys,
} from './test-store.ts';

const OFFICE = 'ken-foreign-office';

let node: TestStore;
beforeEach(async () => {
  node = await openTestStore({ keys: testKeys(OFFICE, 'nor-office') });
  for (const actor of [OFFICE, 'nor-office']) {
    await registerKey(node.store, actor, node.keys.held.get(actor) ?? generateKey());
  }
  admitted(await node.store.submit([note('opens')]));
});
afterEach(() => node.close());

const basis = { kind: 'recorded', source: 'Note verbale of 17 January 2026' } as const;

function grant(more: Partial<DraftAct> = {}, given: object = {}): DraftAct {
  const payload = { holder: OFFICE, covers: ['notes.*'], registers: null, ...given };
  const days = { fromOn: '2020-01-01', toOn: null };
  return {
    type: 'mandates.grant',
    register: REGISTRY,
    actor: 'KEN',
    payload: { ...days, ...payload },
    basis,
    ...more,
  };
}

const submit = async (draft: DraftAct): Promise<unknown> => (await node.store.submit([draft]))[0];
const idOf = async (draft: DraftAct): Promise<string> =>
  admitted(await node.store.submit([draft]))[0]?.id ?? '';

/** Notes in Kenya's name, by the office. */
const byOffice = (name: string, mandate: string, author = OFFICE): DraftAct =>
  note(name, { actor: 'KEN', author, mandate });

const asking = { viewer: { actors: [] }, asOf: '2026-11-22', knownAt: null };

describe('a mandate that the custodian records from a source', () => {
  it('lets its holder sign in the name of whoever gave it, and nobody else', async () => {
    const mandate = await idOf(grant());
    expect(await submit(byOffice('one', mandate))).toMatchObject({ register: 'notes/common' });
    expect(ruleOf(await submit(byOffice('two', mandate, 'nor-office')))).toBe('authority.mandate');
    const other = note('three', { actor: 'NOR', author: OFFICE, mandate });
    expect(ruleOf(await submit(other))).toBe('authority.mandate');
  });

  it('is recorded by the custodian of the registry alone', async () => {
    expect(ruleOf(await submit(grant({ author: OFFICE })))).toBe('authority.recorded');
    expect(ruleOf(await submit(grant({ author: OFFICE, basis: { kind: 'signed' } })))).toBe(
      'authority.mandate',
    );
    expect(ruleOf(await submit(grant({ register: 'notes/common' })))).toBe('mandates.grant');
  });

  it('is revoked so too, from the next act on', async () => {
    const mandate = await idOf(grant());
    const revocation = grant({ type: 'mandates.revoke', payload: { mandate } });
    expect(ruleOf(await submit({ ...revocation, actor: 'NOR' }))).toBe('mandates.revoke');
    await idOf(revocation);
    expect(ruleOf(await submit(byOffice('late', mandate)))).toBe('authority.mandate');
    expect(ruleOf(await submit(revocation))).toBe('mandates.revoke');
  });
});

describe('a mandate for everything', () => {
  it('gives no mandate on, and brings its giver no second key', async () => {
    const mandate = await idOf(grant({}, { covers: ['*'] }));
    expect(await submit(byOffice('all', mandate))).toMatchObject({ register: 'notes/common' });
    const signed = { author: OFFICE, mandate, basis: { kind: 'signed' } } as const;
    expect(ruleOf(await submit(grant(signed, { holder: 'nor-office' })))).toBe('authority.mandate');
    const publicKey = Buffer.from(generateKey().publicBytes).toString('base64url');
    const key = { type: 'keys.register', payload: { actor: 'KEN', publicKey } };
    expect(ruleOf(await submit(grant({ ...signed, ...key })))).toBe('authority.mandate');
  });
});

describe('who asks', () => {
  it('who may act for whom is told what stands, since when, and what ended it', async () => {
    const first = await idOf(grant());
    const second = await idOf(grant({}, { registers: ['notes/common'], toOn: '2025-12-31' }));
    const end = await idOf(grant({ type: 'mandates.revoke', payload: { mandate: first } }));
    const answer = await node.store.ask(listMandates, { actor: 'KEN' }, asking);
    expect(answer).toMatchObject({
      rows: [
        { mandate: first, holder: OFFICE, standing: false, revokedBy: end },
        { mandate: second, registers: ['notes/common'], standing: false, revokedBy: null },
      ],
    });
    const then = { ...asking, asOf: '2025-12-31' };
    const standing = await node.store.ask(listMandates, { standing: true }, then);
    expect(standing).toMatchObject({ rows: [{ mandate: second }] });
    const before = { ...asking, knownAt: '2020-01-01T00:00:00.000Z' };
    expect(await node.store.ask(listMandates, { holder: OFFICE }, before)).toEqual({ rows: [] });
    const ofNobody = await node.store.ask(listMandates, { holder: 'nor-office' }, asking);
    expect(ofNobody).toEqual({ rows: [] });
  });

  it('whose keys are known is told since when each counts, and by which act it ended', async () => {
    const key = node.keys.held.get(OFFICE)?.id ?? '';
    const end = await idOf({
      type: 'keys.revoke',
      register: REGISTRY,
      actor: OFFICE,
      payload: { key },
      basis,
    });
    const all = await node.store.ask(listKeys, {}, asking);
    expect(all).toMatchObject({
      rows: [
        { actor: OPERATOR, endedBy: null },
        { actor: OFFICE, key, endedBy: end },
        { actor: 'nor-office', endedBy: null },
      ],
    });
    const one = await node.store.ask(listKeys, { actor: 'nor-office' }, asking);
    expect(one).toMatchObject({ rows: [{ actor: 'nor-office' }] });
  });
});

describe('a mandate given under another', () => {
  const signedBy = (author: string, mandate: string) =>
    ({ author, mandate, basis: { kind: 'signed' } }) as const;

  it('ends with the one that it rests on, in law and in the list', async () => {
    const first = await idOf(grant({}, { covers: ['mandates.grant', 'notes.*'] }));
    const second = await idOf(grant(signedBy(OFFICE, first), { holder: 'nor-office' }));
    expect(await submit(byOffice('one', second, 'nor-office'))).toMatchObject({ position: 2 });
    await idOf(grant({ type: 'mandates.revoke', payload: { mandate: first } }));
    const late = await submit(byOffice('two', second, 'nor-office'));
    expect(late).toMatchObject({ reason: expect.stringContaining('given under') });
    const listed = await node.store.ask(listMandates, { holder: 'nor-office' }, asking);
    expect(listed).toMatchObject({ rows: [{ mandate: second, under: first, standing: false }] });
  });

  it('takes the place of no other', async () => {
    const first = await idOf(grant({}, { covers: ['mandates.grant', 'notes.*'] }));
    const taking = { holder: 'nor-office', replaces: first };
    expect(ruleOf(await submit(grant(signedBy(OFFICE, first), taking)))).toBe('mandates.revoke');
  });
});

describe('an office that changes hands', () => {
  it('signs under the mandate until another office has it, and not after', async () => {
    const first = await idOf(grant());
    expect(await submit(byOffice('before', first))).toMatchObject({ register: 'notes/common' });
    const second = await idOf(grant({}, { holder: 'nor-office', replaces: first }));
    expect(ruleOf(await submit(byOffice('after', first)))).toBe('authority.mandate');
    expect(await submit(byOffice('anew', second, 'nor-office'))).toMatchObject({ position: 3 });
    const again = grant({}, { holder: OFFICE, replaces: first });
    expect(ruleOf(await submit(again))).toBe('mandates.revoke');
  });

  it('keeps what its old key signed, and signs with the new one alone', async () => {
    const old = node.keys.held.get(OFFICE) ?? generateKey();
    const mandate = await idOf(grant());
    const before = await idOf(byOffice('old key', mandate));
    const fresh = generateKey();
    const publicKey = Buffer.from(fresh.publicBytes).toString('base64url');
    const rotation = { type: 'keys.rotate', register: REGISTRY, actor: OFFICE, author: OFFICE };
    await idOf({ ...rotation, payload: { key: old.id, publicKey }, basis: { kind: 'signed' } });
    expect(ruleOf(await submit(byOffice('refused', mandate)))).toBe('authority.key');
    node.keys.held.set(OFFICE, fresh);
    expect(await submit(byOffice('new key', mandate))).toMatchObject({ position: 3 });
    const kept = await node.store.act(before, { actors: [] });
    expect(kept).toMatchObject({ header: { key: old.id }, admission: { position: 2 } });
  });
});
