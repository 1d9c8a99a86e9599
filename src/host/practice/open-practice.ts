/** A practice at work: a small node of its own inside this one, on a database of its own. */
import type { Hono } from 'hono';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import type { ConnectionSettings } from '../../store/connection.ts';
import type { Store } from '../../store/contract.ts';
import { keysArea } from '../../store/keys-area.ts';
import { mandatesArea } from '../../store/mandates-area.ts';
import { openStore } from '../../store/open-store.ts';
import { registersArea } from '../../store/registers-area.ts';
import { streamsArea } from '../../store/streams-area.ts';
import { createApp } from '../app.ts';
import type { Assets } from '../assets.ts';
import { authorityOf } from '../authority/authority.ts';
import { openBallots } from '../ballots/open-ballots.ts';
import type { Config } from '../config.ts';
import type { House } from '../house.ts';
import type { Log } from '../log.ts';
import { openNodeKeys } from '../node-keys.ts';
import type { HostEnv } from '../viewer.ts';
import { furnish } from './furnish.ts';
import type { Kept } from './kept.ts';
import { roleCookie, roleSignIn } from './roles.ts';
import { ACTS_MAX, DOCUMENTS_BYTES_MAX, PRACTICE_ROOM_RULE } from './rules.ts';
import { SECRETARIAT, practiceScript } from './script.ts';

/** What a practice takes over from the node that it is beside. */
export interface Beside {
  readonly config: Config;
  readonly house: House;
  readonly assets: Assets;
  readonly log: Log;
  /** Under which address readers reach practices. */
  address(): string;
  /** Where readers go back to. */
  home(): string;
}

export interface Opened {
  readonly app: Hono<HostEnv>;
  close(): Promise<void>;
}

const CACHE_BYTES_MAX = 4 * 1024 * 1024;

/** A practice tells nobody, follows nobody, and none of its acts is one of the node's network. */
function configOf({ config }: Beside, { id }: Kept, folder: string): Config {
  return {
    ...config,
    origin: null,
    databaseUrl: null,
    replicaUrl: null,
    dataFolder: folder,
    operator: SECRETARIAT,
    network: `practice-${id}`,
    name: 'Practice',
    world: 'none',
    cacheBytesMax: Math.min(CACHE_BYTES_MAX, config.cacheBytesMax),
    smtpUrl: null,
    address: null,
    federates: false,
    privatePeers: 'refuse',
    privateWebhooks: 'refuse',
    witnessQuorum: 0,
  };
}

const full = refuse(PRACTICE_ROOM_RULE, said('This practice is full, and takes no more.'), {
  remedy: said('Throw it away and begin another.'),
});

/** The store, which takes so much and no more: nobody fills a disk by practising. */
function bounded(store: Store): Store {
  let bytes = 0;
  return {
    ...store,
    async submit(drafts, ...more) {
      const isFull = (await store.ledger()) >= ACTS_MAX;
      return isFull ? drafts.map(() => full) : store.submit(drafts, ...more);
    },
    attachments: {
      ...store.attachments,
      async keep(document, claimed) {
        if (bytes + document.byteLength > DOCUMENTS_BYTES_MAX) return full;
        const known = await store.attachments.keep(document, claimed);
        if (!isRefusal(known)) bytes += document.byteLength;
        return known;
      },
    },
  };
}

/** Opens it; `isNew` has its cast enter first. What was begun ends again where a step fails. */
export async function openPractice(
  beside: Beside,
  kept: Kept,
  given: {
    readonly connection: ConnectionSettings;
    readonly folder: string;
    readonly isNew: boolean;
  },
): Promise<Opened> {
  const { house, log } = beside;
  const config = configOf(beside, kept, given.folder);
  const script = practiceScript();
  const keys = await openNodeKeys(given.folder, SECRETARIAT);
  const { operator, network } = config;
  const node = { connection: given.connection, secret: keys.secret, operator, network };
  const own = await openStore({ ...node, keys: keys.ring, areas: house.areas });
  try {
    if (given.isNew) {
      await furnish(
        own,
        script.cast,
        (actor) => keys.make(actor),
        new Date().toISOString().slice(0, 10),
      );
    }
    const store = bounded(own);
    const ballots = await openBallots(given.connection, { store, keys }, log);
    const made = createApp({
      ...house,
      areas: [...house.areas, keysArea, mandatesArea, registersArea, streamsArea],
      store,
      authority: authorityOf(store, keys.ring),
      keys,
      signIn: roleSignIn(kept, script.cast),
      ballots,
      config,
      assets: beside.assets,
      origin: () => beside.address(),
      log,
      practice: {
        script,
        home: () => beside.home(),
        roleCookie: (actor) => roleCookie(kept, actor, beside.address().startsWith('https:')),
      },
    });
    ballots.begin();
    return {
      app: made.app,
      close: async () => {
        made.close();
        await ballots.close();
        await own.close();
      },
    };
  } catch (error) {
    await own.close();
    throw error;
  }
}
