import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

export interface ProgramResult {
  /** Exit code; null when a signal ended the program. */
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs a program to its end as the given account, with `input` to read, and gives what it wrote. A
 * program that cannot be started at all gives code 127, as a shell would.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  account: Account | null,
  input = '',
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      // The unprivileged account may not enter the folder in which the node was started.
      cwd: '/',
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' },
      stdio: 'pipe',
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    // A program that ends before it has read everything says so by its code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
