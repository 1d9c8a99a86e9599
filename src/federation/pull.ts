/**
 * Pulling from another node: in rounds over its streams, page by page, until what it offers is here
 * or waits for something that is not. Own heads say where to go on, so that a visit can break off
 * anywhere and be made again; bounds say how long a peer can keep us, whatever it answers.
 */
import type { SignedAct } from '../kernel/act.ts';
import type { Holdings, NodeViewer, StreamEnd, Taken } from '../kernel/exchange.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import type { Progress } from '../kernel/submission.ts';
import { RULINGS_MAX } from './fork-frame.ts';
import { Lacking } from './pull-lacking.ts';
import { offerFault, pageFault, placeOf } from './page-fault.ts';
import { PULL_BOUNDS, type PullBounds, metBound } from './pull-bounds.ts';
import { type PullReport, PullTally } from './pull-report.ts';
import { isOfBranch, takeBranches, takeForks } from './pull-beside.ts';
import type { Remote } from './remote.ts';
import { FORK_RULE, STREAMS_RULE } from './rules.ts';
import { framedBytes } from './wire.ts';

export interface PullOptions {
  /** On whose behalf this node takes; what is released to none of them is not taken. */
  readonly viewer: NodeViewer;
  readonly bounds?: Partial<PullBounds>;
  readonly report?: (progress: Progress) => void;
  /** Name of the task in what is reported. */
  readonly task?: string;
  readonly signal?: AbortSignal;
  /** Heads that were compared on an earlier visit, by stream; goes on to be kept. */
  readonly compared?: Map<string, string>;
}

/** A stream on its way here. */
interface Way {
  readonly end: StreamEnd;
  readonly own: StreamEnd | null;
  from: number;
}

const held = ({ outcome }: Taken): boolean =>
  outcome === 'kept' || outcome === 'admitted' || outcome === 'again' || outcome === 'refused';

class Visit {
  readonly #remote: Remote;
  readonly #holdings: Holdings;
  readonly #options: PullOptions;
  readonly #bounds: PullBounds;
  readonly #tally = new PullTally();
  /** Streams that are not gone on with during this visit. */
  readonly #barred = new Set<string>();
  /** Streams that fork, as the peer holds them. */
  readonly #forked = new Map<string, StreamEnd>();
  readonly #compared: Map<string, string>;
  readonly #lacking: Lacking;
  readonly #until: number;
  #probes = 0;
  #total = 0;

  constructor(remote: Remote, holdings: Holdings, options: PullOptions) {
    this.#remote = remote;
    this.#holdings = holdings;
    this.#options = options;
    this.#bounds = { ...PULL_BOUNDS, ...options.bounds };
    this.#compared = options.compared ?? new Map<string, string>();
    this.#lacking = new Lacking(remote, holdings, this.#tally);
    this.#until = performance.now() + this.#bounds.millisecondsMax;
  }

  async run(): Promise<PullReport> {
    const tally = this.#tally;
    for (let before = -1; tally.moved > before; ) {
      before = tally.moved;
      if (this.#isOver() || !(await this.#round())) break;
      // Only what waited can go on; what the peer has signed meanwhile is for the next visit.
      if (tally.waiting.size === 0) break;
    }
    if (!this.#isOver()) {
      const { viewer } = this.#options;
      await takeForks(this.#remote, this.#holdings, viewer, this.#tally, this.#bounds.streamsMax);
      // A stream that its author has opened again goes on at once, and so does what waited for acts
      // of another branch.
      const isOpened = await this.#takeRulings();
      if ((await this.#takeBranches()) || isOpened) await this.#round();
      await this.#takeLacking();
    }
    return tally.report();
  }

  /** Goes on with what came by name, as long as anything does; parts that are lacking come last. */
  async #takeLacking(): Promise<void> {
    while (!this.#isOver() && (await this.#lacking.askForActs())) await this.#round();
    if (!this.#isOver()) await this.#lacking.askForParts(this.#compared);
  }

  #takeBranches(): Promise<boolean> {
    return takeBranches(this.#holdings, this.#forked.values(), this.#compared, {
      fetch: (stream, from) => this.#fetch(stream, from),
      isOver: () => this.#isOver(),
    });
  }

  /** Whether a bound of the visit is met; says which. */
  #isOver(): boolean {
    const isGivenUp = this.#options.signal?.aborted === true;
    const met = metBound(this.#bounds, this.#tally, this.#until, isGivenUp);
    if (met !== null) this.#tally.cutShort ??= met;
    return met !== null;
  }

  /** One round over all streams; false where the peer does not say which it has. */
  async #round(): Promise<boolean> {
    const tally = this.#tally;
    const offered = await this.#remote.heads();
    if (isRefusal(offered)) {
      tally.fault(null, offered);
      return false;
    }
    tally.rounds += 1;
    tally.waiting.clear();
    const ends = await this.#holdings.heads(this.#options.viewer);
    const own = new Map(ends.map((end) => [end.stream, end]));
    const ways = this.#waysOf(offered, own);
    this.#total = tally.moved + ways.reduce((sum, { end, from }) => sum + end.seq - from + 1, 0);
    await this.#compare(offered, own);
    await this.#followAll(ways);
    tally.behind = ways.reduce((sum, { end, from }) => sum + Math.max(0, end.seq - from + 1), 0);
    return true;
  }

  /** The streams that go on beyond our own, each once. */
  #waysOf(offered: readonly StreamEnd[], own: ReadonlyMap<string, StreamEnd>): Way[] {
    const { streamsMax } = this.#bounds;
    if (offered.length > streamsMax) {
      const reason = said('The node offers more than {$streamsMax} streams.', { streamsMax });
      this.#bar(null, refuse(STREAMS_RULE, reason));
    }
    const ways = new Map<string, Way>();
    for (const end of offered.slice(0, streamsMax)) {
      if (this.#barred.has(end.stream)) continue;
      const fault = offerFault(end, this.#options.viewer.actors);
      if (fault) {
        this.#bar(end.stream, fault);
        continue;
      }
      const mine = own.get(end.stream) ?? null;
      const from = (mine?.seq ?? 0) + 1;
      if (from <= end.seq) ways.set(end.stream, { end, own: mine, from });
    }
    return [...ways.values()];
  }

  #bar(stream: string | null, refusal: Refusal): void {
    if (stream !== null) this.#barred.add(stream);
    this.#tally.fault(stream, refusal);
  }

  /** By turns, so that a stream without end keeps no other from its turn. */
  async #followAll(ways: readonly Way[]): Promise<void> {
    let queue = ways;
    while (queue.length > 0) {
      const left: Way[] = [];
      for (const way of queue) {
        if (this.#isOver()) return;
        if (await this.#followTurn(way)) left.push(way);
      }
      queue = left;
    }
  }

  /** Some pages of a stream, the next one fetched while one is taken; whether there are more. */
  async #followTurn(way: Way): Promise<boolean> {
    let next: Promise<readonly SignedAct[] | null> | null = this.#fetch(way.end.stream, way.from);
    for (let turn = 1; next; turn++) {
      const page = await next;
      next = null;
      if (!page || !(await this.#continues(way, page))) return false;
      const after = way.from + page.length;
      const isLast = turn >= this.#bounds.pagesPerTurn || after > way.end.seq || this.#isOver();
      if (!isLast) next = this.#fetch(way.end.stream, after);
      if (!(await this.#take(way, page))) {
        await next;
        return false;
      }
    }
    return way.from <= way.end.seq;
  }

  async #fetch(stream: string, from: number): Promise<readonly SignedAct[] | null> {
    const page = await this.#remote.page(stream, from);
    this.#tally.pages += 1;
    const fault = isRefusal(page) ? page : pageFault(page, stream, from);
    if (isRefusal(page) || fault) {
      if (fault) this.#bar(stream, fault);
      return null;
    }
    this.#tally.bytes += page.reduce((sum, act) => sum + framedBytes(act), 0);
    // Mostly the page before it is being taken, and the database is at work.
    this.#holdings.prepare?.(page);
    return page;
  }

  /** Whether the first page goes on from our own head; where it does not, our streams fork. */
  async #continues({ end, own, from }: Way, page: readonly SignedAct[]): Promise<boolean> {
    const [first] = page;
    if (!own || !first || from !== own.seq + 1) return true;
    if (placeOf(first)?.prev === own.last) return true;
    await this.#probe(end, own.seq);
    const { seq } = own;
    const reason = said('The stream does not go on from the act at {$seq} that is here.', { seq });
    this.#bar(end.stream, refuse(STREAMS_RULE, reason));
    return false;
  }

  /** Takes a page; false where the stream cannot go on for now. */
  async #take(way: Way, page: readonly SignedAct[]): Promise<boolean> {
    const taken = await this.#holdings.take(page);
    if (taken.length !== page.length) throw new Error('not every act was taken or refused');
    for (const one of taken) {
      this.#tally.acts[one.outcome] += 1;
      if (!held(one)) {
        this.#stop(way.end, one);
        return false;
      }
      way.from += 1;
    }
    const { report, task = 'pull' } = this.#options;
    report?.({ task, done: this.#tally.moved, total: this.#total });
    return true;
  }

  #stop(end: StreamEnd, taken: Taken): void {
    const { stream } = end;
    if (taken.outcome === 'waiting') this.#tally.waiting.set(stream, taken.refusal);
    this.#lacking.note(taken);
    if (taken.outcome === 'rejected') {
      this.#bar(stream, taken.refusal);
      if (isOfBranch(taken.refusal)) this.#forked.set(stream, end);
    }
    if (taken.outcome !== 'forked') return;
    this.#forked.set(stream, end);
    this.#tally.fork(taken.fork);
    const { seq } = taken.fork;
    this.#bar(stream, refuse(FORK_RULE, said('The stream forks at {$seq}.', { seq })));
  }

  /** Heads at or before our own that name another act than ours, or one not compared before. */
  async #compare(
    offered: readonly StreamEnd[],
    own: ReadonlyMap<string, StreamEnd>,
  ): Promise<void> {
    const compared = this.#compared;
    for (const end of offered.slice(0, this.#bounds.streamsMax)) {
      const { stream, seq, last } = end;
      const mine = own.get(stream);
      if (!mine || this.#barred.has(stream) || seq > mine.seq) continue;
      if (mine.last === last || compared.get(stream) === last || this.#isOver()) continue;
      if (this.#probes >= this.#bounds.probesMax) return;
      await this.#probe(end, seq);
      compared.set(stream, last);
    }
  }

  /** Takes one act of a place that is filled here: the same one, or the proof of a fork. */
  async #probe(end: StreamEnd, seq: number): Promise<void> {
    this.#probes += 1;
    const [act] = (await this.#fetch(end.stream, seq)) ?? [];
    if (!act) return;
    const [taken] = await this.#holdings.take([act]);
    if (!taken) return;
    this.#tally.acts[taken.outcome] += 1;
    this.#stop(end, taken);
  }

  /** Heeds authors' acts on forks; true where one opened a stream. */
  async #takeRulings(): Promise<boolean> {
    const offered = (await this.#remote.rulings?.()) ?? [];
    if (isRefusal(offered)) {
      this.#tally.fault(null, offered);
      return false;
    }
    const streams = new Set(offered.flatMap((act) => placeOf(act)?.stream ?? []));
    const wanted = [...streams].filter((stream) => this.#barred.has(stream));
    if (wanted.length === 0) return false;
    await this.#holdings.take(offered.slice(0, RULINGS_MAX));
    for (const stream of wanted) this.#barred.delete(stream);
    return true;
  }
}

/** Visits another node, and takes what it offers. Throws where our own holdings do. */
export function pull(
  remote: Remote,
  holdings: Holdings,
  options: PullOptions,
): Promise<PullReport> {
  return new Visit(remote, holdings, options).run();
}
