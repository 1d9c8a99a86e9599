/** `concord import text …`: the text of an agreement, as Akoma Ntoso or plainly. */
import { Command } from 'commander';
import { z } from 'zod';
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
type Options = z.infer<typeof Options>;

function address({ agreement, json: _json, ...given }: Options): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) query.set(name, String(value));
  }
  return `/api/agreements/${encodeURIComponent(agreement)}/text?${query.toString()}`;
}

/** What was read, and what of it is on record now. */
export function putTextText(answer: z.infer<typeof Answer>): string {
  const { id, language, provisions, remarks, title } = answer;
  const told = remarks.map(({ line, what }) => (line === 0 ? what : `line ${line}: ${what}`));
  return [
    `${provisions.length} provisions of “${title}” (${language})`,
    ...told,
    id === null ? 'nothing was recorded' : `recorded as ${id}`,
  ].join('\n');
}

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
    const options = Options.parse(command.opts());
    const words = await terminal.read(file);
    if (words.includes('\ufffd')) throw new Failed(`${file} is not UTF-8; nothing was sent.`);
    const isXml = /^\ufeff?\s*</.test(words);
    const type = isXml ? 'application/akn+xml' : 'text/plain';
    const body = await client.post(address(options), words, `${type}; charset=utf-8`);
    const text = options.json === true ? body : putTextText(Answer.parse(JSON.parse(body)));
    terminal.write(`${text}\n`);
  });
}
