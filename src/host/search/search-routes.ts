/** Suggestions while one types, and what tells a browser how to search here. */
import type { Hono } from 'hono';
import { isRefusal } from '../../kernel/refusal.ts';
import { jsonAnswer, refusedAnswer } from '../api/json-response.ts';
import { chooseLocale } from '../pages/locale.ts';
import type { Answer } from '../response-cache.ts';
import { type Services, askingOf, todayOf } from '../services.ts';
import { type HostContext, type HostEnv, viewerOf } from '../viewer.ts';
import { type FindQuestion, type Row, TEXT_LENGTH_MAX } from './find.ts';

const SUGGESTED_MAX = 8;
/** So briefly that what was just recorded is suggested as soon as one looks again. */
const KEPT_SECONDS = 10;

function suggestion({ excerpt, href, kind, title, within }: Row, kindOf: (kind: string) => string) {
  const words = excerpt.map((piece) => piece.words).join('') || within;
  return { href, title, kind: kindOf(kind), ...(words ? { excerpt: words } : {}) };
}

async function suggest(services: Services, find: FindQuestion, c: HostContext): Promise<Answer> {
  const locale = chooseLocale(c);
  const text = (c.req.query('q') ?? '').trim().slice(0, TEXT_LENGTH_MAX);
  const asking = askingOf(services, c.get('session'));
  const input = { text, locale, limit: SUGGESTED_MAX, answers: false };
  const found = await services.store.ask(find, input, asking);
  if (isRefusal(found)) return refusedAnswer(found);
  const words = services.textIn(locale);
  const results = found.rows.map((row) => suggestion(row, (kind) => words(`search.kind.${kind}`)));
  const headers = { 'cache-control': `private, max-age=${KEPT_SECONDS}` };
  return { ...jsonAnswer({ results }), headers };
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** OpenSearch 1.1, draft 6: how a browser asks this node. */
function openSearch(name: string, origin: string, hint: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escaped(name.slice(0, 16))}</ShortName>
  <Description>${escaped(hint)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${origin}/search?q={searchTerms}"/>
  <Url type="application/json" rel="results" template="${origin}/search/suggest?q={searchTerms}"/>
</OpenSearchDescription>
`;
}

/** Mounts what is asked beside the page of the search. */
export function mountSearch(app: Hono<HostEnv>, services: Services, find: FindQuestion): void {
  app.get('/search/suggest', async (c) => {
    const viewer = viewerOf(c.get('session')).actors.join(' ');
    const mark = await services.position.mark();
    const query = c.req.query('q') ?? '';
    const key = ['suggest', query, chooseLocale(c), viewer, todayOf(services), mark].join('\n');
    return services.cache.respond(key, c.req.raw.headers, () => suggest(services, find, c));
  });
  app.get('/search.xml', (c) => {
    const text = services.textIn(chooseLocale(c));
    const origin = services.config.origin ?? new URL(c.req.url).origin;
    c.header('content-type', 'application/opensearchdescription+xml; charset=utf-8');
    return c.body(openSearch(services.config.name, origin, text('search.hint')));
  });
}
