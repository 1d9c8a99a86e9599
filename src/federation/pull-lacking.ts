/**
 * What this node lacks, asked for by name of each peer that it visits: acts that a custodian
 * admitted and that no page brings, since they stand in a branch that is closed here or there; and
 * parts that whoever passed an act on withheld, or was never given.
 */
import { type ActId, actId } from '../kernel/act.ts';
import { ACTS_ASKED_MAX, type Holdings, type Taken } from '../kernel/exchange.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { placeOf } from './page-fault.ts';
import type { PullTally } from './pull-report.ts';
import type { Remote } from './remote.ts';
import { framedBytes } from './wire.ts';

/** Acts that wait for a decision to be carried out are asked for so many times in one visit. */
export const ASKED_PER_VISIT_MAX = 1000;

/** The name under which is kept how far the peer was asked for parts; no stream is called so. */
const PARTS_ASKED = 'parts';

/** What is lacking, on one visit. */
export class Lacking {
  readonly #remote: Remote;
  readonly #holdings: Holdings;
  readonly #tally: PullTally;
  readonly #wanted = new Set<ActId>();
  readonly #asked = new Set<ActId>();

  constructor(remote: Remote, holdings: Holdings, tally: PullTally) {
    this.#remote = remote;
    this.#holdings = holdings;
    this.#tally = tally;
  }

  /** Notes the acts that one which waits is in want of. */
  note(taken: Taken): void {
    if (taken.outcome !== 'waiting') return;
    for (const id of taken.lacks ?? []) {
      if (this.#asked.size + this.#wanted.size >= ASKED_PER_VISIT_MAX) return;
      if (!this.#asked.has(id)) this.#wanted.add(id);
    }
  }

  /** Asks once for what acts that wait are in want of; true where any of it came. */
  async askForActs(): Promise<boolean> {
    let isAny = false;
    const ids = [...this.#wanted];
    for (let at = 0; at < ids.length; at += ACTS_ASKED_MAX) {
      const some = ids.slice(at, at + ACTS_ASKED_MAX);
      for (const id of some) {
        this.#wanted.delete(id);
        this.#asked.add(id);
      }
      if ((await this.#take(some)).length > 0) isAny = true;
    }
    return isAny;
  }

  /**
   * Asks for some of the parts that are lacking, by turns from visit to visit: each peer again and
   * again, for who has it not today may have it tomorrow.
   */
  async askForParts(kept: Map<string, string>): Promise<void> {
    const after = kept.get(PARTS_ASKED) ?? '';
    const ids = (await this.#holdings.lacking?.(after)) ?? [];
    kept.set(PARTS_ASKED, ids.length < ACTS_ASKED_MAX ? '' : (ids.at(-1) ?? ''));
    if (ids.length > 0) await this.#take(ids);
  }

  /** Takes those of the acts that the peer gives; what it gives unasked is left. */
  async #take(ids: readonly ActId[]): Promise<readonly Taken[]> {
    const given = (await this.#remote.acts?.(ids)) ?? [];
    if (isRefusal(given)) {
      this.#tally.fault(null, given);
      return [];
    }
    this.#tally.pages += 1;
    this.#tally.bytes += given.reduce((sum, act) => sum + framedBytes(act), 0);
    // In the order of their streams: that a branch is another one shows where it begins.
    const asked = given
      .filter(({ header }) => ids.includes(actId(header)))
      .toSorted((one, other) => (placeOf(one)?.seq ?? 0) - (placeOf(other)?.seq ?? 0));
    const taken = asked.length === 0 ? [] : await this.#holdings.take(asked);
    for (const { outcome } of taken) this.#tally.acts[outcome] += 1;
    for (const one of taken) if (one.outcome === 'forked') this.#tally.fork(one.fork);
    return taken;
  }
}
