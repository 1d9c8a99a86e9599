/** Holdings in memory, for tests: they keep to the contract, and learn keys from acts. */
import { type Header, type SignedAct, actId, readAct } from '../kernel/act.ts';
import type { Viewer } from '../kernel/define-area.ts';
import {
  type Fork,
  type Holdings,
  PAGE_ACTS_MAX,
  type StreamEnd,
  type Taken,
} from '../kernel/exchange.ts';
import { rule } from '../kernel/law.ts';
import { publicKeyOf } from '../kernel/key.ts';
import { mayView } from '../kernel/marking.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type Sentence, said } from '../kernel/said.ts';
import { verifyAct } from '../kernel/sign.ts';

const TEST_RULE = rule('test.holdings', 'none', 'As the test has it.');
const no = (reason: Sentence): Refusal => refuse(TEST_RULE, reason);

interface Held {
  readonly end: Omit<StreamEnd, 'seq' | 'last'>;
  readonly acts: SignedAct[];
}

/** Whoever registers a key does so in the stream of the registrar, whose key is given. */
export class TestHoldings implements Holdings {
  readonly streams = new Map<string, Held>();
  readonly #keys = new Map<string, ReturnType<typeof publicKeyOf>>();
  readonly #forks: Fork[] = [];
  readonly #actors: readonly string[];
  readonly pageActsMax: number;

  constructor(
    actors: readonly string[],
    registrar: [string, Uint8Array],
    pageActsMax = PAGE_ACTS_MAX,
  ) {
    this.#actors = actors;
    this.#keys.set(registrar[0], publicKeyOf(registrar[1]));
    this.pageActsMax = pageActsMax;
  }

  heads({ actors }: Viewer): Promise<StreamEnd[]> {
    const seen = [...this.streams.values()].filter(({ end }) => mayView(end.marking, actors));
    const ends = seen.map(({ end, acts }) => ({
      ...end,
      seq: acts.length,
      last: actId(acts.at(-1)?.header ?? new Uint8Array()),
    }));
    return Promise.resolve(ends);
  }

  page({ actors }: Viewer, stream: string, from: number): Promise<SignedAct[]> {
    const found = this.streams.get(stream);
    const isSeen = found && mayView(found.end.marking, actors);
    return Promise.resolve(isSeen ? found.acts.slice(from - 1, from - 1 + this.pageActsMax) : []);
  }

  take(acts: readonly SignedAct[]): Promise<Taken[]> {
    return Promise.resolve(acts.map((act) => this.#takeOne(act)));
  }

  forks({ actors }: Viewer): Promise<readonly Fork[]> {
    const isSeen = ({ stream }: Fork): boolean => {
      const found = this.streams.get(stream);
      return found === undefined || mayView(found.end.marking, actors);
    };
    return Promise.resolve(this.#forks.filter(isSeen));
  }

  takeFork(fork: Fork): Promise<boolean> {
    const [one, other] = fork.acts.map((act) => this.#verified(act));
    const isProof =
      one !== undefined &&
      other !== undefined &&
      !('refused' in one || 'refused' in other) &&
      one.id !== other.id &&
      [one, other].every(({ header }) => header.stream === fork.stream && header.seq === fork.seq);
    if (isProof) this.#forks.push(fork);
    return Promise.resolve(isProof);
  }

  #verified(act: SignedAct) {
    return verifyAct(act, ({ author }) => this.#keys.get(author) ?? null);
  }

  #takeOne(signed: SignedAct): Taken {
    const read = readAct(signed);
    if ('refused' in read) return { outcome: 'rejected', id: null, refusal: read };
    const { id, header, payload } = read;
    if (!mayView(header.marking, this.#actors)) {
      return { outcome: 'rejected', id, refusal: no(said('It is not released to this node.')) };
    }
    if (!this.#keys.has(header.author)) {
      return { outcome: 'waiting', id, refusal: no(said('Its key is not known.')) };
    }
    const verified = this.#verified(signed);
    if ('refused' in verified) return { outcome: 'rejected', id, refusal: verified };
    this.#learn(payload);
    return this.#place(id, header, signed);
  }

  #learn({ actor, publicKey }: Readonly<Record<string, unknown>>): void {
    if (typeof actor !== 'string' || typeof publicKey !== 'string') return;
    this.#keys.set(actor, publicKeyOf(Buffer.from(publicKey, 'base64url')));
  }

  #place(id: string, header: Header, signed: SignedAct): Taken {
    const { stream, author, marking, seq, prev } = header;
    const held = this.streams.get(stream) ?? { end: { stream, author, marking }, acts: [] };
    const there = held.acts[seq - 1];
    if (there) return this.#again(id, there, signed, stream, seq);
    const last = held.acts.at(-1);
    if (seq !== held.acts.length + 1 || prev !== (last ? actId(last.header) : null)) {
      return { outcome: 'waiting', id, refusal: no(said('Acts before it are missing.')) };
    }
    held.acts.push(signed);
    this.streams.set(stream, held);
    return { outcome: 'kept', id };
  }

  #again(id: string, there: SignedAct, act: SignedAct, stream: string, seq: number): Taken {
    if (actId(there.header) === id) return { outcome: 'again', id };
    const fork: Fork = { stream, seq, acts: [there, act] };
    this.#forks.push(fork);
    return { outcome: 'forked', id, fork };
  }

  /** All that is held, in one comparable form. */
  ids(): Record<string, string[]> {
    const names = [...this.streams.keys()].sort();
    const idsOf = (name: string) =>
      (this.streams.get(name)?.acts ?? []).map(({ header }) => actId(header));
    return Object.fromEntries(names.map((name) => [name, idsOf(name)]));
  }
}
