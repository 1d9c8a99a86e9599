/** The page and the API by which a node that waits comes to sign again; for administrators. */
import { asWritten } from '../../kernel/said.ts';
import type { Hono } from 'hono';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { readActing } from '../api/acts.ts';
import { jsonResponse } from '../api/json-response.ts';
import type { FederationRoom } from '../federation/federation-room.ts';
import { faultText } from '../faults.ts';
import { BODY_RULE } from '../host-rules.ts';
import { statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import type { Session } from '../account/sign-in.ts';
import type { Services } from '../services.ts';
import type { HostContext, HostEnv } from '../viewer.ts';
import {
  judgeAdministrator,
  readAdministratorForm,
  requireAdministrator,
} from './administrator.ts';
import { STANDING_PATH, standingPage } from './standing-page.tsx';
import { type Standing, StandingAsked, askPeers, goOn } from './standing.ts';

function show(services: Services, c: HostContext, session: Session, standing: Standing) {
  const text = services.textIn(chooseLocale(c));
  const { operator } = services.store;
  const page = standingPage({ ...standing, text, session, operator });
  const status = standing.refusal ? statusOf(standing.refusal, 'act') : 200;
  return showPage(services, c, page, { status });
}

async function now({ store }: Services): Promise<Standing> {
  return { waiting: await store.standing.waiting(), answers: [], refusal: null };
}

/** Mounts them; `room` is where peers are known, null where this node is none to others. */
export function mountStanding(
  app: Hono<HostEnv>,
  services: Services,
  room: FederationRoom | null,
): void {
  const { store } = services;
  const asked = (confirmed: string | null): Promise<Standing> =>
    confirmed === null ? askPeers(store, room) : goOn(store, confirmed);
  app.get(STANDING_PATH, async (c) => {
    const session = requireAdministrator(c);
    if (isRefusal(session)) return showPage(services, c, session);
    return show(services, c, session, await now(services));
  });
  app.post(STANDING_PATH, async (c) => {
    const form = await readAdministratorForm(c);
    if (isRefusal(form)) return showPage(services, c, form);
    return show(services, c, form.session, await asked(form.fields['confirmed'] ?? null));
  });
  app.get('/api/admin/standing', async (c) => {
    const session = requireAdministrator(c);
    return jsonResponse(isRefusal(session) ? session : await now(services));
  });
  app.post('/api/admin/standing', async (c) => {
    const acting = await readActing(services, c);
    if (isRefusal(acting)) return jsonResponse(acting);
    const fault = judgeAdministrator(acting.session);
    if (fault) return jsonResponse(fault);
    const parsed = StandingAsked.safeParse(acting.json);
    if (!parsed.success) return jsonResponse(refuse(BODY_RULE, asWritten(faultText(parsed.error))));
    const standing = await asked(parsed.data.confirmed);
    return jsonResponse(standing.refusal ?? standing);
  });
}
