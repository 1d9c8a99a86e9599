/** `POST /api/agreements/{agreement}/read-declarations`: proposals from a text; nothing recorded. */
import type { Hono } from 'hono';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { ReadingReport } from '../../practices/agreements/import/declarations/proposals.ts';
import { readPage } from '../../practices/agreements/import/declarations/read-page.ts';
import { BODY_RULE } from '../host-rules.ts';
import type { Services } from '../services.ts';
import { type HostEnv, requireSession, viewerOf } from '../viewer.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { jsonResponse } from './json-response.ts';

export const READ_DECLARATIONS_PATH = '/api/agreements/:agreement/read-declarations';

/** Bytes as text, or null where they are no UTF-8. */
export function utf8Of(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Mounts the reading of declarations for machines. */
export function mountReadDeclarations(app: Hono<HostEnv>, services: Services): void {
  app.post(READ_DECLARATIONS_PATH, async (c) => {
    const session = requireSession(c);
    if (isRefusal(session)) return jsonResponse(session);
    if (!/^text\/plain\b/i.test(c.req.header('content-type') ?? '')) {
      const remedy = 'Send it with Content-Type: text/plain; charset=utf-8.';
      return jsonResponse(refuse(BODY_RULE, 'The body is not declared as text.', { remedy }));
    }
    const text = utf8Of(await c.req.arrayBuffer());
    if (text === null) return jsonResponse(refuse(BODY_RULE, 'The text is not UTF-8.'));
    const agreement = c.req.param('agreement');
    const read = await readPage(services.store, { agreement, text, viewer: viewerOf(session) });
    if (isRefusal(read)) return jsonResponse(read);
    const { statements, skipped, silent } = read;
    return jsonResponse({ statements, skipped, silent });
  });
}

/** Its description for OpenAPI; `refusals` are the responses that all paths share. */
export function readDeclarationsPaths(refusals: Record<string, unknown>): Record<string, unknown> {
  const agreement = { name: 'agreement', in: 'path', required: true, schema: { type: 'string' } };
  const report = { schema: jsonSchemaOf(ReadingReport, 'output') };
  const description = 'What each statement was read as, with its confidence; nothing is recorded';
  return {
    '/api/agreements/{agreement}/read-declarations': {
      post: {
        operationId: 'agreements.readDeclarations',
        tags: ['agreements'],
        summary: 'Read a text of reservations and declarations into proposals',
        security: [{ token: [] }, { session: [] }],
        parameters: [agreement],
        requestBody: { required: true, content: { 'text/plain': { schema: { type: 'string' } } } },
        responses: { 200: { description, content: { 'application/json': report } }, ...refusals },
      },
    },
  };
}
