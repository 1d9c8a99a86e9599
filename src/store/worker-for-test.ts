/** A process of a node that does jobs, for a test to kill; it says what it does, line by line. */
import { setTimeout as delay } from 'node:timers/promises';
import { keyFromSeed } from '../kernel/key.ts';
import { openStore } from './open-store.ts';
import { notesArea } from './test-area.ts';

const OPERATOR = 'un-secretary-general';
const key = keyFromSeed(Buffer.alloc(32, 7));
const store = await openStore({
  // The test gives it as one argument.
  connection: JSON.parse(process.argv[2] ?? '') as Parameters<typeof openStore>[0]['connection'],
  secret: 'a secret for tests',
  operator: OPERATOR,
  network: 'test-network',
  keys: { keyFor: (actor) => (actor === OPERATOR ? key : null) },
  areas: [notesArea],
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
store.jobs.run({
  quick: async ({ id }) => {
    say(`quick ${id}`);
    await delay(5);
  },
  slow: async ({ id, attempts }) => {
    say(`slow ${id}`);
    // The first who takes it never ends.
    if (attempts === 1) await delay(3_600_000);
    say(`done ${id}`);
  },
});
setInterval(() => undefined, 1000);
say('ready');
