/** `concord import draft …`: a text with brackets, tabled in a session. */
import { Command } from 'commander';
import { z } from 'zod';
import { putTextText } from './import-text.ts';
import { Failed, type NodeClient } from './node-client.ts';
import type { Terminal } from './program.ts';

const Answer = z.object({
  id: z.string().nullable(),
  title: z.string(),
  language: z.string(),
  provisions: z.array(z.string()),
  remarks: z.array(z.object({ line: z.int(), what: z.string() })),
});

const Options = z.object({
  text: z.string(),
  session: z.string(),
  language: z.string().optional(),
  title: z.string().optional(),
  symbol: z.string().optional(),
  source: z.string().optional(),
  actor: z.string().optional(),
  preview: z.boolean().optional(),
  json: z.boolean().optional(),
});
type Options = z.infer<typeof Options>;

function address({ text, json: _json, ...given }: Options): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) query.set(name, String(value));
  }
  return `/api/meetings/texts/${encodeURIComponent(text)}?${query.toString()}`;
}

/** The command for drafts. */
export function importDraftCommand(client: NodeClient, terminal: Terminal): Command {
  const command = new Command('draft')
    .description('Table a text with brackets (Akoma Ntoso, Markdown or plain) in a session')
    .argument('<file>', 'a file, or - for standard input')
    .requiredOption('--text <name>', 'the name under which it is negotiated, draft-declaration')
    .requiredOption('--session <name>', 'the session in which it is negotiated')
    .option('--language <code>', 'where the file does not name its own')
    .option('--title <text>', 'absent: as the text says')
    .option('--symbol <symbol>', 'absent: as the text says')
    .option('--source <text>', 'where it is recorded from; absent: it is signed')
    .option('--actor <id>', 'in whose name; absent: the node’s operator')
    .option('--preview', 'read it only; record nothing')
    .option('--json', 'the answer as JSON');
  return command.action(async (file: string) => {
    const options = Options.parse(command.opts());
    const words = await terminal.read(file);
    if (words.includes('\ufffd')) throw new Failed(`${file} is not UTF-8; nothing was sent.`);
    const type = /^\ufeff?\s*</.test(words) ? 'application/akn+xml' : 'text/plain';
    const body = await client.post(address(options), words, `${type}; charset=utf-8`);
    const text = options.json === true ? body : putTextText(Answer.parse(JSON.parse(body)));
    terminal.write(`${text}\n`);
  });
}
