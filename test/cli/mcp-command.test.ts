import { describe, expect, it } from 'vitest';
import { headersOf, messagesIn } from '../../src/cli/mcp-command.ts';
import { run } from '../../src/cli/program.ts';
import { exampleApp } from '../host/example-app.tsx';

/** What an assistant hears that says these lines. */
async function heard(...lines: string[]): Promise<unknown[]> {
  const { app } = exampleApp();
  const out: string[] = [];
  async function* said() {
    yield* lines;
  }
  const code = await run(['mcp'], {
    environment: { CONCORD_URL: 'http://node.example' },
    fetch: async (input, init) =>
      app.request(input instanceof Request ? input : input.toString(), init),
    terminal: {
      isTerminal: false,
      write: (text) => out.push(text),
      complain: () => 0,
      read: async () => '',
      readBytes: async () => new Uint8Array(),
      lines: said,
      save: async () => undefined,
    },
  });
  expect(code).toBe(0);
  return out.map((line): unknown => JSON.parse(line));
}

const message = (method: string, params = {}) =>
  JSON.stringify({ jsonrpc: '2.0', id: 7, method, params });

describe('concord mcp', () => {
  it('carries each message to the node and its answer back, on a line of its own', async () => {
    const answers = await heard(
      message('tools/list'),
      JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }),
      '',
      message('tools/call', { name: 'examples_things', arguments: { name: 'chair' } }),
    );
    expect(answers).toMatchObject([
      { id: 7, result: { tools: [{ name: 'examples_things' }] } },
      { id: 7, result: { content: [{ text: expect.stringContaining('chair') }] } },
    ]);
  });

  it('goes on after a line that is none, and after a refusal of the node', async () => {
    const answers = await heard('{', message('subscriptions/listen'), message('ping'));
    expect(answers).toMatchObject([
      { id: null, error: { code: -32_700 } },
      { id: 7, error: { message: 'No line is kept open here.' } },
      { id: 7, result: {} },
    ]);
  });

  it('tells the node what a message of the newer protocol is', () => {
    const meta = { 'io.modelcontextprotocol/protocolVersion': '2026-07-28' };
    expect(headersOf({ method: 'tools/call', params: { name: 'one', _meta: meta } })).toMatchObject(
      { 'mcp-method': 'tools/call', 'mcp-name': 'one', 'mcp-protocol-version': '2026-07-28' },
    );
  });

  it('reads an answer that comes as events', () => {
    expect(messagesIn('event: message\ndata: {"id":1}\n\ndata: {"id":2}\n\n')).toEqual([
      '{"id":1}',
      '{"id":2}',
    ]);
    expect(messagesIn('')).toEqual([]);
  });
});
