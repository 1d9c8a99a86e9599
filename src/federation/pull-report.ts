/** What a visit to another node brought, and what was wrong there. */
import type { Fork, Taken } from '../kernel/exchange.ts';
import type { Refusal } from '../kernel/refusal.ts';

/** More is only counted: a peer does not fill our memory with what is wrong with it. */
export const FAULTS_KEPT_MAX = 100;

export interface StreamFault {
  /** Absent where the whole node is at fault. */
  readonly stream: string | null;
  readonly refusal: Refusal;
}

export type Outcome = Taken['outcome'];

export interface PullReport {
  readonly rounds: number;
  readonly pages: number;
  readonly bytes: number;
  /** Acts by what became of them. */
  readonly acts: Readonly<Record<Outcome, number>>;
  /** Streams that cannot go on before something comes that is not here yet. */
  readonly waiting: readonly StreamFault[];
  readonly faults: readonly StreamFault[];
  readonly faultsCount: number;
  /** Forks that were not known here before. */
  readonly forks: readonly Fork[];
  /** Acts that are offered to us and are not here. */
  readonly behind: number;
  /** Documents that came, and those that a bundle says it does not carry. */
  readonly documents: number;
  readonly documentsLacking: number;
  /** The bound of the visit that was met, in words; null where it went to its end. */
  readonly cutShort: string | null;
}

/** Gathers a report. */
export class PullTally {
  rounds = 0;
  pages = 0;
  bytes = 0;
  behind = 0;
  documents = 0;
  documentsLacking = 0;
  cutShort: string | null = null;
  readonly acts: Record<Outcome, number> = {
    kept: 0,
    admitted: 0,
    again: 0,
    refused: 0,
    waiting: 0,
    forked: 0,
    rejected: 0,
  };
  readonly waiting = new Map<string, Refusal>();
  readonly #faults: StreamFault[] = [];
  readonly #forks: Fork[] = [];
  #faultsCount = 0;

  fault(stream: string | null, refusal: Refusal): void {
    this.#faultsCount += 1;
    if (this.#faults.length < FAULTS_KEPT_MAX) this.#faults.push({ stream, refusal });
  }

  fork(fork: Fork): void {
    if (this.#forks.length < FAULTS_KEPT_MAX) this.#forks.push(fork);
  }

  /** Acts that stand here now and did not before. */
  get moved(): number {
    return this.acts.kept + this.acts.admitted + this.acts.refused;
  }

  report(): PullReport {
    const waiting = [...this.waiting].slice(0, FAULTS_KEPT_MAX);
    return {
      rounds: this.rounds,
      pages: this.pages,
      bytes: this.bytes,
      acts: { ...this.acts },
      waiting: waiting.map(([stream, refusal]) => ({ stream, refusal })),
      faults: [...this.#faults],
      faultsCount: this.#faultsCount,
      forks: [...this.#forks],
      behind: this.behind,
      documents: this.documents,
      documentsLacking: this.documentsLacking,
      cutShort: this.cutShort,
    };
  }
}
