/** What a start began, so that all of it ends: what came last goes first. */

/** What is opened and has an end. */
export interface Closable {
  close(): unknown;
}

/** What was begun so far, with how each ends. */
export class Started {
  readonly #stops: (() => Promise<void>)[] = [];

  /** Adds how something ends. */
  add(stop: () => Promise<void>): void {
    this.#stops.unshift(stop);
  }

  /** Keeps what was opened until all ends, and gives it back. */
  keep<Opened extends Closable>(one: Opened): Opened {
    this.add(async () => void (await one.close()));
    return one;
  }

  /** Ends all of it, in order. */
  async stop(): Promise<void> {
    for (const stop of this.#stops.splice(0)) await stop();
  }
}
