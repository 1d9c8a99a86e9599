/**
 * A node as a process of its own that a test can kill: its database with everything durable, and
 * submissions without end. It says the ids of what was acknowledged, line by line.
 */
import { startEmbedded } from './embedded-postgres.ts';
import { keyFromSeed } from '../kernel/key.ts';
import { openStore } from './open-store.ts';
import { notesArea } from './test-area.ts';

const [dataDir = '', turn = ''] = process.argv.slice(2);
const OPERATOR = 'un-secretary-general';
const key = keyFromSeed(Buffer.alloc(32, 7));

const embedded = await startEmbedded({ dataDir });
const store = await openStore({
  connection: embedded.connection,
  secret: 'a secret for tests',
  operator: OPERATOR,
  network: 'test-network',
  keys: { keyFor: (actor) => (actor === OPERATOR ? key : null) },
  areas: [notesArea],
});
process.stdout.write('ready\n');

for (let batch = 0; ; batch++) {
  const drafts = Array.from({ length: 1 + (batch % 40) }, (_, at) => ({
    type: 'notes.write',
    register: `notes/r${at % 3}`,
    actor: OPERATOR,
    payload: { note: `${turn}-${batch}-${at}`, text: 'durable' },
    basis: { kind: 'signed' } as const,
  }));
  const receipts = await store.submit(drafts);
  const ids = receipts.map((receipt) => ('refused' in receipt ? receipt.reason : receipt.id));
  process.stdout.write(`${ids.join('\n')}\n`);
}
