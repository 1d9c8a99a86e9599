/** The Model Context Protocol as a client speaks it, message by message. */
import { describe, expect, it } from 'vitest';
import { MCP_REQUESTS_MAX } from '../../src/host/limits.ts';
import { exampleApp } from './example-app.tsx';

type Message = Readonly<Record<string, unknown>>;
type App = ReturnType<typeof exampleApp>['app'];
const { app } = exampleApp();

const send = (message: unknown, headers: Record<string, string> = {}, to: App = app) =>
  to.request('/mcp', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body: typeof message === 'string' ? message : JSON.stringify(message),
  });

/** The message in an answer, whether it came by itself or as an event. */
async function messageIn(response: Response): Promise<Message> {
  const body = await response.text();
  const data = /^data: (.*)$/m.exec(body)?.[1] ?? body;
  return JSON.parse(data) as Message;
}

const ask = async (method: string, params: Message = {}, headers = {}) =>
  messageIn(await send({ jsonrpc: '2.0', id: 1, method, params }, headers));

interface Told {
  readonly result: { readonly isError?: boolean; readonly content: { readonly text: string }[] };
}

async function call(name: string, given: Message, headers = {}) {
  const message = await ask('tools/call', { name, arguments: given }, headers);
  // What a tool call is answered with, by the protocol.
  const { result } = message as unknown as Told;
  return { ...result, told: JSON.parse(result.content[0]?.text ?? 'null') as Message };
}

describe('an assistant', () => {
  it('is greeted, and told that everything only reads', async () => {
    const greeted = await ask('initialize', {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'test', version: '1' },
    });
    expect(greeted).toMatchObject({
      result: {
        serverInfo: { name: 'concord', title: 'Concord' },
        capabilities: { tools: {}, resources: {} },
        instructions: expect.stringContaining('cite'),
      },
    });
    const noted = await send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    expect(noted.status).toBe(202);
  });

  it('finds a tool for every question, with its schema, and none that acts', async () => {
    expect(await ask('tools/list')).toMatchObject({
      result: {
        tools: [
          {
            name: 'examples_things',
            title: 'Things by name',
            inputSchema: {
              type: 'object',
              properties: { name: { type: 'string' }, asOf: {}, knownAt: {}, rowsFrom: {} },
            },
            annotations: { readOnlyHint: true },
          },
        ],
      },
    });
  });

  it('is answered with what it needs to cite', async () => {
    const { told, isError } = await call('examples_things', { name: 'chair', asOf: '2016-11-04' });
    expect(isError).toBeUndefined();
    expect(told).toMatchObject({
      question: 'Things by name',
      answer: { asOf: '2016-11-04', rows: [{ name: 'chair' }] },
      rows: { from: 0, all: 1, next: null },
      cite: {
        asOf: '2016-11-04',
        knownAt: null,
        at: {
          answer: 'http://localhost/api/examples/things?name=chair&asOf=2016-11-04',
          documentation: 'http://localhost/api/docs/questions/examples.things',
        },
      },
    });
  });

  it('is told of a refusal as an error of the tool, with rule, citation and remedy', async () => {
    const refused = await call('examples_things', { name: 'nobody' });
    expect(refused.isError).toBe(true);
    expect(refused.told).toMatchObject({
      rule: 'examples.known',
      citation: 'Example Convention Art. 2',
    });
    const unknown = await call('acts_submit', {});
    expect(unknown).toMatchObject({ isError: true, told: { rule: 'host.unknown' } });
    expect(unknown.told['remedy']).toContain('examples_things');
  });

  it.each([
    [{ count: 4 }],
    [{ count: '1' }],
    [{ nmae: 'x' }],
    [{ asOf: '2023-02-31' }],
    [{ asOf: 7 }],
    [{ rowsFrom: -1 }],
    [{ rowsFrom: 0.5 }],
  ])('is refused the arguments %j in words', async (given) => {
    const { isError, told } = await call('examples_things', given);
    expect(isError).toBe(true);
    expect(told['rule']).toMatch(/^host\.(input|date)$/);
  });

  it('reads a register as text, and is told where there is none', async () => {
    const listed = await ask('resources/templates/list');
    expect(listed).toMatchObject({
      result: { resourceTemplates: [{ uriTemplate: 'concord://examples/{name}' }] },
    });
    const read = await ask('resources/read', { uri: 'concord://examples/table' });
    expect(read).toMatchObject({
      result: {
        contents: [{ mimeType: 'application/json', text: expect.stringContaining('table') }],
      },
    });
    const strange = ['concord://none/table', 'concord://examples/../a', 'file:///etc/passwd'];
    for (const uri of strange) {
      expect(await ask('resources/read', { uri })).toHaveProperty('error');
    }
  });
});

describe('the protocol’s address', () => {
  it('is closed to pages of other sites, and open to its own', async () => {
    const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
    const from = async (origin: string) => (await send(list, { origin })).status;
    expect(await from('https://elsewhere.example')).toBe(403);
    expect(await from('null')).toBe(403);
    expect(await from('http://localhost')).toBe(200);
  });

  it.each([
    ['no JSON', '{'],
    ['an array of messages', '[{"jsonrpc":"2.0","id":1,"method":"tools/list"}]'],
    ['a text', '"tools/list"'],
    ['nothing', 'null'],
    ['a name twice', '{"jsonrpc":"2.0","id":1,"id":2,"method":"tools/list"}'],
    ['a line to be kept open', '{"jsonrpc":"2.0","id":1,"method":"subscriptions/listen"}'],
  ])('refuses %s with the rule', async (_, body) => {
    const response = await send(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ rule: 'host.body' });
  });

  it.each([
    [{ jsonrpc: '2.0', id: 1, method: 'tools/nothing' }],
    [{ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 7 } }],
    [{ jsonrpc: '2.0', id: 1, method: 'tools/call', params: [] }],
    [{ jsonrpc: '1.0', id: 1, method: 'tools/list' }],
    [{ jsonrpc: '2.0', id: 1, method: '__proto__' }],
    [{}],
  ])('answers %j with an error and shows nothing of itself', async (message) => {
    const response = await send(message);
    const body = await response.text();
    expect(response.status).toBeLessThan(500);
    expect(body).toContain('error');
    expect(body).not.toMatch(/node_modules|\.ts:|\bat \w+ \(/);
  });

  it('opens no line, and shows people how to connect', async () => {
    expect((await app.request('/mcp')).status).toBe(405);
    const page = await app.request('/mcp', { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('examples_things');
  });

  it('is bounded by the minute', async () => {
    const { app: busy } = exampleApp();
    const note = { jsonrpc: '2.0', method: 'notifications/initialized' };
    const statuses: number[] = [];
    for (let sent = 0; sent <= MCP_REQUESTS_MAX; sent++) {
      statuses.push((await send(note, {}, busy)).status);
    }
    expect(statuses.slice(-2)).toEqual([202, 429]);
  });
});
