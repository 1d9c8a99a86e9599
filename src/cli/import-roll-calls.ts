/** `concord import roll-calls …`: a body's votes of the past, from the tables of a collection. */
import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import { z } from 'zod';
import { Failed, type NodeClient, Refused } from './node-client.ts';
import type { Terminal } from './program.ts';
import { tableText } from './show-answer.ts';

const Span = { votes: z.int(), from: z.string(), to: z.string() };
const Report = z.object({
  rows: z.array(z.object({ number: z.string(), outcome: z.string(), reason: z.string() })),
  unresolved: z.array(z.object({ name: z.string(), ...Span })),
  outOfTime: z.array(z.object({ actor: z.string(), ...Span })),
  differing: z.array(z.object({ number: z.string(), stated: z.string(), counted: z.string() })),
  faults: z.array(z.object({ table: z.string(), line: z.int(), reason: z.string() })),
  totals: z.record(z.string(), z.int()),
});
type Report = z.infer<typeof Report>;

const Options = z.object({
  body: z.string(),
  source: z.string(),
  votes: z.string(),
  voters: z.string().optional(),
  issues: z.string().optional(),
  group: z.string().optional(),
  meaning: z.array(z.string()),
  json: z.boolean().optional(),
});
type Options = z.infer<typeof Options>;

/** What somebody should look at, table by table, and the totals. */
export function rollCallsText(report: Report): string {
  const parts: [string, readonly Record<string, string | number>[]][] = [
    ['not recorded', report.rows],
    ['in the registry nobody is certainly meant by', report.unresolved],
    ['voted when, by the registry, they did not exist', report.outOfTime],
    ['votes that do not add up to the tally stated', report.differing],
    ['rows that could not be used', report.faults],
  ];
  const told = parts.flatMap(([title, rows]) =>
    rows.length === 0 ? [] : [`${title}:`, tableText(rows, false)],
  );
  const totals = Object.entries(report.totals).map(([name, count]) => `${name}: ${count}`);
  return [...told, ...totals].join('\n');
}

async function formOf(file: string, options: Options, terminal: Terminal): Promise<FormData> {
  const form = new FormData();
  const put = async (name: string, path: string | undefined): Promise<void> => {
    if (path === undefined) return;
    // Bytes of a file are of a plain buffer, which the standard's type asks for.
    const bytes = (await terminal.readBytes(path)) as Uint8Array<ArrayBuffer>;
    form.append(name, new File([bytes], path));
  };
  form.append('source', options.source);
  if (options.group !== undefined) form.append('group', options.group);
  if (options.meaning.length > 0) form.append('meanings', options.meaning.join('\n'));
  await put('roll-calls', file);
  await put('votes', options.votes);
  await put('voters', options.voters);
  await put('issues', options.issues);
  return form;
}

/** How often somebody who waits is told how far it has come. */
export const TOLD_MILLISECONDS = 1000;

const Progress = z.object({ done: z.int(), total: z.int(), state: z.string() });

/** What is told of an import that goes on; null while nothing of it is known. */
async function toldOf(client: NodeClient, path: string): Promise<string | null> {
  try {
    const { done, total, state } = Progress.parse(JSON.parse(await client.get(path)));
    return state === 'running' ? `${done} of ${total} roll calls` : null;
  } catch (error) {
    // Nothing was recorded yet, or the node is busy: the import itself says what is wrong.
    if (error instanceof Refused || error instanceof Failed) return null;
    throw error;
  }
}

/** Tells a person how far the import has come, line by line, until its answer is there. */
async function whileTelling<Answer>(
  client: NodeClient,
  terminal: Terminal,
  { path, answer }: { readonly path: string; readonly answer: Promise<Answer> },
): Promise<Answer> {
  if (!terminal.isTerminal) return answer;
  const answered = answer.then(
    () => true,
    () => true,
  );
  let said: string | null = null;
  while (!(await Promise.race([answered, setTimeout(TOLD_MILLISECONDS, false)]))) {
    const told = await toldOf(client, path);
    if (told !== null && told !== said) terminal.complain(told);
    said = told ?? said;
  }
  return answer;
}

/** The command for roll calls. */
export function importRollCallsCommand(client: NodeClient, terminal: Terminal): Command {
  const command = new Command('roll-calls')
    .description('Record a body’s roll calls of the past (CSV; importing again changes nothing)')
    .argument('<file>', 'the table of roll calls')
    .requiredOption('--body <name>', 'the body that voted, such as un-general-assembly')
    .requiredOption('--source <text>', 'where the roll calls were published')
    .requiredOption('--votes <file>', 'the table of votes, packed with gzip or not')
    .option('--voters <file>', 'the list of who voted, which votes name by its rows')
    .option('--issues <file>', 'which issues each roll call is about')
    .option('--group <id>', 'whose members alone can have voted, such as un')
    .option(
      '--meaning <name=actor>',
      'who is meant by a name where the registry leaves it open; may be repeated',
      (value: string, before: string[]) => [...before, value],
      [],
    )
    .option('--json', 'the report as JSON');
  return command.action(async (file: string) => {
    const options = Options.parse(command.opts());
    const packed = new Response(await formOf(file, options, terminal));
    const type = packed.headers.get('content-type') ?? 'multipart/form-data';
    const path = `/api/meetings/votes/${encodeURIComponent(options.body)}/import`;
    const answer = client.post(path, new Uint8Array(await packed.arrayBuffer()), type);
    const body = await whileTelling(client, terminal, { path, answer });
    const text = options.json === true ? body : rollCallsText(Report.parse(JSON.parse(body)));
    terminal.write(`${text}\n`);
  });
}
