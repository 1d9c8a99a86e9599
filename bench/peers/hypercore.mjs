/**
 * hypercore: append, and replication to a second core in the same process. One JSON line to
 * standard output.
 *
 * Signs each block: no; each append signs the root of its tree, so that appending one by one signs
 * each, and a batch is signed once. Verifies: the tree and its signed root, not each block.
 * Durable: no; RocksDB writes without fsync. Rows: no. No network: the two ends of the protocol's
 * own encrypted stream are piped to each other.
 */
import Hypercore from 'hypercore';
import { perSecond, temporary } from './measuring.mjs';

const [, , count = '100000'] = process.argv;
const BLOCKS = Number(count);
const BLOCK_BYTES = 700;
const APPENDING = 1000;

const folder = temporary();
const one = new Hypercore(`${folder}/one`);
await one.ready();
const block = (at) => Buffer.alloc(BLOCK_BYTES, `note-${at} `);
const appendedPerSecond = await perSecond(BLOCKS, async () => {
  for (let from = 0; from < BLOCKS; from += APPENDING) {
    await Promise.all(Array.from({ length: APPENDING }, (_, at) => one.append(block(from + at))));
  }
});
const other = new Hypercore(`${folder}/other`, one.key);
await other.ready();
const replicatedPerSecond = await perSecond(BLOCKS, async () => {
  const [near, far] = [one.replicate(true), other.replicate(false)];
  near.pipe(far).pipe(near);
  await other.update({ wait: true });
  await other.download({ start: 0, end: BLOCKS }).done();
});
if (other.contiguousLength !== BLOCKS) {
  throw new Error(`${other.contiguousLength} of ${BLOCKS} blocks came`);
}
process.stdout.write(`${JSON.stringify({ appendedPerSecond, replicatedPerSecond })}\n`);
process.exit(0);
