/** `concord mcp`: a node for an assistant on this machine, line by line over standard streams. */
import { Command } from 'commander';
import { z } from 'zod';
import type { NodeClient } from './node-client.ts';
import type { Terminal } from './program.ts';

const MCP_PATH = '/mcp';
const INTERNAL_ERROR = -32_603;
const PARSE_ERROR = -32_700;
/** By these a message of the newer protocol says what it is; older ones need none. */
const VERSION_KEY = 'io.modelcontextprotocol/protocolVersion';

const Message = z.looseObject({
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  method: z.string().optional(),
  params: z
    .looseObject({
      name: z.string().optional(),
      uri: z.string().optional(),
      _meta: z.looseObject({ [VERSION_KEY]: z.string().optional() }).optional(),
    })
    .optional(),
});
type Message = z.infer<typeof Message>;

/** The headers under which the node expects a message. */
export function headersOf({ method, params }: Message): Record<string, string> {
  const accept = 'application/json, text/event-stream';
  const { _meta: meta, name, uri } = params ?? {};
  const version = meta?.[VERSION_KEY];
  if (version === undefined) return { accept };
  const told = { 'mcp-protocol-version': version, 'mcp-method': method, 'mcp-name': name ?? uri };
  const given = Object.entries(told).map(([key, value = '']): [string, string] => [key, value]);
  return { accept, ...Object.fromEntries(given.filter(([, value]) => value !== '')) };
}

/** The messages in an answer: by itself, or as events. */
export function messagesIn(body: string): string[] {
  const text = body.trim();
  if (text === '' || text.startsWith('{')) return text === '' ? [] : [text];
  return [...text.matchAll(/^data: ?(.+)$/gm)].map((found) => found[1] ?? '');
}

const errorLine = (id: Message['id'], code: number, message: string): string =>
  JSON.stringify({ jsonrpc: '2.0', id: id ?? null, error: { code, message } });

function readMessage(line: string): Message | null {
  try {
    return Message.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** What the node answers to one line; nothing where it was told, and not asked. */
async function answersTo(client: NodeClient, line: string): Promise<string[]> {
  const message = readMessage(line);
  if (message === null) return [errorLine(null, PARSE_ERROR, 'The line is no message.')];
  try {
    const { body, isMessage } = await client.exchange(MCP_PATH, line, headersOf(message));
    if (isMessage) return messagesIn(body);
    return message.id === undefined ? [] : [errorLine(message.id, INTERNAL_ERROR, body)];
  } catch (error) {
    // The assistant goes on; the node may be there again for its next question.
    const why = error instanceof Error ? error.message : String(error);
    return message.id === undefined ? [] : [errorLine(message.id, INTERNAL_ERROR, why)];
  }
}

/** Serves an assistant until its input ends. */
export function mcpCommand(client: NodeClient, terminal: Terminal): Command {
  return new Command('mcp')
    .description('Serve an assistant over standard streams (Model Context Protocol)')
    .action(async () => {
      for await (const line of terminal.lines?.() ?? []) {
        if (line.trim() === '') continue;
        for (const answer of await answersTo(client, line)) terminal.write(`${answer}\n`);
      }
    });
}
