/** The guided path of a practice, and all acts of the house: mounted in the practice's own node. */
import type { Hono } from 'hono';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { actsByType } from '../acts/draft.ts';
import { showForm } from '../acts/act-routes.tsx';
import { readSessionForm } from '../form.ts';
import { UNKNOWN_RULE } from '../host-rules.ts';
import { chooseLocale } from '../pages/locale.ts';
import { pageRequestOf } from '../pages/page-request.ts';
import { showPage } from '../pages/show-page.ts';
import { type Services, todayOf } from '../services.ts';
import { type HostContext, type HostEnv, requireSession } from '../viewer.ts';
import { allActsPage } from './acts-page.tsx';
import { doActs, missingFor } from './do-acts.ts';
import { recordedIn } from './done.ts';
import { NEXT_PATH, type PracticeInside } from './inside.ts';
import { type Progressed, VERIFIED_MARK, VERIFY, nextStep, progressOf } from './path.ts';
import { pathPage } from './path-page.tsx';
import { prefilled } from './prefilled.ts';
import { stepFinding } from './step-finding.tsx';
import { stepPage } from './step-page.tsx';

const SEE_OTHER = 303;
/** The agreement of the path, whose file is verified. */
const REGISTER = 'agreements/ilvara-convention';

const noSuchStep = refuse(UNKNOWN_RULE, said('The path has no such step.'), {
  remedy: said('Choose one at /practice.'),
});

async function progressIn(services: Services, { script }: PracticeInside): Promise<Progressed> {
  const recorded = await recordedIn(services.store, script);
  const isVerified = (await services.store.mark(VERIFIED_MARK)) !== null;
  return progressOf(script, recorded, { now: services.now(), isVerified });
}

async function shownFor(services: Services, c: HostContext, inside: PracticeInside) {
  const session = requireSession(c);
  if (isRefusal(session)) return session;
  const text = services.textIn(chooseLocale(c));
  const progress = await progressIn(services, inside);
  return { text, session, progress, inside };
}

/** Only ways within the practice are gone. */
const within = (path: string | undefined): string =>
  path !== undefined && /^\/[a-z]/.test(path) ? path : '/practice';

async function showStep(services: Services, c: HostContext, inside: PracticeInside) {
  const shown = await shownFor(services, c, inside);
  if (isRefusal(shown)) return showPage(services, c, shown);
  const { progress, session, text } = shown;
  const step = progress.steps.find(({ key }) => key === c.req.param('step'));
  if (step === undefined) return showPage(services, c, noSuchStep);
  const today = todayOf(services);
  const { pathname, searchParams: search } = new URL(c.req.url);
  const asked = { path: pathname, search, params: {}, locale: text.locale, today };
  const request = pageRequestOf(services, session, asked);
  const why = step.isDone ? await stepFinding(step.key, request) : null;
  return showPage(services, c, stepPage({ ...shown, step, why }));
}

async function showPrepared(services: Services, c: HostContext, inside: PracticeInside) {
  const session = requireSession(c);
  if (isRefusal(session)) return showPage(services, c, session);
  const { script } = inside;
  const prepared = [...script.path, ...script.further].find(
    ({ key }) => key === c.req.param('act'),
  );
  const definition = prepared && actsByType(services.areas).get(prepared.type);
  if (prepared === undefined || definition === undefined) return showPage(services, c, noSuchStep);
  // Whoever has another role by now chooses again.
  if (session.person.id !== prepared.by) return c.redirect(backTo(prepared), SEE_OTHER);
  const { done: acts } = await progressIn(services, inside);
  const typed = prefilled(definition, prepared, { now: services.now(), acts });
  return showForm(services, c, { session, definition, typed });
}

const backTo = ({ step, key }: { step?: string | undefined; key: string }): string =>
  step === undefined ? `/practice/acts#${key}` : `/practice/steps/${step}`;

/** What comes before an act and is not done. */
async function earlierThan(services: Services, inside: PracticeInside, act: string) {
  if (act === '') return [];
  const { done } = await progressIn(services, inside);
  return missingFor(inside.script, act, done)
    .map(({ key }) => key)
    .filter((key) => key !== act);
}

/** Does a step, an act, or what comes before an act, in the names of those who would do it. */
async function doForThem(services: Services, c: HostContext, inside: PracticeInside) {
  const form = await readSessionForm(c);
  if (isRefusal(form)) return showPage(services, c, form);
  const { script } = inside;
  const { step = '', act = '', before = '', to } = form.fields;
  const ofStep = script.path.filter((one) => one.step === step).map(({ key }) => key);
  const earlier = await earlierThan(services, inside, before);
  const keys = [...ofStep, ...(act === '' ? [] : [act]), ...earlier];
  const result = await doActs(services.store, script, { keys, now: services.now() });
  if (isRefusal(result)) return showPage(services, c, result);
  services.position.raise(result.ledger);
  return c.redirect(within(to), SEE_OTHER);
}

async function takeRole(services: Services, c: HostContext, inside: PracticeInside) {
  const form = await readSessionForm(c);
  if (isRefusal(form)) return showPage(services, c, form);
  const { actor = '', to } = form.fields;
  if (inside.script.cast.some(({ id }) => id === actor)) {
    c.header('set-cookie', inside.roleCookie(actor));
  }
  return c.redirect(within(to), SEE_OTHER);
}

/** The record file of the agreement, for whoever verifies it; that it was taken is kept. */
async function giveFile(services: Services, c: HostContext) {
  await services.store.setMark(VERIFIED_MARK, services.now().toISOString());
  return c.redirect(`/record/export?register=${encodeURIComponent(REGISTER)}`, SEE_OTHER);
}

/** Mounts the path. */
export function mountPath(app: Hono<HostEnv>, services: Services, inside: PracticeInside): void {
  app.get('/practice', async (c) => {
    const shown = await shownFor(services, c, inside);
    return showPage(services, c, isRefusal(shown) ? shown : pathPage(shown));
  });
  app.get(NEXT_PATH, async (c) => {
    const next = nextStep(await progressIn(services, inside));
    return c.redirect(next ? `/practice/steps/${next.key}` : '/practice', SEE_OTHER);
  });
  app.get(`/practice/steps/${VERIFY}/file`, (c) => giveFile(services, c));
  app.get('/practice/steps/:step', (c) => showStep(services, c, inside));
  app.get('/practice/acts', async (c) => {
    const shown = await shownFor(services, c, inside);
    const { areas } = services;
    return showPage(services, c, isRefusal(shown) ? shown : allActsPage({ ...shown, areas }));
  });
  app.get('/practice/acts/:act', (c) => showPrepared(services, c, inside));
  app.post('/practice/do', (c) => doForThem(services, c, inside));
  app.post('/practice/role', (c) => takeRole(services, c, inside));
}
