/** `GET /record/export?register=…`: one register as a file that verifies without a node. */
import type { Hono } from 'hono';
import { RegisterKey } from '../../kernel/act.ts';
import { type FileAnswer, RECORD_FILE_ACTS_MAX, fileAnswer } from '../../kernel/record-file.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { INPUT_RULE } from '../host-rules.ts';
import { EXPORT_PATHS, type ShowRefusal } from '../protection.ts';
import { type Services, todayOf } from '../services.ts';
import { readTimes } from '../times.ts';
import { type HostContext, type HostEnv, viewerOf } from '../viewer.ts';

/** What the node answers about the register, where its area has a question that sums one up. */
async function answerTo(
  services: Services,
  register: string,
  at: { viewer: ReturnType<typeof viewerOf>; asOf: string },
): Promise<FileAnswer | null> {
  const [area = '', name = ''] = register.split('/');
  const summary = services.areas.find((one) => one.name === area)?.summary?.(name);
  if (!summary) return null;
  const { question, input } = summary;
  const answer = await services.store.ask(question, input, { ...at, knownAt: null });
  return isRefusal(answer) ? null : fileAnswer(question.name, at.asOf, answer);
}

async function give(services: Services, c: HostContext): Promise<Response | Refusal> {
  const { searchParams } = new URL(c.req.url);
  const times = readTimes(searchParams, todayOf(services));
  if (isRefusal(times)) return times;
  const register = RegisterKey.safeParse(searchParams.get('register') ?? '').data;
  if (register === undefined) {
    return refuse(INPUT_RULE, said('The address names no register.'), {
      remedy: said('Name one, such as ?register=agreements/paris-agreement.'),
    });
  }
  const viewer = viewerOf(c.get('session'));
  const answer = await answerTo(services, register, { viewer, asOf: times.asOf });
  const bytes = await services.store.exportRecord({ register, viewer, answer });
  if (isRefusal(bytes)) return bytes;
  const name = `${register.replace('/', '-')}.record.json`;
  // Buffers of node are views of bytes; the standard's type does not know their shared kind.
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'application/json',
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

/** Mounts it for people, and for machines, who are told of a refusal as they are elsewhere. */
export function mountExport(app: Hono<HostEnv>, services: Services, show: ShowRefusal): void {
  for (const path of EXPORT_PATHS) {
    app.get(path, async (c) => {
      const given = await give(services, c);
      return isRefusal(given) ? show(c, given) : given;
    });
  }
}

/** The description of the file for OpenAPI; `refusals` are the responses that all paths share. */
export function exportPaths(refusals: Record<string, unknown>): Record<string, unknown> {
  const register = { name: 'register', in: 'query', required: true, schema: { type: 'string' } };
  const description =
    `At most ${RECORD_FILE_ACTS_MAX} acts and 64 MiB, documents of 16 MiB together among them; ` +
    '`concord verify-file` verifies it without a node. Its format is described in interop/.';
  const file = { type: 'object', description: 'concord-record-file/1, in canonical JSON' };
  return {
    '/api/record/export': {
      get: {
        operationId: 'record.export',
        tags: ['record'],
        summary: 'One register as a file that verifies offline',
        description,
        parameters: [register, { $ref: '#/components/parameters/asOf' }],
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
