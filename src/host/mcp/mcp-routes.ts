/** `POST /mcp`: the Model Context Protocol over streamable HTTP, each request by itself. */
import type { Hono } from 'hono';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { readBody } from '../api/acts.ts';
import { BODY_RULE, ORIGIN_RULE } from '../host-rules.ts';
import { problemResponse } from '../http-status.ts';
import { logIncident } from '../log.ts';
import { chooseLocale } from '../pages/locale.ts';
import { showPage } from '../pages/show-page.ts';
import type { Services } from '../services.ts';
import { ANYONE, type HostContext, type HostEnv, viewerOf } from '../viewer.ts';
import { mcpPage } from './mcp-page.tsx';
import { serverFor } from './mcp-server.ts';
import { MCP_PATH } from './path.ts';
import { type QuestionTool, questionTools } from './tools.ts';

/** Asks for a line that stays open; feeds and webhooks tell of what is new. */
const LISTEN = 'subscriptions/listen';
const METHOD_NOT_ALLOWED = 405;

/** A browser's page of another site asks nothing here: it might be led to by its name alone. */
function judgeOrigin(services: Services, c: HostContext): Refusal | null {
  const from = c.req.header('origin');
  const origin = services.config.origin ?? new URL(c.req.url).origin;
  if (from === undefined || from === origin) return null;
  return refuse(ORIGIN_RULE, said('The request comes from a page of another site.'), {
    remedy: said('Connect from a program, which sends no Origin.'),
  });
}

/** One message, and not many at once: what is bounded by the minute is not multiplied. */
async function readMessage(c: HostContext): Promise<{ json: object } | Refusal> {
  const body = await readBody(c);
  if (isRefusal(body)) return body;
  const { json } = body;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return refuse(BODY_RULE, said('The body is not one JSON-RPC message.'), {
      remedy: said('Send messages one by one.'),
    });
  }
  if ('method' in json && json.method === LISTEN) {
    return refuse(BODY_RULE, said('No line is kept open here.'), {
      remedy: said('Follow a feed (/feeds) or have a webhook called.'),
    });
  }
  return { json };
}

async function answer(services: Services, tools: readonly QuestionTool[], c: HostContext) {
  const refused = judgeOrigin(services, c);
  if (refused) return problemResponse(refused);
  const message = await readMessage(c);
  if (isRefusal(message)) return problemResponse(message);
  const session = c.get('session');
  const caller = {
    // A cookie is a person's at a browser, and this is for programs.
    viewer: session?.by === 'token' ? viewerOf(session) : ANYONE,
    origin: services.config.origin ?? new URL(c.req.url).origin,
  };
  const handler = createMcpHandler(() => serverFor(services, tools, caller), {
    onerror: (error) => void logIncident(services.log, error, `POST ${MCP_PATH}`),
  });
  const response = await handler.fetch(c.req.raw, { parsedBody: message.json });
  const headers = new Headers(response.headers);
  headers.set('cache-control', 'no-store');
  return new Response(response.body, { status: response.status, headers });
}

/** Mounts it, and the page that says how to connect. */
export function mountMcp(app: Hono<HostEnv>, services: Services): void {
  const tools = questionTools(services.areas);
  app.post(MCP_PATH, (c) => answer(services, tools, c));
  app.get(MCP_PATH, (c) => {
    // A client asks so for a line that stays open; there is none.
    if (!(c.req.header('accept') ?? '').includes('text/html')) {
      return new Response(null, { status: METHOD_NOT_ALLOWED, headers: { allow: 'POST' } });
    }
    const text = services.textIn(chooseLocale(c));
    const origin = services.config.origin ?? new URL(c.req.url).origin;
    return showPage(services, c, mcpPage(text, tools, origin), { section: 'api' });
  });
}
