/**
 * Starts PostgreSQL under a small shell that outlives the node just long enough to stop it.
 *
 * The shell has a session of its own, so Ctrl-C in a terminal reaches the node alone: PostgreSQL
 * stays until the node has finished what it was doing. The shell's standard input is a pipe from
 * the node: its end, by whatever the node ended (kill -9 too), is the order to shut down.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { Account } from './account.ts';

/**
 * SIGINT is PostgreSQL's fast shutdown: sessions end, everything committed is kept. In the
 * background a shell gives its children an empty standard input, hence descriptor 3.
 */
const SCRIPT = `
exec 3<&0
"$@" 3<&- </dev/null &
server=$!
echo "$server"
{ while read -r _ <&3; do :; done; kill -INT "$server" 2>/dev/null; } &
watcher=$!
exec 3<&- </dev/null
wait "$server"
code=$?
kill "$watcher" 2>/dev/null
exit "$code"
`;

export interface Supervised {
  /** Number of the PostgreSQL process. */
  readonly pid: number;
  /** Resolves with the exit code when PostgreSQL has ended, for whatever reason. */
  readonly ended: Promise<number | null>;
  /** Orders the fast shutdown; `ended` tells when it is done. */
  shutDown(): void;
}

/** Runs `program` under the supervisor; its output goes to the open file `logFile`. */
export async function supervise(
  program: string,
  args: readonly string[],
  account: Account | null,
  logFile: number,
): Promise<Supervised> {
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'concord-postgres', program, ...args], {
    cwd: '/',
    detached: true,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', logFile],
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', () => resolve(127));
  });
  const pid = await firstNumber(child);
  // A node that has nothing left to do ends without waiting for its database.
  child.unref();
  for (const stream of [child.stdin, child.stdout]) if (stream instanceof Socket) stream.unref();
  const shutDown = (): void => {
    // Whoever waits for the end must be kept alive by the child until it comes.
    child.ref();
    child.stdin?.end();
  };
  return { pid, ended, shutDown };
}

function firstNumber({ stdin, stdout }: ChildProcess): Promise<number> {
  stdin?.on('error', () => undefined);
  return new Promise((resolve) => {
    stdout?.once('data', (chunk: Buffer) => resolve(Number.parseInt(chunk.toString('utf8'), 10)));
    stdout?.once('close', () => resolve(0));
  });
}
