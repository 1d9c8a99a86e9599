/** `POST /api/agreements/{agreement}/text`: a text as Akoma Ntoso or plainly, read and recorded. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { ActorId } from '../../kernel/actor-id.ts';
import { PlainDateText } from '../../kernel/dates.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { type DraftAct, type Receipt, ledgerOf } from '../../kernel/submission.ts';
import { actsByType, readDraft } from '../acts/draft.ts';
import { faultText } from '../faults.ts';
import { INPUT_RULE } from '../host-rules.ts';
import { type Services, chooserOf } from '../services.ts';
import { fixedTextOf, readWords } from '../agreement-texts/read-words.ts';
import type { Session } from '../account/sign-in.ts';
import { type HostContext, type HostEnv, requireSession, viewerOf } from '../viewer.ts';
import { judgeOrigin } from './acts.ts';
import { jsonResponse } from './json-response.ts';
import { textPath } from './text-path.ts';
import { readTextBody, typeOf, unreadable } from './text-body.ts';

const Parameters = z.strictObject({
  on: PlainDateText.describe('The day on which the text was put down'),
  language: z
    .string()
    .max(20)
    .default('')
    .describe('Of plain text, its language; Akoma Ntoso names its own'),
  title: z.string().max(500).default('').describe('Absent: as the text says'),
  translation: z.enum(['true', 'false']).default('false').describe('Whether it is not authentic'),
  source: z.string().max(400).default('').describe('Where it is recorded from; absent: signed'),
  actor: ActorId.optional().describe('In whose name; absent: the node’s operator'),
  preview: z.enum(['true', 'false']).default('false').describe('Whether it is only read'),
});
type Parameters = z.output<typeof Parameters>;

const Answer = z.object({
  /** The act; null where the text was only read. */
  id: z.string().nullable(),
  title: z.string(),
  language: z.string(),
  provisions: z.array(z.string()),
  remarks: z.array(z.object({ line: z.int(), what: z.string() })),
});

function draftJson(services: Services, agreement: string, given: Parameters, payload: object) {
  const { actor, source } = given;
  return {
    type: 'agreements.fix-text',
    register: `agreements/${agreement}`,
    actor: actor ?? services.store.operator,
    payload,
    basis: source === '' ? { kind: 'signed' } : { kind: 'recorded', source },
  };
}

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
    return refuse(INPUT_RULE, reason, { remedy: said('Name its day: ?on=2024-05-02') });
  }
  const words = await readTextBody(c);
  if (isRefusal(words)) return words;
  const read = readWords(words, parsed.data.language, typeOf(c).endsWith('xml'));
  return 'faults' in read ? unreadable(read.faults) : { session, given: parsed.data, read };
}

/** The receipt of the act; null where the text is only to be read. */
async function recorded(
  services: Services,
  draft: DraftAct,
  { session, preview }: { readonly session: Session; readonly preview: Parameters['preview'] },
): Promise<Receipt | null> {
  if (preview === 'true') return null;
  const [receipt] = await services.store.submit([draft], undefined, viewerOf(session));
  if (receipt === undefined) throw new Error('the store gave no receipt');
  return receipt;
}

async function putText(services: Services, c: HostContext, agreement: string): Promise<Response> {
  const request = await readRequest(services, c);
  if (isRefusal(request)) return jsonResponse(request);
  const { given, read, session } = request;
  const { on, title, translation } = given;
  const { document, remarks } = read;
  const payload = fixedTextOf(document, { on, title, authentic: translation === 'false' });
  const json = draftJson(services, agreement, given, payload);
  const draft = await readDraft(json, chooserOf(services, session), actsByType(services.areas));
  if (isRefusal(draft)) return jsonResponse(draft);
  const receipt = await recorded(services, draft, { session, preview: given.preview });
  if (isRefusal(receipt)) return jsonResponse(receipt);
  if (receipt) services.position.raise(ledgerOf(receipt));
  const answer = {
    id: receipt?.id ?? null,
    title: title === '' ? document.title : title,
    language: document.language,
    provisions: document.provisions.map(({ id }) => id),
    remarks,
  };
  return jsonResponse(answer, receipt ? 201 : 200);
}

/** Mounts the handing in of texts. */
export function mountPutText(app: Hono<HostEnv>, services: Services): void {
  const path = '/api/agreements/:agreement/text';
  app.post(path, (c) => putText(services, c, c.req.param('agreement')));
}

/** The description of it for OpenAPI; `refusals` are the responses that all paths share. */
export function putTextPaths(refusals: Record<string, unknown>): Record<string, unknown> {
  return textPath(
    {
      path: '/api/agreements/{agreement}/text',
      named: 'agreement',
      operationId: 'agreements.put-text',
      tag: 'agreements',
      summary: 'Put down the text of an agreement',
      taken: 'The text is recorded',
      parameters: Parameters,
      answer: Answer,
    },
    refusals,
  );
}
