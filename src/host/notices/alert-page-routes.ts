/**
 * `/notices/{channel}/alert-file`: a person hands in a file of CAP, reads what it is worth, and
 * goes on to the form of the notice. Nothing is issued here.
 */
import type { Hono } from 'hono';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { channel } from '../../practices/notices/questions/channels.ts';
import { readCap } from '../../standards/cap/read-cap.ts';
import type { Session } from '../account/sign-in.ts';
import { readSessionForm } from '../form.ts';
import { BODY_RULE } from '../host-rules.ts';
import { statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import { type Services, askingOf } from '../services.ts';
import { type HostContext, type HostEnv, requireSession } from '../viewer.ts';
import { type AlertRead, alertFormPage } from './alert-page.tsx';
import { proposalOf } from './notice-of-cap.ts';

export const ALERT_FILE_PATH = '/notices/:channel/alert-file';

const SECTION = { section: 'notices' };

interface Asked {
  readonly session: Session;
  readonly channel: string;
}

const NO_FILE = refuse(BODY_RULE, said('No file was chosen.'), {
  remedy: said('Choose the file of an alert.'),
});

/** A channel that one may not see is answered as one that there is not, whatever was sent to it. */
async function show(
  services: Services,
  c: HostContext,
  asked: Asked,
  given: { readonly read: AlertRead | null; readonly refusal?: Refusal },
): Promise<Response> {
  const locale = chooseLocale(c);
  const input = { channel: asked.channel, locale };
  const found = await services.store.ask(channel, input, askingOf(services, asked.session));
  if (isRefusal(found)) return showPage(services, c, found, SECTION);
  const text = services.textIn(locale);
  const page = alertFormPage({ ...asked, ...given, text, title: found.title });
  const outcome = given.refusal ?? given.read?.outcome ?? null;
  const status = isRefusal(outcome) ? statusOf(outcome, 'act') : 200;
  return showPage(services, c, page, { ...SECTION, status });
}

function readAlert(bytes: Uint8Array, name: string): AlertRead {
  return { verdict: readCap(bytes).verdict, outcome: proposalOf(bytes, name) };
}

async function take(services: Services, c: HostContext, name: string): Promise<Response> {
  const form = await readSessionForm(c);
  if (isRefusal(form)) return showPage(services, c, form, SECTION);
  const asked = { session: form.session, channel: name };
  const { file } = form.files;
  if (!file) return show(services, c, asked, { read: null, refusal: NO_FILE });
  const read = readAlert(new Uint8Array(await file.arrayBuffer()), name);
  return show(services, c, asked, { read });
}

/** Mounts the page; it comes before those of the practices, whose paths would take it. */
export function mountAlertPage(app: Hono<HostEnv>, services: Services): void {
  app.get(ALERT_FILE_PATH, (c) => {
    const session = requireSession(c);
    if (isRefusal(session)) return showPage(services, c, session, SECTION);
    return show(services, c, { session, channel: c.req.param('channel') }, { read: null });
  });
  app.post(ALERT_FILE_PATH, (c) => take(services, c, c.req.param('channel')));
}
