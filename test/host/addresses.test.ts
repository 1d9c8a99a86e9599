/** Who may see and keep the addresses to which notifications go. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignIn } from '../../src/host/account/sign-in.ts';
import { createApp } from '../../src/host/app.ts';
import { assetOf } from '../../src/host/assets.ts';
import { authorityOf } from '../../src/host/authority/authority.ts';
import { readConfig } from '../../src/host/config.ts';
import { createLog } from '../../src/host/log.ts';
import { MailRoom } from '../../src/host/mail/mail-room.ts';
import { textsOf } from '../../src/host/texts.ts';
import { generateKey } from '../../src/kernel/key.ts';
import {
  type TestStore,
  OPERATOR,
  admitted,
  note,
  openTestStore,
  registerKey,
} from '../../src/store/test-store.ts';
import { fakeSignIn } from './fake-sign-in.ts';

const person = { id: '1', name: 'Amina', email: 'amina@example.org', administrator: false };
const signIn: SignIn = {
  ...fakeSignIn,
  session: async (headers) => {
    const actor = headers.get('cookie');
    if (actor === null) return null;
    return { id: 's', by: 'cookie', person: { ...person, actors: [actor] }, formToken: 'form-1' };
  },
};

let opened: TestStore;
let mail: MailRoom;
let made: ReturnType<typeof createApp>;

beforeAll(async () => {
  opened = await openTestStore();
  const { keys, options, store } = opened;
  for (const actor of ['council', 'KEN']) {
    const key = generateKey();
    keys.held.set(actor, key);
    await registerKey(store, actor, key);
  }
  const own = { register: 'notes/council', actor: 'council', author: 'council' };
  admitted(await store.submit([note('opens a register', own)]));
  const now = () => new Date();
  mail = await MailRoom.open(
    { store, textIn: textsOf([]), now },
    {
      connection: options.connection,
      mailings: [],
      smtpUrl: null,
      from: 'depositary@example.org',
      origin: () => 'https://concord.example',
    },
  );
  made = createApp({
    store,
    mail,
    areas: [],
    pages: [],
    texts: [],
    assets: { styleSheet: assetOf('a.css', 'text/css', ''), others: [] },
    signIn,
    authority: authorityOf(store, keys),
    keys: {
      ring: keys,
      make: async () => expect.fail('no key is made here'),
      putAway: async () => undefined,
    },
    config: readConfig({ CONCORD_LOG: 'silent' }),
    log: createLog('silent'),
  });
});
afterAll(async () => {
  made.close();
  await mail.close();
  await opened.close();
});

const statusFor = async (actor: string): Promise<number> =>
  (await made.app.request('/desk/addresses', { headers: { cookie: actor } })).status;

test('addresses are seen by the operator, and by any other who keeps a register here', async () => {
  expect(await statusFor(OPERATOR)).toBe(200);
  expect(await statusFor('council')).toBe(200);
});

test('addresses are not seen by who keeps none, nor where the key is elsewhere', async () => {
  expect(await statusFor('KEN')).toBe(403);
  expect(await statusFor('NOR')).toBe(403);
});

test('an address is added by a custodian, and by nobody else', async () => {
  const add = async (actor: string): Promise<number> => {
    const body = new URLSearchParams({
      token: 'form-1',
      actor: 'FRA',
      email: `${actor}@example.org`,
      locale: 'fr',
    });
    const headers = { cookie: actor, origin: 'http://localhost' };
    return (await made.app.request('/desk/addresses', { method: 'POST', body, headers })).status;
  };
  expect(await add('KEN')).toBe(403);
  expect(await add('council')).toBe(303);
  expect((await mail.addresses()).map(({ email }) => email)).toEqual(['council@example.org']);
});
