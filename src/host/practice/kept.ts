/** What is kept of a practice beside its database: a folder with its keys and whose it is. */
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { MAKING_MILLISECONDS } from './rules.ts';

const FILE = 'practice.json';
const ID = /^[0-9a-f]{8}$/;

const Kept = z.strictObject({
  id: z.string().regex(ID),
  /** Whoever began it: a person of the node, or a browser. */
  owner: z.string(),
  /** Whoever shows it comes in; roles are signed with it. */
  key: z.string(),
  madeAt: z.string(),
  /** What is being made, or was cut short while it was, is no practice yet. */
  state: z.enum(['making', 'ready', 'going']),
  /** The process that makes it. */
  process: z.int(),
});
export type Kept = z.output<typeof Kept>;

/** The folders of all practices of a node. */
export class KeptPractices {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'practices');
  }

  folderOf(id: string): string {
    return join(this.#folder, id);
  }

  /** All that are kept, those among them that are not whole. */
  async list(): Promise<readonly Kept[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const found = await Promise.all(names.filter((name) => ID.test(name)).map((id) => this.of(id)));
    return found.filter((one) => one !== null);
  }

  /** Folders of what was cut short before it was written down. */
  async strays(): Promise<readonly string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const found = await Promise.all(
      names.map(async (name) => {
        const old = Date.now() - (await stat(join(this.#folder, name))).mtime.getTime();
        return ID.test(name) && old > MAKING_MILLISECONDS && (await this.of(name)) === null;
      }),
    );
    return names.filter((_, at) => found[at]);
  }

  /** The practice; null where there is none, or no more. */
  async of(id: string): Promise<Kept | null> {
    if (!ID.test(id)) return null;
    try {
      const text = await readFile(join(this.folderOf(id), FILE), 'utf8');
      return Kept.parse(JSON.parse(text));
    } catch {
      return null;
    }
  }

  /** Writes it down whole, or not at all. */
  async write(kept: Kept): Promise<void> {
    const folder = this.folderOf(kept.id);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const part = join(folder, `${FILE}.part`);
    await writeFile(part, JSON.stringify(kept), { mode: 0o600 });
    await rename(part, join(folder, FILE));
  }

  /** When it was last used. */
  async usedAt(id: string): Promise<Date> {
    return (await stat(join(this.folderOf(id), FILE))).mtime;
  }

  /** It was used just now. */
  async touch(id: string, now: Date): Promise<void> {
    // Thrown away meanwhile, it was not used.
    await utimes(join(this.folderOf(id), FILE), now, now).catch(() => undefined);
  }

  /** Removes all that is kept of it, and of all of them the folder, once it is empty. */
  async remove(id: string): Promise<void> {
    await rm(this.folderOf(id), { recursive: true, force: true });
    const left = await readdir(this.#folder).catch(() => ['not there']);
    if (left.length === 0) await rm(this.#folder, { recursive: true, force: true });
  }
}
