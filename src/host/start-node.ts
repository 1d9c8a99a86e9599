/** The composition root: database, store, world, sign-in and HTTP, started and stopped in order. */
import { join } from 'node:path';
import { type ConnectionSettings, settingsOf } from '../store/connection.ts';
import type { Progress } from '../kernel/submission.ts';
import type { Store } from '../store/contract.ts';
import { keysArea } from '../store/keys-area.ts';
import { mandatesArea } from '../store/mandates-area.ts';
import { registersArea } from '../store/registers-area.ts';
import { streamsArea } from '../store/streams-area.ts';
import { inTurn } from '../store/in-turn.ts';
import { startEmbedded } from '../store/embedded-postgres.ts';
import { openHighWater } from '../store/high-water.ts';
import { openStore } from '../store/open-store.ts';
import { openSignIn } from './account/better-auth-sign-in.ts';
import { openBallots } from './ballots/open-ballots.ts';
import { createApp } from './app.ts';
import { authorityOf } from './authority/authority.ts';
import { type Config, originOf } from './config.ts';
import type { House } from './house.ts';
import { assertPortFree, listen } from './http-server.ts';
import { releasesArea } from '../store/releases/area.ts';
import { expiryRounds } from './releases/expiry-round.ts';
import { FederationRoom } from './federation/federation-room.ts';
import { FollowEngine } from './federation/follow-engine.ts';
import { openPractices } from './practice/open-practices.ts';
import { pageAssets } from './page-assets.ts';
import { type Closable, Started } from './started.ts';
import { openHooks } from './hooks/open-hooks.ts';
import { replicaOf } from './replica-settings.ts';
import { type Log, createLog } from './log.ts';
import { followLog } from './log/follow-log.ts';
import { witnessRound } from './log/witness-round.ts';
import { MailRoom } from './mail/mail-room.ts';
import type { Metrics } from './metrics/contract.ts';
import { openNodeMetrics } from './metrics/node-metrics.ts';
import { type NodeKeys, openNodeKeys } from './node-keys.ts';
import type { SettingShown } from './settings/read-settings.ts';
import { openStatuses } from './taxii/status-tables.ts';
import { NodeWatch } from './operators/node-watch.ts';
import { textsOf } from './texts.ts';
import { warmLater } from './warm-later.ts';
import { EscalationRoom, LOOK_MILLISECONDS } from './webhooks/escalation-room.ts';

/** Of processes that start together, one loads the world. */
const WORLD_LOCK = 8_400_022;
/** Beside the database: how far the node's own streams went. */
const HIGH_WATER_FILE = 'high-water.json';

export interface Running {
  readonly address: string;
  /** The one-time link for the first administrator, while there is none. */
  readonly firstLink: string | null;
  /** Resolves, with the reason, when the database ends by itself. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}

export interface StartSettings {
  readonly config: Config;
  readonly house: House;
  readonly dataFolder: string;
  /** Where each setting comes from, for administrators; absent: they are not shown. */
  readonly settings?: readonly SettingShown[];
  readonly report: (progress: Progress) => void;
}

interface Databases {
  readonly connection: ConnectionSettings;
  /** As whom other databases are made on the same server. */
  readonly administration: ConnectionSettings;
}

async function openDatabase(settings: StartSettings, started: Started) {
  const { databaseUrl } = settings.config;
  if (databaseUrl !== null) {
    const never = new Promise<string>(() => undefined);
    const connection = settingsOf(databaseUrl);
    return { connection, administration: connection, lost: never };
  }
  const embedded = await startEmbedded({ dataDir: settings.dataFolder });
  started.add(() => embedded.stop());
  const { administration, connection, lost } = embedded;
  return { connection, administration, lost };
}

/** The log of a node has the name that others reach it by, or else that of its operator. */
function logOriginOf({ origin }: Config): { logOrigin?: string } {
  return origin === null ? {} : { logOrigin: `${new URL(origin).host}/log` };
}

/** What stands before there is anything to read. */
interface Opened {
  readonly store: Store;
  readonly keys: NodeKeys;
  readonly watch: NodeWatch;
  readonly metrics: Metrics | null;
}

async function openRecord(
  { config, house, dataFolder, report }: StartSettings,
  connection: ConnectionSettings,
  started: Started,
): Promise<Opened> {
  const { operator, network } = config;
  const nodeKeys = await openNodeKeys(dataFolder, operator);
  const { ring, secret } = nodeKeys;
  const logOrigin = logOriginOf(config);
  const node = { connection, secret, operator, network, keys: ring };
  const given = { ...node, ...logOrigin, ...replicaOf(config) };
  const highWater = openHighWater(join(dataFolder, HIGH_WATER_FILE));
  const metrics = await openNodeMetrics(config, house.areas);
  started.add(async () => metrics?.stop());
  const opened = await openStore({ ...given, areas: house.areas, report, highWater });
  started.add(() => opened.close());
  const store = metrics?.counting(opened) ?? opened;
  const watch = new NodeWatch({ connection, dataFolder, logOrigin: store.log.origin });
  started.add(() => watch.close());
  await store.witnesses.setQuorum(config.witnessQuorum);
  const working = store.jobs.run({ ...store.attachments.sweepJob });
  started.add(() => working.stop());
  // A node that waits signs nothing, and its world came with the backup.
  const isWaiting = (await store.standing.waiting()) !== null;
  const { world } = config;
  if (world !== 'none' && !isWaiting) {
    await inTurn(connection, WORLD_LOCK, () => house.loadWorld(store, report, world));
  }
  return { store, keys: nodeKeys, watch, metrics };
}

function openMail(
  { config, house }: StartSettings,
  connection: ConnectionSettings,
  store: Store,
  origin: () => string,
): Promise<MailRoom> {
  const { smtpUrl, mailFrom: from } = config;
  const serving = { store, textIn: textsOf(house.texts), now: () => new Date() };
  return MailRoom.open(serving, { connection, mailings: house.mailings, smtpUrl, from, origin });
}

/** Opens the room from which offices are told of what is overdue. */
async function openEscalation(
  { config }: StartSettings,
  connection: ConnectionSettings,
  { store, keys }: { store: Store; keys: NodeKeys },
  { mail, origin }: { mail: MailRoom; origin: () => string },
): Promise<EscalationRoom> {
  return EscalationRoom.open(
    { store, now: () => new Date() },
    {
      connection,
      mail,
      origin,
      authority: authorityOf(store, keys.ring),
      privateWebhooks: config.privateWebhooks,
      everyMilliseconds: LOOK_MILLISECONDS,
    },
  );
}

/** Opens what this node is to other nodes; nothing where it is to be none. */
async function openFederation(
  { config }: StartSettings,
  connection: ConnectionSettings,
  { store, keys }: { store: Store; keys: NodeKeys },
  origin: () => string,
): Promise<FederationRoom | null> {
  if (!config.federates) return null;
  return FederationRoom.open({
    connection,
    store,
    keys,
    authority: authorityOf(store, keys.ring),
    privatePeers: config.privatePeers,
    address: () => config.address ?? origin(),
    now: () => new Date(),
  });
}

function listenAs({ host, port, portAsked }: Config, fetch: Parameters<typeof listen>[0]) {
  return listen(fetch, { host, port, mayMove: !portAsked });
}

/** What looks after the record by itself, each with how to stop it. */
function roundsOf(house: House, store: Store, log: Log, federation: FederationRoom | null) {
  const round = federation && { round: witnessRound(federation, store) };
  const following = followLog({ store, log, ...round });
  const expires = house.areas.includes(releasesArea);
  return expires ? [following, expiryRounds(store, log, () => new Date())] : [following];
}

async function openHttp(
  settings: StartSettings,
  { connection, administration }: Databases,
  { store, keys, watch, metrics }: Opened,
  started: Started,
): Promise<{ address: string; firstLink: string | null }> {
  const { config, house } = settings;
  const kept = <Opened extends Closable>(one: Opened): Opened => started.keep(one);
  const log = createLog(config.logLevel);
  const origin = originOf(config, config.port);
  const signIn = kept(await openSignIn({ connection, origin, operator: config.operator }));
  const reached = { address: origin };
  const mail = kept(await openMail(settings, connection, store, () => reached.address));
  const record = { store, keys };
  const told = { mail, origin: () => reached.address };
  const escalation = kept(await openEscalation(settings, connection, record, told));
  const open = { connection, store, ring: keys.ring, signIn, config };
  const hooks = kept(await openHooks({ ...open, origin: () => reached.address }));
  const ballots = kept(await openBallots(connection, record, log));
  const federation = await openFederation(settings, connection, record, () => reached.address);
  if (federation) started.add(() => federation.close());
  const engine = federation && new FollowEngine(federation, log);
  if (engine) started.add(() => engine.stop());
  const statuses = kept(await openStatuses(connection));
  const assets = pageAssets(house.pages);
  const server = { owner: connection, administration };
  const home = () => reached.address;
  const practices = kept(openPractices({ ...settings, server, assets, log, home }));
  const made = createApp({
    ...house,
    ...practices.parts,
    areas: [...house.areas, keysArea, mandatesArea, registersArea, streamsArea],
    store,
    authority: authorityOf(store, keys.ring),
    keys,
    signIn,
    mail,
    escalation,
    hooks,
    ballots,
    watch,
    metrics,
    settings: settings.settings,
    statuses,
    ...(federation && engine ? { federation: { room: federation, engine } } : {}),
    config,
    assets,
    origin: () => reached.address,
    log,
  });
  const listening = await listenAs(config, (request, env) => made.app.fetch(request, env));
  started.add(() => listening.stop());
  // Stopped before that: whoever listens for news would else be waited for.
  started.add(async () => made.close());
  const address = originOf(config, listening.port);
  reached.address = address;
  engine?.begin();
  ballots.begin();
  await practices.begin(listening.port);
  const { operator, network } = config;
  log.info({ address, operator, network, areas: house.areas.map(({ name }) => name) }, 'started');
  for (const stop of roundsOf(house, store, log, federation)) started.add(stop);
  started.add(async () => log.info('stopping'));
  const token = await signIn.issueFirst();
  started.add(warmLater(made.app, address));
  return { address, firstLink: token === null ? null : `${address}/first/${token}` };
}

/** Starts the node. What was begun is stopped again where a later step fails. */
export async function startNode(settings: StartSettings): Promise<Running> {
  const started = new Started();
  try {
    const { host, port, portAsked } = settings.config;
    if (portAsked && port !== 0) await assertPortFree(host, port);
    const database = await openDatabase(settings, started);
    const record = await openRecord(settings, database.connection, started);
    const http = await openHttp(settings, database, record, started);
    await record.metrics?.begin(record);
    return { ...http, lost: database.lost, stop: () => started.stop() };
  } catch (error) {
    await started.stop();
    throw error;
  }
}
