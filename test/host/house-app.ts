/** The application of the whole house over a store of a test’s own. */
import type { SignIn } from '../../src/host/account/sign-in.ts';
import { type AppParts, createApp } from '../../src/host/app.ts';
import { assetOf } from '../../src/host/assets.ts';
import { authorityOf } from '../../src/host/authority/authority.ts';
import type { BallotRoom } from '../../src/host/ballots/ballot-room.ts';
import { openBallots } from '../../src/host/ballots/open-ballots.ts';
import { readConfig } from '../../src/host/config.ts';
import { FederationRoom } from '../../src/host/federation/federation-room.ts';
import { house } from '../../src/host/house.ts';
import { type Log, createLog } from '../../src/host/log.ts';
import { HookRoom } from '../../src/host/hooks/hook-room.ts';
import { EscalationRoom } from '../../src/host/webhooks/escalation-room.ts';
import { MailRoom } from '../../src/host/mail/mail-room.ts';
import { textsOf } from '../../src/host/texts.ts';
import { actors } from '../../src/practices/actors/area.ts';
import { agreements } from '../../src/practices/agreements/area.ts';
import { agreementPages } from '../../src/practices/agreements/pages.ts';
import { agreementCatalogues } from '../../src/practices/agreements/text/catalogues.ts';
import type { TestStore } from '../../src/store/test-store.ts';

/** A room for letters that sends none. */
export function openMail({ options, store }: TestStore): Promise<MailRoom> {
  return MailRoom.open(
    { store, textIn: textsOf([]), now: () => new Date() },
    {
      connection: options.connection,
      mailings: [],
      smtpUrl: null,
      from: 'depositary@example.org',
      origin: () => 'http://localhost',
    },
  );
}

export type HouseApp = ReturnType<typeof createApp>;

/** Nothing listens; what it follows of the store ends with `close`. */
export function houseApp(
  node: TestStore,
  mail: MailRoom,
  signIn: SignIn,
  more: Pick<AppParts, 'ballots' | 'escalation' | 'federation' | 'hooks' | 'now'> &
    Partial<Pick<AppParts, 'log'>> = {},
): HouseApp {
  return createApp({
    ...partsOf(node, signIn),
    areas: house.areas,
    pages: house.pages,
    feeds: house.feeds,
    dates: house.dates,
    texts: [...house.texts],
    mail,
    ...more,
  });
}

/** The application with actors and agreements alone, and the pages of agreements. */
export function agreementsApp(node: TestStore, signIn: SignIn): HouseApp {
  const areas = [actors, agreements];
  const own = { areas, pages: agreementPages, texts: [...agreementCatalogues] };
  return createApp({ ...partsOf(node, signIn), ...own });
}

function partsOf({ store, keys }: TestStore, signIn: SignIn) {
  return {
    store,
    assets: { styleSheet: assetOf('a.css', 'text/css', ''), others: [] },
    signIn,
    authority: authorityOf(store, keys),
    keys: { ring: keys, make: makesNone, putAway: async () => undefined },
    config: readConfig({ CONCORD_LOG: 'silent' }),
    log: createLog('silent'),
  };
}

const makesNone = () => Promise.reject(new Error('no key is made here'));

/** What the node is to other nodes; it knows none yet, and goes to none by itself. */
export async function openFederation(node: TestStore, now: () => Date): Promise<FederationRoom> {
  const { store, keys, options } = node;
  return FederationRoom.open({
    connection: options.connection,
    store,
    authority: authorityOf(store, keys),
    keys: {
      ring: keys,
      secret: 'a secret for tests',
      sealingSeed: new Uint8Array(SEED_BYTES),
      make: makesNone,
      putAway: async () => undefined,
    },
    privatePeers: '',
    address: () => 'https://node.example.org',
    now,
  });
}
const SEED_BYTES = 32;

/** The room of secret ballots; it does nothing by itself. */
export function openBallotRoom(
  node: TestStore,
  now = () => new Date(),
  log: Log = createLog('silent'),
): Promise<BallotRoom> {
  const { store, keys, options } = node;
  const held = { ring: keys, secret: 'a secret for tests' };
  return openBallots(options.connection, { store, keys: held }, log, now);
}

/** The room from which offices are told of what is overdue; it looks for nothing by itself. */
export function openEscalation(node: TestStore, mail: MailRoom): Promise<EscalationRoom> {
  const { store, keys, options } = node;
  return EscalationRoom.open(
    { store, now: () => new Date() },
    {
      connection: options.connection,
      mail,
      origin: () => 'http://localhost',
      authority: authorityOf(store, keys),
      privateWebhooks: 'refuse',
      everyMilliseconds: null,
    },
  );
}

/** The room of people's webhooks; it looks for nothing by itself, and nobody may enter. */
export function openHooks({ store, keys, options }: TestStore): Promise<HookRoom> {
  return HookRoom.open(
    { store, now: () => new Date() },
    {
      connection: options.connection,
      origin: () => 'http://localhost',
      authority: authorityOf(store, keys),
      privateWebhooks: 'refuse',
      actorsOf: async () => null,
      everyMilliseconds: null,
    },
  );
}
