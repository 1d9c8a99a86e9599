/**
 * Handing acts in to the custodian of their register: the missing part of the streams that they
 * stand in, from the custodian's own head on. Whatever breaks off is done again from there, and
 * what the custodian has already changes nothing.
 */
import type { SignedAct } from '../kernel/act.ts';
import type { Viewer } from '../kernel/define-area.ts';
import type { Given, StreamEnd } from '../kernel/exchange.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import type { Became } from './node-answers.ts';
import { STREAMS_RULE } from './rules.ts';

/** Pages that are handed in on one visit; what is left is for the next. */
export const HANDED_PAGES_MAX = 200;

/** A node to which acts are handed in. */
export interface Custodian {
  heads(): Promise<readonly StreamEnd[] | Refusal>;
  submit(acts: readonly SignedAct[]): Promise<readonly Became[] | Refusal>;
}

/** An act that waits, by its place. */
export interface Wanted {
  readonly act: string;
  readonly stream: string;
  readonly seq: number;
}

export interface HandInOptions {
  /** On whose behalf the custodian's node reads. */
  readonly viewer: Viewer;
  /** Whose acts these are: those with whose keys this node signs. */
  readonly authors: readonly string[];
  readonly signal?: AbortSignal;
}

export interface HandedIn {
  /** Acts that stand at the custodian's node now. */
  readonly handed: readonly string[];
  readonly fault: Refusal | null;
  readonly cutShort: boolean;
}

const STANDS: ReadonlySet<Became['outcome']> = new Set(['kept', 'admitted', 'again', 'refused']);

class HandingIn {
  readonly #custodian: Custodian;
  readonly #given: Given;
  readonly #options: HandInOptions;
  readonly #theirs = new Map<string, number>();
  #pages = 0;
  isWaiting = false;
  fault: Refusal | null = null;

  constructor(custodian: Custodian, given: Given, options: HandInOptions) {
    this.#custodian = custodian;
    this.#given = given;
    this.#options = options;
  }

  get cutShort(): boolean {
    return this.#pages >= HANDED_PAGES_MAX || this.#options.signal?.aborted === true;
  }

  async ask(): Promise<boolean> {
    const heads = await this.#custodian.heads();
    if (isRefusal(heads)) {
      this.fault = heads;
      return false;
    }
    for (const { stream, seq } of heads) this.#theirs.set(stream, seq);
    return true;
  }

  has({ stream, seq }: Pick<Wanted, 'stream' | 'seq'>): boolean {
    return (this.#theirs.get(stream) ?? 0) >= seq;
  }

  /** Sends a stream up to a place, beginning with the last act that the custodian has. */
  async stream(stream: string, until: number): Promise<void> {
    let from = Math.max(1, this.#theirs.get(stream) ?? 0);
    while (!this.has({ stream, seq: until }) && !this.cutShort) {
      const acts = await this.#given.page(this.#options.viewer, stream, from);
      if (acts.length === 0) {
        this.fault ??= refuse(
          STREAMS_RULE,
          said('The act is not released to the custodian’s node.'),
        );
        return;
      }
      this.#pages += 1;
      const became = await this.#custodian.submit(acts);
      if (isRefusal(became)) this.fault ??= became;
      if (isRefusal(became) || !this.#took(stream, from, became)) return;
      from += acts.length;
    }
  }

  /** Notes how far the custodian has the stream now; whether it took all that was sent. */
  #took(stream: string, from: number, became: readonly Became[]): boolean {
    const stopped = became.findIndex(({ outcome }) => !STANDS.has(outcome));
    const standing = stopped < 0 ? became.length : stopped;
    this.#theirs.set(stream, Math.max(from + standing - 1, this.#theirs.get(stream) ?? 0));
    const stop = became[stopped];
    if (stop) this.#stopped(stop);
    return stop === undefined;
  }

  #stopped({ outcome, rule, reason }: Became): void {
    if (outcome === 'waiting') this.isWaiting = true;
    const told = [rule ?? '', reason ?? ''].filter(Boolean).join(': ');
    const says =
      told === ''
        ? said('The node says “{$outcome}”.', { outcome })
        : said('The node says “{$outcome}”. {$told}', { outcome, told });
    this.fault ??= refuse(STREAMS_RULE, says);
  }

  /** Streams by authors of this node that the custodian may have: what its judging rests on. */
  async others(): Promise<void> {
    const ends = await this.#given.heads(this.#options.viewer);
    const { authors } = this.#options;
    for (const author of authors) {
      const own = ends.filter((end) => end.author === author && !this.has(end));
      for (const { stream, seq } of own) await this.stream(stream, seq);
    }
  }
}

/** The last place that is wanted of each stream. */
function lastPlaces(wanted: readonly Wanted[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const { stream, seq } of wanted) last.set(stream, Math.max(seq, last.get(stream) ?? 0));
  return last;
}

/** Hands in what waits. Where that rests on other streams of this node, those are sent as well. */
export async function handIn(
  custodian: Custodian,
  given: Given,
  wanted: readonly Wanted[],
  options: HandInOptions,
): Promise<HandedIn> {
  const handing = new HandingIn(custodian, given, options);
  if (await handing.ask()) {
    const places = lastPlaces(wanted);
    for (const [stream, seq] of places) await handing.stream(stream, seq);
    if (handing.isWaiting) {
      handing.fault = null;
      handing.isWaiting = false;
      await handing.others();
      for (const [stream, seq] of places) await handing.stream(stream, seq);
    }
  }
  const handed = wanted.filter((one) => handing.has(one)).map(({ act }) => act);
  const { fault, cutShort } = handing;
  return { handed, fault: handed.length < wanted.length ? fault : null, cutShort };
}
