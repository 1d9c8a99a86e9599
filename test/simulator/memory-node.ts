/**
 * A node in memory: it judges, admits and takes by the store's own rules, over a disk that keeps
 * what was committed and nothing else. `pause` is where a crash may come between two steps.
 */
import type { ActId, Header, SignedAct } from '../../src/kernel/act.ts';
import type { Viewer } from '../../src/kernel/define-area.ts';
import type { InstantText } from '../../src/kernel/dates.ts';
import {
  ACTS_ASKED_MAX,
  type Fork,
  type Holdings,
  type NodeViewer,
  PAGE_ACTS_MAX,
  type StreamEnd,
  type Taken,
} from '../../src/kernel/exchange.ts';
import { type Marking, mayView } from '../../src/kernel/marking.ts';
import { type Refusal, isRefusal } from '../../src/kernel/refusal.ts';
import type { DraftAct, Receipt } from '../../src/kernel/submission.ts';
import type { Candidate } from '../../src/store/candidate.ts';
import { type Catalog, catalogOf } from '../../src/store/catalog.ts';
import { draftCandidate } from '../../src/store/draft-candidate.ts';
import { bothSigned, contradictionIn } from '../../src/store/holdings/forks.ts';
import { Halted, takeAll, takeAround } from '../../src/store/holdings/take-batch.ts';
import { type Given, readGiven } from '../../src/store/holdings/take-given.ts';
import { judgeBatch } from '../../src/store/judge-batch.ts';
import { type FromElsewhere, receiptOf } from '../../src/store/record-batch.ts';
import { signedCandidate } from '../../src/store/signed-candidate.ts';
import { Turns } from '../../src/store/turns.ts';
import type { NodeIdentity, Verdict } from '../../src/store/work.ts';
import type { Broken } from './faults.ts';
import {
  type Batch,
  checked,
  decidedOn,
  keepForkIn,
  openBatch,
  takingOf,
  written,
} from './memory-batch.ts';
import { judgeWaiting } from './judge-waiting.ts';
import { leap } from './broken-rules.ts';
import { isLacking, rowsAnew } from './memory-parts.ts';
import { type HeldAct, type MemoryRecord, commit } from './memory-record.ts';
import { papersArea } from './papers-area.ts';

export const CATALOG: Catalog = catalogOf([papersArea]);

/** Where a step may be the last one before a crash. */
export type Step = 'judged' | 'committed';

export interface NodeSettings {
  readonly identity: NodeIdentity;
  readonly record: MemoryRecord;
  now(): InstantText;
  /** Passes, or throws where the node has crashed meanwhile. */
  pause(step: Step): Promise<void>;
  /** Whether it signs nothing for now, having been restored from an older disk. */
  isSilent(): boolean;
  readonly broken: Broken;
  /** Acts of one page; small ones show what happens between pages. */
  readonly pageActsMax?: number;
}

const NOTHING: FromElsewhere = { kept: [], elsewhere: [], refusals: [] };

export class MemoryNode implements Holdings {
  readonly #settings: NodeSettings;
  readonly #turns = new Turns();

  constructor(settings: NodeSettings) {
    this.#settings = settings;
  }

  get record(): MemoryRecord {
    return this.#settings.record;
  }

  get identity(): NodeIdentity {
    return this.#settings.identity;
  }

  /** As who it judges: without its keys it decides on nothing, for it could sign no decision. */
  #judging(): NodeIdentity {
    const silent = { ...this.identity, keys: { keyFor: () => null } };
    return this.#settings.isSilent() ? silent : this.identity;
  }

  #begin(): Batch {
    const { record } = this.#settings;
    return openBatch(record, this.#judging(), CATALOG, this.#settings.now());
  }

  /** Writes what a batch came to, and only then lets anyone know. */
  async #finish(
    batch: Batch,
    verdicts: readonly Verdict[],
    theirs: Parameters<typeof written>[2] = NOTHING,
  ): Promise<void> {
    const { broken, pause } = this.#settings;
    const whole = written(batch, verdicts, theirs);
    try {
      await pause('judged');
    } catch (error) {
      if (broken.tearsBatches === true) commit(this.record, { ...whole, admissions: [], rows: [] });
      throw error;
    }
    commit(this.record, whole);
    if (whole.filled.length > 0) rowsAnew(this.record, CATALOG);
    await pause('committed');
  }

  submit(drafts: readonly DraftAct[]): Promise<Receipt[]> {
    const { operator } = this.identity;
    return this.#judge(drafts.map((draft) => draftCandidate(CATALOG, operator, draft)));
  }

  /** Takes signed acts that are handed in. */
  receive(acts: readonly SignedAct[]): Promise<Receipt[]> {
    return this.#judge(acts.map((signed) => signedCandidate(CATALOG, this.identity, signed)));
  }

  #judge(given: readonly (Candidate | Refusal)[]): Promise<Receipt[]> {
    return this.#turns.take(async () => {
      const candidates = given.filter((one): one is Candidate => !isRefusal(one));
      const batch = this.#begin();
      for (const one of candidates) {
        if (one.kind === 'draft') continue;
        const known = decidedOn(this.record, one.act.id);
        if (known) batch.work.known.set(one.act.id, known);
      }
      const verdicts = await judgeBatch(batch.work, candidates, checked(batch, candidates));
      const finished = this.#finish(batch, verdicts);
      if (this.#settings.broken.tellsTooEarly === true) finished.catch(() => undefined);
      else await finished;
      const receipts = verdicts.map(receiptOf).values();
      return given.map((one) => {
        if (isRefusal(one)) return one;
        const receipt = receipts.next().value;
        if (!receipt) throw new Error('a candidate was not judged');
        return receipt;
      });
    });
  }

  take(acts: readonly SignedAct[]): Promise<readonly Taken[]> {
    return this.#turns.take(() => {
      const { broken } = this.#settings;
      const anyone = {
        ...this.identity,
        keys: { keyFor: () => this.identity.keys.keyFor(this.identity.operator) },
      };
      const reader = broken.takesAnything === true ? anyone : this.identity;
      const read = acts.map((signed) => readGiven(reader, signed));
      return takeAround((given) => this.#takeOnce(given), read);
    });
  }

  async #takeOnce(all: readonly (Given | Refusal)[]): Promise<readonly Taken[]> {
    const batch = this.#begin();
    const { broken } = this.#settings;
    const given = all.filter((one): one is Given => !isRefusal(one));
    const taking = takingOf(batch, given, broken);
    const taken = await takeAll(taking, broken.skipsPositions ? all.map(leap(batch)) : all).catch(
      (error: unknown) => {
        if (broken.keepsHalves !== true || !(error instanceof Halted)) throw error;
        return all.map(() => error.taken);
      },
    );
    await this.#finish(batch, taking.verdicts, taking);
    if (taking.filled.length > 0) await this.#decideWaiting(taking.filled);
    return taken;
  }

  /** Decides on what came while nothing could be signed. */
  decideWaiting(): Promise<void> {
    return this.#turns.take(() => this.#decideWaiting());
  }

  async #decideWaiting(among: readonly ActId[] | null = null): Promise<void> {
    const batch = this.#begin();
    await this.#finish(batch, await judgeWaiting(batch, among));
  }

  /** An author may have all that it signed, whoever it was for. */
  #mayHave({ marking, author }: Header, { actors, authors = [] }: NodeViewer): boolean {
    return authors.includes(author) || this.#maySee(marking, actors);
  }

  #maySee(marking: Marking, actors: readonly string[]): boolean {
    return this.#settings.broken.givesAnything === true || mayView(marking, actors);
  }

  heads(viewer: NodeViewer): Promise<readonly StreamEnd[]> {
    const { acts, streams } = this.record;
    const ends = [...streams].flatMap(([stream, ids]) => {
      const last = ids.at(-1);
      const held = last === undefined ? undefined : acts.get(last);
      if (!held) return [];
      const { author, marking } = held.act.header;
      const end = { stream, author, marking, seq: ids.length, last: held.act.id };
      return this.#mayHave(held.act.header, viewer) ? [end] : [];
    });
    return Promise.resolve(ends.sort((one, other) => (one.stream < other.stream ? -1 : 1)));
  }

  page(viewer: NodeViewer, stream: string, from: number): Promise<readonly SignedAct[]> {
    const { acts, streams } = this.record;
    const most = this.#settings.pageActsMax ?? PAGE_ACTS_MAX;
    const ids = (streams.get(stream) ?? []).slice(from - 1, from - 1 + most);
    const page: SignedAct[] = [];
    for (const id of ids) {
      const held = acts.get(id);
      if (!held || !this.#mayHave(held.act.header, viewer)) break;
      page.push(this.#shown(held, viewer));
    }
    return Promise.resolve(page);
  }

  /** The act with the parts that the viewer may have. */
  #shown({ act, signed }: HeldAct, { actors, authors = [] }: NodeViewer): SignedAct {
    const isAuthor = authors.includes(act.header.author);
    const parts = signed.parts.map((part, at) => {
      const marking = act.header.parts[at]?.marking;
      return isAuthor || marking === undefined || this.#maySee(marking, actors) ? part : null;
    });
    return { ...signed, parts };
  }

  acts(viewer: NodeViewer, ids: readonly ActId[]): Promise<readonly SignedAct[]> {
    const { acts, beside } = this.record;
    const held = ids.slice(0, ACTS_ASKED_MAX).flatMap((id) => acts.get(id) ?? beside.get(id) ?? []);
    const seen = held.filter(({ act }) => this.#mayHave(act.header, viewer));
    return Promise.resolve(seen.map((one) => this.#shown(one, viewer)));
  }

  lacking(after: string): Promise<readonly ActId[]> {
    if (this.#settings.broken.asksForNoParts === true) return Promise.resolve([]);
    const held = [...this.record.acts.values()];
    const ids = held.filter((one) => isLacking(this.identity, one)).map(({ act }) => act.id);
    const next = ids.filter((id) => id > after).sort();
    return Promise.resolve(next.slice(0, ACTS_ASKED_MAX));
  }

  forks({ actors }: Viewer): Promise<readonly Fork[]> {
    const held = [...this.record.forks.values()];
    const seen = held.filter(({ marking }) => mayView(marking, actors));
    return Promise.resolve(seen.map(({ fork }) => fork));
  }

  takeFork(fork: Fork): Promise<boolean> {
    return this.#turns.take(async () => {
      const headers = contradictionIn(this.identity, fork);
      if (!headers) return false;
      const batch = this.#begin();
      if (!bothSigned(batch.work.state, fork, headers)) return false;
      keepForkIn(batch, fork);
      await this.#finish(batch, []);
      return true;
    });
  }
}
