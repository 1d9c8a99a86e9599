/** Pages of acts: one that is recorded, and the making of a new one. */
import type { Hono } from 'hono';
import { isRefusal } from '../../kernel/refusal.ts';
import { findAct } from '../api/acts.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import type { Services } from '../services.ts';
import type { HostEnv } from '../viewer.ts';
import { recordedActPage } from './recorded-act-page.tsx';

/** Mounts the pages of acts. */
export function mountActPages(app: Hono<HostEnv>, services: Services): void {
  app.get('/acts/:id', async (c) => {
    const act = await findAct(services, c, c.req.param('id'));
    if (isRefusal(act)) return showPage(services, c, act, { section: 'record' });
    const page = recordedActPage(services.textIn(chooseLocale(c)), act);
    return showPage(services, c, page, { section: 'record' });
  });
}
