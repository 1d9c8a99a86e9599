/** `/mcp` in a browser: how an assistant is connected, and what it can ask. */
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { PageContent } from '../../ui/page.ts';
import type { Text } from '../../ui/text/text.ts';
import { docsBreadcrumb, Snippets } from '../api/docs/docs-parts.tsx';
import { MCP_PATH } from './path.ts';
import type { QuestionTool } from './tools.ts';

function waysTo(origin: string) {
  const url = `${origin}${MCP_PATH}`;
  const pretty = (value: unknown) => JSON.stringify(value, null, 2);
  const headers = { Authorization: 'Bearer …' };
  const stdio = { command: 'concord', args: ['mcp'], env: { CONCORD_URL: origin } };
  const call = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  return [
    { name: 'HTTP', code: pretty({ mcpServers: { concord: { type: 'http', url } } }) },
    {
      name: 'HTTP + token',
      code: pretty({ mcpServers: { concord: { type: 'http', url, headers } } }),
    },
    { name: 'stdio', code: pretty({ mcpServers: { concord: stdio } }) },
    {
      name: 'curl',
      code:
        `curl ${url} -H 'Content-Type: application/json' \\\n` +
        "  -H 'Accept: application/json, text/event-stream' \\\n" +
        `  -d '${JSON.stringify(call)}'`,
    },
  ];
}

/** The page. */
export function mcpPage(text: Text, tools: readonly QuestionTool[], origin: string): PageContent {
  const title = text('host.mcp');
  return {
    title,
    description: text('host.mcp.why'),
    breadcrumb: docsBreadcrumb(text),
    body: (
      <>
        <div class="title">
          <h1>{title}</h1>
          <p>{text('host.mcp.why')}</p>
        </div>
        <ul>
          {(['cites', 'reads', 'token', 'bounds'] as const).map((key) => (
            <li>{text(`host.mcp.${key}`)}</li>
          ))}
        </ul>
        <h2 id="connect">{text('host.mcp.connect')}</h2>
        <Snippets snippets={waysTo(origin)} />
        <h2 id="tools">{text('host.mcp.tools')}</h2>
        <DataTable
          text={text}
          id="tool-list"
          caption={text('host.mcp.tools')}
          captionHidden
          columns={[
            { key: 'name', label: text('host.docs.column.name') },
            { key: 'title', label: text('host.docs.column.description') },
          ]}
          rows={tools.map((tool) => ({
            cells: {
              name: (
                <a href={tool.asked.docs}>
                  <code translate="no">{tool.name}</code>
                </a>
              ),
              title: <span lang="en">{tool.title}</span>,
            },
          }))}
        />
      </>
    ),
  };
}
