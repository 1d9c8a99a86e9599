/** A text in a file, sent to a node that reads and records it: of an agreement, or a draft. */
import { z } from 'zod';
import { Failed, type NodeClient } from './node-client.ts';
import type { Terminal } from './program.ts';

const Answer = z.object({
  id: z.string().nullable(),
  title: z.string(),
  language: z.string(),
  provisions: z.array(z.string()),
  remarks: z.array(z.object({ line: z.int(), what: z.string() })),
});

/** What was read, and what of it is on record now. */
function sentText(answer: z.infer<typeof Answer>): string {
  const { id, language, provisions, remarks, title } = answer;
  const told = remarks.map(({ line, what }) => (line === 0 ? what : `line ${line}: ${what}`));
  return [
    `${provisions.length} provisions of “${title}” (${language})`,
    ...told,
    id === null ? 'nothing was recorded' : `recorded as ${id}`,
  ].join('\n');
}

interface Sending {
  /** A file, or - for standard input. */
  readonly file: string;
  /** The path that takes such a text. */
  readonly path: string;
  /** What is said of it beside its words. */
  readonly given: Readonly<Record<string, string | boolean | undefined>>;
  /** Whether the answer is told as the node gave it. */
  readonly json: boolean;
}

/** Sends the words of a file, tells what became of them. Throws Failed where they are no UTF-8. */
export async function sendText(
  client: NodeClient,
  terminal: Terminal,
  { file, path, given, json }: Sending,
): Promise<void> {
  const words = await terminal.read(file);
  if (words.includes('\ufffd')) throw new Failed(`${file} is not UTF-8; nothing was sent.`);
  const type = /^\ufeff?\s*</.test(words) ? 'application/akn+xml' : 'text/plain';
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) query.set(name, String(value));
  }
  const body = await client.post(`${path}?${query.toString()}`, words, `${type}; charset=utf-8`);
  terminal.write(`${json ? body : sentText(Answer.parse(JSON.parse(body)))}\n`);
}
