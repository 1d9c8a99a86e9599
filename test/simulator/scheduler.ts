/** Events in the order of one made-up clock; whatever an event sets off is done before the next. */

interface Event {
  readonly at: number;
  readonly order: number;
  run(): void;
}

/** Lets everything that waits for nothing but other promises come to its end. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const isBefore = (one: Event, other: Event): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

export class Scheduler {
  now = 0;
  #order = 0;
  /** A heap: the first event stands at 0. */
  readonly #events: Event[] = [];

  /** Runs something that many ticks from now. */
  after(ticks: number, run: () => void): void {
    const events = this.#events;
    events.push({ at: this.now + ticks, order: this.#order++, run });
    let at = events.length - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const [one, other] = [events[above], events[at]];
      if (!one || !other || isBefore(one, other)) return;
      [events[above], events[at]] = [other, one];
      at = above;
    }
  }

  sleep(ticks: number): Promise<void> {
    return new Promise((resolve) => this.after(ticks, resolve));
  }

  #next(): Event | undefined {
    const events = this.#events;
    const [first] = events;
    const last = events.pop();
    if (!first || !last || events.length === 0) return first;
    events[0] = last;
    for (let at = 0; ; ) {
      const below = this.#smaller(2 * at + 1);
      const [one, other] = [events[at], events[below]];
      if (!one || !other || isBefore(one, other)) return first;
      [events[at], events[below]] = [other, one];
      at = below;
    }
  }

  #smaller(left: number): number {
    const [one, other] = [this.#events[left], this.#events[left + 1]];
    return one && other && isBefore(other, one) ? left + 1 : left;
  }

  /** Runs until nothing is left to happen before that tick. */
  async runUntil(tick: number): Promise<void> {
    while (this.#events[0] && this.#events[0].at <= tick) {
      const event = this.#next();
      if (!event) return;
      this.now = Math.max(this.now, event.at);
      event.run();
      await settle();
    }
    this.now = Math.max(this.now, Math.min(tick, Number.MAX_SAFE_INTEGER));
  }

  /** Runs until nothing is left to happen at all. */
  async drain(): Promise<void> {
    await settle();
    for (let event = this.#next(); event; event = this.#next()) {
      this.now = Math.max(this.now, event.at);
      event.run();
      await settle();
    }
  }
}
