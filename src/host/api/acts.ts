/** `POST /api/acts`, its preview, and `GET /api/acts/{id}`. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { ActId } from '../../kernel/act.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { type Receipt, isAwaiting, ledgerOf } from '../../kernel/submission.ts';
import { actsByType, readDraft } from '../acts/draft.ts';
import { recordedActJson } from '../acts/recorded-act.ts';
import { consequenceText } from '../consequence-text.ts';
import type { Session } from '../account/sign-in.ts';
import { BODY_RULE, ORIGIN_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import { faultText } from '../faults.ts';
import { sharePreview } from '../releases/share-preview.ts';
import { type Services, askingOf, chooserOf } from '../services.ts';
import { type HostContext, type HostEnv, requireSession, viewerOf } from '../viewer.ts';
import { jsonAnswer, jsonResponse } from './json-response.ts';
import { repeatedName } from './repeated-name.ts';
import { SignedActJson, signedActOf } from '../../kernel/signed-act-json.ts';

const Signed = z.strictObject({ signed: SignedActJson });

/** The body as JSON. Asking for its media type keeps foreign pages' forms out (Fetch Standard). */
export async function readBody(c: HostContext): Promise<{ json: unknown } | Refusal> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\b/i.test(type)) {
    return refuse(BODY_RULE, said('The body is not declared as JSON.'), {
      remedy: said('Send it with Content-Type: application/json.'),
    });
  }
  try {
    // What is no UTF-8 is refused here: replaced characters would go unnoticed into an act.
    const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const text = utf8.decode(await c.req.arrayBuffer());
    const json: unknown = JSON.parse(text);
    const name = repeatedName(text);
    return name === null
      ? { json }
      : refuse(
          BODY_RULE,
          said('In the body “{$name}” stands twice in one object.', { name: name.slice(0, 80) }),
          {
            remedy: said('Say each thing once.'),
          },
        );
  } catch {
    return refuse(BODY_RULE, said('The body is not JSON in UTF-8.'));
  }
}

/** A browser says where a request comes from; a cookie serves this node's own pages only. */
export function judgeOrigin(c: HostContext, origin: string): Refusal | null {
  const site = c.req.header('sec-fetch-site');
  const from = c.req.header('origin');
  const foreign =
    (site !== undefined && site !== 'same-origin') || (from !== undefined && from !== origin);
  if (c.get('session')?.by !== 'cookie' || !foreign) return null;
  return refuse(ORIGIN_RULE, said('The request comes from a page of another site.'), {
    remedy: said('Act from a page of this node, or with a token.'),
  });
}

/** The receipt without its place over all registers, which counts what is hidden as well. */
function toldOf(receipt: Exclude<Receipt, Refusal>): object {
  if (isAwaiting(receipt)) return receipt;
  const { id, register, position, again } = receipt;
  return { id, register, position, ...(again && { again }) };
}

function receiptResponse(services: Services, receipt: Receipt | undefined): Response {
  if (receipt === undefined) throw new Error('the store gave no receipt');
  if (isRefusal(receipt)) return jsonResponse(receipt);
  services.position.raise(ledgerOf(receipt));
  const made = isAwaiting(receipt) ? 202 : receipt.again ? 200 : 201;
  const response = jsonResponse(toldOf(receipt), made);
  response.headers.set('location', `/api/acts/${receipt.id}`);
  return response;
}

export interface Acting {
  readonly session: Session;
  readonly json: unknown;
}

/** Session, origin and body of a request that acts, or the refusal. */
export async function readActing(services: Services, c: HostContext): Promise<Acting | Refusal> {
  const session = requireSession(c);
  if (isRefusal(session)) return session;
  const foreign = judgeOrigin(c, services.config.origin ?? new URL(c.req.url).origin);
  if (foreign) return foreign;
  const body = await readBody(c);
  return isRefusal(body) ? body : { session, json: body.json };
}

function mountRecording(app: Hono<HostEnv>, services: Services): void {
  const acts = actsByType(services.areas);
  const read = (acting: Acting) =>
    readDraft(acting.json, chooserOf(services, acting.session), acts);
  app.post('/api/acts', async (c) => {
    const acting = await readActing(services, c);
    if (isRefusal(acting)) return jsonResponse(acting);
    const { json } = acting;
    if (typeof json === 'object' && json !== null && 'signed' in json) {
      const parsed = Signed.safeParse(json);
      if (!parsed.success) {
        const fault = faultText(parsed.error);
        return jsonResponse(
          refuse(BODY_RULE, said('The signed act is not well formed: {$fault}.', { fault })),
        );
      }
      const [receipt] = await services.store.receive([signedActOf(parsed.data.signed)]);
      return receiptResponse(services, receipt);
    }
    const draft = await read(acting);
    if (isRefusal(draft)) return jsonResponse(draft);
    const toldTo = viewerOf(acting.session);
    const [receipt] = await services.store.submit([draft], undefined, toldTo);
    return receiptResponse(services, receipt);
  });
  app.post('/api/acts/preview', async (c) => {
    const acting = await readActing(services, c);
    if (isRefusal(acting)) return jsonResponse(acting);
    const draft = await read(acting);
    if (isRefusal(draft)) return jsonResponse(draft);
    const effect = await services.store.preview(draft, askingOf(services, acting.session));
    if (isRefusal(effect)) return jsonResponse(effect);
    const english = services.textIn('en');
    const consequences = effect.consequences.map((one) => ({
      text: consequenceText(english, one),
      ...one,
    }));
    const viewer = viewerOf(acting.session);
    const share = await sharePreview(services, draft, viewer, effect.marking);
    return jsonResponse({ accepted: true, consequences, changes: effect.changes, share });
  });
}

/** The act that an address names, as the viewer may see it, or that there is none. */
export async function findAct(services: Services, c: HostContext, id: string) {
  const viewer = viewerOf(c.get('session'));
  const act = ActId.safeParse(id).success ? await services.store.act(id, viewer) : null;
  if (act) return act;
  return refuse(UNKNOWN_RULE, said('There is no such act, or it is not released to you.'), {
    remedy: said('An act’s id is the SHA-256 of its header: 64 characters 0-9 and a-f.'),
  });
}

/** Mounts the acts of all areas; they differ in their definitions only. */
export function mountActs(app: Hono<HostEnv>, services: Services): void {
  mountRecording(app, services);
  app.get('/api/acts/:id', async (c) => {
    const viewer = viewerOf(c.get('session')).actors.join(' ');
    const id = c.req.param('id');
    const key = ['act', id.slice(0, 80), viewer, await services.position.mark()].join('\n');
    return services.cache.respond(key, c.req.raw.headers, async () => {
      const act = await findAct(services, c, id);
      return jsonAnswer(isRefusal(act) ? act : recordedActJson(act));
    });
  });
}
