/** Someone who signs elsewhere, for tests: composes acts in a stream of its own. */
import { type Header, type SignedAct, partOf, streamOf } from '../kernel/act.ts';
import type { Json } from '../kernel/canonical.ts';
import { type SigningKey, generateKey } from '../kernel/key.ts';
import { CLEAR } from '../kernel/marking.ts';
import { type Composed, composeAct } from '../kernel/sign.ts';

export class TestSigner {
  readonly actor: string;
  key: SigningKey = generateKey();
  readonly #heads = new Map<string, { seq: number; last: string | null }>();

  constructor(actor: string) {
    this.actor = actor;
  }

  /** Composes the next act of the stream, and goes on from it. */
  next(payload: Record<string, Json>, more: Partial<Header> = {}): Composed {
    const composed = this.compose(payload, more);
    this.advance(composed.act.header, composed.act.id);
    return composed;
  }

  /** Goes on from an act of its stream, whoever composed it. */
  advance({ stream, seq }: Header, id: string): void {
    this.#heads.set(stream, { seq, last: id });
  }

  /** Someone else with the same key, who goes on from the same place: a thief. */
  twin(): TestSigner {
    const other = new TestSigner(this.actor);
    other.key = this.key;
    for (const [stream, head] of this.#heads) other.#heads.set(stream, head);
    return other;
  }

  /** Composes an act without going on from it. */
  compose(payload: Record<string, Json>, more: Partial<Header> = {}): Composed {
    const marking = more.marking ?? CLEAR;
    const head = this.#heads.get(streamOf(this.actor, marking)) ?? { seq: 0, last: null };
    const draft: Omit<Header, 'key' | 'stream' | 'parts'> = {
      network: 'test-network',
      type: 'notes.write',
      author: this.actor,
      actor: this.actor,
      mandate: null,
      basis: { kind: 'signed' },
      seq: head.seq + 1,
      prev: head.last,
      parents: [],
      register: 'notes/common',
      effectiveOn: null,
      issuedAt: '2026-01-17T09:30:00.000Z',
      marking,
      ...more,
    };
    return composeAct(draft, partOf(payload), payload, this.key);
  }

  /** The next act, a note of this name. */
  note(name: string, more: Partial<Header> = {}): SignedAct {
    return this.next({ note: name, text: `text of ${name}` }, more).signed;
  }
}
