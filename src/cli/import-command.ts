/** `concord import status-table …`: a depositary's table, row by row into the record. */
import { Command, Option } from 'commander';
import { z } from 'zod';
import { importRollCallsCommand } from './import-roll-calls.ts';
import { importDraftCommand } from './import-draft.ts';
import { importTextCommand } from './import-text.ts';
import { Failed, type NodeClient } from './node-client.ts';
import type { Terminal } from './program.ts';
import { tableText } from './show-answer.ts';

const Report = z.object({
  dialect: z.string(),
  rows: z.array(
    z.object({
      line: z.int(),
      participant: z.string(),
      outcome: z.string(),
      acts: z.array(z.object({ on: z.string(), reason: z.string().optional() })),
      reasons: z.array(z.string()),
    }),
  ),
  totals: z.record(z.string(), z.int()),
});
type Report = z.infer<typeof Report>;

const Options = z.object({
  agreement: z.string(),
  source: z.string(),
  treaty: z.string().optional(),
  trustEffect: z.string(),
  json: z.boolean().optional(),
});

/** Outcomes that need nobody's attention, unless something is remarked on the row. */
const QUIET = new Set(['recorded', 'already-recorded', 'elsewhere']);

/** The rows that somebody should look at, and the totals. */
export function importText(report: Report): string {
  const told = report.rows.filter((row) => !QUIET.has(row.outcome));
  const rows = told.map((row) => ({
    line: row.line,
    participant: row.participant,
    outcome: row.outcome,
    reason: [...row.acts.flatMap((act) => act.reason ?? []), ...row.reasons].join(' '),
  }));
  const totals = Object.entries(report.totals).map(([name, count]) => `${name}: ${count}`);
  return [...(rows.length > 0 ? [tableText(rows, false)] : []), ...totals].join('\n');
}

function address(options: z.infer<typeof Options>): string {
  const query = new URLSearchParams({ source: options.source, trustEffect: options.trustEffect });
  if (options.treaty !== undefined) query.set('treaty', options.treaty);
  return `/api/agreements/${encodeURIComponent(options.agreement)}/import?${query.toString()}`;
}

/** The commands for imports. */
export function importCommand(client: NodeClient, terminal: Terminal): Command {
  const command = new Command('import').description('Record tables and texts from named sources');
  const table = command
    .command('status-table')
    .description('Record the signatures and deposits of a status table (CSV)')
    .argument('<file>', 'a file, or - for standard input')
    .requiredOption('--agreement <id>', 'the agreement that the table is about')
    .requiredOption('--source <text>', 'where the table was published')
    .option('--treaty <name>', 'of a table of several agreements, its name for this one')
    .addOption(
      new Option('--trust-effect <which>', 'dates of effect that are taken from the table')
        .choices(['none', 'successions', 'all'])
        .default('none'),
    )
    .option('--json', 'the outcome of every row as JSON');
  table.action(async (file: string) => {
    const options = Options.parse(table.opts());
    const csv = await terminal.read(file);
    if (csv.includes('\ufffd')) throw new Failed(`${file} is not UTF-8; nothing was sent.`);
    const body = await client.post(address(options), csv, 'text/csv; charset=utf-8');
    const text = options.json === true ? body : importText(Report.parse(JSON.parse(body)));
    terminal.write(`${text}\n`);
  });
  return command
    .addCommand(importTextCommand(client, terminal))
    .addCommand(importDraftCommand(client, terminal))
    .addCommand(importRollCallsCommand(client, terminal));
}
