/**
 * A node that is nothing but its database, as a process of its own that tests can kill. It says
 * `ready` with its database's address, or why it cannot start, and stays until SIGTERM.
 */
import { startEmbedded } from '../embedded-postgres.ts';

try {
  const embedded = await startEmbedded({ dataDir: process.argv[2] ?? '' });
  process.stdout.write(`ready ${JSON.stringify(embedded.connection)}\n`);
  const staying = setInterval(() => undefined, 60_000);
  // A real node finishes its requests first; this one never does, which the test makes use of.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => {
    clearInterval(staying);
    void embedded.stop();
  });
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
