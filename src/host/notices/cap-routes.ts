/**
 * `/notices/{channel}/{act}/alert.cap` gives a notice as CAP; `POST /api/notices/{channel}/alerts`
 * takes a file of CAP and answers with the notice that a person might issue of it.
 */
import type { Hono } from 'hono';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { LATEST } from '../../practices/notices/pages/find-notice.ts';
import { channel } from '../../practices/notices/questions/channels.ts';
import { notice } from '../../practices/notices/questions/notice.ts';
import { writeCap } from '../../standards/cap/write-cap.ts';
import { faultText } from '../../standards/cap/verdict.ts';
import { jsonResponse, refusedAnswer } from '../api/json-response.ts';
import { chooseLocale } from '../pages/locale.ts';
import type { Answer } from '../response-cache.ts';
import { type Services, askingOf, todayOf } from '../services.ts';
import { type HostContext, type HostEnv, requireSession, viewerOf } from '../viewer.ts';
import { type Shown, alertAsItCame, alertOfNotice } from './cap-of-notice.ts';
import { ALERT_RULE, proposalOf } from './notice-of-cap.ts';

export const CAP_TYPE = 'application/cap+xml';
export const ALERT_PATH = '/notices/:channel/:notice/alert.cap';
export const PROPOSE_PATH = '/api/notices/:channel/alerts';

function answerOf(shown: Shown, origin: string): Answer {
  const headers = {
    'content-disposition': `attachment; filename="${shown.notice.slice(0, 16)}.cap"`,
  };
  const came = alertAsItCame(shown);
  if (came !== null) return { status: 200, contentType: CAP_TYPE, headers, body: came };
  if (shown.kind !== 'alerts' && shown.says.content?.standard !== 'cap') {
    const remedy = said('Read it at /acts/{$notice}.', { notice: shown.notice });
    const refusal = refuse(
      ALERT_RULE,
      said('It is one of {$kind}, and no alert.', { kind: shown.kind }),
      { remedy },
    );
    return refusedAnswer(refusal);
  }
  const { bytes, verdict } = writeCap(alertOfNotice(shown, origin));
  if (bytes === null) {
    const why = verdict.errors.slice(0, 3).map(faultText).join('; ');
    return refusedAnswer(
      refuse(ALERT_RULE, said('CAP cannot say what the notice does: {$why}.', { why })),
    );
  }
  return { status: 200, contentType: CAP_TYPE, headers, body: new TextDecoder().decode(bytes) };
}

async function alertOf(services: Services, c: HostContext): Promise<Answer> {
  const { channel: name, notice: act } = c.req.param();
  const named = act === LATEST ? {} : { notice: act };
  const input = { ...named, channel: name, locale: chooseLocale(c) };
  const shown = await services.store.ask(notice, input, askingOf(services, c.get('session')));
  if (isRefusal(shown)) return refusedAnswer(shown);
  return answerOf(shown, services.config.origin ?? new URL(c.req.url).origin);
}

/** A channel that one may not see is none; what is wrong with a file is told otherwise. */
function unknownChannel(refusal: Refusal): Response {
  const { status, contentType, body } = refusedAnswer(refusal);
  const headers = { 'content-type': contentType, 'cache-control': 'no-store' };
  return new Response(body, { status, headers });
}

/** Nothing is recorded: what comes back is for a person to read, to change and to issue. */
async function propose(services: Services, c: HostContext, name: string): Promise<Response> {
  const session = requireSession(c);
  if (isRefusal(session)) return jsonResponse(session);
  const asking = askingOf(services, session);
  const found = await services.store.ask(channel, { channel: name }, asking);
  if (isRefusal(found)) return unknownChannel(found);
  return jsonResponse(proposalOf(new Uint8Array(await c.req.arrayBuffer()), name));
}

/** Mounts alerts out and in. */
export function mountAlerts(app: Hono<HostEnv>, services: Services): void {
  app.get(ALERT_PATH, async (c) => {
    const { origin, pathname, search } = new URL(c.req.url);
    const viewer = viewerOf(c.get('session')).actors.join(' ');
    const position = await services.position.current();
    const address = `${origin}${pathname}${search}`;
    const parts = ['cap', address, chooseLocale(c), viewer, todayOf(services), position];
    return services.cache.respond(parts.join('\n'), c.req.raw.headers, () => alertOf(services, c));
  });
  app.post(PROPOSE_PATH, (c) => propose(services, c, c.req.param('channel')));
}
