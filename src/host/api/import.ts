/** `POST /api/agreements/{agreement}/import`: a status table as CSV, recorded row by row. */
import type { Hono } from 'hono';
import { z } from 'zod';
import type { ActorId } from '../../kernel/actor-id.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { AgreementId } from '../../practices/agreements/payloads/agreement.ts';
import { registerOf } from '../../practices/agreements/acts/event.ts';
import { ImportReport } from '../../practices/agreements/import/import-report.ts';
import { importStatusTable } from '../../practices/agreements/import/import-status-table.ts';
import { chooseAuthor } from '../authority/choose-author.ts';
import { BODY_RULE, INPUT_RULE } from '../host-rules.ts';
import { faultText } from '../faults.ts';
import { API_BODY_BYTES_MAX } from '../limits.ts';
import { type Services, chooserOf } from '../services.ts';
import { type HostContext, type HostEnv, requireSession } from '../viewer.ts';
import { judgeOrigin } from './acts.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { jsonResponse } from './json-response.ts';

export const IMPORT_PATH = '/api/agreements/:agreement/import';

const Parameters = z.strictObject({
  source: z.string().min(1).max(400).describe('Where the table was published'),
  treaty: z
    .string()
    .min(1)
    .max(300)
    .optional()
    .describe('Of a table of several agreements, the name that it has for this one'),
  trustEffect: z
    .enum(['none', 'successions', 'all'])
    .default('none')
    .describe('Which dates of effect that the table states are recorded; rules compute the others'),
});

/** Who records what is imported: the keeper of the register, with whom the person is entrusted. */
async function recorderOf(
  services: Services,
  c: HostContext,
  given: { readonly agreement: string; readonly source: string },
): Promise<ActorId | Refusal> {
  const session = requireSession(c);
  if (isRefusal(session)) return session;
  const foreign = judgeOrigin(c, services.config.origin ?? new URL(c.req.url).origin);
  if (foreign) return foreign;
  const { agreement, source } = given;
  if (!AgreementId.safeParse(agreement).success) {
    return refuse(INPUT_RULE, said('The address names no agreement.'), {
      remedy: said('Name it in small letters, as common-river.'),
    });
  }
  // Any row would be recorded in this way; whoever may record one may record them all.
  const row = {
    type: 'agreements.deposit',
    register: registerOf(agreement),
    actor: services.store.operator,
    payload: {},
    basis: { kind: 'recorded', source } as const,
  };
  const signing = await chooseAuthor(row, chooserOf(services, session));
  return isRefusal(signing) ? signing : signing.author;
}

function readParameters(c: HostContext): z.output<typeof Parameters> | Refusal {
  const given = Object.fromEntries(new URL(c.req.url).searchParams);
  const parsed = Parameters.safeParse(given);
  if (parsed.success) return parsed.data;
  return refuse(
    INPUT_RULE,
    said('The import is not well described: {$fault}.', { fault: faultText(parsed.error) }),
    {
      remedy: said('Name the source of the table: ?source=…'),
    },
  );
}

/** Mounts the import of status tables. */
export function mountImport(app: Hono<HostEnv>, services: Services): void {
  const { store, position } = services;
  app.post(IMPORT_PATH, async (c) => {
    const agreement = c.req.param('agreement');
    const parameters = readParameters(c);
    const { source } = isRefusal(parameters) ? { source: '' } : parameters;
    const author = await recorderOf(services, c, { agreement, source });
    if (isRefusal(author)) return jsonResponse(author);
    if (isRefusal(parameters)) return jsonResponse(parameters);
    if (!/^text\/csv\b/i.test(c.req.header('content-type') ?? '')) {
      const remedy = said('Send it with Content-Type: text/csv.');
      return jsonResponse(refuse(BODY_RULE, said('The body is not declared as CSV.'), { remedy }));
    }
    const report = await importStatusTable(store, {
      ...parameters,
      agreement,
      author,
      bytes: new Uint8Array(await c.req.arrayBuffer()),
      sizeBytesMax: API_BODY_BYTES_MAX,
    });
    // Whoever imported sees the result in the next answer.
    position.raise(await store.ledger());
    return jsonResponse(report);
  });
}

/** The description of the import for OpenAPI; `refusals` are the responses that all paths share. */
export function importPaths(refusals: Record<string, unknown>): Record<string, unknown> {
  const { properties = {}, required = [] } = jsonSchemaOf(Parameters, 'input');
  const parameters = Object.entries(properties).map(([name, schema]) => {
    return { name, in: 'query', required: required.includes(name), schema };
  });
  const agreement = { name: 'agreement', in: 'path', required: true, schema: { type: 'string' } };
  const report = { schema: jsonSchemaOf(ImportReport, 'output') };
  const description = 'What became of each row; importing again changes nothing';
  return {
    '/api/agreements/{agreement}/import': {
      post: {
        operationId: 'agreements.import',
        tags: ['agreements'],
        summary: 'Import a status table',
        security: [{ token: [] }, { session: [] }],
        parameters: [agreement, ...parameters],
        requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } } } },
        responses: { 200: { description, content: { 'application/json': report } }, ...refusals },
      },
    },
  };
}
