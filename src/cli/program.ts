/** The command line, made from what the node lists. Exit codes: 0 done, 1 refused, 2 failed. */
import { setTimeout } from 'node:timers/promises';
import { Command, CommanderError } from 'commander';
import { adminCommand } from './admin-command.ts';
import { actsCommand } from './acts-command.ts';
import { askCommand } from './ask-command.ts';
import { attachCommand } from './attach-command.ts';
import { type Clients, ballotCommand, checkCommand } from './ballot-command.ts';
import { DEFAULT_URL, Failed, Refused, createClient } from './node-client.ts';
import { type NodeIndex, fetchIndex } from './node-index.ts';
import { exportCommand, verifyFileCommand } from './record-file-commands.ts';
import { bundleCommand } from './node-commands.ts';
import { importCommand } from './import-command.ts';
import { OFFLINE_STEPS, keyCommand, offlineKeyCommand } from './key-commands.ts';
import { mcpCommand } from './mcp-command.ts';
import { readCommand } from './read-command.ts';
import { proofCommand } from './proof-command.ts';
import { taxiiCommand } from './taxii-command.ts';
import { completeCommand, completionCommand } from './completion-command.ts';
import { questionCommand } from './question-command.ts';

/** The outside of the command line; tests put their own in its place. */
export interface Terminal {
  /** Whether a person reads along. */
  readonly isTerminal: boolean;
  write(text: string): void;
  complain(line: string): void;
  /** The text of a file, or of standard input for `-`. */
  read(file: string): Promise<string>;
  /** The bytes of a file, or of standard input for `-`. */
  readBytes(file: string): Promise<Uint8Array>;
  /** Makes a folder where there is none; absent: files go into folders that there are. */
  makeFolder?(folder: string): Promise<void>;
  /** The lines of standard input, each as it comes; absent: there are none. */
  lines?(): AsyncIterable<string>;
  /**
   * Writes a file, in place of one of that name; a secret for the user's eyes only, and never in
   * place of another.
   */
  save(file: string, content: string | Uint8Array, secret?: 'secret'): Promise<void>;
}

export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  readonly fetch: typeof fetch;
  /** Waits for a node that asks for it; absent: with the clock. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

function build(
  { client, unnamed }: Clients,
  index: NodeIndex,
  { terminal, environment }: Pick<Surroundings, 'terminal' | 'environment'>,
): Command {
  const program = new Command('concord')
    .description(`Ask ${index.node}, and act there.`)
    .addHelpText(
      'after',
      '\nCONCORD_URL names the node, CONCORD_TOKEN lets you act; make one at /account/tokens.' +
        '\nExit codes: 0 done; 1 the node or the law says no; 2 not understood, or no answer.' +
        '\n\nExamples:' +
        '\n  concord agreements status paris-agreement USA' +
        '\n  concord agreements status --agreement paris-agreement --actor USA --json' +
        '\n  concord export all --to public-record' +
        '\n  concord completion bash > ~/.concord-completion',
    );
  for (const area of index.areas) {
    const command = program.command(area.name).description(area.title);
    for (const question of area.questions) {
      command.addCommand(questionCommand(question, client, terminal));
    }
  }
  if (index.areas.some(({ name }) => name === 'search')) {
    program.addCommand(askCommand(client, terminal));
  }
  program.addCommand(actsCommand(client, terminal));
  program.addCommand(attachCommand(client, terminal));
  program.addCommand(ballotCommand({ client, unnamed }, terminal));
  program.addCommand(importCommand(client, terminal));
  program.addCommand(adminCommand(client, terminal));
  program.addCommand(bundleCommand(client, terminal));
  program.addCommand(completionCommand(terminal));
  program.addCommand(completeCommand(program, client, terminal), { hidden: true });
  program.addCommand(exportCommand(client, terminal));
  program.addCommand(keyCommand(client, terminal));
  program.addCommand(mcpCommand(client, terminal));
  program.addCommand(proofCommand(client, terminal));
  program.addCommand(verifyFileCommand(terminal));
  program.addCommand(readCommand(client, terminal));
  program.addCommand(taxiiCommand(client, terminal, environment));
  program
    .command('openapi')
    .description('The OpenAPI 3.1 description of the node')
    .action(async () => terminal.write(`${await client.get('/api/openapi.json')}\n`));
  return program;
}

/** Output and exits of commander, for it and all commands below it. */
function tame(command: Command, terminal: Terminal): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => terminal.write(text),
    writeErr: (text) => terminal.complain(text.trimEnd()),
  });
  for (const below of command.commands) tame(below, terminal);
}

function exitCodeOf(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Refused) {
    const { reason, rule, citation, remedy } = error.problem;
    terminal.complain(`${reason}\n  rule: ${rule} (${citation})`);
    if (remedy !== undefined) terminal.complain(`  what to do: ${remedy}`);
    return 1;
  }
  terminal.complain(error instanceof Failed ? error.message : `Unexpected: ${String(error)}`);
  return 2;
}

/** What is done without a node, also where none is known; null for every other command. */
function buildOffline(words: readonly string[], terminal: Terminal): Command | null {
  const [name, step = ''] = words;
  const program = new Command('concord');
  if (name === 'verify-file') return program.addCommand(verifyFileCommand(terminal));
  if (name === 'completion') return program.addCommand(completionCommand(terminal));
  if (name === 'ballot' && step === 'check') {
    return program.addCommand(new Command('ballot').addCommand(checkCommand(terminal)));
  }
  return name === 'key' && OFFLINE_STEPS.has(step)
    ? program.addCommand(offlineKeyCommand(terminal))
    : null;
}

async function buildFromNode({ environment, terminal, ...around }: Surroundings): Promise<Command> {
  const url = environment['CONCORD_URL'] || DEFAULT_URL;
  if (!URL.canParse(url)) throw new Failed(`CONCORD_URL is no address: ${url}`);
  const token = environment['CONCORD_TOKEN'] || null;
  const wait = around.wait ?? setTimeout;
  const client = createClient({ url, token, fetch: around.fetch, wait });
  const unnamed = createClient({ url, token: null, fetch: around.fetch, wait });
  return build({ client, unnamed }, await fetchIndex(client), { terminal, environment });
}

/** Runs one command line and returns its exit code. */
export async function run(words: readonly string[], around: Surroundings): Promise<number> {
  const { terminal } = around;
  try {
    const program = buildOffline(words, terminal) ?? (await buildFromNode(around));
    tame(program, terminal);
    await program.parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    return exitCodeOf(error, terminal);
  }
}
