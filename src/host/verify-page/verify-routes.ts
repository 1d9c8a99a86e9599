/** `GET /verify`: the page on which anybody verifies the proof of an act, kept as one file. */
import type { Hono } from 'hono';
import { islandText } from '../islands.ts';
import { chooseLocale } from '../pages/locale.ts';
import { VERIFY_PATH } from '../protection.ts';
import type { Services } from '../services.ts';
import type { HostEnv } from '../viewer.ts';
import { type VerifyPage, verifyPage } from './verify-page.tsx';

/** Mounts the page; it is made once in each language, and is the same for every reader. */
export function mountVerify(app: Hono<HostEnv>, services: Services): void {
  const made = new Map<string, VerifyPage>();
  app.get(VERIFY_PATH, async (c) => {
    const locale = chooseLocale(c);
    const text = services.textIn(locale);
    const page = made.get(locale) ?? (await verifyPage(services, text, scriptText()));
    made.set(locale, page);
    return c.html(page.html, 200, { 'content-security-policy': page.policy });
  });
}

let script: string | null = null;

/** What must not stand in an inline script would end it. */
function scriptText(): string {
  script ??= islandText('verify').trim().replaceAll('</script', '<\\/script');
  return script;
}
