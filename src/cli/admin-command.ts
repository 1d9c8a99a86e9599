/** `concord admin …`: offices and people of a node, for its administrators. */
import { Command } from 'commander';
import { z } from 'zod';
import { nodeCommand } from './node-commands.ts';
import type { NodeClient } from './node-client.ts';
import type { Terminal } from './program.ts';
import { answerText } from './show-answer.ts';

const Office = z.object({
  actor: z.string(),
  office: z.string().optional(),
  title: z.string().optional(),
  source: z.string(),
  exempt: z.boolean().optional(),
  covers: z.array(z.string()).optional(),
  registers: z.array(z.string()).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});

/** The office as the API takes it. */
function officeOf(options: z.output<typeof Office>): object {
  const { actor, office, title, source, exempt = false } = options;
  const { covers, registers = null, from: fromOn, to: toOn = null } = options;
  const mandate = covers === undefined ? undefined : { covers, registers, fromOn, toOn };
  return { actor, office, title, source, exemptFromFullPowers: exempt, mandate };
}

function officeCommand(send: (path: string, body: object) => Promise<void>): Command {
  const command = new Command('office')
    .description('Let an office sign on the node: its key, and the mandate of its actor')
    .requiredOption('--actor <code>', 'for whom it acts, such as KEN')
    .requiredOption('--source <text>', 'the note verbale or letter, with reference and date')
    .option('--office <id>', 'such as ken-ministry-foreign-affairs; absent: the actor itself')
    .option('--title <text>', 'what the office is called')
    .option('--exempt', 'it binds its actor without full powers (VCLT Art. 7(2))')
    .option('--covers <kinds...>', 'kinds of act: agreements.sign, agreements.*, *')
    .option('--registers <registers...>', 'such as agreements/paris-agreement; absent: all')
    .option('--from <day>', 'first day of the mandate; absent: today')
    .option('--to <day>', 'last day of the mandate; absent: until it is revoked');
  return command.action(() => send('/api/admin/offices', officeOf(Office.parse(command.opts()))));
}

const Invitation = z.object({
  name: z.string(),
  email: z.string(),
  actors: z.array(z.string()).default([]),
  administrator: z.boolean().default(false),
});

function inviteCommand(send: (path: string, body: object) => Promise<void>): Command {
  const command = new Command('invite')
    .description('Invite a person; prints the one-time link to hand over')
    .requiredOption('--name <name>', 'as others know the person')
    .requiredOption('--email <address>', 'with which they sign in')
    .option('--actors <ids...>', 'the actors and offices that they act for')
    .option('--administrator', 'whether they administer the node');
  return command.action(() => send('/api/admin/people', Invitation.parse(command.opts())));
}

function standingCommand(send: (path: string, body: object) => Promise<void>): Command {
  const command = new Command('standing')
    .description('Have a node that was restored ask its peers for its streams, and sign again')
    .option('--without-peers <operator>', 'go on all the same; type the operator’s name');
  return command.action(() => {
    const { withoutPeers } = command.opts<{ withoutPeers?: string }>();
    return send('/api/admin/standing', { confirmed: withoutPeers ?? null });
  });
}

/** The commands for administrators. */
export function adminCommand(client: NodeClient, terminal: Terminal): Command {
  const admin = new Command('admin').description(
    'Offices, people and other nodes, for administrators',
  );
  const tell = (body: string, json: boolean) =>
    terminal.write(json ? `${body}\n` : `${answerText(JSON.parse(body), terminal.isTerminal)}\n`);
  const sending = (make: (send: (path: string, body: object) => Promise<void>) => Command) => {
    const command: Command = make(async (path, body) => {
      const answer = await client.post(path, JSON.stringify(body));
      tell(answer, command.opts()['json'] === true);
    });
    admin.addCommand(command.option('--json', 'the answer as JSON'));
  };
  sending(officeCommand);
  sending(standingCommand);
  sending(inviteCommand);
  admin.addCommand(nodeCommand(client, terminal));
  const people = admin
    .command('people')
    .description('Who has an account, and for whom each acts')
    .option('--json', 'the answer as JSON');
  people.action(async () => {
    tell(await client.get('/api/admin/people'), people.opts()['json'] === true);
  });
  return admin;
}
