/** `POST /agreements/{agreement}/mirror`: the other side's record, compared and not kept. */
import type { Hono } from 'hono';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { mirrorContent } from '../../practices/agreements/pages/mirrored/mirror.tsx';
import { utf8Of } from '../api/read-declarations.ts';
import { readForm } from '../form.ts';
import { BODY_RULE, INPUT_RULE } from '../host-rules.ts';
import { statusOf } from '../http-status.ts';
import { chooseLocale } from '../pages/locale.ts';
import { pageRequestOf } from '../pages/page-request.ts';
import { showPage } from '../pages/show-page.ts';
import { type Services, todayOf } from '../services.ts';
import { readTimes } from '../times.ts';
import { type HostContext, type HostEnv, requireSession } from '../viewer.ts';

const PATH = '/agreements/:agreement/mirror';
const SECTION = { section: 'agreements' };

/** What was pasted, or what the file that was chosen holds. */
async function recordGiven(c: HostContext): Promise<string | Refusal> {
  const { fields, files } = await readForm(c);
  const { file } = files;
  const acts = file ? utf8Of(await file.arrayBuffer()) : (fields['acts'] ?? '');
  if (acts === null) {
    return refuse(BODY_RULE, said('The file is not UTF-8.'), {
      remedy: said('Send the record file as the other side’s node wrote it.'),
    });
  }
  if (acts.trim() !== '') return acts;
  return refuse(INPUT_RULE, said('There is no record to compare with.'), {
    remedy: said('Choose the other side’s record file, or paste its acts.'),
  });
}

async function compare(services: Services, c: HostContext, agreement: string) {
  // It changes nothing, so it is held to the node's own pages and not to the page of a session.
  const session = requireSession(c);
  if (isRefusal(session)) return showPage(services, c, session, SECTION);
  const { pathname, searchParams } = new URL(c.req.url);
  const times = readTimes(searchParams, todayOf(services));
  if (isRefusal(times)) return showPage(services, c, times, SECTION);
  const asked = { path: pathname, search: searchParams, params: { agreement } };
  const locale = chooseLocale(c);
  const request = pageRequestOf(services, session, { ...asked, ...times, locale });
  const acts = await recordGiven(c);
  const fault = isRefusal(acts) ? acts : null;
  const page = await mirrorContent(request, isRefusal(acts) ? null : { acts }, fault);
  const status = fault === null ? 200 : statusOf(fault, 'act');
  return showPage(services, c, page, { ...SECTION, status });
}

/** Mounts the comparison by file; the page itself is one of the practice's. */
export function mountMirror(app: Hono<HostEnv>, services: Services): void {
  app.post(PATH, (c) => compare(services, c, c.req.param('agreement')));
}
