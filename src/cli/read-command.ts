/** `concord read declarations …`: what a text of declarations is read as; nothing is recorded. */
import { Command } from 'commander';
import { z } from 'zod';
import { Failed, type NodeClient } from './node-client.ts';
import type { Terminal } from './program.ts';
import { tableText } from './show-answer.ts';

const Report = z.object({
  statements: z.array(
    z.object({
      participant: z.string(),
      actor: z.string().nullable(),
      ordinal: z.int(),
      kind: z.string(),
      confidence: z.int(),
      provisions: z.array(z.string()),
      towards: z.array(z.string()),
      recordedAs: z.string().nullable(),
      text: z.string(),
    }),
  ),
  skipped: z.array(z.object({ reason: z.string() })),
  silent: z.array(z.string()),
});
type Report = z.infer<typeof Report>;

const Options = z.object({ agreement: z.string(), json: z.boolean().optional() });

const BEGINNING_SHOWN_MAX = 60;

/** A row for each statement, and how many parts were passed over. */
function readingText({ statements, skipped, silent }: Report): string {
  const rows = statements.map((one) => ({
    participant: one.participant,
    place: one.ordinal,
    actor: one.actor ?? '',
    kind: one.kind,
    confidence: one.confidence,
    provisions: one.provisions.join(' '),
    towards: one.towards.join(' '),
    recorded: one.recordedAs === null ? '' : one.recordedAs.slice(0, 12),
    words: one.text.replaceAll(/\s+/g, ' ').slice(0, BEGINNING_SHOWN_MAX),
  }));
  return [
    ...(rows.length > 0 ? [tableText(rows, false)] : []),
    `statements: ${statements.length}`,
    `passed over: ${skipped.length}`,
    ...(silent.length > 0 ? [`without words: ${silent.join(', ')}`] : []),
  ].join('\n');
}

/** The commands that read texts into proposals. */
export function readCommand(client: NodeClient, terminal: Terminal): Command {
  const command = new Command('read').description('Read texts into proposals; nothing is recorded');
  const declarations = command
    .command('declarations')
    .description('Read reservations, declarations and objections as a depositary publishes them')
    .argument('<file>', 'a file, or - for standard input')
    .requiredOption('--agreement <id>', 'the agreement that the text is about')
    .option('--json', 'all that was read, with the reasons, as JSON');
  declarations.action(async (file: string) => {
    const options = Options.parse(declarations.opts());
    const words = await terminal.read(file);
    if (words.includes('\ufffd')) throw new Failed(`${file} is not UTF-8; nothing was sent.`);
    const path = `/api/agreements/${encodeURIComponent(options.agreement)}/read-declarations`;
    const body = await client.post(path, JSON.stringify({ text: words }));
    const text = options.json === true ? body : readingText(Report.parse(JSON.parse(body)));
    terminal.write(`${text}\n`);
  });
  return command;
}
