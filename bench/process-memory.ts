/** What other processes take of memory, as Linux tells it; elsewhere nothing is known. */
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

/** Forgets the most that the process held, so that what follows is measured by itself. */
export function forgetMax(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Then the most of all its life is told, which is no less.
  }
}
