/**
 * `npm run check`: every check there is, each by its name, and a code that says whether all passed.
 * `--without-tests` leaves out tidy and tests, for whoever has just run `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const STAGES = {
  types: ['tsc', '--project', '.'],
  islands: ['tsc', '--project', 'src/islands'],
  lint: ['oxlint', '--type-aware', '--deny-warnings'],
  format: ['biome', 'format'],
};
// Habits are looked at first, as they answer at once.
const TEST_STAGES = {
  tidy: ['vitest', 'run', 'test/tidy.test.ts'],
  tests: ['vitest', 'run'],
};

const withoutTests = process.argv.includes('--without-tests');
const stages = Object.entries(withoutTests ? STAGES : { ...STAGES, ...TEST_STAGES });

const results = stages.map(([name, command]) => {
  process.stdout.write(`\n== ${name}: ${command.join(' ')}\n`);
  const began = Date.now();
  const { status } = spawnSync('sh', ['scripts/run', 'tool', ...command], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return { name, passed: status === 0, seconds: (Date.now() - began) / 1000 };
});

process.stdout.write('\n');
for (const { name, passed, seconds } of results) {
  process.stdout.write(
    `check ${name}: ${passed ? 'passed' : 'FAILED'} (${seconds.toFixed(1)} s)\n`,
  );
}
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
