/** What programs look for by themselves: robots, the map of the site, the catalogue of its APIs. */
import type { Hono } from 'hono';
import { isRefusal } from '../../kernel/refusal.ts';
import { list as listActors } from '../../practices/actors/questions/list.ts';
import { list as listAgreements } from '../../practices/agreements/questions/list.ts';
import { locales } from '../../ui/text/locale.ts';
import { escapeXml } from '../feeds/atom.ts';
import { type Services, todayOf } from '../services.ts';
import { ANYONE, type HostContext, type HostEnv } from '../viewer.ts';

/** Addresses on one page of the map; the protocol allows 50,000. */
export const SITEMAP_ADDRESSES_MAX = 5000;
const SITEMAP_PATH = '/sitemap.xml';
const SECURITY_PATH = '/.well-known/security.txt';
/** RFC 9116, section 2.5.5 recommends less than a year. */
const SECURITY_DAYS = 180;
const DAY_MILLISECONDS = 86_400_000;
const XML_TYPE = 'application/xml; charset=utf-8';
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** Where nothing is to be found by walking: what acts, what is private, and what repeats a page. */
const NOT_WALKED = ['/acts/new', '/account', '/admin/', '/api/', '/export/', '/search', '/sign-in'];

const originOf = (services: Services, c: HostContext): string =>
  services.config.origin ?? new URL(c.req.url).origin;

function robots(origin: string): string {
  const lines = NOT_WALKED.map((path) => `Disallow: ${path}`);
  return ['User-agent: *', ...lines, `Sitemap: ${origin}${SITEMAP_PATH}`, ''].join('\n');
}

/** Whom to tell of faults of safety (RFC 9116): until when it holds is said anew each day. */
export function securityText(origin: string, contact: string, now: Date): string {
  const day = Math.floor(now.getTime() / DAY_MILLISECONDS) + SECURITY_DAYS;
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${new Date(day * DAY_MILLISECONDS).toISOString()}`,
    `Preferred-Languages: ${locales.join(', ')}`,
    `Canonical: ${origin}${SECURITY_PATH}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The pages of things, as anybody may find them. */
async function thingsOf(services: Services): Promise<string[]> {
  const at = { viewer: ANYONE, asOf: todayOf(services), knownAt: null };
  const names = new Set(services.areas.map(({ name }) => name));
  const paths: string[] = [];
  if (names.has('agreements')) {
    const found = await services.store.ask(listAgreements, {}, at);
    if (!isRefusal(found)) paths.push(...found.rows.map((row) => `/agreements/${row.agreement}`));
  }
  if (names.has('actors')) {
    const found = await services.store.ask(listActors, {}, at);
    if (!isRefusal(found)) paths.push(...found.rows.map(({ id }) => `/actors/${id}`));
  }
  return paths;
}

/** Every page without a part to fill in, then the pages of things. */
async function addressesOf(services: Services): Promise<string[]> {
  const fixed = services.pages.filter(({ path, isDesk }) => !path.includes(':') && !isDesk);
  return [...new Set([...fixed.map(({ path }) => path), ...(await thingsOf(services))])];
}

/** One page of addresses; null where there is none of this number. */
export function sitemapPage(origin: string, paths: readonly string[], page: number): string | null {
  const from = (page - 1) * SITEMAP_ADDRESSES_MAX;
  const shown = paths.slice(from, from + SITEMAP_ADDRESSES_MAX);
  if (page < 1 || shown.length === 0) return null;
  const urls = shown.map((path) => `<url><loc>${escapeXml(`${origin}${path}`)}</loc></url>`);
  return `${XML}<urlset xmlns="${NAMESPACE}">${urls.join('')}</urlset>\n`;
}

/** The pages of the map. */
export function sitemapIndex(origin: string, count: number): string {
  const pages = Math.max(1, Math.ceil(count / SITEMAP_ADDRESSES_MAX));
  const maps = Array.from({ length: pages }, (_, at) => {
    return `<sitemap><loc>${escapeXml(`${origin}${SITEMAP_PATH}?page=${at + 1}`)}</loc></sitemap>`;
  });
  return `${XML}<sitemapindex xmlns="${NAMESPACE}">${maps.join('')}</sitemapindex>\n`;
}

/** A linkset as RFC 9727 has it: the API, its description and its documentation. */
function apiCatalog(origin: string): object {
  const json = { type: 'application/json' };
  const html = { type: 'text/html' };
  return {
    linkset: [
      {
        anchor: `${origin}/api`,
        'service-desc': [{ href: `${origin}/api/openapi.json`, ...json }],
        'service-doc': [{ href: `${origin}/api`, ...html }],
        status: [{ href: `${origin}/health`, ...json }],
      },
      { anchor: `${origin}/mcp`, 'service-doc': [{ href: `${origin}/mcp`, ...html }] },
      {
        anchor: `${origin}/export`,
        'service-desc': [{ href: `${origin}/export/datapackage.json`, ...json }],
        'service-doc': [{ href: `${origin}/export`, ...html }],
      },
    ],
  };
}

async function sitemap(services: Services, c: HostContext): Promise<Response> {
  const asked = c.req.query('page');
  const origin = originOf(services, c);
  const position = await services.position.current();
  const key = ['sitemap', origin, asked?.slice(0, 20) ?? '', todayOf(services), position];
  return services.cache.respond(key.join('\n'), c.req.raw.headers, async () => {
    const paths = await addressesOf(services);
    const page = asked === undefined ? null : Number(asked);
    const body =
      page === null ? sitemapIndex(origin, paths.length) : sitemapPage(origin, paths, page);
    return body === null
      ? { status: 404, contentType: 'text/plain; charset=utf-8', body: 'No such page.\n' }
      : { status: 200, contentType: XML_TYPE, body };
  });
}

/** Mounts them. */
export function mountWellKnown(app: Hono<HostEnv>, services: Services): void {
  app.get('/robots.txt', (c) => c.text(robots(originOf(services, c))));
  const { securityContact } = services.config;
  if (securityContact !== null) {
    app.get(SECURITY_PATH, (c) => {
      const origin = originOf(services, c);
      return c.text(securityText(origin, securityContact, services.now()));
    });
  }
  app.get(SITEMAP_PATH, (c) => sitemap(services, c));
  app.get('/.well-known/api-catalog', (c) =>
    c.body(JSON.stringify(apiCatalog(originOf(services, c))), 200, {
      'content-type': 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
      'cache-control': 'no-cache',
    }),
  );
}
