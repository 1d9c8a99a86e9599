/** `concord import text …`: the text of an agreement, as Akoma Ntoso or plainly. */
import { Command } from 'commander';
import { z } from 'zod';
import type { NodeClient } from './node-client.ts';
import type { Terminal } from './program.ts';
import { sendText } from './send-text.ts';

const Options = z.object({
  agreement: z.string(),
  on: z.string(),
  language: z.string().optional(),
  title: z.string().optional(),
  source: z.string().optional(),
  actor: z.string().optional(),
  translation: z.boolean().optional(),
  preview: z.boolean().optional(),
  json: z.boolean().optional(),
});

/** The command for texts. */
export function importTextCommand(client: NodeClient, terminal: Terminal): Command {
  const command = new Command('text')
    .description('Put down the text of an agreement (Akoma Ntoso, or plain with “Article 1”)')
    .argument('<file>', 'a file, or - for standard input')
    .requiredOption('--agreement <id>', 'the agreement, or a new name for a draft')
    .requiredOption('--on <day>', 'the day on which the text was put down')
    .option('--language <code>', 'of plain text, its language; Akoma Ntoso names its own')
    .option('--title <text>', 'absent: as the text says')
    .option('--source <text>', 'where it is recorded from; absent: it is signed')
    .option('--actor <id>', 'in whose name; absent: the node’s operator')
    .option('--translation', 'it is not authentic')
    .option('--preview', 'read it only; record nothing')
    .option('--json', 'the answer as JSON');
  return command.action(async (file: string) => {
    const { json = false, agreement, ...given } = Options.parse(command.opts());
    const path = `/api/agreements/${encodeURIComponent(agreement)}/text`;
    await sendText(client, terminal, { file, path, given, json });
  });
}
