/** A node with channels and objects in them, for programs that speak TAXII. */
import type { Session, SignIn } from '../../src/host/account/sign-in.ts';
import { createApp } from '../../src/host/app.ts';
import { assetOf } from '../../src/host/assets.ts';
import { authorityOf } from '../../src/host/authority/authority.ts';
import { readConfig } from '../../src/host/config.ts';
import { createLog } from '../../src/host/log.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { actors } from '../../src/practices/actors/area.ts';
import { notices } from '../../src/practices/notices/area.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  openTestStore,
  registerKey,
  testKeys,
} from '../../src/store/test-store.ts';
import { fakeSignIn } from './fake-sign-in.ts';

/** Actors of the node: France and Kenya read the closed channel, Norway does not. */
export const MEMBERS = ['FRA', 'KEN'];
const STATES = [...MEMBERS, 'NOR'];
export const CLOSED = 'closed-intelligence';
export const OPEN = 'open-alerts';

function sessionOf(actors: string, by: Session['by']): Session {
  const person = { id: actors, name: actors, email: 'a@example.org', administrator: false };
  return { id: actors, by, person: { ...person, actors: actors.split('+') }, formToken: 'form-1' };
}

/** A token names those for whom its person acts, such as `FRA` or `FRA+KEN`. */
const signIn: SignIn = {
  ...fakeSignIn,
  session: async (headers) => {
    const token = /^Bearer ([A-Z+]+)$/.exec(headers.get('authorization') ?? '')?.[1];
    if (token !== undefined) return sessionOf(token, 'token');
    const cookie = /who=([A-Z+]+)/.exec(headers.get('cookie') ?? '')?.[1];
    return cookie === undefined ? null : sessionOf(cookie, 'cookie');
  },
};

const opening = (channel: string, kind: string, more: Partial<DraftAct>): DraftAct => ({
  type: 'notices.open-channel',
  register: `notices/${channel}`,
  actor: OPERATOR,
  payload: { title: { en: `Channel ${channel}` }, kind, note: 'For the test.' },
  basis: { kind: 'signed' },
  ...more,
});

const AMBER = { marking: markedFor('amber', [...MEMBERS, OPERATOR]) };

/** Objects in a channel, as its issuer released them; in the acts given, each with its marking. */
export const issuing = (
  channel: string,
  objects: readonly unknown[],
  more: Partial<DraftAct> = {},
): DraftAct => ({
  type: 'notices.issue',
  register: `notices/${channel}`,
  actor: 'FRA',
  author: 'FRA',
  payload: {
    kind: channel === OPEN ? 'alerts' : 'intelligence',
    subject: 'Objects',
    language: 'en',
    content: {
      standard: 'stix',
      objects: objects.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))),
    },
  },
  basis: { kind: 'signed' },
  ...(channel === OPEN ? {} : AMBER),
  ...more,
});

export interface TaxiiNode {
  readonly node: TestStore;
  readonly app: ReturnType<typeof createApp>;
  submit(...drafts: readonly DraftAct[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens the node with its two channels, in which nothing was issued yet. */
export async function openTaxiiNode(
  environment: Readonly<Record<string, string>> = {},
): Promise<TaxiiNode> {
  const keys = testKeys(...STATES);
  const node = await openTestStore({
    areas: [actors, notices],
    keys,
  });
  const { store } = node;
  const submit = async (...drafts: readonly DraftAct[]): Promise<void> => {
    admitted(await store.submit(drafts));
  };
  await submit(...STATES.map((id) => enteringState(id)), {
    ...enteringState(OPERATOR),
    payload: { ...(enteringState(OPERATOR).payload as object), kind: 'office' },
  });
  for (const state of STATES) {
    const key = keys.held.get(state);
    if (key) await registerKey(store, state, key);
  }
  await submit(opening(OPEN, 'alerts', {}), opening(CLOSED, 'intelligence', AMBER));
  const app = createApp({
    store,
    areas: [actors, notices],
    pages: [],
    texts: [],
    assets: { styleSheet: assetOf('a.css', 'text/css', ''), others: [] },
    signIn,
    authority: authorityOf(store, keys),
    keys: {
      ring: keys,
      make: () => Promise.reject(new Error('no key is made here')),
      putAway: async () => undefined,
    },
    config: readConfig({ CONCORD_LOG: 'silent', ...environment }),
    log: createLog('silent'),
  });
  return {
    node,
    app,
    submit,
    close: async () => {
      app.close();
      await node.close();
    },
  };
}
