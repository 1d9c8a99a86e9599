/**
 * Does for secret ballots of sessions that this node keeps what only it can: prepares papers when
 * voting begins, hands them out to members, keeps the box, and opens it when voting is closed.
 */
import pg from 'pg';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { type SecretBallot, handPaper, newBallotKey } from '../../kernel/secret-ballot.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { sessionsMoved } from '../../practices/meetings/load-ballots.ts';
import {
  type BallotBoxShape,
  ballotBox,
} from '../../practices/meetings/questions/ballots/ballot-box.ts';
import {
  type DueBallot,
  ballotsDue,
} from '../../practices/meetings/questions/ballots/ballots-due.ts';
import { registerOf } from '../../practices/meetings/registers.ts';
import { ballotRefusal } from '../../practices/meetings/rules/ballots/judging-ballots.ts';
import { SECRET } from '../../practices/meetings/rules/ballots/law.ts';
import { UPON } from '../../practices/meetings/rules/decisions/law.ts';
import { outliveConnections } from '../../store/connection.ts';
import type { Store } from '../../store/contract.ts';
import type { Authority } from '../authority/authority.ts';
import { UNKNOWN_RULE } from '../host-rules.ts';
import type { Log } from '../log.ts';
import { type Dropped, Boxes } from './boxes.ts';

const CONNECTIONS_MAX = 2;
/** What begins or ends by the clock is noticed within this time. */
const WATCH_MILLISECONDS = 1000;

/** How often one look goes on from what it did itself. */
const ROUNDS_MAX = 3;

export interface BallotSettings {
  readonly connection: pg.PoolConfig;
  readonly store: Store;
  readonly authority: Authority;
  /** The node's own, which seals boxes. */
  readonly secret: string;
  readonly log: Log;
  readonly now: () => Date;
}

/** Which ballot of a session something is about. */
export interface BallotNamed {
  readonly session: string;
  readonly decision: string;
  readonly ballot: number;
}

const unknownBallot = (): Refusal =>
  refuse(UNKNOWN_RULE, said('There is no such ballot, or it is not for you.'));

const DROPPED: Readonly<Record<Exclude<Dropped, 'in' | 'again'>, () => Refusal>> = {
  used: () =>
    refuse(
      SECRET.inBox,
      said('A ballot with this serial is in the box already; it stays as it is.'),
    ),
  sealed: () => refuse(UPON.closed, said('The voting was closed before the ballot came.')),
  none: unknownBallot,
};

export class BallotRoom {
  readonly #settings: BallotSettings;
  readonly #pool: pg.Pool;
  readonly #boxes: Boxes;
  /** Sessions where something begins or ends by the clock. */
  readonly #watched = new Set<string>();
  #ledger = 0;
  #looking: Promise<void> = Promise.resolve();
  #isAwaited = false;
  #stopFollowing: (() => void) | null = null;

  private constructor(settings: BallotSettings, pool: pg.Pool) {
    this.#settings = settings;
    this.#pool = pool;
    this.#boxes = new Boxes(pool, settings.secret);
  }

  /** Opens the room; until it begins it does nothing by itself. */
  static async open(settings: BallotSettings): Promise<BallotRoom> {
    const pool = new pg.Pool({ ...settings.connection, max: CONNECTIONS_MAX });
    outliveConnections(pool);
    const room = new BallotRoom(settings, pool);
    await room.#boxes.migrate();
    return room;
  }

  /** Follows what is admitted, and the clock. */
  begin(): void {
    const stop = this.#settings.store.onAdmitted(() => void this.look());
    const timer = setInterval(() => {
      if (this.#watched.size > 0) void this.look();
    }, WATCH_MILLISECONDS).unref();
    this.#stopFollowing = () => {
      stop();
      clearInterval(timer);
    };
    void this.look();
  }

  /** Does whatever is due. Asked for while it is at it, it looks once more afterwards. */
  look(): Promise<void> {
    if (this.#isAwaited) return this.#looking;
    this.#isAwaited = true;
    this.#looking = this.#looking.then(async () => {
      this.#isAwaited = false;
      await this.#lookOnce().catch((error: unknown) => {
        // What failed is looked for again with the next act, and when the node starts.
        this.#settings.log.error({ error }, 'secret ballots');
      });
    });
    return this.#looking;
  }

  async close(): Promise<void> {
    this.#stopFollowing?.();
    await this.#looking;
    await this.#pool.end();
  }

  /** Puts a ballot into its box, in nobody's name; null where it is in. */
  async drop(named: BallotNamed, ballot: SecretBallot): Promise<Refusal | null> {
    const shown = await this.#settings.store.ask(ballotBox, named, this.#asking());
    if (isRefusal(shown)) return unknownBallot();
    const refused = dropRefusal(shown, ballot);
    if (refused) return refused;
    const place = { ...named, register: shown.register };
    const dropped = await this.#boxes.drop(place, ballot);
    return dropped === 'in' || dropped === 'again' ? null : DROPPED[dropped]();
  }

  /** As the operator may see it, who keeps the session. */
  #asking() {
    const { now, store } = this.#settings;
    const asOf = now().toISOString().slice(0, 10);
    return { viewer: { actors: [store.operator] }, asOf, knownAt: null };
  }

  async #lookOnce(): Promise<void> {
    const { store } = this.#settings;
    const { viewer } = this.#asking();
    const moved = await store.read(viewer, (query) => sessionsMoved(query, this.#ledger));
    for (const session of new Set([...moved.sessions, ...this.#watched])) {
      await this.#lookAt(session);
    }
    this.#ledger = moved.ledger;
  }

  async #lookAt(session: string): Promise<void> {
    const { authority, store } = this.#settings;
    const asking = this.#asking();
    const keeper = await authority.custodianOf(registerOf('session', session), asking.viewer);
    if (keeper !== store.operator) return;
    // Opening one box makes the papers of the next ballot due.
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const found = await store.ask(ballotsDue, { session }, asking);
      if (isRefusal(found)) return;
      if (found.isWatched) this.#watched.add(session);
      else this.#watched.delete(session);
      for (const due of found.due) await this.#do(due);
      if (!found.due.some(({ isClosed }) => isClosed)) return;
    }
  }

  async #do(due: DueBallot): Promise<void> {
    if (due.isWithdrawn) return this.#boxes.destroy(due.place);
    if (!due.isPrepared) return this.#prepare(due);
    await this.#hand(due);
    if (due.isClosed) await this.#open(due);
  }

  async #prepare(due: DueBallot): Promise<void> {
    await this.#boxes.setOut(due.place, await newBallotKey());
    const box = await this.#boxes.find(due.place);
    if (box) await this.#record(due, [['prepare-ballot-papers', { key: box.modulus }]]);
  }

  async #hand(due: DueBallot): Promise<void> {
    if (due.asking.length === 0) return;
    const box = await this.#boxes.find(due.place);
    if (box === null) return this.#tellLost(due);
    const handed = due.asking.flatMap(({ actor, blinded }) => {
      const signature = handPaper(box, blinded);
      return signature === null ? [] : [['hand-ballot-paper', { to: actor, signature }] as const];
    });
    await this.#record(due, handed);
  }

  async #open(due: DueBallot): Promise<void> {
    const ballots = await this.#boxes.seal(due.place);
    if (ballots === null) return this.#tellLost(due);
    const isOpened = await this.#record(due, [['open-ballot-box', { ballots }]]);
    if (isOpened) await this.#boxes.destroy(due.place);
  }

  #tellLost({ place }: DueBallot): void {
    this.#settings.log.error({ place }, 'a ballot box is not here; the ballot has to be retaken');
  }

  /** Records acts in the operator's name, for whom the question is; whether all were taken in. */
  async #record(
    { place, marking }: DueBallot,
    said: readonly (readonly [verb: string, payload: object])[],
  ): Promise<boolean> {
    const { log, store } = this.#settings;
    const { register, decision, ballot } = place;
    const drafts = said.map(
      ([verb, payload]): DraftAct => ({
        type: `meetings.${verb}`,
        register,
        actor: store.operator,
        payload: { decision, ballot, ...payload },
        basis: { kind: 'signed' },
        marking,
      }),
    );
    const refused = (await store.submit(drafts)).filter(isRefusal);
    for (const { reason, rule } of refused) log.warn({ place, rule: rule.id, reason }, 'ballots');
    return refused.length === 0;
  }
}

/** Why a ballot is not let in. Of a question that not all see, only its voters learn anything. */
function dropRefusal(shown: BallotBoxShape, ballot: SecretBallot): Refusal | null {
  const { candidates, key, marking, parts, phase, seats } = shown;
  const names = candidates.map(({ actor }) => actor);
  const on = seats === null ? null : { seats, candidates: names, parts };
  const refused = key === null ? null : ballotRefusal(ballot, { place: shown, key, on });
  const isStranger = key === null || refused?.rule.id === SECRET.paper.id;
  if (isStranger && marking.level !== 'clear') return unknownBallot();
  if (phase !== 'open') {
    return refuse(
      UPON.closed,
      said('Ballot {$ballot} of {$decision} is not being taken.', {
        ballot: shown.ballot,
        decision: shown.decision,
      }),
      {
        remedy: said('A ballot counts that is in the box before the voting is closed.'),
      },
    );
  }
  return refused;
}
