/** `concord acts …`: acts from files, previewed or recorded. */
import { Command } from 'commander';
import { Failed, type NodeClient, Refused } from './node-client.ts';
import type { Terminal } from './program.ts';
import { answerText } from './show-answer.ts';

/** The acts in a text: one JSON object, a list of them, or one to a line. Throws Failed. */
export function actsIn(text: string): unknown[] {
  try {
    const json: unknown = JSON.parse(text);
    return Array.isArray(json) ? json : [json];
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line, at) => {
      try {
        return JSON.parse(line) as unknown;
      } catch {
        throw new Failed(`Line ${at + 1} is no JSON.`);
      }
    });
  }
}

async function sendAll(
  path: string,
  file: string,
  client: NodeClient,
  terminal: Terminal,
  json: boolean,
): Promise<void> {
  const acts = actsIn(await terminal.read(file));
  let refused = 0;
  for (const [at, act] of acts.entries()) {
    try {
      const body = await client.post(path, JSON.stringify(act));
      terminal.write(json ? `${body}\n` : `${answerText(JSON.parse(body), false)}\n\n`);
    } catch (error) {
      if (!(error instanceof Refused) || acts.length === 1) throw error;
      // One refusal does not keep the others out; each is told.
      refused += 1;
      terminal.complain(`act ${at + 1}: ${error.problem.reason} [${error.problem.rule}]`);
    }
  }
  if (refused > 0) {
    throw new Refused({
      reason: `${refused} of ${acts.length} acts were refused; the others were taken.`,
      rule: 'acts',
      citation: 'each act’s own, above',
    });
  }
}

/** The commands for acts. */
export function actsCommand(client: NodeClient, terminal: Terminal): Command {
  const acts = new Command('acts').description('Record, preview and look up acts');
  const sends = [
    ['submit', '/api/acts', 'Record the acts in a file (JSON, a list, or one to a line)'],
    ['preview', '/api/acts/preview', 'Show what the acts in a file would change'],
  ] as const;
  for (const [name, path, description] of sends) {
    const command = acts
      .command(name)
      .description(description)
      .argument('<file>', 'a file, or - for standard input')
      .option('--json', 'receipts as JSON, one to a line');
    command.action((file: string) =>
      sendAll(path, file, client, terminal, command.opts()['json'] === true),
    );
  }
  const show = acts
    .command('show')
    .description('Show a recorded act, verified by the node now')
    .argument('<id>')
    .option('--json', 'as JSON, with the signed bytes');
  show.action(async (id: string) => {
    const body = await client.get(`/api/acts/${encodeURIComponent(id)}`);
    const json = show.opts()['json'] === true;
    terminal.write(json ? `${body}\n` : `${answerText(JSON.parse(body), terminal.isTerminal)}\n`);
  });
  return acts;
}
