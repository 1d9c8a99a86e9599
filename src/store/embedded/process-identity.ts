import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * When the process with this number began, as an opaque text; null when there is none. Numbers are
 * used again after a process ends, the pair of number and beginning is not.
 */
export async function processBeginning(pid: number): Promise<string | null> {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform !== 'linux') return beginningFromList(pid);
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the name in brackets may hold spaces; the state is field 3, the beginning field 22.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ended = fields[0] === 'Z' || fields[0] === 'X';
    return ended ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

async function beginningFromList(pid: number): Promise<string | null> {
  const list = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => null);
  return list?.stdout.trim() || null;
}
