/** What the node offers over the Model Context Protocol: questions and documents, and no acts. */
import { PROGRAM_VERSION } from '../version.ts';
import { ResourceNotFoundError, Server } from '@modelcontextprotocol/server';
import type { Services } from '../services.ts';
import { type Caller, callTool } from './call-tool.ts';
import { readResource, resourceTemplates } from './resources.ts';
import type { QuestionTool } from './tools.ts';

const INSTRUCTIONS =
  'Concord keeps signed acts of States and organisations; from these follow what is in force, ' +
  'who is bound, and how votes went. Find ids with the search tools first. Every answer has ' +
  '“cite”: name its rules and link its acts when you answer, and say as of which day it holds. ' +
  'What is not on record is unknown; a refusal says what to do. Everything here only reads.';

/** A server for one request of one caller. */
export function serverFor(
  services: Services,
  tools: readonly QuestionTool[],
  caller: Caller,
): Server {
  const server = new Server(
    { name: 'concord', title: services.config.name, version: PROGRAM_VERSION },
    { capabilities: { tools: {}, resources: {} }, instructions: INSTRUCTIONS },
  );
  const listed = tools.map(({ name, title, description, inputSchema, annotations }) => {
    return { name, title, description, inputSchema, annotations };
  });
  // The schemas are JSON, as the protocol's type asks; ours names what the host reads of them.
  server.setRequestHandler('tools/list', () => ({ tools: listed as never }));
  server.setRequestHandler('tools/call', ({ params }) => {
    const called = { name: params.name, given: params.arguments ?? {} };
    return callTool(services, tools, called, caller);
  });
  server.setRequestHandler('resources/list', () => ({ resources: [] }));
  server.setRequestHandler('resources/templates/list', () => ({
    resourceTemplates: resourceTemplates(services.areas),
  }));
  server.setRequestHandler('resources/read', async ({ params }) => {
    const found = await readResource(services, params.uri, caller);
    if (found === null) throw new ResourceNotFoundError(params.uri.slice(0, 200));
    return { contents: [found] };
  });
  return server;
}
