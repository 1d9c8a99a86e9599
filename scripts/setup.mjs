/**
 * `node scripts/setup.mjs` prepares the checkout and prints the Node to run with. Everything under
 * scripts/setup is plain JavaScript without dependencies: it runs before there is anything else.
 */
import { fileURLToPath } from 'node:url';
import { setUp } from './setup/set-up.mjs';

try {
  process.stdout.write(`${setUp(fileURLToPath(new URL('..', import.meta.url)))}\n`);
} catch (error) {
  process.stderr.write(`setup: ${error.message}\n`);
  process.exitCode = 1;
}
