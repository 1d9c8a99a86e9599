/** Logging, and incidents: what went wrong is logged under a number that readers may quote. */
import { randomBytes } from 'node:crypto';
import { type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

/** A logger to standard error, so that standard output stays for the address. */
export function createLog(level: string): Log {
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
}

/** The one address that is itself a key is not written down. */
function withoutSecrets(where: string): string {
  return where.replace(/(\/first\/)\S+/, '$1…');
}

/** Logs an error under a new number and returns the number; nothing of it reaches the reader. */
export function logIncident(log: Log, error: unknown, where: string): string {
  const incident = randomBytes(5).toString('hex');
  log.error({ incident, where: withoutSecrets(where), err: error }, 'incident');
  return incident;
}
