/** Offices of a node: their pages for administrators. */
import type { Hono } from 'hono';
import { own } from '../../kernel/own.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { list as listActors } from '../../practices/actors/questions/list.ts';
import { listKeys } from '../../store/key-questions.ts';
import { listMandates } from '../../store/mandate-questions.ts';
import type { Session } from '../account/sign-in.ts';
import { type Fields, readFields } from '../form.ts';
import { statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { refusalContent } from '../pages/refusal-content.tsx';
import { showPage } from '../pages/show-page.ts';
import { type Services, askingOf, todayOf } from '../services.ts';
import type { HostContext, HostEnv } from '../viewer.ts';
import { readAdministratorForm, requireAdministrator } from './administrator.ts';
import { endAuthority, findEnding } from './end-authority.ts';
import { endPage } from './end-page.tsx';
import { wordsIn } from './form-parts.tsx';
import { makeOffice } from './office.ts';
import { officeFields, officesPage } from './offices-page.tsx';

const SEE_OTHER = 303;

/** The office as the API would take it. */
export function officeAsked(typed: Fields): Record<string, unknown> {
  const text = (name: string): string | undefined => own(typed, name)?.trim() || undefined;
  const covers = wordsIn(typed['mandate.covers']);
  const registers = wordsIn(typed['mandate.registers']);
  const mandate = {
    covers,
    registers: registers.length === 0 ? null : registers,
    fromOn: text('mandate.fromOn'),
    toOn: text('mandate.toOn') ?? null,
  };
  return {
    actor: text('actor'),
    office: text('office'),
    title: text('title'),
    exemptFromFullPowers: typed['exemptFromFullPowers'] === 'true',
    source: text('source'),
    mandate: covers.length === 0 ? undefined : mandate,
  };
}

async function shownFor(services: Services, c: HostContext, session: Session, typed: Fields) {
  const asking = askingOf(services, session);
  const keys = await services.store.ask(listKeys, {}, asking);
  const mandates = await services.store.ask(listMandates, {}, asking);
  const actors = await services.store.ask(listActors, { ended: true }, asking);
  const people = await services.signIn.people.list();
  const text = services.textIn(chooseLocale(c));
  const names = new Map(
    (isRefusal(actors) ? [] : actors.rows).map((row) => [
      row.id,
      row.names[text.locale] ?? row.name,
    ]),
  );
  const known = isRefusal(keys) ? [] : keys.rows;
  const held = known.filter(({ actor, key }) => services.keys.ring.keyFor(actor)?.id === key);
  return {
    text,
    session,
    nameOf: (actor: string) => names.get(actor) ?? null,
    peopleOf: (actor: string) =>
      people.flatMap((one) => (one.actors.includes(actor) && !one.disabled ? [one.name] : [])),
    operator: services.store.operator,
    today: todayOf(services),
    keys: known,
    mandates: isRefusal(mandates) ? [] : mandates.rows,
    held: new Set(held.map(({ key }) => key)),
    typed,
  };
}

async function showOffices(
  services: Services,
  c: HostContext,
  session: Session,
  given: { readonly typed: Fields; readonly refusal?: Refusal },
) {
  const { typed, refusal } = given;
  const shown = await shownFor(services, c, session, typed);
  const page = officesPage({ ...shown, ...(refusal && { refusal }) });
  return showPage(services, c, page, { status: refusal ? statusOf(refusal, 'act') : 200 });
}

/** Whose session has ended meanwhile sees what was typed, so that it can be kept. */
async function showLost(services: Services, c: HostContext, refusal: Refusal) {
  const text = services.textIn(chooseLocale(c));
  const typed = await readFields(c);
  const labels = officeFields({ text, typed, today: '' });
  const lost = labels.flatMap(({ label, value = '' }) => (value === '' ? [] : [{ label, value }]));
  return showPage(services, c, refusalContent(text, refusal, lost), {
    status: statusOf(refusal),
  });
}

function mountEnding(app: Hono<HostEnv>, services: Services): void {
  const path = '/admin/offices/end/:id';
  app.get(path, async (c) => {
    const session = requireAdministrator(c);
    if (isRefusal(session)) return showPage(services, c, session);
    const ending = await findEnding(services, session, c.req.param('id'));
    if (isRefusal(ending)) return showPage(services, c, ending);
    const text = services.textIn(chooseLocale(c));
    return showPage(services, c, endPage({ text, session, ending, source: '' }));
  });
  app.post(path, async (c) => {
    const form = await readAdministratorForm(c);
    if (isRefusal(form)) return showPage(services, c, form);
    const { session, fields } = form;
    const ending = await findEnding(services, session, c.req.param('id'));
    if (isRefusal(ending)) return showPage(services, c, ending);
    const source = fields['source'] ?? '';
    const refusal = await endAuthority(services, session, { ending, source });
    if (refusal === null) return c.redirect('/admin/offices', SEE_OTHER);
    const text = services.textIn(chooseLocale(c));
    const page = endPage({ text, session, ending, source, refusal });
    return showPage(services, c, page, { status: statusOf(refusal, 'act') });
  });
}

/** Mounts the pages of offices. */
export function mountOffices(app: Hono<HostEnv>, services: Services): void {
  app.get('/admin/offices', async (c) => {
    const session = requireAdministrator(c);
    if (isRefusal(session)) return showPage(services, c, session);
    return showOffices(services, c, session, { typed: c.req.query() });
  });
  app.post('/admin/offices', async (c) => {
    const form = await readAdministratorForm(c);
    if (isRefusal(form)) return showLost(services, c, form);
    const { session, fields: typed } = form;
    const made = await makeOffice(services, session, officeAsked(typed));
    if (isRefusal(made)) return showOffices(services, c, session, { typed, refusal: made });
    return c.redirect('/admin/offices', SEE_OTHER);
  });
  mountEnding(app, services);
}
