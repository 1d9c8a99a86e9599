/** `POST /api/meetings/texts/{text}`: a text with brackets, read and tabled in a session. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { ActorId } from '../../kernel/actor-id.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { ledgerOf } from '../../kernel/submission.ts';
import { actsByType, readDraft } from '../acts/draft.ts';
import { faultText } from '../faults.ts';
import { INPUT_RULE } from '../host-rules.ts';
import { readHandedIn, tabledJson } from '../negotiating-texts/tabled-draft.ts';
import { type Services, chooserOf } from '../services.ts';
import { type HostContext, type HostEnv, requireSession, viewerOf } from '../viewer.ts';
import { judgeOrigin } from './acts.ts';
import { jsonResponse } from './json-response.ts';
import { textPath } from './text-path.ts';
import { readTextBody, typeOf, unreadable } from './text-body.ts';

export const TABLE_TEXT_PATH = '/api/meetings/texts/:text';

const Parameters = z.strictObject({
  session: z.string().max(63).describe('The session in which it is negotiated'),
  language: z
    .string()
    .max(20)
    .default('en')
    .describe('Of words that do not name their own; Akoma Ntoso does'),
  title: z.string().max(300).default('').describe('Absent: as the text says'),
  symbol: z.string().max(80).default('').describe('Absent: as the text says'),
  source: z.string().max(400).default('').describe('Where it is recorded from; absent: signed'),
  actor: ActorId.optional().describe('In whose name; absent: the node’s operator'),
  preview: z.enum(['true', 'false']).default('false').describe('Whether it is only read'),
});

const Answer = z.object({
  /** The act; null where the text was only read. */
  id: z.string().nullable(),
  title: z.string(),
  symbol: z.string(),
  language: z.string(),
  provisions: z.array(z.string()),
  remarks: z.array(z.object({ line: z.int(), what: z.string() })),
});

/** Who hands in what, with what is said of it; or why it is not taken. */
async function readRequest(services: Services, c: HostContext) {
  const session = requireSession(c);
  if (isRefusal(session)) return session;
  const foreign = judgeOrigin(c, services.config.origin ?? new URL(c.req.url).origin);
  if (foreign) return foreign;
  const parsed = Parameters.safeParse(Object.fromEntries(new URL(c.req.url).searchParams));
  if (!parsed.success) {
    const reason = said('The text is not well described: {$fault}.', {
      fault: faultText(parsed.error),
    });
    return refuse(INPUT_RULE, reason, { remedy: said('Name its session: ?session=first-session') });
  }
  const words = await readTextBody(c);
  if (isRefusal(words)) return words;
  const read = readHandedIn(words, parsed.data.language, typeOf(c).endsWith('xml'));
  return 'faults' in read ? unreadable(read.faults) : { session, given: parsed.data, read };
}

async function tableText(services: Services, c: HostContext, text: string): Promise<Response> {
  const request = await readRequest(services, c);
  if (isRefusal(request)) return jsonResponse(request);
  const { given, read, session } = request;
  const actor = given.actor ?? services.store.operator;
  const json = tabledJson(read.draft, { ...given, text, actor });
  const draft = await readDraft(json, chooserOf(services, session), actsByType(services.areas));
  if (isRefusal(draft)) return jsonResponse(draft);
  const told = {
    title: json.payload.title.en,
    symbol: json.payload.symbol ?? '',
    language: read.draft.language,
    provisions: read.draft.provisions.map(({ id }) => id),
    remarks: read.remarks,
  };
  if (given.preview === 'true') return jsonResponse({ id: null, ...told }, 200);
  const [receipt] = await services.store.submit([draft], undefined, viewerOf(session));
  if (receipt === undefined) throw new Error('the store gave no receipt');
  if (isRefusal(receipt)) return jsonResponse(receipt);
  services.position.raise(ledgerOf(receipt));
  return jsonResponse({ id: receipt.id, ...told }, 201);
}

/** Mounts the tabling of texts. */
export function mountTableText(app: Hono<HostEnv>, services: Services): void {
  app.post(TABLE_TEXT_PATH, (c) => tableText(services, c, c.req.param('text')));
}

/** The description of it for OpenAPI; `refusals` are the responses that all paths share. */
export function tableTextPaths(refusals: Record<string, unknown>): Record<string, unknown> {
  return textPath(
    {
      path: '/api/meetings/texts/{text}',
      named: 'text',
      operationId: 'meetings.table-text-from-words',
      tag: 'meetings',
      summary: 'Table a text with brackets: plain, Markdown or Akoma Ntoso',
      taken: 'The text is tabled',
      parameters: Parameters,
      answer: Answer,
    },
    refusals,
  );
}
