/**
 * PouchDB: replication of documents between two databases of one process. One JSON line to
 * standard output.
 *
 * Signs: no. Verifies: no; a revision is a digest that nobody signed. Durable: no, both databases
 * are in memory. Rows: the documents themselves, found by their ids. No network.
 */
import { createRequire } from 'node:module';
import { perSecond } from './measuring.mjs';

const require = createRequire(import.meta.url);
const PouchDB = require('pouchdb');
PouchDB.plugin(require('pouchdb-adapter-memory'));
const [, , count = '100000'] = process.argv;
const DOCUMENTS = Number(count);
const BATCH = 1000;

const [one, other] = ['one', 'other'].map((name) => new PouchDB(name, { adapter: 'memory' }));
const appendedPerSecond = await perSecond(DOCUMENTS, async () => {
  for (let from = 0; from < DOCUMENTS; from += BATCH) {
    await one.bulkDocs(
      Array.from({ length: BATCH }, (_, at) => {
        const note = `note-${String(from + at).padStart(6, '0')}`;
        return { _id: note, note, text: `text of ${note}` };
      }),
    );
  }
});
const replicatedPerSecond = await perSecond(DOCUMENTS, async () => {
  const done = await PouchDB.replicate(one, other, { batch_size: BATCH });
  if (done.docs_written !== DOCUMENTS) throw new Error(`${done.docs_written} documents came`);
});
process.stdout.write(`${JSON.stringify({ appendedPerSecond, replicatedPerSecond })}\n`);
process.exit(0);
