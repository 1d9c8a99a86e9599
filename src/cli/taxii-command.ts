/** `concord taxii pull`: another server’s collection becomes notices in a channel. */
import { Command } from 'commander';
import { z } from 'zod';
import type { NodeClient } from './node-client.ts';
import type { Terminal } from './program.ts';
import { tableText } from './show-answer.ts';

const Report = z.object({
  pages: z.int(),
  pulled: z.int(),
  known: z.int(),
  added: z.int(),
  pending: z.int(),
  failures: z.array(z.object({ id: z.string(), version: z.string(), message: z.string() })),
  addedLast: z.string().nullable(),
  more: z.boolean(),
});
type Report = z.infer<typeof Report>;

const COUNTS = ['pages', 'pulled', 'known', 'added', 'pending'] as const;

/** What was not taken and why, then the totals. */
function reportText(report: Report): string {
  const failures = report.failures.length > 0 ? [tableText(report.failures, false)] : [];
  const totals = COUNTS.map((name) => `${name}: ${report[name]}`);
  const last = report.addedLast === null ? [] : [`addedLast: ${report.addedLast}`];
  const more = report.more ? ['There is more: pull again.'] : [];
  return [...failures, ...totals, ...last, ...more].join('\n');
}

interface Options {
  readonly channel: string;
  readonly actor?: string;
  readonly addedAfter?: string;
  readonly json?: true;
}

/** The commands for TAXII. The server’s secret stands in the environment, never in arguments. */
export function taxiiCommand(
  client: NodeClient,
  terminal: Terminal,
  environment: Readonly<Record<string, string | undefined>>,
): Command {
  const pull = new Command('pull')
    .description('Pull a collection of another server into a channel of this node')
    .argument('<address>', 'of the collection, such as https://server/root/collections/id/')
    .requiredOption('--channel <name>', 'the channel that takes the objects')
    .option('--actor <id>', 'in whose name; absent: the only actor that you may issue for')
    .option('--added-after <instant>', 'absent: after what was pulled last')
    .option('--json', 'the report as JSON')
    .addHelpText(
      'after',
      '\nCONCORD_TAXII_AUTHORIZATION is sent there as the header Authorization: Bearer …, Basic ….',
    );
  pull.action(async (url: string) => {
    const { channel, actor, addedAfter, json } = pull.opts<Options>();
    const authorization = environment['CONCORD_TAXII_AUTHORIZATION'];
    const body = JSON.stringify({ url, channel, actor, addedAfter, authorization });
    const told = await client.post('/api/taxii/pull', body, 'application/json');
    const text = json === true ? told : reportText(Report.parse(JSON.parse(told)));
    terminal.write(`${text}\n`);
  });
  return new Command('taxii').description('Exchange STIX objects by TAXII 2.1').addCommand(pull);
}
