/** `concord import draft …`: a text with brackets, tabled in a session. */
import { Command } from 'commander';
import { z } from 'zod';
import type { NodeClient } from './node-client.ts';
import type { Terminal } from './program.ts';
import { sendText } from './send-text.ts';

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
    const { json = false, text, ...given } = Options.parse(command.opts());
    const path = `/api/meetings/texts/${encodeURIComponent(text)}`;
    await sendText(client, terminal, { file, path, given, json });
  });
}
