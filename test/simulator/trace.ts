/** What happened in a run, in words, for whoever replays a seed. */

const LINES_MAX = 5000;

export class Trace {
  readonly lines: string[] = [];
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  say(line: string): void {
    if (this.lines.length < LINES_MAX)
      this.lines.push(`${String(this.#now()).padStart(6)} ${line}`);
  }
}
