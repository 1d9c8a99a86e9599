import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignIn } from '../../src/host/account/sign-in.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { actors } from '../../src/practices/actors/area.ts';
import { agreements } from '../../src/practices/agreements/area.ts';
import { adoption } from '../../src/practices/agreements/paper-registers.ts';
import { terms } from '../../src/practices/agreements/questions/drafts.ts';
import { type TestStore, OPERATOR, admitted, openTestStore } from '../../src/store/test-store.ts';
import { fakeSignIn } from './fake-sign-in.ts';
import { type HouseApp, agreementsApp } from './house-app.ts';

const PAGE = '/agreements/waters/mirror';
const COOKIE = { cookie: 'session=amina' };
const person = { id: '1', name: 'Amina', email: 'amina@example.org', administrator: false };
const signIn: SignIn = {
  ...fakeSignIn,
  session: async (headers) =>
    headers.get('cookie')?.includes('amina')
      ? { id: 's', by: 'cookie', person: { ...person, actors: [OPERATOR] }, formToken: 'form-1' }
      : null,
};

let node: TestStore;
let made: HouseApp;
let hash = '';

beforeAll(async () => {
  const areas = [actors, agreements];
  node = await openTestStore({ areas });
  const basis = { kind: 'recorded', source: 'a test' } as const;
  const act = (verb: string, payload: object, more: object = {}) => ({
    type: `agreements.${verb}`,
    register: 'agreements/waters',
    actor: OPERATOR,
    payload,
    basis,
    ...more,
  });
  const provisions = [{ id: 'art_1', kind: 'art', text: 'The waters are shared.' }];
  const words = { on: '2000-01-01', language: 'en', title: 'Waters', provisions };
  admitted(
    await node.store.submit([
      enteringState('AAA'),
      enteringState('BBB'),
      act('fix-text', words),
      act('adopt', adoption({}, { kind: 'bilateral', mirrored: true })),
      act('adopt', adoption(), { register: 'agreements/plain' }),
    ]),
  );
  const at = { viewer: { actors: [] }, asOf: '2026-01-01', knownAt: null };
  const told = await node.store.ask(terms, { agreement: 'waters' }, at);
  hash = isRefusal(told) ? '' : (told.hash ?? '');
  const payload = { on: '2001-01-01', instrument: 'notification', terms: hash };
  admitted(await node.store.submit([act('deposit', payload, { actor: 'AAA' })]));
  made = agreementsApp(node, signIn);
});
afterAll(async () => {
  made.close();
  await node.close();
});

async function page(path: string, init: RequestInit = {}) {
  const response = await made.app.request(path, init);
  return { status: response.status, html: await response.text() };
}
const send = (form: FormData, headers: Record<string, string> = COOKIE, path = PAGE) =>
  page(path, { method: 'POST', body: form, headers: { ...headers, origin: 'http://localhost' } });
const pasted = (acts: string): FormData => {
  const form = new FormData();
  form.set('acts', acts);
  return form;
};

describe('the page of the two copies', () => {
  it('tells the hash of the terms, and asks for the other side’s', async () => {
    const { status, html } = await page(PAGE);
    expect(status).toBe(200);
    expect(html).toContain(hash);
    expect(html).toContain('Sign in to compare by a file.');
    expect(html).not.toContain('id="mirrored"');
  });

  it('is linked from the agreement only where each side keeps a copy', async () => {
    expect((await page('/agreements/waters')).html).toContain(`href="${PAGE}"`);
    expect((await page('/agreements/plain')).html).not.toContain('/mirror"');
    const { html } = await page('/agreements/plain/mirror');
    expect(html).toContain('One custodian keeps the only copy');
    expect(html).not.toContain('name="terms"');
  });

  it('compares by the hash in its address, and says what is missing there', async () => {
    const same = await page(`${PAGE}?terms=${hash}`);
    expect(same.html).toContain('The same terms on both sides');
    expect(same.html).toContain('there: AAA, consent of ');
    const other = await page(`${PAGE}?terms=${'0'.repeat(64)}`);
    expect(other.html).toContain('The terms differ');
  });

  it('keeps what is no hash in its field, and says so', async () => {
    const { html } = await page(`${PAGE}?terms=abc`);
    expect(html).toContain('class="refusal"');
    expect(html).toContain('value="abc"');
  });

  it('compares with a record file as the other side exports it', async () => {
    const exported = await page('/record/export?register=agreements/waters');
    expect(exported.status).toBe(200);
    const form = new FormData();
    form.set('file', new File([exported.html], 'record.json'));
    const { status, html } = await send(form);
    expect(status).toBe(200);
    expect(html).toContain('The same terms on both sides');
    expect(html).not.toContain('class="refusal"');
    expect(html).toContain('State AAA');
  });

  it('says what is wrong with what is no record, and keeps what was pasted', async () => {
    expect((await send(pasted(''))).html).toContain('There is no record to compare with.');
    const { html } = await send(pasted('no <act>'));
    expect(html).toContain('Line 1 is no signed act.');
    expect(html).toContain('no &lt;act&gt;');
    const bytes = new FormData();
    bytes.set('file', new File([Uint8Array.of(0xff, 0xfe, 0xc0)], 'scan.pdf'));
    expect((await send(bytes)).html).toContain('The file is not UTF-8.');
  });

  it('compares by a file only for who is signed in', async () => {
    const { status, html } = await send(pasted('{}'), {});
    expect(status).toBe(401);
    expect(html).not.toContain('id="mirrored"');
  });
});
