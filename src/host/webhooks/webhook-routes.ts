/** Webhooks of offices: the administrators' page of them. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { ActorId } from '../../kernel/actor-id.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import type { Session } from '../account/sign-in.ts';
import { readAdministratorForm, requireAdministrator } from '../admin/administrator.ts';
import { faultText } from '../faults.ts';
import type { Fields } from '../form.ts';
import { BODY_RULE } from '../host-rules.ts';
import { statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import type { Services } from '../services.ts';
import { type HostContext, type HostEnv, viewerOf } from '../viewer.ts';
import type { EscalationRoom } from './escalation-room.ts';
import { URL_CHARACTERS_MAX, WEBHOOKS_PATH, webhooksPage } from './webhook-pages.tsx';

const SEE_OTHER = 303;

const Given = z.object({
  office: z.string().trim().pipe(ActorId),
  url: z
    .string()
    .trim()
    .pipe(z.url({ protocol: /^https?$/ }).max(URL_CHARACTERS_MAX)),
});

const Id = z.uuid();

interface Told {
  readonly typed?: Fields;
  readonly refusal?: Refusal;
  readonly secret?: string;
}

/** Mounts the page of webhooks. */
export function mountWebhooks(app: Hono<HostEnv>, services: Services, room: EscalationRoom): void {
  const show = async (c: HostContext, session: Session, told: Told = {}) => {
    const page = webhooksPage({
      text: services.textIn(chooseLocale(c)),
      session,
      hooks: await room.hooks(),
      tellings: await room.tellings(viewerOf(session)),
      ...told,
    });
    const status = told.refusal ? statusOf(told.refusal) : 200;
    return showPage(services, c, page, { status });
  };
  app.get(WEBHOOKS_PATH, async (c) => {
    const session = requireAdministrator(c);
    return isRefusal(session) ? showPage(services, c, session) : show(c, session);
  });
  app.post(WEBHOOKS_PATH, async (c) => {
    const form = await readAdministratorForm(c);
    if (isRefusal(form)) return showPage(services, c, form);
    const { session, fields } = form;
    const given = Given.safeParse(fields);
    if (!given.success) {
      const why = faultText(given.error);
      const refusal = refuse(BODY_RULE, said('The webhook is not well formed: {$why}.', { why }));
      return show(c, session, { typed: fields, refusal });
    }
    const secret = await room.add({ ...given.data, by: session.person.id });
    if (secret !== null) return show(c, session, { secret });
    const refusal = refuse(
      BODY_RULE,
      said('{$office} has this webhook already.', { office: given.data.office }),
    );
    return show(c, session, { typed: fields, refusal });
  });
  app.post(`${WEBHOOKS_PATH}/:id/end`, async (c) => {
    const form = await readAdministratorForm(c);
    if (isRefusal(form)) return showPage(services, c, form);
    const id = Id.safeParse(c.req.param('id'));
    if (id.success) await room.end(id.data);
    return c.redirect(WEBHOOKS_PATH, SEE_OTHER);
  });
}
