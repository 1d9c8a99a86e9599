/** Wakes those that wait whenever the record moves; made once for all who listen. */
export class Doorbell {
  readonly #waiting = new Set<() => void>();
  readonly #stop: () => void;
  readers = 0;

  /** `listen` is given what to call when the record moves, and gives how to stop. */
  constructor(listen: (ring: () => void) => () => void) {
    this.#stop = listen(() => this.ring());
  }

  ring(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }

  /** Waits until it rings, at most so long; says whether it did. */
  next(milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(wake);
        resolve(false);
      }, milliseconds);
      this.#waiting.add(wake);
    });
  }

  stop(): void {
    this.#stop();
    this.ring();
  }
}
