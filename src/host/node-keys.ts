/**
 * The keys that the node signs with and its secret: files in its data folder for its eyes only. A
 * key is on the disk before anything of it stands in the record, so that a node that dies in
 * between finds it again and goes on from there.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ActorId } from '../kernel/actor-id.ts';
import { type SigningKey, generateKey, keyFromSeed, seedOf } from '../kernel/key.ts';
import type { KeyRing } from '../store/key-ring.ts';

const SECRET_BYTES = 32;

export interface NodeKeys {
  readonly ring: KeyRing;
  readonly secret: string;
  /** The secret seed of the key that others seal with for this node. */
  readonly sealingSeed: Uint8Array;
  /** The key of an actor on this node, made where there is none; the ring has it at once. */
  make(actor: string): Promise<SigningKey>;
  /** Puts the actor's key away, so that `make` makes another. Its file stays, by another name. */
  putAway(actor: string): Promise<void>;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.trim(), 'hex'));

async function toDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes the bytes in hex under a name that is not taken: whole or not at all, and to the disk. */
async function writeNew(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const part = join(folder, `${name}.${randomBytes(8).toString('hex')}.part`);
  const handle = await open(part, 'wx', 0o600);
  try {
    await handle.writeFile(`${Buffer.from(bytes).toString('hex')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    // A link fails where the name is taken: of two who make a key at once, both go on with one.
    await link(part, join(folder, name));
  } catch (error) {
    if (!isThere(error)) throw error;
  } finally {
    await rm(part);
  }
  await toDisk(folder);
}

/** Reads a file of bytes in hex, or makes it. */
async function bytesIn(folder: string, name: string, make: () => Uint8Array): Promise<Uint8Array> {
  const read = async () => bytesOf(await readFile(join(folder, name), 'utf8'));
  try {
    return await read();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  await writeNew(folder, name, make());
  return read();
}

const fileOf = (actor: string): string => `${actor}.key`;

/** The key in an actor's file; null where there is none. Throws where the file holds no key. */
function readKey(folder: string, actor: string): SigningKey | null {
  if (!ActorId.safeParse(actor).success) return null;
  try {
    return keyFromSeed(bytesOf(readFileSync(join(folder, fileOf(actor)), 'utf8')));
  } catch (error) {
    if (isMissing(error)) return null;
    throw new Error(`${join(folder, fileOf(actor))} holds no key`, { cause: error });
  }
}

/** Which file is an actor's now; null where there is none. */
function fileIdentity(folder: string, actor: string): string | null {
  const found = statSync(join(folder, fileOf(actor)), { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeMs}` : null;
}

/** Opens the operator's key and the node's secret, making them at the first start. */
export async function openNodeKeys(dataFolder: string, operator: string): Promise<NodeKeys> {
  const folder = join(dataFolder, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const held = new Map<string, { readonly file: string; readonly key: SigningKey }>();
  // Another process may have put a key away and made the next one: its file is another then.
  const keyFor = (actor: string): SigningKey | null => {
    const file = ActorId.safeParse(actor).success ? fileIdentity(folder, actor) : null;
    const known = held.get(actor);
    if (file !== null && known?.file === file) return known.key;
    const key = file === null ? null : readKey(folder, actor);
    if (file === null || !key) held.delete(actor);
    else held.set(actor, { file, key });
    return key;
  };
  const make = async (actor: string): Promise<SigningKey> => {
    const seed = await bytesIn(folder, fileOf(actor), () => seedOf(generateKey()));
    return keyFor(actor) ?? keyFromSeed(seed);
  };
  await make(operator);
  const secret = await bytesIn(folder, 'secret', () => randomBytes(SECRET_BYTES));
  const sealingSeed = await bytesIn(folder, 'sealing', () => randomBytes(SECRET_BYTES));
  return {
    ring: { keyFor },
    secret: Buffer.from(secret).toString('hex'),
    sealingSeed,
    make,
    async putAway(actor) {
      const key = keyFor(actor);
      if (!key) return;
      await rename(join(folder, fileOf(actor)), join(folder, `${actor}.${key.id}.ended`));
      held.delete(actor);
      await toDisk(folder);
    },
  };
}
