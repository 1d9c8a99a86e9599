/** The pages on other nodes, for administrators. */
import type { Hono } from 'hono';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { readAdministratorForm, requireAdministrator } from '../admin/administrator.ts';
import type { Session } from '../account/sign-in.ts';
import type { Fields } from '../form.ts';
import { statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import type { Services } from '../services.ts';
import { type HostContext, type HostEnv, viewerOf } from '../viewer.ts';
import { awaitingByCustodian } from './awaiting-elsewhere.ts';
import { followNode, pullNow, reachByWayOf, unfollowNode } from './follow.ts';
import { answerIntroduction, introductionsIn } from './introductions.ts';
import { type Left, leaveAtRelay } from './leave.ts';
import type { Following } from './nodes-api.ts';
import { RESOLVE_PATH, resolveFork } from './forks-shown.tsx';
import { comparePage, nodesPage } from './nodes-page.tsx';

const SEE_OTHER = 303;
const PATH = '/admin/nodes';

async function showNodes(
  services: Services,
  { room, engine }: Following,
  c: HostContext,
  given: {
    readonly session: Session;
    readonly typed: Fields;
    readonly refusal?: Refusal;
    readonly left?: Left;
  },
): Promise<Response> {
  const { session, typed, refusal, left } = given;
  const page = nodesPage({
    text: services.textIn(chooseLocale(c)),
    session,
    own: room.statement()?.statement ?? null,
    peers: await room.peers(),
    awaiting: await awaitingByCustodian(room),
    introduced: await introductionsIn(room),
    visiting: engine.progress(),
    forks: await room.outbound.forks(viewerOf(session)),
    typed,
    ...(refusal && { refusal }),
    ...(left && { left }),
  });
  return showPage(services, c, page, { status: refusal ? statusOf(refusal, 'act') : 200 });
}

type Acting = (fields: Fields, session: Session, c: HostContext) => Promise<Response | Refusal>;
type Form = (path: string, act: Acting) => void;

/** Forms by which the operator answers what other nodes have led to. */
function mountAnswers(form: Form, { room, engine }: Following): void {
  form(`${PATH}/introduced`, async ({ operator = '', fingerprint = '', answer }, session, c) => {
    const given = { operator, fingerprint, confirm: answer === 'confirm' };
    const done = await answerIntroduction(room, given, session.person.name);
    if (isRefusal(done)) return done;
    engine.ring();
    engine.ringSending();
    return c.redirect(PATH, SEE_OTHER);
  });
  form(`${PATH}/by-way-of`, async ({ operator = '', relay = '' }, _session, c) => {
    const set = await reachByWayOf(room, { operator, relay: relay === '' ? null : relay });
    if (isRefusal(set)) return set;
    engine.ringSending();
    return c.redirect(PATH, SEE_OTHER);
  });
  form(RESOLVE_PATH, async (fields, session, c) => {
    const forks = await room.outbound.forks(viewerOf(session));
    const refusal = await resolveFork(room, forks, fields);
    return refusal ?? c.redirect(PATH, SEE_OTHER);
  });
}

/** Mounts the pages on other nodes. */
export function mountNodes(app: Hono<HostEnv>, services: Services, following: Following): void {
  const { room, engine } = following;
  app.get(PATH, async (c) => {
    const session = requireAdministrator(c);
    if (isRefusal(session)) return showPage(services, c, session);
    return showNodes(services, following, c, { session, typed: c.req.query() });
  });
  /** A form that does something, and shows the page again, with what was refused. */
  const form: Form = (path, act) => {
    app.post(path, async (c) => {
      const read = await readAdministratorForm(c);
      if (isRefusal(read)) return showPage(services, c, read);
      const { session, fields: typed } = read;
      const done = await act(typed, session, c);
      if (!isRefusal(done)) return done;
      return showNodes(services, following, c, { session, typed, refusal: done });
    });
  };
  form(PATH, async ({ address = '' }, session, c) => {
    const looked = await followNode(room, { address }, session.person.name);
    if (isRefusal(looked)) return looked;
    const text = services.textIn(chooseLocale(c));
    return showPage(services, c, comparePage({ text, session, looked }));
  });
  form(`${PATH}/follow`, async ({ address = '', fingerprint = '', relay }, session, c) => {
    const asked = { address, fingerprint, relay: relay === 'true' };
    const followed = await followNode(room, asked, session.person.name);
    if (isRefusal(followed)) return followed;
    engine.ring();
    engine.ringSending();
    return c.redirect(PATH, SEE_OTHER);
  });
  form(`${PATH}/unfollow`, async ({ operator = '' }, _session, c) => {
    const refusal = await unfollowNode(room, { operator });
    return isRefusal(refusal) ? refusal : c.redirect(PATH, SEE_OTHER);
  });
  form(`${PATH}/leave`, async ({ recipient = '', relay = '' }, session, c) => {
    const left = await leaveAtRelay(room, { recipient, relay });
    if (isRefusal(left)) return left;
    return showNodes(services, following, c, { session, typed: {}, left });
  });
  mountAnswers(form, following);
  form(`${PATH}/pull`, async (_fields, _session, c) => {
    const refusal = await pullNow(room, {});
    if (isRefusal(refusal)) return refusal;
    engine.ring();
    engine.ringSending();
    return c.redirect(PATH, SEE_OTHER);
  });
}
