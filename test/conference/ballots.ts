/** Secret ballots of the example conference: a panel elects in two rounds, and votes. */
import { generateKeyPairSync } from 'node:crypto';
import {
  type BallotKey,
  askForPaper,
  handPaper,
  markPaper,
  takePaper,
} from '../../src/kernel/secret-ballot.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import type { Json } from '../../src/kernel/canonical.ts';
import type { Store } from '../../src/store/contract.ts';
import { registerKey } from '../../src/store/test-store.ts';
import { TestSigner } from '../../src/store/test-signer.ts';
import { drafting } from './drafting.ts';

const BODY = 'bodies/panel';
const NAME = 'panel-meeting';
const SESSION = `meetings/${NAME}`;
const MEMBERS = ['LUX', 'MNG', 'URY'] as const;
const RULE = 'Rules of the Panel';
const half = { kind: 'share', base: 'present-and-voting', threshold: '1/2', more: true };
const rules = [
  { name: 'secret-vote', method: 'vote', modes: ['secret'], adoptedIf: half },
  {
    name: 'secret-election',
    method: 'election',
    modes: ['secret'],
    election: { majority: half, restrictedAfter: 1 },
  },
].map((one) => ({ ...one, title: { en: one.name }, citation: RULE }));

const TITLES: Readonly<Record<string, string>> = {
  'seat-of-the-panel': 'Who presides over the panel',
  'budget-of-the-panel': 'Budget of the panel',
};

function newKey(): BallotKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    modulus: privateKey.export({ format: 'jwk' }).n ?? '',
    secret: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
  };
}

class Panel {
  readonly #store: Store;
  readonly #signers = new Map<string, TestSigner>();

  constructor(store: Store) {
    this.#store = store;
  }

  async furnish(): Promise<void> {
    for (const member of MEMBERS) {
      const signer = new TestSigner(member);
      this.#signers.set(member, signer);
      await registerKey(this.#store, member, signer.key);
    }
    const seats = { title: { en: 'Panel' }, kind: 'board', membership: { kind: 'seats' } };
    await this.record('establish-body', seats, BODY);
    await this.record('adopt-rules', { from: '2026-01-01', citation: RULE, rules }, BODY);
    for (const member of MEMBERS) {
      await this.record('seat-member', { member, from: '2026-01-01' }, BODY);
    }
    const opensOn = '2026-03-03';
    const title = { en: 'Meeting of the panel' };
    await this.record('convene', { body: 'panel', title, opensOn, closesOn: opensOn });
  }

  /** The operator's act. */
  async record(verb: string, payload: object, register = SESSION): Promise<void> {
    await this.#take(drafting(this.#store.operator)(verb, register, payload));
  }

  async #take(draft: DraftAct): Promise<void> {
    const [receipt] = await this.#store.submit([draft]);
    if (isRefusal(receipt)) throw new Error(`${draft.type}: ${receipt.reason}`);
  }

  async put(decision: string, rule: string, on: object): Promise<void> {
    const title = { en: TITLES[decision] ?? decision };
    await this.record('put-question', { decision, title, on, rule });
  }

  /** One ballot from its papers to its box. */
  async ballot(decision: string, ballot: number, marks: readonly string[]): Promise<void> {
    const place = { register: SESSION, decision, ballot };
    const key = newKey();
    const of = { decision, ballot };
    await this.record('prepare-ballot-papers', { ...of, key: key.modulus });
    const boxed = [];
    for (const [at, member] of MEMBERS.entries()) {
      const asked = askForPaper(place, key.modulus);
      await this.#asks(member, { ...of, blinded: asked.blinded });
      const signature = handPaper(key, asked.blinded) ?? '';
      await this.record('hand-ballot-paper', { ...of, to: member, signature });
      const paper = takePaper(place, key.modulus, asked, signature) ?? '';
      const mark = marks[at] ?? '';
      boxed.push(markPaper(place, { ...asked, paper }, mark === '' ? [] : [mark]));
    }
    await this.record('close-voting', { decision });
    const ballots = boxed.toSorted((one, other) => (one.serial < other.serial ? -1 : 1));
    await this.record('open-ballot-box', { ...of, ballots });
  }

  async #asks(member: string, payload: Record<string, Json>) {
    const signer = this.#signers.get(member);
    if (!signer) throw new Error(`${member} has no key`);
    const { signed } = signer.next(payload, {
      network: this.#store.network,
      type: 'meetings.take-ballot-paper',
      register: SESSION,
    });
    const [receipt] = await this.#store.receive([signed]);
    if (isRefusal(receipt)) throw new Error(receipt.reason);
  }
}

/** Records them; members sign for themselves, with keys that are registered for them. */
export async function recordBallots(store: Store): Promise<void> {
  const panel = new Panel(store);
  await panel.furnish();
  const seat = 'seat-of-the-panel';
  const candidates = ['BRA', 'JPN', 'KEN'];
  await panel.put(seat, 'secret-election', { kind: 'election', seats: 1, candidates });
  await panel.ballot(seat, 1, ['BRA', 'JPN', '']);
  await panel.ballot(seat, 2, ['BRA', 'BRA', '-']);
  const budget = 'budget-of-the-panel';
  await panel.put(budget, 'secret-vote', { kind: 'other', what: 'Its budget' });
  await panel.ballot(budget, 1, ['yes', 'no', 'yes']);
}
