/** The practices of a node: made when somebody asks, opened when used, thrown away whole. */
import { randomBytes } from 'node:crypto';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { Turns } from '../../store/turns.ts';
import { type Server, databaseOf, dropDatabase, makeDatabase } from './database.ts';
import { type Kept, KeptPractices } from './kept.ts';
import { type Beside, type Opened, openPractice } from './open-practice.ts';
import {
  IDLE_MILLISECONDS,
  LOOK_MILLISECONDS,
  MAKING_MILLISECONDS,
  PRACTICES_MAX,
  PRACTICE_RULE,
  UNUSED_MILLISECONDS,
} from './rules.ts';

const ID_BYTES = 4;
const KEY_BYTES = 24;
/** How often it is written down that a practice is being used. */
const TOUCH_MILLISECONDS = 60_000;

export interface PracticesSettings {
  readonly server: Server;
  readonly dataFolder: string;
  readonly beside: Beside;
  readonly now?: () => Date;
}

interface AtWork {
  readonly opening: Promise<Opened>;
  usedAt: number;
  touchedAt: number;
}

/** Whether a process is alive on this machine. */
function isAlive(process_: number): boolean {
  try {
    // Signal 0 asks only whether there is such a process.
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

export class Practices {
  readonly #settings: PracticesSettings;
  readonly #kept: KeptPractices;
  readonly #atWork = new Map<string, AtWork>();
  /** Those that this process is making. */
  readonly #making = new Set<string>();
  readonly #turns = new Turns();
  #timer: NodeJS.Timeout | undefined;

  constructor(settings: PracticesSettings) {
    this.#settings = settings;
    this.#kept = new KeptPractices(settings.dataFolder);
  }

  #now(): Date {
    return this.#settings.now?.() ?? new Date();
  }

  /** The practice of an owner; null where they have none. */
  async ofOwner(owner: string): Promise<Kept | null> {
    const all = await this.#kept.list();
    return all.find((one) => one.owner === owner && one.state === 'ready') ?? null;
  }

  /** The practice of an id, where it is whole. */
  async of(id: string): Promise<Kept | null> {
    const kept = await this.#kept.of(id);
    return kept?.state === 'ready' ? kept : null;
  }

  /** How many are kept, and how many there may be. */
  async count(): Promise<number> {
    return (await this.#kept.list()).length;
  }

  /** Makes a practice for an owner, or gives the one that they have. */
  begin(owner: string): Promise<Kept | Refusal> {
    return this.#turns.take(async () => {
      await this.look();
      const known = await this.ofOwner(owner);
      if (known !== null) return known;
      if ((await this.count()) >= PRACTICES_MAX) {
        return refuse(
          PRACTICE_RULE,
          said('There are {$max} practices on this node already.', { max: PRACTICES_MAX }),
          {
            remedy: said('One that is thrown away, or not used for a week, makes room.'),
            values: { why: 'full' },
          },
        );
      }
      return this.#make(owner);
    });
  }

  async #make(owner: string): Promise<Kept | Refusal> {
    const id = randomBytes(ID_BYTES).toString('hex');
    const key = randomBytes(KEY_BYTES).toString('base64url');
    const madeAt = this.#now().toISOString();
    const kept: Kept = { id, owner, key, madeAt, state: 'making', process: process.pid };
    this.#making.add(id);
    try {
      // Written down first: whatever cuts it short, what was begun is known and taken away.
      await this.#kept.write(kept);
      const refusal = await makeDatabase(this.#settings.server, id);
      if (refusal) {
        await this.#kept.remove(id);
        return refusal;
      }
      const ready: Kept = { ...kept, state: 'ready' };
      const opened = await this.#open(ready, true);
      await this.#kept.write(ready);
      const at = this.#now().getTime();
      const opening = Promise.resolve(opened);
      this.#atWork.set(id, { opening, usedAt: at, touchedAt: at });
      this.#watch();
      return ready;
    } catch (error) {
      await this.#takeAway(kept);
      throw error;
    } finally {
      this.#making.delete(id);
    }
  }

  #open(kept: Kept, isNew: boolean): Promise<Opened> {
    const { beside, server } = this.#settings;
    const connection = databaseOf(server, kept.id);
    const folder = this.#kept.folderOf(kept.id);
    return openPractice(beside, kept, { connection, folder, isNew });
  }

  /** The practice, ready to answer; null where it is no more. */
  async opened(kept: Kept): Promise<Opened | null> {
    const { id } = kept;
    if ((await this.of(id)) === null) {
      await this.#close(id);
      return null;
    }
    const at = this.#now().getTime();
    let work = this.#atWork.get(id);
    if (work === undefined) {
      work = { opening: this.#open(kept, false), usedAt: at, touchedAt: 0 };
      this.#atWork.set(id, work);
      this.#watch();
      work.opening.catch(() => this.#atWork.delete(id));
    }
    work.usedAt = at;
    if (at - work.touchedAt >= TOUCH_MILLISECONDS) {
      work.touchedAt = at;
      await this.#kept.touch(id, this.#now());
    }
    return work.opening;
  }

  async #close(id: string): Promise<void> {
    const work = this.#atWork.get(id);
    this.#atWork.delete(id);
    const opened = await work?.opening.catch(() => null);
    await opened?.close();
  }

  /** Throws a practice away with all that is of it: record, keys, roles, database, folder. */
  async throwAway(kept: Kept): Promise<void> {
    // Another process that has it open closes it when it is next asked for it.
    await this.#kept.write({ ...kept, state: 'going', process: process.pid });
    await this.#takeAway(kept);
  }

  async #takeAway({ id }: Pick<Kept, 'id'>): Promise<void> {
    await this.#close(id);
    await dropDatabase(this.#settings.server, id);
    // Last, so that what was cut short before is found again and taken away.
    await this.#kept.remove(id);
  }

  /** Takes away what was cut short or is not used any more; closes what rests. */
  async look(): Promise<void> {
    const now = this.#now().getTime();
    for (const [id, { usedAt }] of this.#atWork) {
      if (now - usedAt > IDLE_MILLISECONDS) await this.#close(id);
    }
    for (const kept of await this.#kept.list()) {
      if (await this.#isOver(kept, now)) await this.#takeAway(kept);
    }
    for (const id of await this.#kept.strays()) await this.#takeAway({ id });
  }

  async #isOver(kept: Kept, now: number): Promise<boolean> {
    const since = now - (await this.#kept.usedAt(kept.id)).getTime();
    if (kept.state === 'ready') return since > UNUSED_MILLISECONDS;
    if (this.#making.has(kept.id)) return false;
    const isMine = kept.process === process.pid;
    return isMine || since > MAKING_MILLISECONDS || !isAlive(kept.process);
  }

  /** Looks now and then, from when there is something to look at. */
  #watch(): void {
    this.#timer ??= setInterval(() => {
      void this.#turns.take(() => this.look()).catch(() => undefined);
    }, LOOK_MILLISECONDS).unref();
  }

  /** Looks once, a little later, where something was left by an earlier run. */
  async watchWhatIsLeft(): Promise<void> {
    if ((await this.count()) > 0) this.#watch();
  }

  /** Closes all that are open; they are kept. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all([...this.#atWork.keys()].map((id) => this.#close(id)));
  }
}
