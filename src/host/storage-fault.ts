/** What a failure of the database says to whoever asked: that there is no room, or no database. */
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { DATABASE_RULE, ROOM_RULE } from './host-rules.ts';

/** PostgreSQL's disk_full, and the classes of what the operating system would not write. */
const FULL = '53100';
const WRITE_FAILED = /^(58|XX)/;
const COULD_NOT_WRITE = /could not (write|extend|create)/i;
/** PostgreSQL, appendix A: connection exceptions, shutdowns, and too many connections. */
const AWAY = /^(08|57P0|53300)/;
/** What the system says where nobody listens, or the line is cut. */
const CUT = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);
/** The driver's own words, which have no code. */
const TERMINATED = /^(Connection terminated|Client has encountered a connection error)/;

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

function isFull(error: Error): boolean {
  const code = codeOf(error);
  return code === FULL || (WRITE_FAILED.test(code) && COULD_NOT_WRITE.test(error.message));
}

function isAway(error: Error): boolean {
  const code = codeOf(error);
  if (AWAY.test(code) || TERMINATED.test(error.message)) return true;
  // A file that is missing is no database that is away.
  const isLine = 'syscall' in error && /^(connect|read|write)$/.test(String(error.syscall));
  return CUT.has(code) && isLine;
}

/** Why an error of the database ended a request; null where the error is of another kind. */
export function storageRefusal(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null;
  if (isFull(error)) {
    return refuse(ROOM_RULE, said('The disk of this node is full; nothing of this was recorded.'), {
      remedy: said('Reading goes on. Send it again once the administrator has made room.'),
    });
  }
  if (isAway(error)) {
    return refuse(DATABASE_RULE, said('The database of this node does not answer at the moment.'), {
      remedy: said(
        'Try again soon. What was told as recorded is recorded; look before sending again.',
      ),
    });
  }
  return storageRefusal(error.cause);
}
