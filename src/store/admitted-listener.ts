/** Tells listeners in this process of admissions made anywhere: by LISTEN, and by polling too. */
import pg from 'pg';
import { type ConnectionSettings, clientConfig } from './connection.ts';
import { ADMITTED_CHANNEL } from './write-record.ts';

/** How long an admission goes unnoticed at most where notifications fail. */
export const POLLING_MILLISECONDS = 2000;

type Listener = (ledger: number) => void;

/** Where the record ends: the last admission, and how many acts stand in all streams. */
export interface RecordEnd {
  readonly ledger: number;
  readonly acts: number;
}

export class AdmittedListener {
  readonly #settings: ConnectionSettings;
  readonly #end: () => Promise<RecordEnd>;
  readonly #before: () => Promise<void>;
  readonly #listeners = new Set<Listener>();
  readonly #moved = new Set<() => void>();
  #streams: number | null = null;
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #last: number | null = null;
  #looking: Promise<void> = Promise.resolve();

  /** `before` is done before anybody is told, so that who is told finds it everywhere. */
  constructor(
    settings: ConnectionSettings,
    end: () => Promise<RecordEnd>,
    before: () => Promise<void> = async () => undefined,
  ) {
    this.#before = before;
    this.#settings = settings;
    this.#end = end;
  }

  /**
   * Calls back whenever acts were recorded, also those that wait for another custodian; it may ring
   * twice for one. Returns how to stop.
   */
  addMoved(moved: () => void): () => void {
    this.#moved.add(moved);
    this.#timer ??= this.#start();
    return () => {
      this.#moved.delete(moved);
    };
  }

  /**
   * Calls back after admissions, and once with where the record stands when listening begins;
   * returns how to stop. The first listener begins the listening.
   */
  add(listener: Listener): () => void {
    this.#listeners.add(listener);
    this.#timer ??= this.#start();
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #start(): NodeJS.Timeout {
    this.#look();
    // Not a reason for the process to go on living.
    return setInterval(() => this.#look(), POLLING_MILLISECONDS).unref();
  }

  /** Looks where the record ends, and listens again after a lost connection. One at a time. */
  #look(): void {
    this.#looking = this.#looking
      .then(async () => {
        if (!this.#client) await this.#listen();
        const { ledger, acts } = await this.#end();
        const isNew = acts !== this.#streams || ledger > (this.#last ?? -1);
        if (isNew) await this.#before();
        if (this.#streams !== null && acts > this.#streams) this.#ring();
        this.#streams = acts;
        this.#tell(ledger);
      })
      // The database may be away; the next look will find it.
      .catch(() => undefined);
  }

  async #listen(): Promise<void> {
    const client = new pg.Client(clientConfig(this.#settings));
    const lost = (): void => {
      if (this.#client === client) this.#client = null;
    };
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ payload }) => {
      void this.#before().then(() => {
        this.#ring();
        this.#tell(Number(payload));
      });
    });
    await client.connect();
    await client.query(`listen ${ADMITTED_CHANNEL}`);
    this.#client = client;
  }

  #ring(): void {
    for (const moved of this.#moved) moved();
  }

  #tell(ledger: number): void {
    if (!Number.isSafeInteger(ledger) || ledger <= (this.#last ?? -1)) return;
    this.#last = ledger;
    // The first look tells, too: what was admitted before it may be news to who listens already.
    for (const listener of this.#listeners) listener(ledger);
  }

  /** Stops listening; what is under way comes to its end. */
  async close(): Promise<void> {
    this.#listeners.clear();
    this.#moved.clear();
    if (this.#timer) clearInterval(this.#timer);
    await this.#looking;
    const client = this.#client;
    this.#client = null;
    await client?.end();
  }
}
