/** The node's HTTP application: everything is given, nothing listens, so tests call it directly. */
import { Hono } from 'hono';
import type { Area } from '../kernel/define-area.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Store } from '../store/contract.ts';
import type { DateFeed } from '../ui/date-feed.ts';
import type { Feed } from '../ui/feed.ts';
import type { Page } from '../ui/page.ts';
import type { Catalogue } from '../ui/text/text.ts';
import type { Authority } from './authority/authority.ts';
import { mountAccount } from './account/account-routes.tsx';
import type { SignIn } from './account/sign-in.ts';
import { mountAdminApi } from './admin/admin-api.ts';
import { mountOffices } from './admin/offices-routes.ts';
import { mountStanding } from './admin/standing-routes.ts';
import { mountPeople } from './admin/people-routes.ts';
import { mountActPages } from './acts/act-routes.tsx';
import { mountActs } from './api/acts.ts';
import { mountImport } from './api/import.ts';
import { mountImportRollCalls } from './api/import-roll-calls.ts';
import { mountReadDeclarations } from './api/read-declarations.ts';
import { mountPutText } from './api/put-text.ts';
import { mountTableText } from './api/table-text.ts';
import { mountQuestions } from './api/questions.ts';
import { type Assets, mountAssets } from './assets.ts';
import { mountAttachments } from './attachments/attachment-routes.ts';
import type { BallotRoom } from './ballots/ballot-room.ts';
import { mountBallots } from './ballots/drop-routes.ts';
import { type Config, originOf } from './config.ts';
import { mountTextExport } from './agreement-texts/text-export.ts';
import { mountTextForm } from './agreement-texts/text-routes.ts';
import type { FederationRoom } from './federation/federation-room.ts';
import type { FollowEngine } from './federation/follow-engine.ts';
import { handedAt } from './federation/sending-tables.ts';
import { mountNodesApi } from './federation/nodes-api.ts';
import { mountBundles } from './federation/bundle-routes.ts';
import { mountNodes } from './federation/nodes-routes.ts';
import { mountFederation } from './federation/federation-routes.ts';
import { mountGuidePictures } from './guide/guide-pictures.ts';
import { mountForPrograms } from './for-programs.ts';
import { mountHealth } from './health.ts';
import { mountFaults } from './fault-routes.ts';
import { mountFeeds } from './feeds/feed-routes.ts';
import { mountAlertPage } from './notices/alert-page-routes.ts';
import { mountAlerts } from './notices/cap-routes.ts';
import { mountReading } from './declarations/reading-routes.ts';
import { problemResponse } from './http-status.ts';
import { mountLive } from './live/live-routes.ts';
import { mountLog } from './log/log-routes.ts';
import { mountHooks } from './hooks/hook-routes.ts';
import type { HookRoom } from './hooks/hook-room.ts';
import type { Log } from './log.ts';
import type { MailRoom } from './mail/mail-room.ts';
import { mountMail } from './mail/mail-routes.ts';
import { rememberLocale } from './pages/locale.ts';
import type { Metrics } from './metrics/contract.ts';
import { mountMirror } from './mirror/mirror-routes.ts';
import { mountPreviews } from './previews/preview-routes.ts';
import { mountTabling } from './negotiating-texts/tabling-routes.ts';
import { mountTextFiles } from './negotiating-texts/text-files.ts';
import type { NodeWatch } from './operators/node-watch.ts';
import { mountOverview } from './operators/overview-routes.ts';
import { mountPages } from './pages/page-routes.ts';
import { showPage } from './pages/show-page.ts';
import { mountTheme } from './pages/theme.ts';
import { followPosition } from './position.ts';
import { type PracticeParts, mountPractice } from './practice/mount-practice.ts';
import { isApi, mountHeaders, mountLimits } from './protection.ts';
import { mountExport } from './record/export-route.ts';
import { peerNodes } from './releases/peer-nodes.ts';
import { type NodesOf, noNodes } from './releases/share-preview.ts';
import { searchIn } from './search/area.ts';
import { mountSearch } from './search/search-routes.ts';
import { mountWaiting } from './releases/waiting-routes.ts';
import { mountProof } from './record/proof-route.ts';
import { channelShelf } from './taxii/channel-shelf.ts';
import { mountPull } from './taxii/pull-route.ts';
import type { SettingShown } from './settings/read-settings.ts';
import type { StatusKeeper } from './taxii/status-keeper.ts';
import { mountTaxii } from './taxii/taxii-routes.ts';
import type { EscalationRoom } from './webhooks/escalation-room.ts';
import { mountWebhooks } from './webhooks/webhook-routes.ts';
import { createResponseCache } from './response-cache.ts';
import type { Services } from './services.ts';
import { mountShortcuts } from './shortcuts/shortcuts-page.tsx';
import { textsOf } from './texts.ts';
import { mountVerify } from './verify-page/verify-routes.ts';
import { type HostContext, type HostEnv, sessionOf } from './viewer.ts';

export interface AppParts extends PracticeParts {
  readonly store: Store;
  readonly areas: readonly Area[];
  readonly pages: readonly Page[];
  readonly feeds?: readonly Feed[];
  readonly dates?: readonly DateFeed[];
  readonly assets: Assets;
  readonly signIn: SignIn;
  /** Absent: no notifications are sent, and no addresses kept. */
  readonly mail?: MailRoom;
  /** Absent: no office is told of what is overdue. */
  readonly escalation?: EscalationRoom;
  /** Absent: operators are told nothing of the database. */
  readonly watch?: NodeWatch;
  /** Absent: requests are not timed. */
  readonly metrics?: Metrics | null;
  /** Where each setting comes from; absent: administrators are not shown them. */
  readonly settings?: readonly SettingShown[] | undefined;
  /** Absent: people have no webhooks. */
  readonly hooks?: HookRoom;
  /** Absent: no secret ballots are taken. */
  readonly ballots?: BallotRoom;
  /** Absent: other nodes are neither answered nor followed. */
  readonly federation?: { readonly room: FederationRoom; readonly engine: FollowEngine };
  readonly authority: Authority;
  readonly keys: Services['keys'];
  readonly config: Config;
  /** Texts of the areas' pages; those of the components and of the host are added. */
  readonly texts: readonly Catalogue[];
  readonly log: Log;
  /** Where statuses of TAXII are kept; absent: in this process. */
  readonly statuses?: StatusKeeper;
  /** Absent: of no actor a node is known. */
  readonly nodesOf?: NodesOf;
  readonly now?: () => Date;
  /** As configured, or as it listens; absent: what the configuration says of both. */
  readonly origin?: () => string;
}

function nodesKnownTo({ federation, store }: AppParts): NodesOf {
  if (!federation) return noNodes;
  const { room } = federation;
  const { address } = room.settings;
  return peerNodes({ operator: store.operator, address }, () => room.peers());
}

/** Whether something answers at a path, read off the application once all is mounted. */
function servedBy(app: Hono<HostEnv>): Services['serves'] {
  let paths: ReadonlySet<string> | null = null;
  return (path) => {
    paths ??= new Set(app.routes.filter(({ method }) => method === 'GET').map((one) => one.path));
    return paths.has(path);
  };
}

function servicesOf(parts: AppParts, app: Hono<HostEnv>): Services {
  return {
    ...parts,
    feeds: parts.feeds ?? [],
    dates: parts.dates ?? [],
    nodesOf: parts.nodesOf ?? nodesKnownTo(parts),
    handedAt: async (act) => (parts.federation ? handedAt(parts.federation.room.pool, act) : null),
    now: parts.now ?? (() => new Date()),
    cache: createResponseCache(parts.config.cacheBytesMax, parts.metrics?.cacheAsked),
    position: followPosition(parts.store),
    textIn: textsOf(parts.texts),
    serves: servedBy(app),
    origin: parts.origin ?? (() => originOf(parts.config, parts.config.port)),
  };
}

/** Whether readers come by https: then cookies go no other way. */
function isSecure({ config }: Services): boolean {
  return config.origin?.startsWith('https:') ?? false;
}

/** Who asks, before any route that shows or does something for them. */
function mountSession(app: Hono<HostEnv>, services: Services): void {
  app.use(async (c, next) => {
    const session = await sessionOf(services, c.req.raw.headers);
    c.set('session', session);
    // Who acted by way of another process sees it here, too.
    if (session) await services.position.refresh();
    await next();
    rememberLocale(c, isSecure(services));
  });
}

/** What is there only where the house has the areas that it speaks of. */
function mountOfAreas(app: Hono<HostEnv>, services: Services, parts: AppParts): void {
  const names = parts.areas.map(({ name }) => name);
  if (names.includes('releases')) mountWaiting(app, services);
  const find = searchIn(parts.areas);
  if (find) mountSearch(app, services, find);
  // A house without channels has no collections.
  if (!names.includes('notices')) return;
  const shelf = channelShelf(services);
  mountAlertPage(app, services);
  mountTaxii(app, services, shelf, parts.statuses);
  mountPull(app, services, shelf);
}

/** Texts in force and under negotiation, in and out as files. */
function mountTexts(app: Hono<HostEnv>, services: Services): void {
  mountTextExport(app, services);
  mountTextForm(app, services);
  mountTextFiles(app, services);
  mountTabling(app, services);
}

/** Pages and API for whoever looks after the node. */
function mountForAdministrators(app: Hono<HostEnv>, services: Services, parts: AppParts): void {
  mountAdminApi(app, services);
  if (parts.federation) mountNodesApi(app, services, parts.federation);
  mountStanding(app, services, parts.federation?.room ?? null);
  mountOverview(app, services, parts);
  mountOffices(app, services);
  mountPeople(app, services);
  if (parts.federation) mountNodes(app, services, parts.federation);
}

/** The application. What it follows of the store ends with `close`. */
export function createApp(parts: AppParts): { app: Hono<HostEnv>; close(): void } {
  const app = new Hono<HostEnv>();
  const services = servicesOf(parts, app);
  const show = async (c: HostContext, refusal: Refusal): Promise<Response> =>
    isApi(c.req.path) ? problemResponse(refusal) : showPage(services, c, refusal);
  mountFaults(app, parts.log, show);
  if (parts.metrics) app.use(parts.metrics.timing);
  mountHeaders(app, services);
  mountAssets(app, parts.assets, services.cache);
  mountGuidePictures(app);
  mountHealth(app, parts.store);
  const federated = parts.federation && mountFederation(app, parts.federation.room);
  if (parts.ballots) mountBallots(app, parts.ballots, parts.config);
  mountSession(app, services);
  if (parts.federation) mountBundles(app, services, parts.federation.room);
  mountLimits(app, services, show);
  mountActs(app, services);
  mountAttachments(app, services, show);
  mountExport(app, services, show);
  mountProof(app, services, show);
  mountLog(app, services);
  mountVerify(app, services);
  mountImport(app, services);
  mountImportRollCalls(app, services);
  mountReadDeclarations(app, services);
  mountPutText(app, services);
  mountTableText(app, services);
  const bulk = mountForPrograms(app, services, show);
  mountForAdministrators(app, services, parts);
  mountQuestions(app, services);
  mountShortcuts(app, services);
  mountAccount(app, services);
  mountTheme(app, services.config.origin);
  mountActPages(app, services);
  const live = mountLive(app, services);
  if (parts.mail) mountMail(app, services, parts.mail);
  if (parts.escalation) mountWebhooks(app, services, parts.escalation);
  if (parts.hooks) mountHooks(app, services, parts.hooks);
  mountPreviews(app, services, show);
  mountFeeds(app, services);
  mountAlerts(app, services);
  mountReading(app, services);
  mountTexts(app, services);
  mountMirror(app, services);
  mountOfAreas(app, services, parts);
  mountPractice(app, services, parts);
  mountPages(app, services);
  return {
    app,
    close: () => {
      live.stop();
      federated?.stop();
      services.position.stop();
      void bulk.close();
    },
  };
}
