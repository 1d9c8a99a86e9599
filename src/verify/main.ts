/** `npm run verify -- DIR`: what the node answers, held against what is known. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { verify } from './verify.ts';

// Whoever reads may stop reading; the node is to be stopped in order all the same.
process.stdout.on('error', () => undefined);
const [given] = process.argv.slice(2);
if (given === undefined || !existsSync(given) || !statSync(given).isDirectory()) {
  process.stderr.write('usage: npm run verify -- DIR, a folder of known outcomes\n');
  process.exitCode = 2;
} else {
  const checkout = process.env['CONCORD_CHECKOUT'] ?? process.cwd();
  await verify(resolve(given), checkout, (line) => process.stdout.write(`${line}\n`));
}
