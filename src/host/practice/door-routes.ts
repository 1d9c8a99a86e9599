/** The page of the node itself from which a practice is begun, entered and thrown away. */
import type { Hono } from 'hono';
import { isRefusal } from '../../kernel/refusal.ts';
import { statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import { limitStrangers } from '../protection.ts';
import type { Services } from '../services.ts';
import type { HostContext, HostEnv } from '../viewer.ts';
import { doorPage } from './door-page.tsx';
import type { Door } from './door.ts';

const SEE_OTHER = 303;
const MINUTE_MILLISECONDS = 60_000;
/** Nobody begins more practices than this by mistake. */
const BEGUN_MAX = 10;

async function showDoor(services: Services, c: HostContext, door: Door) {
  const text = services.textIn(chooseLocale(c));
  const owner = door.ownerOf(c);
  const mine = await door.mine(c);
  const entrance = mine === null ? null : await door.entranceOf(mine);
  const refusal = isRefusal(owner) ? owner : isRefusal(entrance) ? entrance : null;
  const isThrown = mine === null && c.req.query('thrown') !== undefined;
  const href = isRefusal(entrance) ? null : entrance;
  return showPage(services, c, doorPage({ text, refusal, entrance: href, isThrown }));
}

/**
 * A form may lead to this node alone, and the practice is at another address: so that the browser
 * goes on from the page that says so, by its head or by a link.
 */
async function begin(services: Services, c: HostContext, door: Door) {
  const text = services.textIn(chooseLocale(c));
  const entrance = await door.begin(c);
  if (isRefusal(entrance)) {
    const page = doorPage({ text, refusal: entrance, entrance: null, isThrown: false });
    return showPage(services, c, page, { status: statusOf(entrance) });
  }
  c.header('refresh', `0; url=${entrance}`);
  return showPage(services, c, doorPage({ text, refusal: null, entrance, isThrown: false }));
}

async function throwAway(c: HostContext, door: Door) {
  const mine = await door.mine(c);
  if (mine !== null) await door.practices.throwAway(mine);
  return c.redirect('/practice?thrown', SEE_OTHER);
}

/** Mounts it. */
export function mountDoor(app: Hono<HostEnv>, services: Services, door: Door): void {
  const limit = limitStrangers(services.config.behindProxy, {
    requestsMax: BEGUN_MAX,
    windowMilliseconds: MINUTE_MILLISECONDS,
  });
  app.get('/practice', (c) => showDoor(services, c, door));
  app.post('/practice/begin', limit, (c) => begin(services, c, door));
  app.post('/practice/throw-away', (c) => throwAway(c, door));
}
