/** Webhooks of one's own: a page of forms, and the same for programs. */
import type { Hono } from 'hono';
import { own } from '../../kernel/own.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import type { Session } from '../account/sign-in.ts';
import { readActing } from '../api/acts.ts';
import { jsonResponse } from '../api/json-response.ts';
import { type Fields, readSessionForm } from '../form.ts';
import { statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import type { Services } from '../services.ts';
import { type HostContext, type HostEnv, requireSession, viewerOf } from '../viewer.ts';
import { actOnHook, hooksTold, makeHook } from './hook-acts.ts';
import { FILTERS } from './hook-filter.ts';
import { HOOKS_PATH, hooksPage } from './hooks-page.tsx';
import type { HookRoom } from './hook-room.ts';

const SEE_OTHER = 303;
const CREATED = 201;
export const HOOKS_API = '/api/webhooks';

interface Told {
  readonly typed?: Fields;
  readonly refusal?: Refusal;
  readonly secret?: string;
}

/** What a form gives; a field that was left empty asks for nothing. */
function givenIn(fields: Fields): Record<string, string> {
  const given = ['url', ...FILTERS].map((name) => [name, (own(fields, name) ?? '').trim()] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

function mountHooksPage(app: Hono<HostEnv>, services: Services, room: HookRoom): void {
  const show = async (c: HostContext, session: Session, told: Told = {}) => {
    const page = hooksPage({
      text: services.textIn(chooseLocale(c)),
      session,
      areas: services.areas.filter(({ acts }) => acts.length > 0),
      hooks: await room.hooks(session.person.id),
      deliveries: await room.deliveries(session.person.id, viewerOf(session)),
      ...told,
    });
    return showPage(services, c, page, { status: told.refusal ? statusOf(told.refusal) : 200 });
  };
  app.get(HOOKS_PATH, async (c) => {
    const session = requireSession(c);
    return isRefusal(session) ? showPage(services, c, session) : show(c, session);
  });
  app.post(HOOKS_PATH, async (c) => {
    const form = await readSessionForm(c);
    if (isRefusal(form)) return showPage(services, c, form);
    const { session, fields } = form;
    const made = await makeHook(room, session.person.id, givenIn(fields));
    if (isRefusal(made)) return show(c, session, { typed: fields, refusal: made });
    return show(c, session, { secret: made.secret });
  });
  app.post(`${HOOKS_PATH}/:id/:verb`, async (c) => {
    const form = await readSessionForm(c);
    if (isRefusal(form)) return showPage(services, c, form);
    const done = await actOnHook(room, form.session.person.id, c.req.param());
    if (isRefusal(done)) return showPage(services, c, done);
    if (done.secret !== undefined) return show(c, form.session, { secret: done.secret });
    return c.redirect(HOOKS_PATH, SEE_OTHER);
  });
}

function mountHooksApi(app: Hono<HostEnv>, services: Services, room: HookRoom): void {
  app.get(HOOKS_API, async (c) => {
    const session = requireSession(c);
    if (isRefusal(session)) return jsonResponse(session);
    return jsonResponse({ rows: await hooksTold(room, session.person.id) });
  });
  app.post(HOOKS_API, async (c) => {
    const acting = await readActing(services, c);
    if (isRefusal(acting)) return jsonResponse(acting);
    const made = await makeHook(room, acting.session.person.id, acting.json);
    return isRefusal(made) ? jsonResponse(made) : jsonResponse(made, CREATED);
  });
  app.post(`${HOOKS_API}/:id/:verb`, async (c) => {
    const acting = await readActing(services, c);
    if (isRefusal(acting)) return jsonResponse(acting);
    return jsonResponse(await actOnHook(room, acting.session.person.id, c.req.param()));
  });
}

/** Mounts webhooks of one's own. */
export function mountHooks(app: Hono<HostEnv>, services: Services, room: HookRoom): void {
  mountHooksPage(app, services, room);
  mountHooksApi(app, services, room);
}
