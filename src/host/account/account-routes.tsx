/** Signing in and out, the first administrator, and access tokens: forms without script. */
import type { Hono } from 'hono';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { type Fields, readFields, readSessionForm } from '../form.ts';
import { BODY_RULE, FIRST_RULE, INVITATION_RULE } from '../host-rules.ts';
import { statusOf } from '../http-status.ts';
import { NAME_LENGTH_MAX, TOKENS_MAX } from '../limits.ts';
import { ownPath } from '../pages/paths.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import type { Services } from '../services.ts';
import { type HostContext, type HostEnv, requireSession } from '../viewer.ts';
import { accountPage, firstPage, signInPage, tokensPage } from './account-pages.tsx';
import { invitedPage } from './invited-page.tsx';
import type { Cookies, Session } from './sign-in.ts';

const SEE_OTHER = 303;

function goWith(cookies: Cookies, to: string): Response {
  const response = new Response(null, { status: SEE_OTHER, headers: { location: to } });
  for (const cookie of cookies.cookies) response.headers.append('set-cookie', cookie);
  response.headers.set('cache-control', 'no-store');
  return response;
}

function credentialsOf(fields: Fields) {
  return { email: (fields['email'] ?? '').trim(), password: fields['password'] ?? '' };
}

function mountSignIn(app: Hono<HostEnv>, services: Services): void {
  const show = (c: HostContext, to: string, refusal?: Refusal, fields?: Fields) => {
    const text = services.textIn(chooseLocale(c));
    const shown = { text, to, ...(refusal && { refusal }), ...(fields && { fields }) };
    return showPage(services, c, signInPage(shown), { status: refusal ? statusOf(refusal) : 200 });
  };
  app.get('/sign-in', (c) => show(c, ownPath(c.req.query('to') ?? '/')));
  app.post('/sign-in', async (c) => {
    const fields = await readFields(c);
    const to = ownPath(fields['to'] ?? '/');
    const entered = await services.signIn.enter(credentialsOf(fields), c.req.raw.headers);
    return isRefusal(entered) ? show(c, to, entered, fields) : goWith(entered, to);
  });
  app.post('/sign-out', async (c) => {
    const form = await readSessionForm(c);
    if (isRefusal(form)) return showPage(services, c, form);
    return goWith(await services.signIn.leave(c.req.raw.headers), '/');
  });
}

function mountFirst(app: Hono<HostEnv>, services: Services): void {
  const { signIn, store } = services;
  const gone = refuse(FIRST_RULE, said('The link was used, is out of date, or never was one.'), {
    remedy: said(
      'Sign in; or, if there is no administrator yet, start the node again for a new link.',
    ),
  });
  const show = async (c: HostContext, refusal?: Refusal, fields?: Fields) => {
    const token = c.req.param('token') ?? '';
    if (!(await signIn.firstIsOpen(token))) return showPage(services, c, gone);
    const text = services.textIn(chooseLocale(c));
    const shown = { text, token, ...(refusal && { refusal }), ...(fields && { fields }) };
    const status = refusal ? statusOf(refusal) : 200;
    return showPage(services, c, firstPage({ ...shown, operator: store.operator }), { status });
  };
  app.get('/first/:token', (c) => show(c));
  app.post('/first/:token', async (c) => {
    const fields = await readFields(c);
    const given = { ...credentialsOf(fields), name: (fields['name'] ?? '').trim() };
    const made = await signIn.useFirst(c.req.param('token'), given, c.req.raw.headers);
    return isRefusal(made) ? show(c, made, fields) : goWith(made, '/account');
  });
}

function mountInvited(app: Hono<HostEnv>, services: Services): void {
  const { people } = services.signIn;
  const gone = refuse(INVITATION_RULE, said('The invitation was used, or is out of date.'), {
    remedy: said('Sign in; or ask an administrator for another.'),
  });
  const show = async (c: HostContext, refusal?: Refusal) => {
    const token = c.req.param('token') ?? '';
    const invitation = await people.invited(token);
    if (!invitation) return showPage(services, c, refusal ?? gone);
    const text = services.textIn(chooseLocale(c));
    const page = invitedPage({ text, token, invitation, ...(refusal && { refusal }) });
    return showPage(services, c, page, { status: refusal ? statusOf(refusal) : 200 });
  };
  app.get('/invited/:token', (c) => show(c));
  app.post('/invited/:token', async (c) => {
    const { password = '' } = await readFields(c);
    const entered = await people.accept(c.req.param('token'), password, c.req.raw.headers);
    return isRefusal(entered) ? show(c, entered) : goWith(entered, '/account');
  });
}

async function createToken(services: Services, session: Session, name: string) {
  if (name === '' || name.length > NAME_LENGTH_MAX) {
    return refuse(
      BODY_RULE,
      said('A token has a name of 1 to {$nameLengthMax} characters.', {
        nameLengthMax: NAME_LENGTH_MAX,
      }),
    );
  }
  const held = await services.signIn.tokens(session.person);
  if (held.length >= TOKENS_MAX) {
    return refuse(
      BODY_RULE,
      said('There are {$tokensMax} tokens already.', { tokensMax: TOKENS_MAX }),
      {
        remedy: said('Revoke one that is no longer used.'),
      },
    );
  }
  return services.signIn.createToken(session.person, name);
}

function mountTokens(app: Hono<HostEnv>, services: Services): void {
  const show = async (c: HostContext, session: Session, made?: string | Refusal) => {
    const tokens = await services.signIn.tokens(session.person);
    const shown = { text: services.textIn(chooseLocale(c)), session, tokens };
    if (isRefusal(made)) {
      const page = tokensPage({ ...shown, refusal: made });
      return showPage(services, c, page, { status: statusOf(made) });
    }
    return showPage(
      services,
      c,
      tokensPage(made === undefined ? shown : { ...shown, created: made }),
    );
  };
  app.get('/account/tokens', async (c) => {
    const session = requireSession(c);
    return isRefusal(session) ? showPage(services, c, session) : show(c, session);
  });
  app.post('/account/tokens', async (c) => {
    const form = await readSessionForm(c);
    if (isRefusal(form)) return showPage(services, c, form);
    const name = (form.fields['name'] ?? '').trim();
    return show(c, form.session, await createToken(services, form.session, name));
  });
  app.post('/account/tokens/:id/revoke', async (c) => {
    const form = await readSessionForm(c);
    if (isRefusal(form)) return showPage(services, c, form);
    await services.signIn.revokeToken(form.session.person, c.req.param('id'));
    return c.redirect('/account/tokens', SEE_OTHER);
  });
}

/** Mounts the account's pages. */
export function mountAccount(app: Hono<HostEnv>, services: Services): void {
  mountSignIn(app, services);
  mountFirst(app, services);
  mountInvited(app, services);
  app.get('/account', (c) => {
    const session = requireSession(c);
    if (isRefusal(session)) return showPage(services, c, session);
    return showPage(
      services,
      c,
      accountPage(services.textIn(chooseLocale(c)), session, {
        federates: services.config.federates,
        hasHooks: services.serves('/account/webhooks'),
      }),
    );
  });
  mountTokens(app, services);
}
