/**
 * The account that PostgreSQL runs under. It refuses root, so a node started by root gives it an
 * unprivileged one; a node started by anyone else runs it under its own.
 */
import { readFile } from 'node:fs/promises';
import { CannotStart } from './cannot-start.ts';
import { runProgram } from './run-program.ts';

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The account made for Concord, and the one that every Unix has where none can be made. */
const OWN_NAME = 'concord';
const COMMON_NAME = 'nobody';

/**
 * The unprivileged account for a node started by root, made where it is missing; null for a node
 * that is not root, which needs none.
 */
export async function unprivilegedAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const account =
    (await accountNamed(OWN_NAME)) ?? (await makeAccount()) ?? (await accountNamed(COMMON_NAME));
  if (account) return account;
  throw new CannotStart(
    'PostgreSQL does not run as root, and there is no unprivileged account for it: ' +
      'start Concord as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

async function makeAccount(): Promise<Account | null> {
  const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  await runProgram('useradd', [...flags, OWN_NAME], null);
  // Asked again whatever happened: another node may have made it in the same moment.
  return accountNamed(OWN_NAME);
}

async function accountNamed(name: string): Promise<Account | null> {
  return accountInList(await readFile('/etc/passwd', 'utf8').catch(() => ''), name);
}

/** The account of that name in text laid out like /etc/passwd; null where it is not listed. */
export function accountInList(list: string, name: string): Account | null {
  const fields = list
    .split('\n')
    .map((line) => line.split(':'))
    .find((line) => line[0] === name);
  if (!fields) return null;
  const [uid, gid] = [Number(fields[2]), Number(fields[3])];
  return Number.isInteger(uid) && uid > 0 && Number.isInteger(gid) ? { name, uid, gid } : null;
}
