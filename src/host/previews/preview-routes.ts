/** `GET /preview.png?of=…`: what other sites show of a page, made as everybody sees the page. */
import type { Hono } from 'hono';
import { LRUCache } from 'lru-cache';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { formatDate } from '../../ui/text/format.ts';
import type { Locale } from '../../ui/text/locale.ts';
import { UNKNOWN_RULE } from '../host-rules.ts';
import { chooseLocale } from '../pages/locale.ts';
import type { ShowRefusal } from '../protection.ts';
import { type Services, todayOf } from '../services.ts';
import type { HostEnv } from '../viewer.ts';
import { FIGURE_WIDTH, cardSvg } from './card.ts';
import { pageFacts } from './page-facts.ts';
import { PREVIEW_PATH, asksPage } from './preview-address.ts';
import { drawsChinese, pngOf } from './raster.ts';

/** A card has 20 to 90 kB. */
const KEPT_BYTES_MAX = 8 * 1024 * 1024;
/** Drawing holds the process up, so they are drawn one by one; who comes later is told to wait. */
const WAITING_MAX = 12;
const KEPT_SECONDS = 600;

interface Wanted {
  readonly of: string;
  readonly locale: Locale;
  readonly services: Services;
  readonly app: Hono<HostEnv>;
}

/** The page as everybody gets it: without a cookie, a token or an address. Null: there is none. */
async function pageHtml({ app, of, locale }: Wanted): Promise<string | null> {
  const address = new URL(of, 'http://node.invalid');
  address.searchParams.set('lang', locale);
  address.searchParams.delete('picture');
  const response = await app.request(`${address.pathname}${address.search}`);
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  return response.status === 200 && isPage ? response.text() : null;
}

async function cardOf(wanted: Wanted): Promise<Uint8Array | null> {
  const { locale, of, services } = wanted;
  const html = await pageHtml(wanted);
  if (html === null) return null;
  const asOf = new URL(of, 'http://node.invalid').searchParams.get('asOf');
  const on = formatDate(locale, asOf ?? todayOf(services));
  const facts = pageFacts(html, FIGURE_WIDTH);
  return pngOf(cardSvg({ ...facts, node: services.config.name, on }), locale === 'zh');
}

/** Makes one card after the other; null where too many wait. */
function oneByOne(): <T>(make: () => Promise<T>) => Promise<T> | null {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return (make) => {
    if (waiting >= WAITING_MAX) return null;
    waiting += 1;
    const made = last.then(make).finally(() => {
      waiting -= 1;
    });
    last = made.catch(() => undefined);
    return made;
  };
}

const unknown = (): Refusal =>
  refuse(UNKNOWN_RULE, said('There is no page that everybody can see at this address.'));

/** Mounts the address of previews; how often one may ask is bounded where all bounds are. */
export function mountPreviews(app: Hono<HostEnv>, services: Services, show: ShowRefusal): void {
  const kept = new LRUCache<string, Uint8Array>({
    maxSize: KEPT_BYTES_MAX,
    sizeCalculation: (value, key) => value.byteLength + 2 * key.length,
  });
  const inTurn = oneByOne();
  app.get(PREVIEW_PATH, async (c) => {
    const of = c.req.query('of') ?? '/';
    if (!asksPage(of, services.pages)) return show(c, unknown());
    const asked = chooseLocale(c);
    const locale = asked === 'zh' && !drawsChinese() ? 'en' : asked;
    const mark = await services.position.mark();
    const key = [of, locale, todayOf(services), mark].join('\n');
    const found = kept.get(key);
    const made = found ?? inTurn(() => cardOf({ of, locale, services, app }));
    if (made === null) return c.body(null, 503, { 'retry-after': '10' });
    const card = await made;
    if (card === null) return show(c, unknown());
    kept.set(key, card);
    return c.body(new Uint8Array(card), 200, {
      'content-type': 'image/png',
      'cache-control': `public, max-age=${KEPT_SECONDS}`,
    });
  });
}
