/**
 * `node scripts/prepare.mjs NAME` sets up, builds the program NAME when a source changed since the
 * last build, and prints two lines: the Node to run with and the file to run, for scripts/run.
 */
import { fileURLToPath } from 'node:url';
import { setUp } from './setup/set-up.mjs';
import { buildIfNeeded } from './build/build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  const node = setUp(root);
  const file = await buildIfNeeded(root, process.argv[2] ?? 'start');
  process.stdout.write(`${node}\n${file}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
