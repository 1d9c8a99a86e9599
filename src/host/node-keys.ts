/** The keys that the node signs with and its secret: files in its data folder for its eyes only. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type SigningKey, generateKey, keyFromSeed, seedOf } from '../kernel/key.ts';
import type { KeyRing } from '../store/key-ring.ts';

const SECRET_BYTES = 32;

/** Reads a file of bytes in hex, or makes it; written whole or not at all, and to the disk. */
async function bytesIn(file: string, make: () => Uint8Array): Promise<Uint8Array> {
  try {
    return new Uint8Array(Buffer.from((await readFile(file, 'utf8')).trim(), 'hex'));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!missing) throw error;
  }
  const made = make();
  const part = `${file}.part`;
  const handle = await open(part, 'w', 0o600);
  try {
    await handle.writeFile(`${Buffer.from(made).toString('hex')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
  return made;
}

export interface NodeKeys {
  readonly ring: KeyRing;
  readonly secret: string;
}

/** Opens the operator's key and the node's secret, making them at the first start. */
export async function openNodeKeys(dataFolder: string, operator: string): Promise<NodeKeys> {
  const folder = join(dataFolder, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const seed = await bytesIn(join(folder, `${operator}.key`), () => seedOf(generateKey()));
  const secret = await bytesIn(join(folder, 'secret'), () => randomBytes(SECRET_BYTES));
  const key: SigningKey = keyFromSeed(seed);
  return {
    ring: { keyFor: (actor) => (actor === operator ? key : null) },
    secret: Buffer.from(secret).toString('hex'),
  };
}
