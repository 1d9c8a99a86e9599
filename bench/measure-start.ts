/** How long `npm start` takes to a page that was served: in a fresh checkout, and again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { makeTestFolder } from '../src/store/embedded/test-folder.ts';

export interface Starts {
  /** With the build and the world, dependencies being there. */
  readonly firstSeconds: number;
  readonly laterSeconds: number;
}

const COPIED = ['src', 'scripts', 'world', 'bench', 'package.json', 'package-lock.json'];
const LATER_STARTS = 3;
const SECONDS_MAX = 90;
/** All agreements with their parties counted: nothing is served sooner that asks more. */
const PAGE = '/agreements';

/** A checkout as it is after its dependencies were installed, and before its first build. */
function freshCheckout(checkout: string, folder: string): string {
  const copy = join(folder, 'checkout');
  mkdirSync(copy);
  for (const name of [...COPIED, 'tsconfig.json']) {
    cpSync(join(checkout, name), join(copy, name), { recursive: true });
  }
  for (const name of ['node_modules', '.node']) {
    symlinkSync(join(checkout, name), join(copy, name));
  }
  return copy;
}

/** Resolves with the address that the node says it is at. */
function addressTold(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`no start:\n${said}`)), SECONDS_MAX * 1000);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const address = /Concord is at (\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`the node ended:\n${said}`));
    });
  });
}

/** Seconds from the command to the last byte of a page; the node is stopped again. */
async function startOnce(checkout: string, data: string): Promise<number> {
  const began = performance.now();
  const child = spawn('sh', ['scripts/run', 'start'], {
    cwd: checkout,
    env: { ...process.env, CONCORD_DATA: data, CONCORD_PORT: '0', DATABASE_URL: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  try {
    const response = await fetch(new URL(PAGE, await addressTold(child)));
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${PAGE} was answered with ${response.status}`);
    return (performance.now() - began) / 1000;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

export async function measureStarts(checkout: string): Promise<Starts> {
  const folder = await makeTestFolder();
  try {
    const copy = freshCheckout(checkout, folder);
    const data = join(folder, 'data');
    const firstSeconds = await startOnce(copy, data);
    let laterSeconds = 0;
    for (let at = 0; at < LATER_STARTS; at++) {
      laterSeconds = Math.max(laterSeconds, await startOnce(copy, data));
    }
    return { firstSeconds, laterSeconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
