/** Lets one piece of work after another have its turn; the record has one end to write at. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #ended = false;

  /** Runs the work when all before it is done; its failure is its caller's alone. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#ended) return Promise.reject(new Error('the store is closed'));
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Takes no more work, and waits for what was taken. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#last;
  }
}
