/** What OpenAPI says of webhooks: how one looks after them, and what they are told. */
import { z } from 'zod';
import { jsonSchemaOf } from '../api/json-schema.ts';
import { SIGNATURE_HEADER } from '../webhooks/signature.ts';
import { AdmittedEvent, DELIVERY_HEADER, TestEvent } from './event.ts';
import { HOOK_VERBS, NewHook } from './hook-acts.ts';
import { HookFilter } from './hook-filter.ts';

type Tree = Record<string, unknown>;

const Listed = z.object({
  rows: z.array(
    z.object({
      id: z.uuid(),
      url: z.string(),
      filter: HookFilter,
      madeAt: z.string(),
      pausedAs: z.enum(['owner', 'failing', 'gone']).nullable(),
    }),
  ),
});
const Made = z.object({ id: z.uuid(), secret: z.string().describe('Told this once') });
const Done = z.object({ secret: z.string().optional().describe('The new one, told this once') });

const json = (schema: z.ZodType, io: 'input' | 'output' = 'output'): Tree => ({
  content: { 'application/json': { schema: jsonSchemaOf(schema, io) } },
});
const security = [{ token: [] }, { session: [] }];
const tags = ['webhooks'];

/** The paths; `refusals` are the responses that all paths share. */
export function hookPaths(refusals: Tree): Tree {
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const verb = { name: 'verb', in: 'path', required: true, schema: { enum: HOOK_VERBS } };
  const listed = { description: 'Your webhooks', ...json(Listed) };
  const made = { description: 'Made', ...json(Made) };
  const done = { description: 'Done', ...json(Done) };
  return {
    '/api/webhooks': {
      get: {
        operationId: 'webhooks.list',
        tags,
        summary: 'Your webhooks',
        security,
        responses: { 200: listed, ...refusals },
      },
      post: {
        operationId: 'webhooks.add',
        tags,
        summary: 'Have an address called for acts that you may see',
        security,
        requestBody: { required: true, ...json(NewHook, 'input') },
        responses: { 201: made, ...refusals },
      },
    },
    '/api/webhooks/{id}/{verb}': {
      post: {
        operationId: 'webhooks.do',
        tags,
        summary: 'Test, pause, resume or remove a webhook, or give it another secret',
        security,
        parameters: [id, verb],
        requestBody: { required: true, ...json(z.object({}), 'input') },
        responses: { 200: done, ...refusals },
      },
    },
  };
}

const header = (name: string, description: string): Tree => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

function told(operationId: string, summary: string, event: z.ZodType): Tree {
  const parameters = [
    header(
      SIGNATURE_HEADER,
      't={second},v1={hex}: HMAC-SHA-256, keyed with the secret, of the second, a full stop and ' +
        'the body. Refuse what is older than five minutes.',
    ),
    header(DELIVERY_HEADER, 'The same for every attempt to tell of the same act'),
  ];
  const responses = {
    '2XX': { description: 'Taken' },
    410: { description: 'Nothing more is wanted: the webhook is paused' },
    default: { description: 'Not taken: it is tried again, later and later, for a day' },
  };
  const requestBody = { required: true, ...json(event) };
  return { post: { operationId, tags, summary, parameters, requestBody, responses } };
}

/** What webhooks are told. */
export const hookEvents: Tree = {
  'act.admitted': told('webhooks.told', 'An act was admitted that you may see', AdmittedEvent),
  test: told('webhooks.tested', 'You asked for a test', TestEvent),
};
