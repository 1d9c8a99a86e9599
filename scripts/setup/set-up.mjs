/** Makes a fresh checkout ready to run, and does nothing, quickly, where it is ready already. */
import { join } from 'node:path';
import { bringDependencies, dependenciesAreThere } from './dependencies.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { bringNode } from './runtime.mjs';

const say = (line) => process.stderr.write(`setup: ${line}\n`);

/**
 * Brings Node and the dependencies where they are missing.
 * @param {string} root the checkout
 * @returns {string} the path of the Node to run with
 */
export function setUp(root) {
  if (dependenciesAreThere(root)) return bringNode(root, say);
  let node = '';
  oneAtATime(join(root, '.cache', 'setup-lock'), () => {
    node = bringNode(root, say);
    bringDependencies(root, node, say);
  });
  return node;
}
