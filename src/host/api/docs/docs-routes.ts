/** The pages of the API's documentation; everything on them follows from the definitions. */
import type { Hono } from 'hono';
import { refuse } from '../../../kernel/refusal.ts';
import { said } from '../../../kernel/said.ts';
import { UNKNOWN_RULE } from '../../host-rules.ts';
import { chooseLocale } from '../../pages/locale.ts';
import { showPage } from '../../pages/show-page.ts';
import type { Services } from '../../services.ts';
import type { HostContext, HostEnv } from '../../viewer.ts';
import { actDocs } from './act-docs.tsx';
import { docsList, WORD_CHARACTERS_MAX } from './docs-list.tsx';
import { ACT_DOCS, findActType, findQuestion, QUESTION_DOCS } from './find-documented.ts';
import { questionDocs } from './question-docs.tsx';

const SECTION = { section: 'api' } as const;

function unknown(services: Services, c: HostContext, name: string): Promise<Response> {
  const reason = said('Nothing is documented as “{$name}”.', { name: name.slice(0, 80) });
  const refusal = refuse(UNKNOWN_RULE, reason, { remedy: said('Look for it at /api.') });
  return showPage(services, c, refusal, SECTION);
}

/** `/api`, for people. */
export function showDocsList(services: Services, c: HostContext): Promise<Response> {
  const word = (c.req.query('word') ?? '').trim().slice(0, WORD_CHARACTERS_MAX);
  const page = docsList(services.textIn(chooseLocale(c)), services.areas, word);
  return showPage(services, c, page, SECTION);
}

/** Mounts a page for each question and for each kind of act. */
export function mountDocs(app: Hono<HostEnv>, services: Services): void {
  app.get(`${QUESTION_DOCS}:question`, async (c) => {
    const name = c.req.param('question');
    const one = findQuestion(services.areas, name);
    if (!one) return unknown(services, c, name);
    const text = services.textIn(chooseLocale(c));
    return showPage(services, c, await questionDocs(services, c, one, text), SECTION);
  });
  app.get(`${ACT_DOCS}:type`, (c) => {
    const type = c.req.param('type');
    const found = findActType(services.areas, type);
    if (!found) return unknown(services, c, type);
    const origin = services.config.origin ?? new URL(c.req.url).origin;
    return showPage(services, c, actDocs(found, services.textIn(chooseLocale(c)), origin), SECTION);
  });
}
