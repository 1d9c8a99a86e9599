/**
 * `npm run audit [-- --axe --line --print --overflow --snapshots]`: every page of the house in
 * every language, as `npm test` looks at some of them; without a choice, all of it but pictures.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PARTS = ['axe', 'line', 'print', 'overflow'];
const KNOWN = [...PARTS, 'snapshots'];

const asked = process.argv.slice(2).map((option) => option.replace(/^--/, ''));
const unknown = asked.filter((part) => !KNOWN.includes(part));
if (unknown.length > 0) {
  const choices = KNOWN.map((part) => `--${part}`).join(' ');
  process.stderr.write(`audit: there is no ${unknown.join(', ')}; choose of ${choices}\n`);
  process.exit(2);
}
const files = (asked.length === 0 ? PARTS : asked).map((part) => `test/audit/${part}-audit.ts`);
const vitest = ['vitest', 'run', '--config', 'vitest.audit.config.ts', ...files];
const { status } = spawnSync('sh', ['scripts/run', 'tool', ...vitest], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});
process.exit(status ?? 1);
