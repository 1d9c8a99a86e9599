/** What every request passes before a route sees it: headers, sizes, times, origins, rates. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { rateLimiter } from 'hono-rate-limiter';
import { ATTACHMENT_BYTES_MAX } from '../kernel/attachment.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { DISCOVERY_PATH } from '../standards/taxii/address.ts';
import { CONTENT_BYTES_MAX } from '../standards/taxii/resources.ts';
import { HEADERS_RULE, RATE_RULE, SIZE_RULE } from './host-rules.ts';
import {
  ACT_REQUESTS_MAX,
  ACT_WINDOW_MILLISECONDS,
  ADDRESS_LENGTH_MAX,
  API_BODY_BYTES_MAX,
  BULK_REQUESTS_MAX,
  EXPORT_REQUESTS_MAX,
  FORM_BODY_BYTES_MAX,
  PREVIEW_REQUESTS_MAX,
  MCP_REQUESTS_MAX,
  PROOF_REQUESTS_MAX,
  SIGN_IN_ATTEMPTS_MAX,
  SIGN_IN_WINDOW_MILLISECONDS,
  UPLOAD_REQUESTS_MAX,
} from './limits.ts';
import { PREVIEW_PATH } from './previews/preview-address.ts';
import { MCP_PATH } from './mcp/path.ts';
import { problemResponse } from './http-status.ts';
import type { Services } from './services.ts';
import { type HostContext, type HostEnv, requireSession } from './viewer.ts';

/** How a refusal is shown: as a page, or as a problem for machines. */
export type ShowRefusal = (c: HostContext, refusal: Refusal) => Promise<Response>;

/** Below it are the documents that acts name. */
export const ATTACHMENTS_PATH = '/attachments/';
export const UPLOAD_PATH = '/api/attachments';
/** A register as a file, for people and for machines. */
export const EXPORT_PATHS = ['/record/export', '/api/record/export'] as const;
/** Where other logs have their checkpoints cosigned, C2SP tlog-witness. */
export const ADD_CHECKPOINT_PATH = '/log/add-checkpoint';
/** One act with its proof, for people and for machines. */
export const PROOF_PATHS = ['/record/proof', '/api/record/proof'] as const;
/** The page that verifies proofs; it says itself what it may run, by hash. */
export const VERIFY_PATH = '/verify';
const ACT_FORM_PATH = '/acts/new';

type Policy = NonNullable<
  NonNullable<Parameters<typeof secureHeaders>[0]>['contentSecurityPolicy']
>;

const [SELF, NONE] = [["'self'"], ["'none'"]];

/** Nothing inline and nothing from elsewhere: a page stands on its own files. */
const PAGE_POLICY: Policy = {
  defaultSrc: SELF,
  baseUri: NONE,
  objectSrc: NONE,
  frameAncestors: NONE,
  formAction: SELF,
  imgSrc: ["'self'", 'data:'],
};

/** A document that others made runs nothing, sends nothing and is of no origin. */
const DOCUMENT_POLICY: Policy = { sandbox: [], defaultSrc: NONE, frameAncestors: NONE };

function headersMiddleware(origin: string | null, policy: Policy | null): MiddlewareHandler {
  return secureHeaders({
    ...(policy && { contentSecurityPolicy: policy }),
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    // Only what is reached by https may promise to stay so.
    strictTransportSecurity: origin?.startsWith('https:') ? 'max-age=31536000' : false,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
  });
}

/** The client's address: of the connection, or as the trusted proxy before this node wrote it. */
export function clientAddress(c: HostContext, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : '';
  if (forwarded) return forwarded;
  // Requests made inside this process, as tests do, have no connection.
  const connected = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env;
  return connected ? (getConnInfo(c).remote.address ?? 'unknown') : 'inside';
}

function tooMany(windowMilliseconds: number): Refusal {
  const minutes = Math.ceil(windowMilliseconds / 60_000);
  return refuse(RATE_RULE, said('There were too many requests from here in a short time.'), {
    remedy:
      minutes === 1
        ? said('Wait a minute, then try again.')
        : said('Wait {$minutes} minutes, then try again.', { minutes }),
  });
}

/** Says how long to wait, in the header that programs read, too. */
async function refuseRate(
  show: ShowRefusal,
  c: HostContext,
  windowMilliseconds: number,
): Promise<Response> {
  const response = await show(c, tooMany(windowMilliseconds));
  const until = c.get('rateLimit')?.resetTime?.getTime() ?? Date.now();
  const seconds = Math.max(1, Math.ceil((until - Date.now()) / 1000));
  response.headers.set('retry-after', String(seconds));
  return response;
}

function limitRate(
  services: Services,
  show: ShowRefusal,
  bounds: { requestsMax: number; windowMilliseconds: number; countsReading?: true },
): MiddlewareHandler<HostEnv> {
  return rateLimiter<HostEnv>({
    windowMs: bounds.windowMilliseconds,
    limit: bounds.requestsMax,
    standardHeaders: 'draft-7',
    skip: (c) =>
      bounds.countsReading !== true && (c.req.method === 'GET' || c.req.method === 'HEAD'),
    keyGenerator: (c) =>
      c.get('session')?.person.id ?? clientAddress(c, services.config.behindProxy),
    // The library's type asks for nothing back; what comes back is the response.
    handler: (c): unknown => refuseRate(show, c, bounds.windowMilliseconds),
  });
}

/** Bounds how often an address asks, of those who are not asked who they are. */
export function limitStrangers(
  behindProxy: boolean,
  bounds: { readonly requestsMax: number; readonly windowMilliseconds: number },
): MiddlewareHandler<HostEnv> {
  return rateLimiter<HostEnv>({
    windowMs: bounds.windowMilliseconds,
    limit: bounds.requestsMax,
    standardHeaders: 'draft-7',
    keyGenerator: (c) => clientAddress(c, behindProxy),
    // As above.
    handler: (c): unknown =>
      refuseRate(async (_, refusal) => problemResponse(refusal), c, bounds.windowMilliseconds),
  });
}

function limitBody(sizeBytesMax: number, show: ShowRefusal): MiddlewareHandler<HostEnv> {
  const refusal = refuse(
    SIZE_RULE,
    said('The body is larger than {$sizeBytesMax} bytes.', { sizeBytesMax }),
    {
      remedy: said('Send large documents as attachments and many acts one by one.'),
    },
  );
  return bodyLimit({
    maxSize: sizeBytesMax,
    onError: (c: HostContext) => {
      // Whose session has ended is told so, and not that the document is too large.
      const session = carriesDocument(c) ? requireSession(c) : null;
      return show(c, isRefusal(session) ? session : refusal);
    },
  });
}

/** Tables of votes are as large as documents: those of seventy years have 4 MB. */
const ROLL_CALLS_UPLOAD = /^\/api\/meetings\/votes\/[^/]+\/import$/;

const carriesDocument = (c: HostContext): boolean =>
  [UPLOAD_PATH, ACT_FORM_PATH].includes(c.req.path) || ROLL_CALLS_UPLOAD.test(c.req.path);

function limitAddress(show: ShowRefusal): MiddlewareHandler<HostEnv> {
  const refusal = refuse(
    HEADERS_RULE,
    said('The address is longer than {$addressLengthMax}.', {
      addressLengthMax: ADDRESS_LENGTH_MAX,
    }),
  );
  return async (c, next) => (c.req.url.length > ADDRESS_LENGTH_MAX ? show(c, refusal) : next());
}

const TAXII = DISCOVERY_PATH.slice(0, -1);

/** Whether an address is one of TAXII. */
function isTaxii(path: string): boolean {
  return path === TAXII || path.startsWith(DISCOVERY_PATH);
}

/** Whether an address is answered for machines. */
export function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/') || path === MCP_PATH || isTaxii(path);
}

/** Gives every response its security headers; to be mounted before anything else. */
export function mountHeaders(app: Hono<HostEnv>, services: Services): void {
  const { origin } = services.config;
  const forPages = headersMiddleware(origin, PAGE_POLICY);
  const forDocuments = headersMiddleware(origin, DOCUMENT_POLICY);
  const forItsOwn = headersMiddleware(origin, null);
  app.use(async (c, next) => {
    await next();
    // That there is no such document is told on a page like any other.
    const isDocument = c.req.path.startsWith(ATTACHMENTS_PATH) && c.res.status < 400;
    const isPicture = c.res.headers.get('content-type')?.startsWith('image/svg') ?? false;
    const isItsOwn = c.req.path === VERIFY_PATH && c.res.status < 400;
    const guard = isDocument || isPicture ? forDocuments : isItsOwn ? forItsOwn : forPages;
    await guard(c, async () => undefined);
  });
}

/** Who is not signed in uploads nothing, so the small bounds hold for them. */
function mayCarryDocument(c: HostContext): boolean {
  return c.get('session') !== null && carriesDocument(c);
}

function mountBodyLimits(app: Hono<HostEnv>, show: ShowRefusal): void {
  const limitApi = limitBody(API_BODY_BYTES_MAX, show);
  const limitForm = limitBody(FORM_BODY_BYTES_MAX, show);
  const limitUpload = limitBody(ATTACHMENT_BYTES_MAX, show);
  const limitObjects = limitBody(CONTENT_BYTES_MAX, show);
  const limitFormWithDocument = limitBody(ATTACHMENT_BYTES_MAX + FORM_BODY_BYTES_MAX, show);
  app.use((c, next) => {
    // Looking for a body makes a whole request object, and what only reads has none.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const large = mayCarryDocument(c);
    if (isTaxii(c.req.path)) {
      return c.get('session')?.by === 'token' ? limitObjects(c, next) : limitForm(c, next);
    }
    if (c.req.path === MCP_PATH) return limitForm(c, next);
    if (isApi(c.req.path)) return large ? limitUpload(c, next) : limitApi(c, next);
    return large ? limitFormWithDocument(c, next) : limitForm(c, next);
  });
}

/** Guards every route; to be mounted before them and after the session is known. */
export function mountLimits(app: Hono<HostEnv>, services: Services, show: ShowRefusal): void {
  const { origin } = services.config;
  app.use(limitAddress(show));
  const ownForms = origin === null ? csrf() : csrf({ origin });
  // A token is sent by a program, never by a form; what it forgot to declare, the API tells it.
  const isProgram = (c: HostContext): boolean =>
    (isApi(c.req.path) && c.get('session')?.by !== 'cookie') ||
    // A log sends a signed checkpoint; whose browser carries it makes no difference.
    c.req.path === ADD_CHECKPOINT_PATH;
  app.use((c, next) => (isProgram(c) ? next() : ownForms(c, next)));
  mountBodyLimits(app, show);
  const signIn = {
    requestsMax: SIGN_IN_ATTEMPTS_MAX,
    windowMilliseconds: SIGN_IN_WINDOW_MILLISECONDS,
  };
  const acts = { requestsMax: ACT_REQUESTS_MAX, windowMilliseconds: ACT_WINDOW_MILLISECONDS };
  const limitSignIn = limitRate(services, show, signIn);
  app.use('/sign-in', limitSignIn);
  app.use('/first/*', limitSignIn);
  const limitActs = limitRate(services, show, acts);
  const uploads = {
    requestsMax: UPLOAD_REQUESTS_MAX,
    windowMilliseconds: ACT_WINDOW_MILLISECONDS,
  };
  const limitUploads = limitRate(services, show, uploads);
  // Matches the path itself as well; named twice, it would count each act twice.
  app.use('/api/acts/*', limitActs);
  app.use('/api/agreements/*', limitActs);
  app.use('/api/meetings/texts/:text', limitActs);
  app.use(`${DISCOVERY_PATH}*`, limitActs);
  app.use('/api/taxii/pull', limitUploads);
  app.use(UPLOAD_PATH, limitUploads);
  const exports = {
    requestsMax: EXPORT_REQUESTS_MAX,
    windowMilliseconds: ACT_WINDOW_MILLISECONDS,
    countsReading: true,
  } as const;
  const limitExports = limitRate(services, show, exports);
  for (const path of EXPORT_PATHS) app.use(path, limitExports);
  const bulk = { ...exports, requestsMax: BULK_REQUESTS_MAX };
  app.use('/export/*', limitRate(services, show, bulk));
  const limitProofs = limitRate(services, show, { ...exports, requestsMax: PROOF_REQUESTS_MAX });
  for (const path of PROOF_PATHS) app.use(path, limitProofs);
  const previews = { ...exports, requestsMax: PREVIEW_REQUESTS_MAX };
  app.use(PREVIEW_PATH, limitRate(services, show, previews));
  app.use(MCP_PATH, limitRate(services, show, { ...acts, requestsMax: MCP_REQUESTS_MAX }));
  app.use(ADD_CHECKPOINT_PATH, limitActs);
  app.use('/acts/*', limitActs);
  // Nobody guesses a link, and no password is hashed for who has none.
  app.use('/invited/*', limitActs);
  app.use('/admin/*', limitActs);
  app.use('/api/admin/*', limitActs);
  app.use('/agreements/*', limitActs);
  app.use('/account/*', limitActs);
  app.use('/meetings/table-text', limitActs);
}
