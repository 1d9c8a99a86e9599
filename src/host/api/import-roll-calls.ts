/** `POST /api/meetings/votes/{body}/import`: tables of roll calls, recorded from their source. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { ActorId } from '../../kernel/actor-id.ts';
import { own } from '../../kernel/own.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import {
  RollCallReport,
  importRollCalls,
  importTask,
} from '../../practices/meetings/import/import-roll-calls.ts';
import { NAME, registerOf } from '../../practices/meetings/registers.ts';
import type { RollCallFiles } from '../../standards/roll-calls/read-roll-calls.ts';
import { chooseAuthor } from '../authority/choose-author.ts';
import { faultText } from '../faults.ts';
import { BODY_RULE, INPUT_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import { type Services, chooserOf } from '../services.ts';
import { type HostContext, type HostEnv, requireSession } from '../viewer.ts';
import { progressOf } from '../work-progress.ts';
import { judgeOrigin } from './acts.ts';
import { jsonResponse } from './json-response.ts';
import { jsonSchemaOf } from './json-schema.ts';

export const ROLL_CALLS_PATH = '/api/meetings/votes/:body/import';
const MEANINGS_MAX = 200;

/** `Taiwan=ROC`, one a line. */
const Meanings = z
  .string()
  .max(20_000)
  .transform((text) => text.split('\n').filter((line) => line.trim() !== ''))
  .refine((lines) => lines.length <= MEANINGS_MAX, `at most ${MEANINGS_MAX} names`)
  .transform((lines, context) => {
    const pairs = lines.map((line) => {
      const at = line.lastIndexOf('=');
      return [line.slice(0, Math.max(0, at)).trim(), line.slice(at + 1).trim()] as const;
    });
    const strange = pairs.find(([name, actor]) => {
      return name === '' || !ActorId.safeParse(actor).success;
    });
    if (strange !== undefined) {
      context.addIssue({ code: 'custom', message: 'a name and an actor are such as Taiwan=ROC' });
      return z.NEVER;
    }
    return Object.fromEntries(pairs);
  });

const Parameters = z.strictObject({
  source: z.string().min(1).max(400).describe('Where the roll calls were published'),
  group: ActorId.optional().describe('Whose members alone can have voted, such as un'),
  meanings: Meanings.optional().describe('Who is meant where the registry leaves it open'),
});

/** Who records: the keeper of the votes, with whom the person is entrusted. */
async function recorderOf(
  services: Services,
  c: HostContext,
  given: { readonly body: string; readonly source: string },
): Promise<ActorId | Refusal> {
  const session = requireSession(c);
  if (isRefusal(session)) return session;
  const foreign = judgeOrigin(c, services.config.origin ?? new URL(c.req.url).origin);
  if (foreign) return foreign;
  if (!NAME.test(given.body)) {
    return refuse(INPUT_RULE, said('The address names no body.'), {
      remedy: said('Name it in small letters, as un-general-assembly.'),
    });
  }
  const row = {
    type: 'meetings.record-roll-call',
    register: registerOf('votes', given.body),
    actor: services.store.operator,
    payload: {},
    basis: { kind: 'recorded', source: given.source } as const,
  };
  const signing = await chooseAuthor(row, chooserOf(services, session));
  return isRefusal(signing) ? signing : signing.author;
}

type Fields = Readonly<Record<string, string | File | (string | File)[]>>;

async function fieldsOf(c: HostContext): Promise<Fields | Refusal> {
  const remedy = said('Send the tables as the fields roll-calls and votes of a form.');
  if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '')) {
    return refuse(BODY_RULE, said('The body is not declared as a form with files.'), { remedy });
  }
  try {
    return await c.req.parseBody();
  } catch {
    return refuse(BODY_RULE, said('The body is no form with files, or is cut off.'), { remedy });
  }
}

async function bytesIn(fields: Fields, name: string): Promise<Uint8Array | undefined> {
  const field = own(fields, name);
  return field instanceof File ? new Uint8Array(await field.arrayBuffer()) : undefined;
}

async function filesIn(fields: Fields): Promise<RollCallFiles | Refusal> {
  const rollCalls = await bytesIn(fields, 'roll-calls');
  const votes = await bytesIn(fields, 'votes');
  if (rollCalls === undefined || votes === undefined) {
    return refuse(BODY_RULE, said('The table of roll calls or that of votes is missing.'));
  }
  const [voters, issues] = [await bytesIn(fields, 'voters'), await bytesIn(fields, 'issues')];
  return { rollCalls, votes, voters, issues };
}

function parametersIn(fields: Fields): z.output<typeof Parameters> | Refusal {
  const given = Object.entries(fields).filter(([, value]) => typeof value === 'string');
  const parsed = Parameters.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  return refuse(
    INPUT_RULE,
    said('The import is not well described: {$fault}.', { fault: faultText(parsed.error) }),
    {
      remedy: said('Name the source of the tables in the field source.'),
    },
  );
}

async function importGiven(services: Services, c: HostContext, body: string) {
  // Nothing is read of what somebody sends who may not record it.
  const known = await recorderOf(services, c, { body, source: 'a table' });
  if (isRefusal(known)) return known;
  const fields = await fieldsOf(c);
  if (isRefusal(fields)) return fields;
  const parameters = parametersIn(fields);
  if (isRefusal(parameters)) return parameters;
  const files = await filesIn(fields);
  if (isRefusal(files)) return files;
  const { store, position } = services;
  const options = { ...parameters, body, custodian: known };
  const report = await importRollCalls(store, files, options);
  // Whoever imported sees the result in the next answer.
  position.raise(await store.ledger());
  return report;
}

const ImportProgress = z.strictObject({
  /** Roll calls of the table that are on record, or were refused, so far. */
  done: z.int(),
  total: z.int(),
  /** Failed: nothing was told for a minute. Importing again goes on where it ended. */
  state: z.enum(['running', 'done', 'failed']),
});

/** How far the last import of a body's roll calls has come. */
async function progressIn(services: Services, body: string) {
  const known = await progressOf(services, importTask(body));
  if (known !== null) return ImportProgress.parse(known);
  return refuse(
    UNKNOWN_RULE,
    said('No roll calls of {$body} were imported.', { body: body.slice(0, 80) }),
  );
}

/** Mounts the import of roll calls, and how far it has come. */
export function mountImportRollCalls(app: Hono<HostEnv>, services: Services): void {
  app.get(ROLL_CALLS_PATH, async (c) =>
    jsonResponse(await progressIn(services, c.req.param('body'))),
  );
  app.post(ROLL_CALLS_PATH, async (c) =>
    jsonResponse(await importGiven(services, c, c.req.param('body'))),
  );
}

/** The description of the import for OpenAPI; `refusals` are the responses that all paths share. */
export function importRollCallsPaths(refusals: Record<string, unknown>): Record<string, unknown> {
  const { properties = {} } = jsonSchemaOf(Parameters, 'input');
  const file = { type: 'string', contentMediaType: 'text/csv' };
  const files = { 'roll-calls': file, votes: file, voters: file, issues: file };
  const form = {
    type: 'object',
    properties: { ...properties, ...files },
    required: ['source', 'roll-calls', 'votes'],
  };
  const body = { name: 'body', in: 'path', required: true, schema: { type: 'string' } };
  const report = { schema: jsonSchemaOf(RollCallReport, 'output') };
  const description = 'What became of the roll calls; importing again changes nothing';
  const progress = { schema: jsonSchemaOf(ImportProgress, 'output') };
  const told = {
    description: 'How many of them are done',
    content: { 'application/json': progress },
  };
  return {
    '/api/meetings/votes/{body}/import': {
      get: {
        operationId: 'meetings.import-progress',
        tags: ['meetings'],
        summary: 'How far the last import of roll calls has come',
        parameters: [body],
        responses: { 200: told, ...refusals },
      },
      post: {
        operationId: 'meetings.import-roll-calls',
        tags: ['meetings'],
        summary: 'Import roll calls of the past',
        security: [{ token: [] }, { session: [] }],
        parameters: [body],
        requestBody: { required: true, content: { 'multipart/form-data': { schema: form } } },
        responses: { 200: { description, content: { 'application/json': report } }, ...refusals },
      },
    },
  };
}
