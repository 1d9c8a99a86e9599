/** `npm start`: reads the configuration, starts the node, says where it is, stops when told to. */
import { CannotStart } from '../store/embedded/cannot-start.ts';
import { folderOf } from './backup/folder.ts';
import { refuseHalfRestored } from './backup/restoring.ts';
import { house } from './house.ts';
import { progressPrinter } from './progress.ts';
import { type SettingsRead, readSettings } from './settings/read-settings.ts';
import { type Running, startNode } from './start-node.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(error: unknown): void {
  // A sentence for the person where it is one; a fault of ours with its trace.
  const known = error instanceof CannotStart || (error instanceof Error && !process.env['DEBUG']);
  process.stderr.write(`${known ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function start({ config, shown }: SettingsRead, stopped: AbortSignal): Promise<void> {
  const folder = folderOf(config);
  await refuseHalfRestored(folder);
  const progress = progressPrinter(process.stderr);
  const running = await startNode({
    config,
    house,
    dataFolder: folder,
    settings: shown,
    report: (told) => progress.report(told),
  });
  progress.end();
  announce(running);
  const told = new Promise<null>((resolve) => {
    if (stopped.aborted) resolve(null);
    stopped.addEventListener('abort', () => resolve(null), { once: true });
  });
  const lost = await Promise.race([told, running.lost]);
  if (lost !== null) fail(new Error(`The database ended by itself:\n${lost}`));
  await running.stop();
}

function announce({ address, firstLink }: Running): void {
  if (firstLink !== null) say(`Become the first administrator (once, within a day): ${firstLink}`);
  say(`Concord is at ${address}`);
}

/** The first signal stops cleanly; a second one, from someone who will not wait, at once. */
function stopOnSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(1);
      controller.abort();
    });
  }
  return controller.signal;
}

try {
  await start(readSettings(process.env), stopOnSignal());
} catch (error) {
  fail(error);
}
