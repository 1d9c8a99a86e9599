/** Runs npm quietly and turns its failure into one clear error. */
import { spawnSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

const OUTPUT_LINES_SHOWN_MAX = 15;

/**
 * Runs npm with the given arguments.
 * @param {string[]} args
 * @param {string} folder where it runs
 * @param {string} [node] the Node that runs npm itself
 */
export function runNpm(args, folder, node = process.execPath) {
  // Inside `npm run`, npm says where it is; that one is used, so that versions do not mix.
  const inside = process.env.npm_execpath;
  const [command, first] = inside?.endsWith('.js') ? [node, [inside]] : ['npm', []];
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  const result = spawnSync(command, [...first, ...args], {
    cwd: folder,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (result.status === 0) return;
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().split('\n');
  const why = result.error?.message ?? output.slice(-OUTPUT_LINES_SHOWN_MAX).join('\n');
  throw new Error(`npm ${args[0]} did not succeed:\n${why}\nIs this machine connected?`);
}
