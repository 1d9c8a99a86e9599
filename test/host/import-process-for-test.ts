/**
 * An importer as a process of its own that a test can kill: its database with everything durable,
 * and roll calls of three voters. It says how far it has come, line by line, and then its report.
 */
import { isRefusal } from '../../src/kernel/refusal.ts';
import { keyFromSeed } from '../../src/kernel/key.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { actors } from '../../src/practices/actors/area.ts';
import { meetings } from '../../src/practices/meetings/area.ts';
import { importRollCalls } from '../../src/practices/meetings/import/import-roll-calls.ts';
import { startEmbedded } from '../../src/store/embedded-postgres.ts';
import { openStore } from '../../src/store/open-store.ts';

const [dataDir = '', count = '0'] = process.argv.slice(2);
const OPERATOR = 'un-secretary-general';
const key = keyFromSeed(Buffer.alloc(32, 7));
const VOTERS = ['KEN', 'FJI', 'FRA'];

const embedded = await startEmbedded({ dataDir });
const store = await openStore({
  connection: embedded.connection,
  secret: 'a secret for tests',
  operator: OPERATOR,
  network: 'test-network',
  keys: { keyFor: (actor) => (actor === OPERATOR ? key : null) },
  areas: [actors, meetings],
});
// Refused where they are there already, from a run that was killed.
await store.submit(VOTERS.map((id) => enteringState(id, `Land ${id}`)));

const numbers = Array.from({ length: Number(count) }, (_, at) => at + 1);
const table = ['rcid,date,short', ...numbers.map((one) => `${one},1990-01-01,Vote ${one}`)];
const votes = numbers.flatMap((one) =>
  VOTERS.map((_, at) => `${one},${at + 1},${'YNA'[(one + at) % 3]}`),
);
const bytes = (rows: readonly string[]): Uint8Array => Buffer.from(rows.join('\n'));
const report = await importRollCalls(
  {
    submit: (drafts) => store.submit(drafts),
    read: (viewer, reading) => store.read(viewer, reading),
    tell: async (progress) => {
      await store.tell(progress);
      process.stdout.write(`${progress.done} of ${progress.total}\n`);
    },
  },
  {
    rollCalls: bytes(table),
    votes: bytes(['rcid,c,v', ...votes]),
    voters: bytes(['country,country_code', ...VOTERS.map((id) => `Land ${id},${id}`)]),
  },
  { body: 'assembly', source: 'a test', custodian: OPERATOR },
);
if (isRefusal(report)) throw new Error(report.reason);
const rows = await store.read({ actors: [] }, (query) =>
  query.selectFrom('meetings_roll_call').select(['number', 'yes', 'no', 'abstain']).execute(),
);
process.stdout.write(`${JSON.stringify({ totals: report.totals, rows })}\n`);
await store.close();
await embedded.stop();
