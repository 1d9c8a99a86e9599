/** A council that votes by secret ballot, on a node of a test's own. */
import type { BallotRoom } from '../../src/host/ballots/ballot-room.ts';
import { house } from '../../src/host/house.ts';
import type { Log } from '../../src/host/log.ts';
import { generateKey } from '../../src/kernel/key.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import {
  type PaperAsked,
  type SecretBallot,
  askForPaper,
  markPaper,
  takePaper,
} from '../../src/kernel/secret-ballot.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import {
  type BallotBoxShape,
  ballotBox,
} from '../../src/practices/meetings/questions/ballots/ballot-box.ts';
import {
  type DecisionShape,
  decision,
} from '../../src/practices/meetings/questions/decisions/decision.ts';
import { type TestStore, openTestStore, registerKey, ruleOf } from '../../src/store/test-store.ts';
import { fakeSignIn } from './fake-sign-in.ts';
import { type HouseApp, houseApp, openBallotRoom, openMail } from './house-app.ts';

export const MEMBERS = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE'] as const;
/** A member that is suspended, one that showed no credentials, and one of another body. */
export const STRANGERS = ['SUS', 'UNC', 'OUT'] as const;
const BODY = 'bodies/council';
const NAME = 'secret-session';
const SESSION = `meetings/${NAME}`;
const SOURCE = { kind: 'recorded', source: 'Record of the meeting' } as const;
const half = { kind: 'share', base: 'present-and-voting', threshold: '1/2', more: true };
const veto = { kind: 'count', of: 'no', among: { kind: 'actors', actors: ['AAA'] }, atLeast: '1' };

const rules = [
  { name: 'secret', method: 'vote', modes: ['secret', 'recorded'], adoptedIf: half },
  {
    name: 'vetoed',
    method: 'vote',
    modes: ['recorded'],
    adoptedIf: half,
    blockedIf: [veto],
  },
  { name: 'open', method: 'vote', modes: ['recorded'], adoptedIf: half },
  { name: 'silent', method: 'silence', silence: { hoursMin: 1 } },
  {
    name: 'election',
    method: 'election',
    modes: ['secret'],
    election: { majority: half, restrictedAfter: 1 },
  },
].map((one) => ({ title: { en: one.name }, citation: `Rule ${one.name}`, ...one }));

/** Where a member is with its paper. */
interface Paper {
  readonly asked: PaperAsked;
  readonly place: { readonly register: string; readonly decision: string; readonly ballot: number };
}

export class BallotHouse {
  readonly test: TestStore;
  readonly room: BallotRoom;
  readonly house: HouseApp;
  #asked: Paper | null = null;
  readonly #papers = new Map<string, Paper>();
  readonly #clock: { at: string };

  private constructor(given: {
    readonly test: TestStore;
    readonly room: BallotRoom;
    readonly app: HouseApp;
    readonly clock: { at: string };
  }) {
    this.test = given.test;
    this.room = given.room;
    this.house = given.app;
    this.#clock = given.clock;
  }

  /** The custodian's clock. */
  get clock(): string {
    return this.#clock.at;
  }

  set clock(at: string) {
    this.#clock.at = at;
  }

  static async open(log?: Log): Promise<BallotHouse> {
    const clock = { at: '2026-03-02T10:00:00.000Z' };
    const now = (): Date => new Date(clock.at);
    const test = await openTestStore({ areas: house.areas, now });
    const room = await openBallotRoom(test, now, log);
    const app = houseApp(test, await openMail(test), fakeSignIn, {
      ballots: room,
      now,
      ...(log && { log }),
    });
    const made = new BallotHouse({ test, room, app, clock });
    await made.#furnish();
    return made;
  }

  async #furnish(): Promise<void> {
    const all = [...MEMBERS, ...STRANGERS];
    for (const actor of all) await this.#enter(actor);
    const seats = { title: { en: 'Council' }, kind: 'council', membership: { kind: 'seats' } };
    await this.#taken(this.chair('establish-body', seats, BODY));
    const adopted = { from: '2026-01-01', citation: 'Rules', rules };
    await this.#taken(this.chair('adopt-rules', adopted, BODY));
    for (const member of [...MEMBERS, 'SUS', 'UNC']) await this.#seat(member);
    const suspended = { member: 'SUS', what: 'voting', for: 'arrears', citation: 'Rule 9' };
    await this.#taken(this.chair('suspend-rights', { ...suspended, from: '2026-01-01' }, BODY));
    const session = { body: 'council', title: { en: 'Session' }, opensOn: '2026-03-02' };
    const credentials = 'accepted';
    await this.#taken(this.chair('convene', { ...session, closesOn: '2026-03-06', credentials }));
    const findings = [...MEMBERS, 'SUS'].map((actor) => ({ actor, as: 'accepted' }));
    await this.#taken(this.chair('report-credentials', { findings, citation: 'Rule 4' }));
  }

  async #enter(actor: string): Promise<void> {
    await this.#taken(enteringState(actor));
    const key = generateKey();
    this.test.keys.held.set(actor, key);
    await registerKey(this.test.store, actor, key);
  }

  #seat(member: string): Promise<void> {
    return this.#taken(this.chair('seat-member', { member, from: '2026-01-01' }, BODY));
  }

  /** One more member, whose credentials are accepted. */
  async seat(actor: string): Promise<void> {
    await this.#enter(actor);
    await this.#seat(actor);
    const findings = [{ actor, as: 'accepted' }];
    await this.#taken(this.chair('report-credentials', { findings, citation: 'Rule 4' }));
  }

  async #taken(draft: DraftAct): Promise<void> {
    const told = await this.hand(draft);
    if (told !== 'taken') throw new Error(`${draft.type}: ${told}`);
  }

  /** The secretariat's act. */
  chair(verb: string, payload: object, register = SESSION): DraftAct {
    const actor = this.test.store.operator;
    return { type: `meetings.${verb}`, register, actor, payload, basis: SOURCE };
  }

  /** Hands an act in: the rule that refuses it, or `taken`. */
  async hand(draft: DraftAct): Promise<string> {
    const [receipt] = await this.test.store.submit([draft]);
    return receipt !== undefined && isRefusal(receipt) ? ruleOf(receipt) : 'taken';
  }

  /** Puts a question, or an election, and has the papers prepared. */
  async put(name: string, rule: string, more: object = {}): Promise<string> {
    const on = { kind: 'other', what: 'A matter' };
    const payload = { decision: name, title: { en: name }, on, rule, ...more };
    const told = await this.hand(this.chair('put-question', payload));
    await this.room.look();
    return told;
  }

  async close(name: string): Promise<string> {
    const told = await this.hand(this.chair('close-voting', { decision: name }));
    await this.room.look();
    return told;
  }

  asking() {
    return { viewer: { actors: [] }, asOf: this.clock.slice(0, 10), knownAt: null };
  }

  async box(name: string, ballot?: number): Promise<BallotBoxShape> {
    const input = { session: NAME, decision: name, ...(ballot !== undefined && { ballot }) };
    const found = await this.test.store.ask(ballotBox, input, this.asking());
    if (isRefusal(found)) throw new Error(found.reason);
    return found;
  }

  async decision(name: string): Promise<DecisionShape> {
    const input = { session: NAME, decision: name };
    const found = await this.test.store.ask(decision, input, this.asking());
    if (isRefusal(found)) throw new Error(found.reason);
    return found;
  }

  /** The act by which a member asks for a paper. */
  async asks(actor: string, name: string, asked?: PaperAsked): Promise<DraftAct> {
    const { ballot, key, register } = await this.box(name);
    const place = { register, decision: name, ballot };
    const own = asked ?? askForPaper(place, key ?? '');
    this.#asked = { asked: own, place };
    const payload = { decision: name, ballot, blinded: own.blinded };
    const type = 'meetings.take-ballot-paper';
    return { type, register, actor, author: actor, payload, basis: { kind: 'signed' } };
  }

  /** A member asks for a paper, and is handed it. */
  async take(actor: string, name: string, asked?: PaperAsked): Promise<string> {
    const told = await this.hand(await this.asks(actor, name, asked));
    if (told === 'taken' && this.#asked) this.#papers.set(`${actor} ${name}`, this.#asked);
    await this.room.look();
    return told;
  }

  /** The paper that a member holds, marked. */
  async marked(actor: string, name: string, ...marks: string[]): Promise<SecretBallot> {
    const held = this.#papers.get(`${actor} ${name}`);
    const { key, papers } = await this.box(name, held?.place.ballot);
    const handed = papers.find((one) => one.actor === actor)?.signature;
    if (!held || !handed) throw new Error(`${actor} holds no paper`);
    const paper = takePaper(held.place, key ?? '', held.asked, handed);
    if (paper === null) throw new Error('the paper is not signed');
    return markPaper(held.place, { ...held.asked, paper }, marks);
  }

  /** Puts a ballot into the box as anybody would: 201, or the rule that refuses it. */
  async drop(name: string, ballot: object | string, more: object = {}): Promise<string> {
    const { number = 1, headers = {} } = more as { number?: number; headers?: object };
    const answer = await this.house.app.request(`/api/ballots/${NAME}/${name}/${number}`, {
      method: 'POST',
      body: typeof ballot === 'string' ? ballot : JSON.stringify(ballot),
      headers: { 'content-type': 'application/json', ...headers },
    });
    // Refusals name their rule; what is taken in names its serial.
    const { rule: named } = (await answer.json()) as { readonly rule?: string };
    return named ?? String(answer.status);
  }

  /** A member takes its paper and votes. */
  async vote(actor: string, name: string, ...marks: string[]): Promise<string> {
    const told = await this.take(actor, name);
    if (told !== 'taken') return told;
    const ballot = await this.marked(actor, name, ...marks);
    const number = this.#papers.get(`${actor} ${name}`)?.place.ballot ?? 1;
    return this.drop(name, ballot, { number });
  }

  async stop(): Promise<void> {
    this.house.close();
    await this.room.close();
    await this.test.close();
  }
}
