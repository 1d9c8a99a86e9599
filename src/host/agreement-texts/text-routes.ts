/** Putting down a text in a browser: handed in, read, shown, and only then recorded. */
import type { Hono } from 'hono';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { ledgerOf } from '../../kernel/submission.ts';
import type { ReadText } from '../../standards/akoma-ntoso/text-document.ts';
import { actsByType, readDraft } from '../acts/draft.ts';
import type { Session } from '../account/sign-in.ts';
import { type Fields, type Files, readFields, readSessionForm } from '../form.ts';
import { BODY_RULE } from '../host-rules.ts';
import { statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { refusalContent } from '../pages/refusal-content.tsx';
import { showPage } from '../pages/show-page.ts';
import { type Services, chooserOf, todayOf } from '../services.ts';
import { type HostContext, type HostEnv, requireSession, viewerOf } from '../viewer.ts';
import { fixedTextOf, readWords } from './read-words.ts';
import { textFields, textFormPage } from './text-form.tsx';

const PATH = '/agreements/:agreement/text/new';

interface Given {
  readonly session: Session;
  readonly agreement: string;
  readonly typed: Fields;
  readonly read: ReadText | null;
}

function show(services: Services, c: HostContext, given: Given, refusal?: Refusal) {
  const text = services.textIn(chooseLocale(c));
  const page = textFormPage({ ...given, text, ...(refusal && { refusal }) });
  const isFaulty = given.read !== null && 'faults' in given.read;
  const status = refusal ? statusOf(refusal, 'act') : isFaulty ? 422 : 200;
  return showPage(services, c, page, { section: 'agreements', status });
}

/** The words of a file take the place of those that were pasted. */
async function withFile(typed: Fields, files: Files): Promise<Fields | Refusal> {
  const { file } = files;
  if (!file) return typed;
  try {
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    return { ...typed, words: utf8.decode(await file.arrayBuffer()).replaceAll('\r\n', '\n') };
  } catch {
    return refuse(BODY_RULE, said('The file is not UTF-8.'), { remedy: said('Save it as UTF-8.') });
  }
}

/** The act as the API would take it. */
function draftJson({ agreement, typed }: Given, payload: object): Record<string, unknown> {
  const { actor = '', basis = '', source = '' } = typed;
  return {
    type: 'agreements.fix-text',
    register: `agreements/${agreement}`,
    actor: actor.trim(),
    payload,
    basis: basis === 'signed' ? { kind: 'signed' } : { kind: 'recorded', source: source.trim() },
  };
}

async function record(services: Services, c: HostContext, given: Given): Promise<Response> {
  const { agreement, read, session, typed } = given;
  if (read === null || 'faults' in read) return show(services, c, given);
  const payload = fixedTextOf(read.document, {
    on: (typed['on'] ?? '').trim(),
    title: (typed['title'] ?? '').trim(),
    authentic: typed['authentic'] !== 'false',
  });
  const acts = actsByType(services.areas);
  const draft = await readDraft(draftJson(given, payload), chooserOf(services, session), acts);
  if (isRefusal(draft)) return show(services, c, given, draft);
  const [receipt] = await services.store.submit([draft], undefined, viewerOf(session));
  if (receipt === undefined) throw new Error('the store gave no receipt');
  if (isRefusal(receipt)) return show(services, c, given, receipt);
  services.position.raise(ledgerOf(receipt));
  const language = encodeURIComponent(read.document.language);
  return c.redirect(`/agreements/${agreement}/text?language=${language}`, 303);
}

/** Where the session has ended meanwhile, what was typed is shown, so that it can be kept. */
async function showLost(services: Services, c: HostContext, refusal: Refusal) {
  const text = services.textIn(chooseLocale(c));
  const fields = textFields(text, await readFields(c));
  const typed = fields.flatMap(({ label, value = '' }) => (value === '' ? [] : [{ label, value }]));
  const page = refusalContent(text, refusal, typed);
  return showPage(services, c, page, { section: 'agreements', status: statusOf(refusal) });
}

async function take(services: Services, c: HostContext, agreement: string): Promise<Response> {
  const form = await readSessionForm(c);
  if (isRefusal(form)) return showLost(services, c, form);
  const { fields, files, session } = form;
  const typed = await withFile(fields, files);
  if (isRefusal(typed)) {
    return show(services, c, { session, agreement, typed: fields, read: null }, typed);
  }
  const read = readWords(typed['words'] ?? '', (typed['language'] ?? '').trim());
  const given = { session, agreement, typed, read };
  return typed['step'] === 'record' ? record(services, c, given) : show(services, c, given);
}

/** Mounts the page on which a text is put down. */
export function mountTextForm(app: Hono<HostEnv>, services: Services): void {
  app.get(PATH, (c) => {
    const session = requireSession(c);
    if (isRefusal(session)) return showPage(services, c, session);
    const typed = { on: todayOf(services), actor: session.person.actors[0] ?? '' };
    return show(services, c, { session, agreement: c.req.param('agreement'), typed, read: null });
  });
  app.post(PATH, (c) => take(services, c, c.req.param('agreement')));
}
