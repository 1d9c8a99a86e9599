/** `/agreements/{agreement}/read-declarations`: read a text, confirm it statement by statement. */
import type { Hono } from 'hono';
import { Basis } from '../../kernel/act.ts';
import type { ActDefinition } from '../../kernel/define-area.ts';
import { own } from '../../kernel/own.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import {
  type ReadPage,
  readPage,
  titleOf,
} from '../../practices/agreements/import/declarations/read-page.ts';
import type { Session } from '../account/sign-in.ts';
import { actsByType } from '../acts/draft.ts';
import { utf8Of } from '../api/read-declarations.ts';
import { type Fields, readForm, readSessionForm } from '../form.ts';
import { BODY_RULE, INPUT_RULE } from '../host-rules.ts';
import { statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { refusalContent } from '../pages/refusal-content.tsx';
import { showPage } from '../pages/show-page.ts';
import type { Services } from '../services.ts';
import { type HostContext, type HostEnv, requireSession, viewerOf } from '../viewer.ts';
import { tickedOf } from './reading-fields.ts';
import { STATEMENTS_SHOWN_MAX, listPage, startPage } from './reading-page.tsx';
import { type Outcomes, recordRead } from './record-read.ts';

const PATH = '/agreements/:agreement/read-declarations';
const SECTION = { section: 'agreements' };

type Acts = ReadonlyMap<string, ActDefinition>;

interface Asked {
  readonly session: Session;
  readonly agreement: string;
  readonly typed: Fields;
}

/** The first form, with what was typed; a refusal above it where there is one. */
async function showStart(services: Services, c: HostContext, asked: Asked, refusal?: Refusal) {
  const { session, agreement } = asked;
  const locale = chooseLocale(c);
  const given = { agreement, viewer: viewerOf(session), locale };
  const title = await titleOf(services.store, given);
  if (isRefusal(title)) return showPage(services, c, title, SECTION);
  const text = services.textIn(locale);
  const page = startPage({ ...asked, text, title, ...(refusal && { refusal }) });
  const status = refusal ? statusOf(refusal, 'act') : 200;
  return showPage(services, c, page, { ...SECTION, status });
}

/** The text that was pasted, or that of the file that was chosen. */
async function wordsGiven(typed: Fields, file: File | undefined): Promise<string | Refusal> {
  const words = file ? utf8Of(await file.arrayBuffer()) : (typed['text'] ?? '');
  if (words === null) {
    return refuse(BODY_RULE, said('The file is not text in UTF-8.'), {
      remedy: said('Save it as plain text in UTF-8, or paste its text.'),
    });
  }
  if (words.trim() !== '') return words;
  return refuse(INPUT_RULE, said('There is no text to be read.'), {
    remedy: said('Paste the text, or choose a file.'),
  });
}

function sourceFault({ source = '' }: Fields): Refusal | null {
  const isNamed = source.trim() !== '' && Basis.safeParse({ kind: 'recorded', source }).success;
  if (isNamed) return null;
  return refuse(INPUT_RULE, said('The source of the text is not named.'), {
    remedy: said('Name the publication that it was taken from, with its date.'),
  });
}

function startOf(typed: Fields, count: number): number {
  const { start = '0', step } = typed;
  const at = /^\d{1,6}$/.test(start) ? Number(start) : 0;
  const moved = { next: at + STATEMENTS_SHOWN_MAX, previous: at - STATEMENTS_SHOWN_MAX };
  const wanted = step === 'next' || step === 'previous' ? moved[step] : at;
  const last = Math.max(0, Math.ceil(count / STATEMENTS_SHOWN_MAX) - 1) * STATEMENTS_SHOWN_MAX;
  return Math.min(Math.max(0, wanted - (wanted % STATEMENTS_SHOWN_MAX)), last);
}

const NOTHING_TICKED = refuse(INPUT_RULE, said('No statement was ticked; nothing was recorded.'), {
  remedy: said('Tick the statements that are to be recorded.'),
});

interface Recorded {
  readonly outcomes: Outcomes;
  readonly fault: Refusal | null;
}

/** What became of the statements that were ticked; without a source or a tick, what is missing. */
async function recordTicked(
  services: Services,
  { session, agreement, typed }: Asked,
  read: ReadPage,
  acts: Acts,
): Promise<Recorded> {
  const ticked = tickedOf(read.statements, typed);
  const fault = sourceFault(typed) ?? (ticked.length === 0 ? NOTHING_TICKED : null);
  if (fault !== null) return { outcomes: new Map(), fault };
  const { source = '' } = typed;
  const given = { agreement, source, session, acts, typed };
  return { outcomes: await recordRead(services, ticked, given), fault: null };
}

interface ToRead extends Asked {
  readonly words: string;
  readonly acts: Acts;
}

/** Reads the text anew each time, so that what is shown is what the record says now. */
async function showRead(services: Services, c: HostContext, asked: ToRead) {
  const { session, agreement, typed, words, acts } = asked;
  const locale = chooseLocale(c);
  const given = { agreement, text: words, viewer: viewerOf(session), locale };
  const before = await readPage(services.store, given);
  if (isRefusal(before)) return showStart(services, c, asked, before);
  const { outcomes, fault } =
    typed['step'] === 'record'
      ? await recordTicked(services, asked, before, acts)
      : { outcomes: new Map(), fault: null };
  const read = outcomes.size === 0 ? before : await readPage(services.store, given);
  if (isRefusal(read)) return showStart(services, c, asked, read);
  const start = startOf(typed, read.statements.length);
  const shown = { text: services.textIn(locale), session, read, words, typed, start, outcomes };
  const page = listPage({ ...shown, ...(fault && { refusal: fault }) });
  return showPage(services, c, page, { ...SECTION, status: fault ? statusOf(fault, 'act') : 200 });
}

/** Where the session has ended meanwhile, what was typed is shown, so that it can be kept. */
async function showLost(services: Services, c: HostContext, refusal: Refusal) {
  const text = services.textIn(chooseLocale(c));
  const { fields } = await readForm(c);
  const kept = ['source', 'text'].flatMap((name) => {
    const value = own(fields, name) ?? '';
    return value === '' ? [] : [{ label: text(`agreements.reading.${name}`), value }];
  });
  const page = refusalContent(text, refusal, kept);
  return showPage(services, c, page, { ...SECTION, status: statusOf(refusal) });
}

async function take(services: Services, c: HostContext, agreement: string, acts: Acts) {
  const form = await readSessionForm(c);
  if (isRefusal(form)) return showLost(services, c, form);
  const asked = { session: form.session, agreement, typed: form.fields };
  const words = await wordsGiven(form.fields, form.files['file']);
  if (isRefusal(words)) return showStart(services, c, asked, words);
  return showRead(services, c, { ...asked, words, acts });
}

/** Mounts the pages; they come before those of the practices, whose paths would take them. */
export function mountReading(app: Hono<HostEnv>, services: Services): void {
  const acts = actsByType(services.areas);
  app.get(PATH, (c) => {
    const session = requireSession(c);
    if (isRefusal(session)) return showPage(services, c, session, SECTION);
    return showStart(services, c, { session, agreement: c.req.param('agreement'), typed: {} });
  });
  app.post(PATH, (c) => take(services, c, c.req.param('agreement'), acts));
}
