/** The depositary's addressees: kept by those who act for whoever keeps registers here. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { ActorId } from '../../kernel/actor-id.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { locales } from '../../ui/text/locale.ts';
import { notify } from '../../practices/agreements/acts/depositary.ts';
import type { Session } from '../account/sign-in.ts';
import { standingFor } from '../authority/choose-author.ts';
import { faultText } from '../faults.ts';
import { type Fields, readSessionForm } from '../form.ts';
import { ACTS_FOR_RULE, BODY_RULE } from '../host-rules.ts';
import { statusOf } from '../http-status.ts';
import { EMAIL_LENGTH_MAX } from '../limits.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import { type Services, chooserOf } from '../services.ts';
import { type HostContext, type HostEnv, requireSession, viewerOf } from '../viewer.ts';
import { mailPage } from './mail-pages.tsx';
import type { MailRoom } from './mail-room.ts';

const SEE_OTHER = 303;

const Given = z.object({
  actor: z.string().trim().pipe(ActorId),
  email: z.string().trim().pipe(z.email().max(EMAIL_LENGTH_MAX)),
  locale: z.enum(locales),
});

const Id = z.uuid();

/** Addresses are the affair of custodians, who notify; whoever only signed in sees none. */
async function judgeKeeper(services: Services, session: Session): Promise<Session | Refusal> {
  const { records } = await standingFor(notify.type, chooserOf(services, session));
  if (records) return session;
  const { name } = session.person;
  return refuse(
    ACTS_FOR_RULE,
    said('{$name} acts for nobody who keeps registers on this node.', { name }),
    {
      remedy: said('Ask the administrator to entrust you with the custodian of a register.'),
    },
  );
}

/** Mounts the page of addresses. */
export function mountMail(app: Hono<HostEnv>, services: Services, mail: MailRoom): void {
  const show = async (c: HostContext, session: Session, refusal?: Refusal, typed?: Fields) => {
    const page = mailPage({
      text: services.textIn(chooseLocale(c)),
      session,
      sends: mail.sends,
      addresses: await mail.addresses(),
      deliveries: await mail.deliveries(viewerOf(session), null),
      ...(refusal && { refusal }),
      ...(typed && { typed }),
    });
    const status = refusal ? statusOf(refusal) : 200;
    return showPage(services, c, page, { section: 'desk', status });
  };
  const keeperForm = async (c: HostContext) => {
    const form = await readSessionForm(c);
    if (isRefusal(form)) return form;
    const session = await judgeKeeper(services, form.session);
    return isRefusal(session) ? session : form;
  };
  app.get('/desk/addresses', async (c) => {
    const session = requireSession(c);
    const keeper = isRefusal(session) ? session : await judgeKeeper(services, session);
    return isRefusal(keeper) ? showPage(services, c, keeper) : show(c, keeper);
  });
  app.post('/desk/addresses', async (c) => {
    const form = await keeperForm(c);
    if (isRefusal(form)) return showPage(services, c, form);
    const { session, fields } = form;
    const given = Given.safeParse(fields);
    if (!given.success) {
      const fault = refuse(
        BODY_RULE,
        said('The address is not well formed: {$fault}.', { fault: faultText(given.error) }),
      );
      return show(c, session, fault, fields);
    }
    if (await mail.add({ ...given.data, by: session.person.id })) {
      return c.redirect('/desk/addresses', SEE_OTHER);
    }
    const { actor, email } = given.data;
    const again = refuse(
      BODY_RULE,
      said('{$email} is an address of {$actor} already.', { email, actor }),
    );
    return show(c, session, again, fields);
  });
  app.post('/desk/addresses/:id/end', async (c) => {
    const form = await keeperForm(c);
    if (isRefusal(form)) return showPage(services, c, form);
    const id = Id.safeParse(c.req.param('id'));
    if (id.success) await mail.end(id.data);
    return c.redirect('/desk/addresses', SEE_OTHER);
  });
}
