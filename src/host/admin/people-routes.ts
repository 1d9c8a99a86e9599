/** People of a node: the administrators' pages of them. */
import type { Hono } from 'hono';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import type { Issued, PersonListed } from '../account/people.ts';
import type { Session } from '../account/sign-in.ts';
import type { Fields } from '../form.ts';
import { UNKNOWN_RULE } from '../host-rules.ts';
import { statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import type { Services } from '../services.ts';
import type { HostContext, HostEnv } from '../viewer.ts';
import { readAdministratorForm, requireAdministrator } from './administrator.ts';
import { wordsIn } from './form-parts.tsx';
import { peoplePage, personPage } from './people-page.tsx';

const SEE_OTHER = 303;

const unknown = refuse(UNKNOWN_RULE, said('There is no such person.'), {
  remedy: said('See the list at /admin/people.'),
});

interface Given {
  readonly typed?: Fields;
  readonly refusal?: Refusal;
  readonly issued?: Issued;
}

/** The address of a one-time link, as the person will open it. */
export function invitationHref(services: Services, c: HostContext, token: string): string {
  const origin = services.config.origin ?? new URL(c.req.url).origin;
  return `${origin}/invited/${token}`;
}

async function shownFor(services: Services, c: HostContext, session: Session, given: Given) {
  const { typed = {}, refusal, issued } = given;
  const link = issued && {
    href: invitationHref(services, c, issued.token),
    until: issued.invitation.expiresAt,
  };
  return {
    text: services.textIn(chooseLocale(c)),
    session,
    signers: await services.authority.signersHere(),
    typed,
    ...(refusal && { refusal }),
    ...(link && { link }),
  };
}

async function showPeople(services: Services, c: HostContext, session: Session, given: Given) {
  const { people } = services.signIn;
  const page = peoplePage({
    ...(await shownFor(services, c, session, given)),
    people: await people.list(),
    invitations: await people.invitations(),
  });
  const status = given.refusal ? statusOf(given.refusal) : 200;
  return showPage(services, c, page, { status });
}

const asTyped = (person: PersonListed): Fields => ({
  actors: person.actors.join('\n'),
  administrator: String(person.administrator),
  disabled: String(person.disabled),
});

async function showPerson(services: Services, c: HostContext, session: Session, given: Given) {
  const id = c.req.param('id');
  const person = (await services.signIn.people.list()).find((one) => one.id === id);
  if (!person) return showPage(services, c, unknown);
  const typed = given.typed ?? asTyped(person);
  const shown = await shownFor(services, c, session, { ...given, typed });
  const status = given.refusal ? statusOf(given.refusal) : 200;
  return showPage(services, c, personPage({ ...shown, person }), { status });
}

/** A form of an administrator, and what follows from it. */
function takeForm(
  services: Services,
  follow: (c: HostContext, session: Session, fields: Fields) => Promise<Response>,
) {
  return async (c: HostContext): Promise<Response> => {
    const form = await readAdministratorForm(c);
    if (isRefusal(form)) return showPage(services, c, form);
    return follow(c, form.session, form.fields);
  };
}

function mountPerson(app: Hono<HostEnv>, services: Services): void {
  const { people } = services.signIn;
  const path = '/admin/people/:id';
  const idOf = (c: HostContext): string => c.req.param('id') ?? '';
  app.get(path, async (c) => {
    const session = requireAdministrator(c);
    if (isRefusal(session)) return showPage(services, c, session);
    return showPerson(services, c, session, {});
  });
  const change = takeForm(services, async (c, session, typed) => {
    const refusal = await people.change(idOf(c), {
      actors: wordsIn(typed['actors']),
      administrator: typed['administrator'] === 'true',
      disabled: typed['disabled'] === 'true',
    });
    if (refusal) return showPerson(services, c, session, { typed, refusal });
    return c.redirect('/admin/people', SEE_OTHER);
  });
  const end = takeForm(services, async (c) => {
    await people.endSessions(idOf(c));
    return c.redirect('/admin/people', SEE_OTHER);
  });
  const renew = takeForm(services, async (c, session) => {
    const issued = await people.renew(idOf(c), session.person);
    const given = isRefusal(issued) ? { refusal: issued } : { issued };
    return showPerson(services, c, session, given);
  });
  app.post(path, change);
  app.post(`${path}/end-sessions`, end);
  app.post(`${path}/renew`, renew);
}

/** Mounts the pages of people. */
export function mountPeople(app: Hono<HostEnv>, services: Services): void {
  const { people } = services.signIn;
  app.get('/admin/people', async (c) => {
    const session = requireAdministrator(c);
    if (isRefusal(session)) return showPage(services, c, session);
    return showPeople(services, c, session, { typed: c.req.query() });
  });
  const invite = takeForm(services, async (c, session, typed) => {
    const invited = {
      name: typed['name'] ?? '',
      email: (typed['email'] ?? '').trim(),
      actors: wordsIn(typed['actors']),
      administrator: typed['administrator'] === 'true',
    };
    const issued = await people.invite(invited, session.person);
    const given = isRefusal(issued) ? { typed, refusal: issued } : { issued };
    return showPeople(services, c, session, given);
  });
  const withdraw = takeForm(services, async (c) => {
    await people.withdraw(c.req.param('id') ?? '');
    return c.redirect('/admin/people', SEE_OTHER);
  });
  app.post('/admin/people', invite);
  app.post('/admin/invitations/:id/withdraw', withdraw);
  mountPerson(app, services);
}
