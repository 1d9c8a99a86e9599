/** The `concord` command: standard streams and exit code around `run`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { Failed } from './node-client.ts';
import { run } from './program.ts';

async function readBytes(file: string): Promise<Uint8Array> {
  if (file === '-') return buffer(process.stdin);
  return readFile(file).catch(() => {
    throw new Failed(`${file} cannot be read.`);
  });
}

process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  fetch,
  terminal: {
    isTerminal: process.stdout.isTTY,
    write: (line) => process.stdout.write(line),
    complain: (line) => process.stderr.write(`${line}\n`),
    read: async (file) => Buffer.from(await readBytes(file)).toString('utf8'),
    readBytes,
    makeFolder: async (folder) => {
      await mkdir(folder, { recursive: true }).catch(() => {
        throw new Failed(`${folder} cannot be made.`);
      });
    },
    lines: () => createInterface({ input: process.stdin }),
    save: (file, content, secret) =>
      writeFile(file, content, secret ? { mode: 0o600, flag: 'wx' } : {}).catch(() => {
        throw new Failed(`${file} cannot be written${secret ? ', or is there already' : ''}.`);
      }),
  },
});
