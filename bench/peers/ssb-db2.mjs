/**
 * ssb-db2: append and exchange of signed messages. One JSON line to standard output.
 *
 * Signs each message: yes. Verifies each that comes from another: yes, on the main thread; its own
 * it does not verify again. Durable: no; what is answered is written within a quarter of a
 * second, without fsync. Rows: no; an index of keys is kept. Exchange here is without a network:
 * messages of one database are read back and handed to `addBatch` of another, which validates them.
 */
import { createRequire } from 'node:module';
import { once, pause, perSecond, temporary } from './measuring.mjs';

const require = createRequire(import.meta.url);
const SecretStack = require('secret-stack');
const caps = require('ssb-caps');
const ssbKeys = require('ssb-keys');
const [, , count = '100000'] = process.argv;
const MESSAGES = Number(count);
const SERIAL = Math.min(MESSAGES, 20_000);
const BATCH = 1000;

const open = (path) =>
  SecretStack({ caps })
    .use(require('ssb-db2/core'))
    .use(require('ssb-classic'))
    .call(null, { path, keys: ssbKeys.generate(null, path), db2: {} });
const content = (at) => ({ type: 'note', note: `note-${at}`, text: `text of note-${at}` });
const create = (peer, keys, at) =>
  once((done) => peer.db.create({ keys, content: content(at), feedFormat: 'classic' }, done));
const drained = (peer) => new Promise((resolve) => void peer.db.onDrain(resolve));

const folder = temporary();
const [one, other] = [open(`${folder}/one`), open(`${folder}/other`)];
const serialKeys = ssbKeys.generate(null, 'serial');
const serialPerSecond = await perSecond(SERIAL, async () => {
  for (let at = 0; at < SERIAL; at++) await create(one, serialKeys, at);
});
const keys = ssbKeys.generate(null, 'pipelined');
const messages = [];
const pipelinedPerSecond = await perSecond(MESSAGES, async () => {
  for (let from = 0; from < MESSAGES; from += BATCH) {
    const asked = Array.from({ length: BATCH }, (_, at) => create(one, keys, from + at));
    for (const { value } of await Promise.all(asked)) messages.push(value);
  }
  await drained(one);
});
await pause();
const replicatedPerSecond = await perSecond(MESSAGES, async () => {
  for (let from = 0; from < MESSAGES; from += BATCH) {
    const page = messages.slice(from, from + BATCH);
    const kept = await once((done) => other.db.addBatch(page, { feedFormat: 'classic' }, done));
    if (kept.length !== page.length) throw new Error(`${kept.length} of ${page.length} were kept`);
  }
  await drained(other);
});
process.stdout.write(
  `${JSON.stringify({ serialPerSecond, pipelinedPerSecond, replicatedPerSecond })}\n`,
);
process.exit(0);
