/** `concord export all`: the public record as files, each checked by its digest. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Failed, type NodeClient } from './node-client.ts';
import type { Terminal } from './program.ts';

const DESCRIPTION = 'datapackage.json';

const Described = z.object({
  concord: z.object({ acts: z.int(), lastAct: z.string().nullable() }),
  resources: z.array(
    z.object({
      // Joined to a folder: a name, and never a way out of it.
      path: z.string().regex(/^[a-z0-9_]+(\.[a-z0-9]+)+$/),
      bytes: z.int(),
      hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    }),
  ),
});

const Making = z.object({ state: z.literal('making'), done: z.int(), total: z.int() });

const WAIT_MILLISECONDS = 3000;
const WAITS_MAX = 200;

const digestOf = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** The description, as soon as the node has made its files; it tells how far it is. */
async function describe(client: NodeClient, terminal: Terminal): Promise<string> {
  for (let waits = 0; waits < WAITS_MAX; waits++) {
    const body = await client.get(`/export/${DESCRIPTION}`);
    const making = Making.safeParse(JSON.parse(body)).data;
    if (making === undefined) return body;
    terminal.complain(`The node makes its files: ${making.done} of ${making.total} acts.`);
    await new Promise((resume) => void setTimeout(resume, WAIT_MILLISECONDS));
  }
  throw new Failed('The node did not make its files in ten minutes.');
}

/** Whether the file is there as the node has it. */
async function isThere(terminal: Terminal, file: string, hash: string): Promise<boolean> {
  const bytes = await terminal.readBytes(file).catch(() => null);
  return bytes !== null && digestOf(bytes) === hash;
}

/** Fetches all files into a folder; what is there already is not fetched again. */
export async function exportAll(
  client: NodeClient,
  terminal: Terminal,
  folder: string,
): Promise<void> {
  const body = await describe(client, terminal);
  const described = Described.safeParse(JSON.parse(body)).data;
  if (described === undefined) throw new Failed('The node describes its files in another form.');
  await terminal.makeFolder?.(folder);
  const { resources, concord } = described;
  for (const [at, { path, hash, bytes }] of resources.entries()) {
    const file = `${folder}/${path}`;
    const step = `${at + 1}/${resources.length} ${path}`;
    if (await isThere(terminal, file, hash)) {
      terminal.complain(`${step}: there already`);
      continue;
    }
    const fetched = await client.getBytes(`/export/${path}`);
    if (digestOf(fetched) !== hash) {
      throw new Failed(`${path} is not what was described: the record moved. Run it again.`);
    }
    await terminal.save(file, fetched);
    terminal.complain(`${step}: ${bytes} bytes`);
  }
  await terminal.save(`${folder}/${DESCRIPTION}`, body);
  terminal.complain(`${folder}: ${concord.acts} acts, the last ${concord.lastAct ?? 'none'}`);
}
