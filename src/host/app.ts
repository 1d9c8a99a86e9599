/** The node's HTTP application: everything is given, nothing listens, so tests call it directly. */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Area } from '../kernel/define-area.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
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
import { mountDescription } from './api/description.ts';
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
import { mountBulk } from './bulk/bulk-routes.ts';
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
import { mountHealth } from './health.ts';
import { mountFeeds } from './feeds/feed-routes.ts';
import { mountAlertPage } from './notices/alert-page-routes.ts';
import { mountAlerts } from './notices/cap-routes.ts';
import { mountReading } from './declarations/reading-routes.ts';
import { INCIDENT_RULE, METHOD_RULE, ORIGIN_RULE, UNKNOWN_RULE } from './host-rules.ts';
import { problemResponse } from './http-status.ts';
import { mountLive } from './live/live-routes.ts';
import { mountLog } from './log/log-routes.ts';
import { type Log, logIncident } from './log.ts';
import type { MailRoom } from './mail/mail-room.ts';
import { mountMail } from './mail/mail-routes.ts';
import { rememberLocale } from './pages/locale.ts';
import { mountMcp } from './mcp/mcp-routes.ts';
import { mountMirror } from './mirror/mirror-routes.ts';
import { mountPreviews } from './previews/preview-routes.ts';
import { mountTabling } from './negotiating-texts/tabling-routes.ts';
import { mountTextFiles } from './negotiating-texts/text-files.ts';
import { mountPages } from './pages/page-routes.ts';
import { showPage } from './pages/show-page.ts';
import { mountTheme } from './pages/theme.ts';
import { followPosition } from './position.ts';
import { type ShowRefusal, isApi, mountHeaders, mountLimits } from './protection.ts';
import { mountExport } from './record/export-route.ts';
import { peerNodes } from './releases/peer-nodes.ts';
import { type NodesOf, noNodes } from './releases/share-preview.ts';
import { searchIn } from './search/area.ts';
import { mountSearch } from './search/search-routes.ts';
import { mountWaiting } from './releases/waiting-routes.ts';
import { mountProof } from './record/proof-route.ts';
import { channelShelf } from './taxii/channel-shelf.ts';
import { mountPull } from './taxii/pull-route.ts';
import type { StatusKeeper } from './taxii/status-keeper.ts';
import { mountTaxii } from './taxii/taxii-routes.ts';
import type { EscalationRoom } from './webhooks/escalation-room.ts';
import { mountWebhooks } from './webhooks/webhook-routes.ts';
import { createResponseCache } from './response-cache.ts';
import type { Services } from './services.ts';
import { mountShortcuts } from './shortcuts/shortcuts-page.tsx';
import { storageRefusal } from './storage-fault.ts';
import { textsOf } from './texts.ts';
import { mountWellKnown } from './well-known/well-known-routes.ts';
import { mountVerify } from './verify-page/verify-routes.ts';
import { type HostContext, type HostEnv, sessionOf } from './viewer.ts';

export interface AppParts {
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
    cache: createResponseCache(parts.config.cacheBytesMax),
    position: followPosition(parts.store),
    textIn: textsOf(parts.texts),
    serves: servedBy(app),
    origin: parts.origin ?? (() => originOf(parts.config, parts.config.port)),
  };
}

function notFound(path: string): Refusal {
  return refuse(UNKNOWN_RULE, said('There is nothing at {$path}.', { path: path.slice(0, 200) }), {
    remedy: said('Search for it, or begin at the front page.'),
  });
}

/** What is asked of an address that only answers otherwise, as a form's that is opened. */
function notAllowed(app: Hono<HostEnv>, { path, method }: { path: string; method: string }) {
  const ways = app.routes.filter((one) => one.path === path && one.method !== 'ALL');
  const methods = [...new Set(ways.map((one) => one.method))];
  if (methods.length === 0 || methods.includes(method)) return null;
  const reason = said('{$path} is not asked by {$method}.', { path, method });
  const remedy = said('Ask it by {$methods}.', { methods });
  return { allow: methods.join(', '), refusal: refuse(METHOD_RULE, reason, { remedy }) };
}

function foreignForm(): Refusal {
  return refuse(ORIGIN_RULE, said('The form was not sent from a page of this node.'), {
    remedy: said('Open the form here and send it again.'),
  });
}

/** What is told of an error: a full disk or a database that is away, or a number alone. */
function incidentOf(log: Log, error: unknown, where: string): Refusal {
  const incident = logIncident(log, error, where);
  const reason = said('Something went wrong here; it is logged as incident {$incident}.', {
    incident,
  });
  const remedy = said('Try again, and tell the administrator the number if it happens again.');
  const values = { incident };
  return storageRefusal(error) ?? refuse(INCIDENT_RULE, reason, { remedy, values });
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

/** What programs and assistants ask and fetch; what is kept for them goes with `close`. */
function mountForPrograms(app: Hono<HostEnv>, services: Services, show: ShowRefusal) {
  mountDescription(app, services);
  mountMcp(app, services);
  mountWellKnown(app, services);
  return mountBulk(app, services, show);
}

/** What is told where something failed, or where there is nothing. */
function mountFaults(app: Hono<HostEnv>, log: Log, show: ShowRefusal): void {
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403) return show(c, foreignForm());
    const refusal = incidentOf(log, error, `${c.req.method} ${c.req.path}`);
    // A page may need the database to say that it is away; then it is said without one.
    return show(c, refusal).catch(() => problemResponse(refusal));
  });
  app.notFound((c) => {
    const { allow, refusal } = notAllowed(app, c.req) ?? { refusal: notFound(c.req.path) };
    if (allow !== undefined) c.header('allow', allow);
    return show(c, refusal);
  });
}

/** The application. What it follows of the store ends with `close`. */
export function createApp(parts: AppParts): { app: Hono<HostEnv>; close(): void } {
  const app = new Hono<HostEnv>();
  const services = servicesOf(parts, app);
  const show = async (c: HostContext, refusal: Refusal): Promise<Response> =>
    isApi(c.req.path) ? problemResponse(refusal) : showPage(services, c, refusal);
  mountFaults(app, parts.log, show);
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
  mountAdminApi(app, services);
  if (parts.federation) mountNodesApi(app, services, parts.federation);
  mountStanding(app, services, parts.federation?.room ?? null);
  mountQuestions(app, services);
  mountShortcuts(app, services);
  mountAccount(app, services);
  mountTheme(app, services.config.origin);
  mountOffices(app, services);
  mountPeople(app, services);
  if (parts.federation) mountNodes(app, services, parts.federation);
  mountActPages(app, services);
  const live = mountLive(app, services);
  if (parts.mail) mountMail(app, services, parts.mail);
  if (parts.escalation) mountWebhooks(app, services, parts.escalation);
  mountPreviews(app, services, show);
  mountFeeds(app, services);
  mountAlerts(app, services);
  mountReading(app, services);
  mountTextExport(app, services);
  mountTextForm(app, services);
  mountMirror(app, services);
  mountTextFiles(app, services);
  mountTabling(app, services);
  mountOfAreas(app, services, parts);
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
