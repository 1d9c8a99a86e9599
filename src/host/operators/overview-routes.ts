/** The overview for administrators, as a page and for programs; and what is done with jobs. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { listKeys } from '../../store/key-questions.ts';
import { listMandates } from '../../store/mandate-questions.ts';
import { showRecovery } from '../../store/recovery-questions.ts';
import type { Session } from '../account/sign-in.ts';
import { readAdministratorForm, requireAdministrator } from '../admin/administrator.ts';
import { jsonResponse } from '../api/json-response.ts';
import { UNKNOWN_RULE } from '../host-rules.ts';
import { statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import { type Services, askingOf } from '../services.ts';
import type { HostContext, HostEnv } from '../viewer.ts';
import type { SettingShown } from '../settings/read-settings.ts';
import { PROGRAM_VERSION } from '../version.ts';
import { concernsOf } from './concerns.ts';
import { JOBS_PATH } from './jobs-shown.tsx';
import type { NodeWatch } from './node-watch.ts';
import { OVERVIEW_PATH, overviewPage } from './overview-page.tsx';

const SEE_OTHER = 303;
const JobId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** Other pages for administrators, and the texts that name them. */
const ROOMS: readonly (readonly [href: string, name: string])[] = [
  ['/admin/offices', 'host.admin.offices'],
  ['/admin/people', 'host.admin.people'],
  ['/admin/standing', 'host.admin.standing'],
  ['/admin/nodes', 'host.nodes'],
  ['/admin/webhooks', 'host.webhooks'],
];

/** What the house gives the overview beside what all routes share. */
export interface OverviewParts {
  readonly watch?: NodeWatch;
  readonly settings?: readonly SettingShown[];
}

async function authorityOf(services: Services, session: Session) {
  const { store } = services;
  const { operator } = store;
  const asking = askingOf(services, session);
  const keys = await store.ask(listKeys, {}, asking);
  const mandates = await store.ask(listMandates, {}, asking);
  const recovery = await store.ask(showRecovery, { actor: operator }, asking);
  const standing = isRefusal(keys) ? [] : keys.rows.filter((one) => one.endedBy === null);
  return {
    keys: standing.length,
    keySince: standing.findLast((one) => one.actor === operator)?.recordedAt ?? null,
    mandates: isRefusal(mandates) ? [] : mandates.rows,
    recoverable: !isRefusal(recovery) && recovery.policy !== null,
  };
}

/** All that is known of how the node stands. */
async function overviewOf(services: Services, watch: NodeWatch | null, session: Session) {
  const { store, signIn } = services;
  const authority = await authorityOf(services, session);
  const people = (await signIn.people.list()).filter((one) => !one.disabled);
  const state = watch && (await watch.look());
  const now = services.now();
  const concerns = concernsOf({
    now,
    state,
    authority,
    operator: store.operator,
    signs: (await store.standing.waiting()) === null,
    logHalted: (await store.witnesses.halted()) !== null,
    replica: store.replica(),
    administrators: people.filter((one) => one.administrator).length,
  });
  const mandates = authority.mandates.filter((one) => one.standing).length;
  return {
    now,
    state,
    concerns,
    jobs: watch ? await watch.jobs() : [],
    progress: await store.progress(),
    counts: { people: people.length, keys: authority.keys, mandates },
  };
}

async function show(
  services: Services,
  parts: OverviewParts,
  c: HostContext,
  { session, refusal }: { readonly session: Session; readonly refusal?: Refusal },
): Promise<Response> {
  const text = services.textIn(chooseLocale(c));
  const page = overviewPage({
    ...(await overviewOf(services, parts.watch ?? null, session)),
    settings: parts.settings ?? [],
    text,
    session,
    name: services.config.name,
    operator: services.store.operator,
    version: PROGRAM_VERSION,
    rooms: ROOMS.filter(([href]) => services.serves(href)).map(([href, name]) => ({
      href,
      label: text(name),
    })),
    ...(refusal && { refusal }),
  });
  return showPage(services, c, page, { status: refusal ? statusOf(refusal, 'act') : 200 });
}

const noJob = refuse(UNKNOWN_RULE, said('There is no such job, or it is being done.'), {
  remedy: said('Open the page again: the list says what there is now.'),
});

async function changeJob(watch: NodeWatch, id: string, act: string): Promise<Refusal | null> {
  const parsed = JobId.safeParse(id);
  if (!parsed.success) return noJob;
  const done =
    act === 'retry' ? await watch.retryJob(parsed.data) : await watch.dropJob(parsed.data);
  return done ? null : noJob;
}

/** Mounts them; without `watch` there is nothing to tell of the database. */
export function mountOverview(app: Hono<HostEnv>, services: Services, parts: OverviewParts): void {
  const { watch = null } = parts;
  app.get(OVERVIEW_PATH, async (c) => {
    const session = requireAdministrator(c);
    if (isRefusal(session)) return showPage(services, c, session);
    return show(services, parts, c, { session });
  });
  app.get('/api/admin/state', async (c) => {
    const session = requireAdministrator(c);
    if (isRefusal(session)) return jsonResponse(session);
    return jsonResponse(await overviewOf(services, watch, session));
  });
  app.post(`${JOBS_PATH}/:id`, async (c) => {
    const form = await readAdministratorForm(c);
    if (isRefusal(form)) return showPage(services, c, form);
    const { session, fields } = form;
    const act = fields['do'] === 'retry' ? 'retry' : 'drop';
    const id = c.req.param('id');
    const refusal = watch ? await changeJob(watch, id, act) : noJob;
    if (refusal) return show(services, parts, c, { session, refusal });
    services.log.info({ job: id, act, by: session.person.id }, 'a job was changed');
    return c.redirect(`${OVERVIEW_PATH}#jobs`, SEE_OTHER);
  });
}
