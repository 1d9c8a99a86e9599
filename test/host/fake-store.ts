/** A store in memory: enough of the contract to test the host's HTTP without a database. */
import { CLEAR } from '../../src/kernel/marking.ts';
import { readAct, partOf } from '../../src/kernel/act.ts';
import { attachmentsIn } from '../../src/kernel/attachment.ts';
import { type KnownDocument, judgeDocument } from '../../src/kernel/attachment-type.ts';
import { FORGETFUL } from '../../src/kernel/define-area.ts';
import { generateKey } from '../../src/kernel/key.ts';
import { rule } from '../../src/kernel/law.ts';
import { isRefusal, refuse } from '../../src/kernel/refusal.ts';
import { said } from '../../src/kernel/said.ts';
import { composeAct, verifyAct } from '../../src/kernel/sign.ts';
import { publicKeyOf } from '../../src/kernel/key.ts';
import type { DraftAct, Receipt } from '../../src/kernel/submission.ts';
import type { Attachments, RecordedAct, Store } from '../../src/store/contract.ts';
import type { SignedAct } from '../../src/kernel/act.ts';

const FORBIDDEN = rule('law.forbidden', 'Example Convention Art. 1', 'Some things are forbidden.');

/** Documents in memory; an act that names one may be seen by all. */
function fakeAttachments(acts: ReadonlyMap<string, RecordedAct>): Attachments {
  const held = new Map<string, KnownDocument & { bytes: Uint8Array<ArrayBuffer> }>();
  return {
    async keep(bytes, claimed) {
      const known = judgeDocument(bytes, claimed);
      if (!isRefusal(known)) held.set(known.digest, { ...known, bytes: new Uint8Array(bytes) });
      return known;
    },
    atHand: async (digests) => new Map([...held].filter(([digest]) => digests.includes(digest))),
    async find(digest) {
      const named = [...acts.values()].flatMap(({ payload }) => attachmentsIn(payload));
      const use = named.find((one) => one.digest === digest);
      const known = held.get(digest);
      if (!use || !known) return null;
      const read = () => new Blob([known.bytes]).stream();
      return { ...known, name: use.name, isClear: true, level: 'clear', read };
    },
    missing: async () => [],
    lacks: async () => false,
    named: async () => [],
    sweepJob: {},
  };
}

/** Logs of a record that nobody proves anything of. */
function fakeLogs(): Pick<Store, 'log' | 'witnesses'> {
  return {
    log: {
      origin: 'test/operator',
      advance: async () => 0,
      checkpoint: async () => null,
      tile: async () => null,
      entries: async () => null,
      latest: async () => [],
      prove: async () => null,
      consistency: async () => [],
    },
    witnesses: {
      witnessKey: () => null,
      logKey: () => null,
      follow: async () => undefined,
      peers: async () => [],
      policy: async () => ({ quorum: 0, witnesses: [] }),
      setQuorum: async () => undefined,
      addCheckpoint: async () => ({ verdict: 'unknown', reason: 'no log is followed here' }),
      observe: async () => undefined,
      ask: async () => [],
      halted: async () => null,
      forks: async () => [],
      takeFork: async () => false,
    },
  };
}

export interface FakeStore extends Store {
  /** How many questions were answered. */
  asked(): number;
  readonly key: ReturnType<typeof generateKey>;
}

/** A store whose law forbids only a payload with `forbidden: true`. */
export function fakeStore(): FakeStore {
  const key = generateKey();
  const acts = new Map<string, RecordedAct>();
  const listeners = new Set<(ledger: number) => void>();
  let asked = 0;
  const judge = (payload: unknown) =>
    typeof payload === 'object' &&
    payload !== null &&
    'title' in payload &&
    payload.title === 'forbidden'
      ? refuse(FORBIDDEN, said('This is forbidden.'), { remedy: said('Do something else.') })
      : null;

  function admit(signed: SignedAct): Receipt {
    const act = readAct(signed);
    if (isRefusal(act)) return act;
    const held = acts.get(act.id)?.admission;
    if (held) return { id: act.id, ...held, again: true };
    const register = act.header.register ?? 'none/none';
    const place = { register, position: acts.size + 1, ledger: acts.size + 1 };
    const recordedAt = '2026-11-22T00:00:00.000Z';
    acts.set(act.id, {
      ...act,
      signed,
      publicKey: key.publicBytes,
      admission: { ...place, recordedAt, by: act.id },
    });
    for (const listener of listeners) listener(place.ledger);
    return { id: act.id, ...place };
  }

  function compose(draft: DraftAct): SignedAct {
    return composeAct(
      {
        network: 'test',
        type: draft.type,
        author: 'operator',
        actor: draft.actor,
        mandate: draft.mandate ?? null,
        basis: draft.basis,
        seq: acts.size + 1,
        prev: null,
        parents: [],
        register: draft.register,
        effectiveOn: draft.effectiveOn ?? null,
        issuedAt: '2026-11-22T00:00:00.000Z',
        marking: draft.marking ?? CLEAR,
      },
      partOf(draft.payload),
      {},
      key,
    ).signed;
  }

  return {
    key,
    operator: 'operator',
    network: 'test',
    asked: () => asked,
    submit: async (drafts) => drafts.map((draft) => judge(draft.payload) ?? admit(compose(draft))),
    preview: async (draft) =>
      judge(draft.payload) ?? {
        marking: draft.marking ?? CLEAR,
        consequences: [
          { key: 'examples.follows', values: { name: draft.actor, on: '2026-01-17' } },
        ],
        changes: [{ table: 'examples_thing', put: { title: 'preview' } }],
      },
    standing: {
      waiting: async () => null,
      askHeads: async () => [],
      resume: async () => null,
    },
    onMoved: () => () => undefined,
    holdings: {
      heads: async () => [],
      page: async () => [],
      take: async () => [],
      forks: async () => [],
      takeFork: async () => false,
    },
    receive: async (signed) =>
      signed.map((one) => {
        const verified = verifyAct(one, () => publicKeyOf(key.publicBytes));
        return isRefusal(verified) ? verified : admit(one);
      }),
    async ask(question, input, at) {
      asked += 1;
      const parsed = question.input.parse(input);
      // No question of these tests reads tables.
      const now = `${at.asOf}T12:00:00.000Z`;
      const at0 = { ...at, now, query: null as never, memory: FORGETFUL };
      // The question's own schema has made this its input.
      return question.answer(at0, parsed as never);
    },
    // It has no tables: whoever reads rows finds none, and what reads anything else fails on it.
    read: async () => [] as never,
    act: async (id) => acts.get(id) ?? null,
    counts: async () => new Map([['examples/one', acts.size]]),
    ...fakeLogs(),
    ledger: async () => acts.size,
    replica: () => null,
    onAdmitted(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rebuild: async () => ({ acts: acts.size }),
    attachments: fakeAttachments(acts),
    exportProof: async () => refuse(FORBIDDEN, said('The fake store proves nothing.')),
    exportRecord: async () => refuse(FORBIDDEN, said('The fake store has no files.')),
    jobs: {
      add: async () => 1,
      run: () => ({ stop: async () => undefined }),
      runNext: async () => false,
    },
    progress: async () => [],
    tell: async () => undefined,
    mark: async () => null,
    setMark: async () => undefined,
    close: async () => undefined,
  };
}
