/** What other processes take of memory and processor, as Linux tells it; elsewhere not known. */
import { readFileSync, writeFileSync } from 'node:fs';

const KIBIBYTE = 1024;

function told(pid: number, name: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const found = new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1];
    return found === undefined ? null : Number(found) * KIBIBYTE;
  } catch {
    // Ended already, or no Linux.
    return null;
  }
}

/** What the process holds in memory now, in bytes. */
export const residentBytes = (pid: number): number | null => told(pid, 'VmRSS');

/** The most that it ever held, or since it was last forgotten. */
export const residentBytesMax = (pid: number): number | null => told(pid, 'VmHWM');

/** Linux counts in hundredths of a second, whatever the machine. */
const TICK_MILLISECONDS = 10;

/** For how long the process was at work on a processor, all its threads together. */
export function workedMilliseconds(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold anything: user and system time are the 14th and 15th field.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MILLISECONDS;
  } catch {
    return null;
  }
}

/** Forgets the most that the process held, so that what follows is measured by itself. */
export function forgetMax(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Then the most of all its life is told, which is no less.
  }
}
