/** `concord admin node …` and `concord bundle …`: other nodes, over the line and on a stick. */
import { Command } from 'commander';
import type { NodeClient } from './node-client.ts';
import type { Terminal } from './program.ts';
import { answerText } from './show-answer.ts';

const PATH = '/api/admin/nodes';
/** As the node declares it. */
const BUNDLE_MEDIA_TYPE = 'application/vnd.concord.bundle';
const BUNDLE_PATH = '/api/admin/bundle';

type Show = (body: string, command: Command) => void;

const shower =
  (terminal: Terminal): Show =>
  (body, command) => {
    const json = command.opts()['json'] === true;
    terminal.write(json ? `${body}\n` : `${answerText(JSON.parse(body), terminal.isTerminal)}\n`);
  };

function followCommand(client: NodeClient, show: Show): Command {
  const command = new Command('follow')
    .description('Look at a node, and follow it once you compared its fingerprint')
    .argument('<address>', 'such as https://concord.example')
    .option('--fingerprint <groups>', 'as its operator told you; absent: look at it only')
    .option('--relay', 'envelopes for this node may lie there')
    .option('--json', 'the answer as JSON');
  return command.action(async (address: string) => {
    const { fingerprint, relay = false } = command.opts<{ fingerprint?: string; relay?: true }>();
    const asked = { address, relay, ...(fingerprint === undefined ? {} : { fingerprint }) };
    show(await client.post(PATH, JSON.stringify(asked)), command);
  });
}

/** The commands for other nodes, for administrators. */
export function nodeCommand(client: NodeClient, terminal: Terminal): Command {
  const show = shower(terminal);
  const node = new Command('node').description('Other nodes: follow, list, pull, leave, unfollow');
  node.addCommand(followCommand(client, show));
  const list = node.command('list').description('The nodes that are followed');
  list.option('--json', 'the answer as JSON');
  list.action(async () => show(await client.get(PATH), list));
  const pull = node.command('pull').description('Have a node visited now, or all of them');
  pull.argument('[operator]').option('--json', 'the answer as JSON');
  pull.action(async (operator?: string) => {
    const asked = operator === undefined ? {} : { operator };
    show(await client.post(`${PATH}/pull`, JSON.stringify(asked)), pull);
  });
  const leave = node.command('leave').description('Leave what is for a node at a relay, sealed');
  leave.argument('<operator>', 'for whom').requiredOption('--at <operator>', 'the relay');
  leave.option('--json', 'the answer as JSON');
  leave.action(async (recipient: string) => {
    const { at: relay } = leave.opts<{ at: string }>();
    show(await client.post(`${PATH}/leave`, JSON.stringify({ recipient, relay })), leave);
  });
  const unfollow = node.command('unfollow').description('Follow a node no longer');
  unfollow.argument('<operator>').option('--json', 'the answer as JSON');
  unfollow.action(async (operator: string) => {
    show(await client.post(`${PATH}/unfollow`, JSON.stringify({ operator })), unfollow);
  });
  const known = node.command('confirm').description('Know a node that introduced itself here');
  known.argument('<operator>').option('--decline', 'decline it').option('--json', 'as JSON');
  known.requiredOption('--fingerprint <groups>', 'as its operator told you');
  known.action(async (operator: string) => {
    const { fingerprint, decline } = known.opts<{ fingerprint: string; decline?: true }>();
    const asked = { operator, fingerprint, confirm: decline !== true };
    show(await client.post(`${PATH}/introduced`, JSON.stringify(asked)), known);
  });
  const way = node.command('by-way-of').description('Leave envelopes for a node at another one');
  way.argument('<operator>').argument('[relay]', 'absent: leave none').option('--json', 'as JSON');
  way.action(async (operator: string, relay: string | undefined) => {
    const asked = { operator, relay: relay ?? null };
    show(await client.post(`${PATH}/by-way-of`, JSON.stringify(asked)), way);
  });
  return node;
}

/** The commands for bundles: streams on a stick, where no line is. */
export function bundleCommand(client: NodeClient, terminal: Terminal): Command {
  const bundle = new Command('bundle').description('Streams in a file, where no line is');
  const write = bundle
    .command('write')
    .description('Write what is clear into a file, or what one node may have, sealed for it')
    .requiredOption('--to <file>', 'where to put it')
    .option('--recipient <operator>', 'the operator of a node that is followed');
  write.action(async () => {
    const { to, recipient } = write.opts<{ to: string; recipient?: string }>();
    const query = recipient === undefined ? '' : `?recipient=${encodeURIComponent(recipient)}`;
    const bytes = await client.getBytes(`${BUNDLE_PATH}${query}`);
    await terminal.save(to, bytes);
    const whose = recipient === undefined ? 'clear, for everyone' : `sealed for ${recipient}`;
    terminal.complain(`${to}: ${bytes.byteLength} bytes, ${whose}`);
  });
  const take = bundle
    .command('take')
    .description('Take a bundle in; taking it again changes nothing')
    .argument('<file>', 'a file, or - for standard input')
    .option('--json', 'the answer as JSON');
  take.action(async (file: string) => {
    const bytes = await terminal.readBytes(file);
    const answer = await client.post(BUNDLE_PATH, bytes, BUNDLE_MEDIA_TYPE);
    shower(terminal)(answer, take);
  });
  return bundle;
}
