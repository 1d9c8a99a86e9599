/** The page of an actor's keys, after they were registered, replaced, stolen and recovered. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { house } from '../../src/host/house.ts';
import type { MailRoom } from '../../src/host/mail/mail-room.ts';
import type { Json } from '../../src/kernel/canonical.ts';
import { type SigningKey, generateKey } from '../../src/kernel/key.ts';
import { approve } from '../../src/kernel/key-recovery.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { REGISTRY } from '../../src/store/keys-area.ts';
import { recoveryOf } from '../../src/store/recovery-questions.ts';
import { notesArea } from '../../src/store/test-area.ts';
import { TestSigner } from '../../src/store/test-signer.ts';
import {
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
} from '../../src/store/test-store.ts';
import { fakeSignIn } from './fake-sign-in.ts';
import { type HouseApp, houseApp, openMail } from './house-app.ts';

const base64 = (key: SigningKey): string => Buffer.from(key.publicBytes).toString('base64url');
const RECOVERY = [generateKey(), generateKey(), generateKey()];

let node: TestStore;
let mail: MailRoom;
let app: HouseApp;
const france = new TestSigner('FRA');
const keys: Record<'first' | 'second' | 'third', SigningKey> = {
  first: france.key,
  second: generateKey(),
  third: generateKey(),
};
const acts = { mine: '', theirs: '', policy: '', recovery: '' };

/** France signs an act on its keys, approved by recovery keys where they are given. */
async function onKeys(
  type: string,
  payload: Record<string, Json>,
  approving: readonly SigningKey[] = [],
): Promise<string> {
  const known = await node.store.read({ actors: [] }, (query) => recoveryOf(query, 'FRA'));
  const after = known.lastKeyAct ?? '';
  const approvals = approving.map((key) => ({
    ...approve({ network: 'test-network', actor: 'FRA', type, payload, after }, key),
  }));
  const given = approvals.length === 0 ? payload : { ...payload, approvals };
  const { act, signed } = france.next(given, { type, register: REGISTRY });
  admitted(await node.store.receive([signed]));
  return act.id;
}

async function page(path: string): Promise<{ status: number; html: string }> {
  const response = await app.app.request(path);
  return { status: response.status, html: await response.text() };
}

/** Stands in the order in which it came about. */
async function happen(): Promise<void> {
  admitted(await node.store.submit(['FRA', 'KEN'].map((id) => enteringState(id))));
  admitted(await node.store.submit([note('opens')]));
  await registerKey(node.store, 'FRA', keys.first);
  await onKeys('keys.rotate', { key: keys.first.id, publicKey: base64(keys.second) });
  france.key = keys.second;
  acts.policy = await onKeys('keys.set-recovery', { keys: RECOVERY.map(base64), threshold: 2 });
  const mine = france.next({ note: 'mine', text: 'before' });
  const theirs = france.next({ note: 'theirs', text: 'by the thief' });
  admitted(await node.store.receive([mine.signed, theirs.signed]));
  Object.assign(acts, { mine: mine.act.id, theirs: theirs.act.id });
  france.key = keys.third;
  acts.recovery = await onKeys(
    'keys.recover',
    { keys: [keys.second.id], publicKey: base64(keys.third), effectiveFrom: acts.mine },
    RECOVERY.slice(1),
  );
}

beforeAll(async () => {
  node = await openTestStore({ areas: [...house.areas, notesArea] });
  mail = await openMail(node);
  app = houseApp(node, mail, fakeSignIn);
  await happen();
});
afterAll(async () => {
  app.close();
  await mail.close();
  await node.close();
});

describe('the page of an actor’s keys', () => {
  it('draws a bar for each key, and says beside it how each ended and by which act', async () => {
    const { status, html } = await page('/actors/FRA/keys');
    expect(status).toBe(200);
    expect(html.match(/class="interval-row"/g)).toHaveLength(3);
    expect(html).toMatch(/class="interval-word-quiet">replaced <small>/);
    expect(html).toMatch(/class="interval-word-bad">replaced by recovery <small>/);
    const row = html.split(`id="key-${keys.second.id}"`)[1]?.split('</tr>')[0] ?? '';
    expect(row).toContain('Key replaced</a>');
    expect(row).toContain(`<a href="/acts/${acts.recovery}">Keys recovered</a>`);
    const last = html.split(`id="key-${keys.third.id}"`)[1]?.split('</tr>')[0] ?? '';
    expect(last).toContain('>counts<');
  });

  it('says how many recovery keys approve, and since which act', async () => {
    const { html } = await page('/actors/FRA/keys');
    expect(html).toContain('needs the approval of 2 of 3 recovery keys');
    expect(html).toContain(`<a href="/acts/${acts.policy}">Recovery keys named</a>`);
    expect(RECOVERY.filter(({ id }) => html.includes(id))).toHaveLength(3);
  });

  it('lists what is in doubt, and not what its owner stands by', async () => {
    const doubtful = (await page('/actors/FRA/keys')).html.split('id="doubtful"')[1] ?? '';
    const listed = doubtful.split('</section>')[0] ?? '';
    expect(listed).toContain(`/acts/${acts.theirs}`);
    expect(listed).not.toContain(acts.mine);
  });

  it('says so of an actor without keys, and refuses one that nobody knows', async () => {
    const { status, html } = await page('/actors/KEN/keys');
    expect(status).toBe(200);
    expect(html).toContain('The record has no key of this actor');
    expect((await page('/actors/XXX/keys')).status).toBe(404);
  });

  it('tells the keys of a node’s operator, though no actor was entered for it', async () => {
    const { status, html } = await page(`/actors/${node.store.operator}/keys`);
    expect(status).toBe(200);
    expect(html.match(/class="interval-row"/g)).toHaveLength(1);
  });

  it('is found from the actor, and as of what was known', async () => {
    expect((await page('/actors/FRA')).html).toContain('href="/actors/FRA/keys"');
    const before = await page('/actors/FRA/keys?knownAt=2000-01-01');
    expect(before.html).not.toContain(keys.first.id);
  });
});

describe('the page of an act', () => {
  it('says that it is in doubt, by which act, and what its owner stands by', async () => {
    const { html } = await page(`/acts/${acts.theirs}`);
    const doubt = html.split('id="doubt"')[1]?.split('</section>')[0] ?? '';
    expect(doubt).toContain('after the last act that FRA stands by');
    expect(doubt).toContain(`href="/acts/${acts.mine}"`);
    expect(doubt).toContain(`href="/acts/${acts.recovery}"`);
    expect(doubt).toContain('href="/actors/FRA/keys"');
  });

  it('says nothing of the kind where its owner stands by it', async () => {
    expect((await page(`/acts/${acts.mine}`)).html).not.toContain('id="doubt"');
  });

  it('leads from an act on keys to the keys', async () => {
    const { html } = await page(`/acts/${acts.policy}`);
    expect(html).toContain('<a href="/actors/FRA/keys">Keys</a>');
  });
});
