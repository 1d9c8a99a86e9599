/** `POST …/read-declarations` of an agreement: proposals from a text; nothing is recorded. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { ReadingReport } from '../../practices/agreements/import/declarations/proposals.ts';
import { readPage } from '../../practices/agreements/import/declarations/read-page.ts';
import { faultText } from '../faults.ts';
import { BODY_RULE } from '../host-rules.ts';
import { problemResponse } from '../http-status.ts';
import type { Services } from '../services.ts';
import { type HostEnv, requireSession, viewerOf } from '../viewer.ts';
import { readBody } from './acts.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { jsonResponse } from './json-response.ts';

export const READ_DECLARATIONS_PATH = '/api/agreements/:agreement/read-declarations';

const Given = z.strictObject({
  text: z.string().describe('A page of declarations as a depositary publishes it'),
});

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
    const body = await readBody(c);
    if (isRefusal(body)) return jsonResponse(body);
    const parsed = Given.safeParse(body.json);
    if (!parsed.success) {
      const fault = faultText(parsed.error);
      return jsonResponse(
        refuse(BODY_RULE, said('The text is not well given: {$fault}.', { fault })),
      );
    }
    const { text } = parsed.data;
    const agreement = c.req.param('agreement');
    const viewer = viewerOf(session);
    const read = await readPage(services.store, { agreement, text, viewer, locale: 'en' });
    if (isRefusal(read)) return problemResponse(read);
    const { statements, skipped, silent } = read;
    return jsonResponse({ statements, skipped, silent });
  });
}

/** Its description for OpenAPI; `refusals` are the responses that all paths share. */
export function readDeclarationsPaths(refusals: Record<string, unknown>): Record<string, unknown> {
  const agreement = { name: 'agreement', in: 'path', required: true, schema: { type: 'string' } };
  const given = { schema: jsonSchemaOf(Given, 'input') };
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
        requestBody: { required: true, content: { 'application/json': given } },
        responses: { 200: { description, content: { 'application/json': report } }, ...refusals },
      },
    },
  };
}
