/** The language of a page: as the address says, else the reader's cookie, else the browser. */
import { generateCookie, getCookie } from 'hono/cookie';
import { type Locale, isLocale } from '../../ui/text/locale.ts';
import type { HostContext } from '../viewer.ts';

const COOKIE = 'lang';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The best of the six languages for an Accept-Language header; English where none is named. */
export function acceptedLocale(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', ...settings] = part.trim().toLowerCase().split(';');
      const quality = settings.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean) ?? '1';
      return { language: tag.split('-')[0] ?? '', quality: Number(quality) };
    })
    .filter(({ language, quality }) => isLocale(language) && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ language }) => language);
  return wanted.find(isLocale) ?? 'en';
}

/** Chooses the language of the pages that answer a request. */
export function chooseLocale(c: HostContext): Locale {
  const asked = c.req.query('lang') ?? '';
  if (isLocale(asked)) return asked;
  const kept = getCookie(c, COOKIE) ?? '';
  return isLocale(kept) ? kept : acceptedLocale(c.req.header('accept-language'));
}

/** Remembers a language that the address names, for the pages that follow. */
export function rememberLocale(c: HostContext, secure: boolean): void {
  const asked = c.req.query('lang') ?? '';
  if (!isLocale(asked) || getCookie(c, COOKIE) === asked) return;
  const options = { path: '/', maxAge: YEAR_SECONDS, sameSite: 'Lax', httpOnly: true } as const;
  // Not by `setCookie`: on a finished response it copies the body into a stream, at five times
  // what it costs to send a kept page.
  c.res.headers.append('set-cookie', generateCookie(COOKIE, asked, { ...options, secure }));
}
