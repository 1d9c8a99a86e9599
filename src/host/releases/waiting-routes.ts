/** `/desk/releases`: requests to erase that wait for an answer, for those who are signed in. */
import type { Hono } from 'hono';
import { isRefusal } from '../../kernel/refusal.ts';
import { unanswered } from '../../store/releases/questions.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import { type Services, askingOf } from '../services.ts';
import { type HostEnv, requireSession, viewerOf } from '../viewer.ts';
import { waitingPage } from './waiting-page.tsx';

const SECTION = { section: 'desk' };

/** Mounts the page. */
export function mountWaiting(app: Hono<HostEnv>, services: Services): void {
  app.get('/desk/releases', async (c) => {
    const session = requireSession(c);
    if (isRefusal(session)) return showPage(services, c, session, SECTION);
    const found = await services.store.ask(unanswered, {}, askingOf(services, session));
    if (isRefusal(found)) return showPage(services, c, found, SECTION);
    const text = services.textIn(chooseLocale(c));
    const { actors } = viewerOf(session);
    const page = waitingPage({ text, rows: found.rows, actors, now: services.now() });
    return showPage(services, c, page, SECTION);
  });
}
