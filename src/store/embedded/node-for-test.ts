/**
 * A node that is nothing but its database, as a process of its own that tests can kill. It says
 * `ready` with its database's address, or why it cannot start, and stays until SIGTERM.
 */
import { startEmbedded } from '../embedded-postgres.ts';

try {
  const embedded = await startEmbedded({ dataDir: process.argv[2] ?? '' });
  const staying = setInterval(() => undefined, 60_000);
  // A real node finishes its requests first; this one never does, which the test makes use of.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => {
    clearInterval(staying);
    void embedded.stop();
  });
  // Last, since whoever reads it may send a signal at once.
  process.stdout.write(`ready ${JSON.stringify(embedded.connection)}\n`);
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
