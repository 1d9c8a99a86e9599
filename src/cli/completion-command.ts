/** `concord completion`, and `concord complete`, which the shells' scripts ask. */
import { Argument, Command } from 'commander';
import { complete } from './complete.ts';
import { SHELLS, type Shell, completionScript } from './completion-script.ts';
import type { NodeClient } from './node-client.ts';
import type { Terminal } from './program.ts';
import { harmless } from './show-answer.ts';

/** Prints a shell's script. */
export function completionCommand(terminal: Terminal): Command {
  return new Command('completion')
    .description('Print the script by which a shell completes: source it where the shell begins')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .addHelpText('after', '\nExample:\n  concord completion bash > ~/.concord-completion')
    .action((shell: Shell) => terminal.write(completionScript(shell)));
}

/** Says what may follow the words, one to a line with what it is. */
export function completeCommand(program: Command, client: NodeClient, terminal: Terminal): Command {
  const command = new Command('complete').argument('[words...]');
  return command.action(async (words: readonly string[]) => {
    for (const { word, says } of await complete(program, words, client)) {
      terminal.write(`${harmless(word)}\t${harmless(says)}\n`);
    }
  });
}
