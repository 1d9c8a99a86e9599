/** `concord ask "is the CTBT in force?"`: a question in words, answered with what to cite. */
import { Command, Option } from 'commander';
import { z } from 'zod';
import { type NodeClient, Refused } from './node-client.ts';
import type { Terminal } from './program.ts';
import { harmless } from './show-answer.ts';

const LOCALES = ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const;
const RESULTS_SHOWN_MAX = 5;

const Found = z.object({
  answers: z.array(
    z.object({
      text: z.string(),
      reasons: z.array(z.string()),
      href: z.string(),
      rule: z.object({ citation: z.string() }).nullable(),
      asOf: z.string(),
    }),
  ),
  rows: z.array(z.object({ kind: z.string(), title: z.string(), href: z.string() })),
  spellings: z.array(z.string()),
});
type Found = z.infer<typeof Found>;

/** The answers with their reasons; where there is none, what was found. */
export function foundText({ answers, rows }: Found): string {
  const answered = answers.flatMap(({ text, reasons, rule, asOf, href }) => [
    text,
    ...reasons.map((reason) => `  - ${reason}`),
    `  as of ${asOf}${rule === null ? '' : `; ${rule.citation}`}; ${href}`,
  ]);
  const shown = rows.slice(0, RESULTS_SHOWN_MAX);
  const found = shown.map(({ kind, title, href }) => `${title} (${kind}): ${href}`);
  return (answered.length > 0 ? answered : found).map(harmless).join('\n');
}

/** Asks in words. Refused, exit code 1, where nothing is found; then the nearest spellings help. */
export function askCommand(client: NodeClient, terminal: Terminal): Command {
  const command = new Command('ask')
    .description('Ask a question in words')
    .argument('<words...>', 'in any of the six languages')
    .addOption(new Option('--locale <language>', 'of the answer').choices(LOCALES).default('en'))
    .option('--as-of <date>', 'what has effect on this day')
    .option('--json', 'the answer as JSON')
    .addHelpText('after', '\nExample:\n  concord ask "what binds Kenya and Norway to each other?"');
  return command.action(async (words: readonly string[]) => {
    const { locale, asOf, json } = command.opts<{ locale: string; asOf?: string; json?: true }>();
    const query = new URLSearchParams({ text: words.join(' '), locale });
    if (asOf !== undefined) query.set('asOf', asOf);
    const body = await client.get(`/api/search/find?${query.toString()}`);
    const found = Found.parse(JSON.parse(body));
    if (json === true) terminal.write(`${body}\n`);
    else if (found.rows.length > 0 || found.answers.length > 0) {
      terminal.write(`${foundText(found)}\n`);
    } else {
      const near = found.spellings.map(harmless).join(', ');
      throw new Refused({
        reason: 'Nothing on record bears these words.',
        rule: 'search.find',
        citation: 'Concord HTTP API, "Questions"',
        ...(near === '' ? {} : { remedy: `Nearest: ${near}.` }),
      });
    }
  });
}
