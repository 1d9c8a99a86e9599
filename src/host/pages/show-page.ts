/** From the content of a page to the response: framed, in the reader's language. */
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import type { PageContent } from '../../ui/page.ts';
import { statusOf } from '../http-status.ts';
import type { Text } from '../../ui/text/text.ts';
import { type Services, todayOf } from '../services.ts';
import { sectionOf } from '../destinations/destinations.ts';
import type { HostContext } from '../viewer.ts';
import { encoded } from '../response-cache.ts';
import { renderFrame } from './frame.tsx';
import { chooseLocale } from './locale.ts';
import { chooseTheme } from './theme.ts';
import { signInPage } from '../account/account-pages.tsx';
import { SIGN_IN_RULE } from '../host-rules.ts';
import { refusalContent } from './refusal-content.tsx';

export const HTML_TYPE = 'text/html; charset=utf-8';

/** Who only has to sign in is asked to, at the address that they came to. */
function refusedPage(
  { serves }: Services,
  c: HostContext,
  text: Text,
  refusal: Refusal,
): PageContent {
  const { pathname, search } = new URL(c.req.url);
  if (c.req.method !== 'GET') return refusalContent(text, refusal);
  if (refusal.rule.id === SIGN_IN_RULE.id) return signInPage({ text, to: `${pathname}${search}` });
  const section = sectionOf(pathname, text, serves);
  return refusalContent(text, refusal, [], { path: pathname, section });
}

/** Shows content that is made for this request alone: forms, refusals. Nobody keeps it. */
export async function showPage(
  services: Services,
  c: HostContext,
  given: PageContent | Refusal,
  options: { readonly section?: string; readonly status?: number } = {},
): Promise<Response> {
  const text = services.textIn(chooseLocale(c));
  const { searchParams, pathname } = new URL(c.req.url);
  const content = isRefusal(given) ? refusedPage(services, c, text, given) : given;
  const html = await renderFrame(services, {
    content,
    section: options.section ?? '',
    text,
    path: pathname,
    search: searchParams,
    today: todayOf(services),
    session: c.get('session'),
    theme: chooseTheme(c),
  });
  c.header('cache-control', 'private, no-store');
  c.header('content-type', HTML_TYPE);
  const status = isRefusal(given) ? statusOf(given) : (options.status ?? 200);
  c.header('vary', 'Accept-Encoding, Accept-Language, Cookie, Authorization');
  const { encoding, body } = await encoded(html, c.req.header('accept-encoding') ?? null);
  if (encoding !== 'identity') c.header('content-encoding', encoding);
  // Statuses given here are of responses with a body.
  return c.body(body, status as 200);
}
