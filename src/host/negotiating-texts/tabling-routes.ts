/** Tabling a text in a browser: handed in, read, shown, and only then recorded. */
import type { Hono } from 'hono';
import { own } from '../../kernel/own.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { ledgerOf } from '../../kernel/submission.ts';
import type { ReadDraft } from '../../standards/bracketed-text/read-text.ts';
import type { Session } from '../account/sign-in.ts';
import { actsByType, readDraft } from '../acts/draft.ts';
import { type Fields, type Files, readFields, readSessionForm } from '../form.ts';
import { BODY_RULE } from '../host-rules.ts';
import { statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { refusalContent } from '../pages/refusal-content.tsx';
import { showPage } from '../pages/show-page.ts';
import { type Services, chooserOf } from '../services.ts';
import { type HostContext, type HostEnv, requireSession, viewerOf } from '../viewer.ts';
import { readHandedIn, tabledJson } from './tabled-draft.ts';
import { TABLING_PATH, tablingFields, tablingPage } from './tabling-form.tsx';

interface Given {
  readonly session: Session;
  readonly typed: Fields;
  readonly read: ReadDraft | null;
}

const typedIn = ({ typed }: Given, name: string): string => (own(typed, name) ?? '').trim();

function show(services: Services, c: HostContext, given: Given, refusal?: Refusal) {
  const text = services.textIn(chooseLocale(c));
  const page = tablingPage({ ...given, text, ...(refusal && { refusal }) });
  const isFaulty = given.read !== null && 'faults' in given.read;
  const status = refusal ? statusOf(refusal, 'act') : isFaulty ? 422 : 200;
  return showPage(services, c, page, { section: 'meetings', status });
}

/** The words of a file take the place of those that were pasted. */
async function withFile(typed: Fields, { file }: Files): Promise<Fields | Refusal> {
  if (!file) return typed;
  try {
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    return { ...typed, words: utf8.decode(await file.arrayBuffer()) };
  } catch {
    return refuse(BODY_RULE, said('The file is not UTF-8.'), { remedy: said('Save it as UTF-8.') });
  }
}

/** The act; what was typed goes before what the file says of itself. */
function draftJson(given: Given, { draft }: Extract<ReadDraft, { draft: unknown }>): object {
  const typed = (name: string): string => typedIn(given, name);
  return tabledJson(draft, {
    text: typed('name'),
    session: typed('session'),
    actor: typed('actor'),
    source: typed('source'),
    title: typed('title'),
    symbol: typed('symbol'),
  });
}

async function record(services: Services, c: HostContext, given: Given): Promise<Response> {
  const { read, session } = given;
  if (read === null || 'faults' in read) return show(services, c, given);
  const acts = actsByType(services.areas);
  const draft = await readDraft(draftJson(given, read), chooserOf(services, session), acts);
  if (isRefusal(draft)) return show(services, c, given, draft);
  const [receipt] = await services.store.submit([draft], undefined, viewerOf(session));
  if (receipt === undefined) throw new Error('the store gave no receipt');
  if (isRefusal(receipt)) return show(services, c, given, receipt);
  services.position.raise(ledgerOf(receipt));
  return c.redirect(`/meetings/${draft.register}`, 303);
}

/** Where the session has ended meanwhile, what was typed is shown, so that it can be kept. */
async function showLost(services: Services, c: HostContext, refusal: Refusal) {
  const text = services.textIn(chooseLocale(c));
  const fields = tablingFields(text, await readFields(c));
  const typed = fields.flatMap(({ label, value = '' }) => (value === '' ? [] : [{ label, value }]));
  const page = refusalContent(text, refusal, typed);
  return showPage(services, c, page, { section: 'meetings', status: statusOf(refusal) });
}

async function take(services: Services, c: HostContext): Promise<Response> {
  const form = await readSessionForm(c);
  if (isRefusal(form)) return showLost(services, c, form);
  const { fields, files, session } = form;
  const typed = await withFile(fields, files);
  if (isRefusal(typed)) return show(services, c, { session, typed: fields, read: null }, typed);
  const language = (typed['language'] ?? '').trim() || 'en';
  const given = { session, typed, read: readHandedIn(typed['words'] ?? '', language) };
  return typed['step'] === 'record' ? record(services, c, given) : show(services, c, given);
}

/** Mounts the page on which a text is tabled. */
export function mountTabling(app: Hono<HostEnv>, services: Services): void {
  app.get(TABLING_PATH, (c) => {
    const session = requireSession(c);
    if (isRefusal(session)) return showPage(services, c, session);
    const typed = { actor: session.person.actors[0] ?? '', session: c.req.query('session') ?? '' };
    return show(services, c, { session, typed, read: null });
  });
  app.post(TABLING_PATH, (c) => take(services, c));
}
