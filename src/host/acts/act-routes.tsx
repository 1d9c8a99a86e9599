/** Pages of acts: one that is recorded, and the making of a new one. */
import type { Hono } from 'hono';
import { attachmentsIn } from '../../kernel/attachment.ts';
import type { ActDefinition, RelatedPage } from '../../kernel/define-area.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said, together } from '../../kernel/said.ts';
import { type DraftAct, ledgerOf } from '../../kernel/submission.ts';
import { awaitingActs } from '../../store/awaiting.ts';
import { readDoubtful } from '../../store/doubtful-acts.ts';
import type { RecordedAct } from '../../store/contract.ts';
import type { Session } from '../account/sign-in.ts';
import { standingFor } from '../authority/choose-author.ts';
import { findAct } from '../api/acts.ts';
import { type Fields, readFields, readSessionForm } from '../form.ts';
import { UNKNOWN_RULE } from '../host-rules.ts';
import { spoken } from '../../ui/text/spoken.ts';
import { statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { refusalContent } from '../pages/refusal-content.tsx';
import { showPage } from '../pages/show-page.ts';
import { type Services, askingOf, chooserOf } from '../services.ts';
import { releaseOf } from '../../store/releases/questions.ts';
import { releaseHrefs } from '../releases/standing-shown.tsx';
import { sharePreview } from '../releases/share-preview.ts';
import { type HostContext, type HostEnv, requireSession, viewerOf } from '../viewer.ts';
import { actorNames, withActorCodes } from './actor-typed.ts';
import { chooseActPage } from './act-choice.tsx';
import { actFieldsOf, actFormPage } from './act-form.tsx';
import { previewPage } from './act-preview.tsx';
import { actsByType, readDraft } from './draft.ts';
import { draftJsonOf, faultsOf } from './form-draft.ts';
import { afterStep, isFormStep } from './payload-form/steps.ts';
import { laidOut } from './payload-form/walk.ts';
import { recordedActPage } from './recorded-act-page.tsx';
import type { Wait } from './act-admission.tsx';
import { type Uploaded, keepUploads } from './uploads.ts';

type Acts = ReadonlyMap<string, ActDefinition>;

interface Filled {
  readonly session: Session;
  readonly definition: ActDefinition;
  readonly typed: Fields;
}

const noSuchKind = refuse(UNKNOWN_RULE, said('There is no act of that kind.'), {
  remedy: said('Choose one from the list at /acts/new.'),
});

/** The form with what was typed, and with a refusal and the fields at fault where there is one. */
export async function showForm(
  services: Services,
  c: HostContext,
  filled: Filled,
  refusal?: Refusal,
  told: Fields = {},
) {
  const text = services.textIn(chooseLocale(c));
  const standing = await standingFor(filled.definition.type, chooserOf(services, filled.session));
  const typed = laidOut(filled.definition, filled.typed);
  const errors = refusal ? { ...faultsOf(filled.definition, typed, text), ...told } : {};
  const actors = await actorNames(services, filled.session, text.locale);
  const said = { ...(refusal && { refusal }) };
  const page = actFormPage({ ...filled, typed, text, errors, standing, actors, ...said });
  const status = refusal ? statusOf(refusal, 'act') : 200;
  return showPage(services, c, page, { section: 'record', status });
}

async function showPreview(services: Services, c: HostContext, filled: Filled, draft: DraftAct) {
  const effect = await services.store.preview(draft, askingOf(services, filled.session));
  if (isRefusal(effect)) return showForm(services, c, filled, effect);
  const text = services.textIn(chooseLocale(c));
  const share = await sharePreview(services, draft, viewerOf(filled.session), effect.marking);
  const page = previewPage({ ...filled, text, effect, draft, share });
  return showPage(services, c, page, { section: 'record' });
}

async function record(services: Services, c: HostContext, filled: Filled, draft: DraftAct) {
  const toldTo = viewerOf(filled.session);
  const [receipt] = await services.store.submit([draft], undefined, toldTo);
  if (receipt === undefined) throw new Error('the store gave no receipt');
  if (isRefusal(receipt)) return showForm(services, c, filled, receipt);
  services.position.raise(ledgerOf(receipt));
  return c.redirect(`/acts/${receipt.id}`, 303);
}

/** Where the session has ended meanwhile, what was typed is shown, so that it can be kept. */
async function showLost(services: Services, c: HostContext, acts: Acts, refusal: Refusal) {
  const text = services.textIn(chooseLocale(c));
  const typed = await readFields(c);
  const definition = acts.get(typed['type'] ?? '');
  const shownLost = { text, typed, errors: {} };
  const lost = definition ? actFieldsOf({ ...shownLost, definition }) : [];
  const shown = lost.flatMap(({ label, value = '' }) => (value === '' ? [] : [{ label, value }]));
  const page = refusalContent(text, refusal, shown);
  return showPage(services, c, page, { section: 'record', status: statusOf(refusal) });
}

/** The form again, with what is wrong with each document beside its field. */
function showUploads(services: Services, c: HostContext, filled: Filled, uploaded: Uploaded) {
  const text = services.textIn(chooseLocale(c));
  const told = uploaded.refused.map(({ name, refusal }): [string, string] => {
    const { reason, remedy } = refusal.said;
    return [name, spoken(text, remedy ? together(reason, remedy) : reason)];
  });
  const [first] = uploaded.refused;
  return showForm(services, c, filled, first?.refusal, Object.fromEntries(told));
}

async function takeForm(services: Services, c: HostContext, acts: Acts): Promise<Response> {
  const form = await readSessionForm(c);
  if (isRefusal(form)) return showLost(services, c, acts, form);
  const { session, fields, files } = form;
  const definition = acts.get(fields['type'] ?? '');
  if (!definition) return showPage(services, c, noSuchKind);
  const given = { typed: fields, files };
  const uploaded = await keepUploads(services.store.attachments, definition, given);
  const laid = laidOut(definition, uploaded.typed);
  const typed = await withActorCodes(services, session, definition, laid);
  const filled = { session, definition, typed };
  if (uploaded.refused.length > 0) return showUploads(services, c, filled, uploaded);
  const step = typed['step'] ?? '';
  if (step === 'change') return showForm(services, c, filled);
  if (isFormStep(step)) return showForm(services, c, { ...filled, typed: afterStep(typed) });
  const by = chooserOf(services, session);
  const draft = await readDraft(draftJsonOf(definition, typed), by, acts);
  if (isRefusal(draft)) return showForm(services, c, filled, draft);
  return step === 'confirm'
    ? record(services, c, filled, draft)
    : showPreview(services, c, filled, draft);
}

function offerForm(services: Services, c: HostContext, acts: Acts): Promise<Response> {
  const session = requireSession(c);
  if (isRefusal(session)) return showPage(services, c, session);
  const type = c.req.query('type');
  if (type === undefined) {
    const text = services.textIn(chooseLocale(c));
    const page = chooseActPage({
      text,
      areas: services.areas,
      register: c.req.query('register'),
    });
    return showPage(services, c, page, { section: 'record' });
  }
  const definition = acts.get(type);
  if (!definition) return showPage(services, c, noSuchKind);
  // An address may fill in fields, so that a page can lead to an act that it speaks of.
  const typed = c.req.query();
  const filled = { session, definition, typed };
  return c.req.query('step') === 'preview'
    ? previewWhole(services, c, filled, acts)
    : showForm(services, c, filled);
}

/** An address that says a whole act, as a button to vote does: what would follow is shown. */
async function previewWhole(services: Services, c: HostContext, filled: Filled, acts: Acts) {
  const json = draftJsonOf(filled.definition, filled.typed);
  const draft = await readDraft(json, chooserOf(services, filled.session), acts);
  return isRefusal(draft)
    ? showForm(services, c, filled, draft)
    : showPreview(services, c, filled, draft);
}

/** Where whoever is signed in can correct the act; null where its area has no corrections. */
function correctionOf(acts: Acts, session: Session | null, act: RecordedAct): string | null {
  const { type, register } = act.header;
  const correction = `${type.split('.')[0] ?? ''}.correct`;
  if (session === null || register === null) return null;
  if (type === correction || !acts.has(correction)) return null;
  const given = { type: correction, register, 'payload.act': act.id };
  return `/acts/new?${new URLSearchParams(given).toString()}`;
}

/** Where the act leads to, as the area says that it belongs to. */
function relatedTo(
  { areas }: Services,
  { id, header, payload }: RecordedAct,
): readonly RelatedPage[] {
  const { type, register, actor } = header;
  if (type.startsWith('keys.')) return [{ href: `/actors/${actor}/keys`, label: 'host.keys' }];
  const area = areas.find(({ name }) => name === type.split('.')[0]);
  return register === null ? [] : (area?.pagesOf?.({ id, type, register, payload }) ?? []);
}

/** What was said of the release of the act; null where this node has no such acts. */
async function standingOf(services: Services, c: HostContext, { id }: RecordedAct) {
  const isKnown = services.areas.some(({ questions }) => questions.includes(releaseOf));
  if (!isKnown) return null;
  const asking = askingOf(services, c.get('session'));
  const found = await services.store.ask(releaseOf, { act: id }, asking);
  return isRefusal(found) ? null : found;
}

/** How an act without a place in its register stands with the custodian; null where it has one. */
async function waitOf(
  services: Services,
  c: HostContext,
  { id, admission }: RecordedAct,
): Promise<Wait | null> {
  if (admission !== null) return null;
  const asking = askingOf(services, c.get('session'));
  const found = await services.store.ask(awaitingActs, { act: id }, asking);
  const row = isRefusal(found) ? undefined : found.rows[0];
  return row ? { row, handedAt: await services.handedAt(id) } : null;
}

/** By what the act is in doubt, as far as the reader may see it. */
async function doubtOf(services: Services, c: HostContext, { id }: RecordedAct) {
  const viewer = viewerOf(c.get('session'));
  const [found] = await services.store.read(viewer, (query) => readDoubtful(query, { acts: [id] }));
  return found ?? null;
}

/** Mounts the pages of acts. */
export function mountActPages(app: Hono<HostEnv>, services: Services): void {
  const acts = actsByType(services.areas);
  app.get('/acts/new', (c) => offerForm(services, c, acts));
  app.post('/acts/new', (c) => takeForm(services, c, acts));
  app.get('/acts/:id', async (c) => {
    const act = await findAct(services, c, c.req.param('id'));
    if (isRefusal(act)) return showPage(services, c, act, { section: 'record' });
    const text = services.textIn(chooseLocale(c));
    const named = attachmentsIn(act.payload);
    const held = await services.store.attachments.atHand(named.map(({ digest }) => digest));
    const correctHref = correctionOf(acts, c.get('session'), act);
    const related = relatedTo(services, act);
    const standing = await standingOf(services, c, act);
    const isAsked = c.get('session') !== null && standing !== null;
    const sayings = isAsked ? releaseHrefs(act, standing) : [];
    const wait = await waitOf(services, c, act);
    const doubt = await doubtOf(services, c, act);
    const about = { correctHref, related, standing, sayings, wait, doubt };
    const page = recordedActPage({ text, act, named, held, ...about });
    return showPage(services, c, page, { section: 'record' });
  });
}
