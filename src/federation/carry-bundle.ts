/** Holdings into a bundle, and a bundle into holdings. */
import type { SignedAct } from '../kernel/act.ts';
import type { Given, Holdings, NodeViewer, StreamEnd, Taken } from '../kernel/exchange.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import type { Attachments } from '../store/contract.ts';
import {
  type BundleHead,
  type BundleReader,
  type Section,
  readBundle,
  writeBundle,
} from './bundle.ts';
import type { DocumentSection } from './document-frame.ts';
import { type DocumentsToCarry, documentSections } from './document-sections.ts';
import { keepDocument } from './keep-document.ts';
import { FORKS_MAX, RULINGS_MAX } from './fork-frame.ts';
import { type PullReport, PullTally } from './pull-report.ts';
import { placeOf } from './page-fault.ts';
import { BUNDLE_RULE, FORK_RULE } from './rules.ts';
import { framedBytes } from './wire.ts';

/** Acts that wait for others of the same bundle are held in memory, up to here. */
export const WAITING_BYTES_MAX = 64 * 1024 * 1024;
const NOBODY: NodeViewer = { actors: [] };

export interface BundleOptions {
  readonly head: BundleHead;
  readonly recipientKey: Uint8Array | null;
  /** On whose behalf the recipient reads; what is not sealed is for everyone alone. */
  readonly viewer: NodeViewer;
  /** Sequence numbers that the recipient has, by stream. */
  readonly since?: ReadonlyMap<string, number>;
  /** Which streams go along; absent: all that the recipient may see. */
  readonly only?: (end: StreamEnd) => boolean;
  /** Where the documents are that the acts name; absent: none are carried. */
  readonly documents?: DocumentsToCarry;
}

/** Documents as they are taken out of a bundle. */
export type DocumentsToKeep = Pick<Attachments, 'keep' | 'lacks'>;

/** The sender's own streams come first: keys and admissions are what others wait for. */
function inOrder(ends: readonly StreamEnd[], sender: string): StreamEnd[] {
  const own = ends.filter(({ author }) => author === sender);
  return [...own, ...ends.filter(({ author }) => author !== sender)];
}

async function* sectionsOf(
  holdings: Given,
  { head, viewer, since, documents, only = () => true }: BundleOptions,
): AsyncGenerator<Section> {
  const reader = head.recipient === null ? NOBODY : viewer;
  const ends = (await holdings.heads(reader)).filter(only);
  for (const { stream, seq } of inOrder(ends, head.sender)) {
    let from = (since?.get(stream) ?? 0) + 1;
    while (from <= seq) {
      const acts = await holdings.page(reader, stream, from);
      if (acts.length === 0) break;
      yield { kind: 'acts', acts };
      from += acts.length;
    }
  }
  yield* forkSections(holdings, reader);
  if (documents) yield* documentSections(documents, reader);
}

/** The forks that are known, and how their authors resolved them. */
async function* forkSections(holdings: Given, reader: NodeViewer): AsyncGenerator<Section> {
  const forks = await holdings.forks(reader);
  for (let at = 0; at < forks.length; at += FORKS_MAX) {
    yield { kind: 'forks', forks: forks.slice(at, at + FORKS_MAX) };
  }
  const rulings = (await holdings.rulings?.(reader)) ?? [];
  if (rulings.length > 0) yield { kind: 'acts', acts: rulings.slice(0, RULINGS_MAX) };
}

/** Writes what the viewer may see into a bundle, as a stream of bytes. */
export function bundleOf(holdings: Given, options: BundleOptions): AsyncGenerator<Uint8Array> {
  return writeBundle(options.head, options.recipientKey, sectionsOf(holdings, options));
}

const isHeld = ({ outcome }: Taken): boolean =>
  outcome !== 'waiting' && outcome !== 'rejected' && outcome !== 'forked';

class Taking {
  readonly tally = new PullTally();
  readonly #holdings: Holdings;
  readonly #documents: DocumentsToKeep | null;
  /** What waits, in the order in which it came. */
  #waiting: SignedAct[][] = [];
  #waitingBytes = 0;

  constructor(holdings: Holdings, documents: DocumentsToKeep | null) {
    this.#holdings = holdings;
    this.#documents = documents;
  }

  async section(section: Section): Promise<void> {
    if (section.kind === 'acts') return this.#acts(section.acts);
    if (section.kind === 'document') return this.#document(section);
    if (section.kind === 'lacking') {
      this.tally.documentsLacking += section.digests.length;
      return;
    }
    for (const fork of section.forks) {
      if (await this.#holdings.takeFork(fork)) this.tally.fork(fork);
      else this.tally.fault(fork.stream, refuse(FORK_RULE, said('What was sent proves no fork.')));
    }
  }

  /** Keeps a document that an act here names and that is missing; no other. */
  async #document({ named, bytes }: DocumentSection): Promise<void> {
    if (!(await this.#documents?.lacks(named.digest)) || !this.#documents) return;
    if (await keepDocument(this.#documents, named, bytes)) this.tally.documents += 1;
    else
      this.tally.fault(null, refuse(BUNDLE_RULE, said('A document is not the one that is named.')));
  }

  /** Takes acts; those from the first that waits on are kept for later. */
  async #acts(acts: readonly SignedAct[]): Promise<void> {
    this.tally.pages += 1;
    const taken = await this.#holdings.take(acts);
    for (const [at, one] of taken.entries()) {
      this.tally.acts[one.outcome] += 1;
      if (isHeld(one)) continue;
      const act = acts[at];
      const stream = act ? (placeOf(act)?.stream ?? null) : null;
      if (one.outcome === 'waiting') return this.#keep(stream, acts.slice(at), one);
      if (one.outcome === 'rejected') this.tally.fault(stream, one.refusal);
      if (one.outcome === 'forked') this.tally.fork(one.fork);
    }
  }

  #keep(stream: string | null, acts: SignedAct[], taken: Taken & { outcome: 'waiting' }): void {
    this.tally.waiting.set(stream ?? '', taken.refusal);
    this.#waitingBytes += acts.reduce((sum, act) => sum + framedBytes(act), 0);
    if (this.#waitingBytes <= WAITING_BYTES_MAX) this.#waiting.push(acts);
    else this.tally.cutShort ??= `${WAITING_BYTES_MAX} bytes that wait`;
  }

  /** Takes up what waited, as long as something moves. */
  async settle(): Promise<void> {
    for (let before = -1; this.tally.moved > before && this.#waiting.length > 0; ) {
      before = this.tally.moved;
      const again = this.#waiting;
      this.#waiting = [];
      this.#waitingBytes = 0;
      this.tally.waiting.clear();
      this.tally.acts.waiting = 0;
      for (const acts of again) await this.#acts(acts);
      this.tally.rounds += 1;
    }
    this.tally.behind = this.#waiting.reduce((sum, acts) => sum + acts.length, 0);
  }
}

/** Takes a bundle in; taking it again changes nothing. */
export async function takeBundle(
  chunks: AsyncIterable<Uint8Array>,
  holdings: Holdings,
  reader: BundleReader,
  documents: DocumentsToKeep | null = null,
): Promise<PullReport> {
  const taking = new Taking(holdings, documents);
  for await (const section of readBundle(chunks, reader)) {
    if (isRefusal(section)) taking.tally.fault(null, section);
    else await taking.section(section);
  }
  await taking.settle();
  if (taking.tally.cutShort !== null) {
    const remedy = said(
      'Take the bundle again: what it brought before will not wait a second time.',
    );
    taking.tally.fault(null, refuse(BUNDLE_RULE, said('More waited than is held.'), { remedy }));
  }
  return taking.tally.report();
}
