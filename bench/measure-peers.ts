/**
 * Programs that do something like it, in the same run: installed on demand into `bench/peers`, each
 * in a process of its own. What each does and does not do stands at the head of its program there.
 * Where they cannot be installed the rows say so, and the bench goes on.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type Machine, measureMachine, slower } from './machine.ts';

const run = promisify(execFile);

const INSTALL_MILLISECONDS_MAX = 180_000;
const PEER_MILLISECONDS_MAX = 300_000;

export const PEERS = ['ssb-db2', 'hypercore', 'pouchdb'] as const;
export type PeerName = (typeof PEERS)[number];

const Told = z.object({
  serialPerSecond: z.number().optional(),
  pipelinedPerSecond: z.number().optional(),
  appendedPerSecond: z.number().optional(),
  replicatedPerSecond: z.number(),
});

export type PeerMeasured =
  | { readonly fault: string }
  | { readonly told: z.output<typeof Told>; readonly machine: Machine };
export type PeersMeasured = Readonly<Record<PeerName, PeerMeasured>>;

/** The first line of what went wrong. */
function faultOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n').find((line) => line.trim() !== '') ?? '').slice(0, 80);
}

async function install(folder: string): Promise<string | null> {
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) return null;
  try {
    // No script of theirs is run: what needs compiling brings it compiled, or is not measured.
    await run('npm', ['ci', '--ignore-scripts'], {
      cwd: folder,
      timeout: INSTALL_MILLISECONDS_MAX,
    });
    return null;
  } catch (error) {
    return `not installed: ${faultOf(error)}`;
  }
}

async function measurePeer(folder: string, name: PeerName, acts: number): Promise<PeerMeasured> {
  try {
    const before = measureMachine();
    const options = { cwd: folder, timeout: PEER_MILLISECONDS_MAX };
    const { stdout } = await run(process.execPath, [`${name}.mjs`, String(acts)], options);
    const told = Told.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
    return { told, machine: slower(before, measureMachine()) };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

/** Measures them one after another. */
export async function measurePeers(checkout: string, acts: number): Promise<PeersMeasured> {
  const folder = join(checkout, 'bench', 'peers');
  const fault = await install(folder);
  const one = (name: PeerName): Promise<PeerMeasured> | PeerMeasured =>
    fault === null ? measurePeer(folder, name, acts) : { fault };
  return {
    'ssb-db2': await one('ssb-db2'),
    hypercore: await one('hypercore'),
    pouchdb: await one('pouchdb'),
  };
}
