/**
 * Light, dark or as the system has it: kept in a cookie, said on the page's root, and part of what
 * a kept page is kept by. A cookie alone could not reach a style sheet without script but by a
 * sheet of its own that is asked for with every page, which would hold up the first picture for a
 * round trip: 400 ms on a slow line. A key costs a second copy of those pages that are read so,
 * and pages of readers who chose nothing stay the same bytes for all.
 */
import type { Hono } from 'hono';
import { generateCookie, getCookie } from 'hono/cookie';
import { THEME_PATH, ownPath } from './paths.ts';
import { readFields } from '../form.ts';
import { type Theme, isTheme } from '../../ui/layout/theme.ts';
import type { HostContext, HostEnv } from '../viewer.ts';

const COOKIE = 'theme';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** What the reader chose; null: as the system has it. */
export function chooseTheme(c: HostContext): Theme | null {
  const kept = getCookie(c, COOKIE) ?? '';
  return isTheme(kept) ? kept : null;
}

/** Remembers a choice and leads back to the page that it was made on. */
export function mountTheme(app: Hono<HostEnv>, origin: string | null): void {
  const secure = origin?.startsWith('https:') ?? false;
  app.post(THEME_PATH, async (c) => {
    const fields = await readFields(c);
    const chosen = fields['theme'] ?? '';
    const options = { path: '/', sameSite: 'Lax', httpOnly: true, secure } as const;
    const maxAge = isTheme(chosen) ? YEAR_SECONDS : 0;
    const kept = generateCookie(COOKIE, maxAge === 0 ? '' : chosen, { ...options, maxAge });
    c.header('set-cookie', kept);
    c.header('cache-control', 'no-store');
    return c.redirect(ownPath(fields['to'] ?? '/'), 303);
  });
}
