/**
 * `npm run simulate -- --seeds N [--seed S] [--trace]`: runs seeds one after another and prints
 * what was broken. `--seed S` begins at S; alone it runs that seed only.
 */
import { parseArgs } from 'node:util';
import { simulate } from './run.ts';

const TOLD_EVERY = 500;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    seed: { type: 'string' },
    trace: { type: 'boolean', default: false },
  },
});
const first = Number(values.seed ?? 1);
const count = Number(values.seeds ?? (values.seed === undefined ? 200 : 1));
if (!Number.isSafeInteger(first) || !Number.isSafeInteger(count)) {
  throw new RangeError('--seed and --seeds are whole numbers');
}

const began = performance.now();
const totals = { acts: 0, admissions: 0, forks: 0, broken: 0 };
for (let seed = first; seed < first + count; seed++) {
  const { acts, admissions, forks, faults, trace } = await simulate(seed);
  totals.acts += acts;
  totals.admissions += admissions;
  totals.forks += forks;
  if (faults.length > 0) {
    totals.broken += 1;
    say(`seed ${seed}: ${faults.length} broken, first: ${faults[0]}`);
  }
  if (values.trace) say([...trace, ...faults].join('\n'));
  if ((seed - first + 1) % TOLD_EVERY === 0) process.stderr.write(`${seed - first + 1} seeds\n`);
}
const milliseconds = (performance.now() - began) / count;
say(
  `${count} seeds, ${totals.broken} broken; ${totals.acts} acts held, ${totals.admissions} ` +
    `admissions, ${totals.forks} forks known; ${milliseconds.toFixed(1)} ms a seed`,
);
process.exitCode = totals.broken === 0 ? 0 : 1;
