/** `GET /record/proof?act=…`: one act as a file that verifies without a node. */
import type { Hono } from 'hono';
import { ActId } from '../../kernel/act.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { INPUT_RULE } from '../host-rules.ts';
import { PROOF_PATHS, type ShowRefusal } from '../protection.ts';
import type { Services } from '../services.ts';
import { type HostContext, type HostEnv, viewerOf } from '../viewer.ts';

/** Of the id of an act, as much as names a file. */
const NAME_CHARACTERS = 16;

async function give(services: Services, c: HostContext): Promise<Response | Refusal> {
  const asked = new URL(c.req.url).searchParams.get('act') ?? '';
  const act = ActId.safeParse(asked).data;
  if (act === undefined) {
    return refuse(INPUT_RULE, said('The address names no act.'), {
      remedy: said('Name one by its id, as ?act= and 64 characters, 0-9 and a-f.'),
    });
  }
  const bytes = await services.store.exportProof({ act, viewer: viewerOf(c.get('session')) });
  if (isRefusal(bytes)) return bytes;
  // Buffers of node are views of bytes; the standard's type does not know their shared kind.
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'application/json',
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="${act.slice(0, NAME_CHARACTERS)}.proof.json"`,
      'cache-control': 'no-store',
    },
  });
}

/** Mounts it for people, and for machines, who are told of a refusal as they are elsewhere. */
export function mountProof(app: Hono<HostEnv>, services: Services, show: ShowRefusal): void {
  for (const path of PROOF_PATHS) {
    app.get(path, async (c) => {
      const given = await give(services, c);
      return isRefusal(given) ? show(c, given) : given;
    });
  }
}

/** The description of the file for OpenAPI; `refusals` are the responses that all paths share. */
export function proofPaths(refusals: Record<string, unknown>): Record<string, unknown> {
  const act = { name: 'act', in: 'query', required: true, schema: { type: 'string' } };
  const file = { type: 'object', description: 'concord-act-proof/1, in canonical JSON' };
  return {
    '/api/record/proof': {
      get: {
        operationId: 'record.proof',
        tags: ['record'],
        summary: 'One act with all that proves it, as a file that verifies offline',
        description:
          'The act as you may see it, the keys and mandates that it rests on, its admission, and ' +
          'that it stands in the log which the operator signed and witnesses cosigned.',
        parameters: [act],
        responses: {
          200: {
            description: 'The sealed file',
            content: { 'application/json': { schema: file } },
          },
          ...refusals,
        },
      },
    },
  };
}
