/** A node of its own owner on loopback: a record of notes, and what it is to other nodes. */
import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { authorityOf } from '../../src/host/authority/authority.ts';
import { FederationRoom } from '../../src/host/federation/federation-room.ts';
import { mountFederation } from '../../src/host/federation/federation-routes.ts';
import { FollowEngine } from '../../src/host/federation/follow-engine.ts';
import { followNode } from '../../src/host/federation/follow.ts';
import type { Visited } from '../../src/host/federation/peer-tables.ts';
import { visitPeer } from '../../src/host/federation/visit.ts';
import { type Listening, listen } from '../../src/host/http-server.ts';
import type { HostEnv } from '../../src/host/viewer.ts';
import { type SigningKey, generateKey } from '../../src/kernel/key.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { type TestStore, admitted, note, openTestStore } from '../../src/store/test-store.ts';

const PATIENCE_MILLISECONDS = 15_000;

type Given = NonNullable<Parameters<typeof openTestStore>[0]>;

export class FederatedNode {
  readonly operator: string;
  readonly test: TestStore;
  readonly room: FederationRoom;
  /** The bodies of all requests and answers here, but for bells. */
  readonly wire: Buffer[] = [];
  engine: FollowEngine;
  readonly #app: Hono<HostEnv>;
  readonly #bell: { stop(): void };
  /** What a liar answers in place of the node; null where the node is to answer. */
  instead: ((request: Request) => Promise<Response | null>) | null = null;
  #listening: Listening | null = null;
  #port = 0;

  private constructor(operator: string, test: TestStore, room: FederationRoom) {
    this.operator = operator;
    this.test = test;
    this.room = room;
    this.engine = this.#newEngine();
    this.#app = new Hono<HostEnv>();
    this.#app.use(async (c, next) => {
      this.wire.push(Buffer.from(await c.req.raw.clone().arrayBuffer()));
      await next();
      const isLine = c.res.headers.get('content-type')?.startsWith('text/event-stream');
      if (!isLine) this.wire.push(Buffer.from(await c.res.clone().arrayBuffer()));
    });
    this.#bell = mountFederation(this.#app, room);
  }

  #newEngine(): FollowEngine {
    const silent = () => undefined;
    return new FollowEngine(this.room, { warn: silent, info: silent });
  }

  static async start(
    operator: string,
    now = () => new Date(),
    more: Pick<Given, 'through'> = {},
  ): Promise<FederatedNode> {
    const held = new Map<string, SigningKey>([[operator, generateKey()]]);
    const keys = { held, keyFor: (actor: string) => held.get(actor) ?? null };
    const test = await openTestStore({ operator, keys, now, ...more });
    const where = { address: '' };
    const room = await FederationRoom.open({
      connection: test.options.connection,
      store: test.store,
      authority: authorityOf(test.store, keys),
      keys: {
        ring: keys,
        secret: randomBytes(32).toString('hex'),
        sealingSeed: randomBytes(32),
        make: async (actor) => held.get(actor) ?? generateKey(),
        putAway: async (actor) => void held.delete(actor),
      },
      privatePeers: '127.0.0.0/8',
      address: () => where.address,
      now,
    });
    const node = new FederatedNode(operator, test, room);
    await node.goOnline();
    where.address = node.address;
    return node;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get store() {
    return this.test.store;
  }

  async goOnline(): Promise<void> {
    const settings = { host: '127.0.0.1', port: this.#port, mayMove: false };
    this.#listening = await listen(
      async (request, env) => (await this.instead?.(request)) ?? this.#app.fetch(request, env),
      settings,
    );
    this.#port = this.#listening.port;
  }

  async goOffline(): Promise<void> {
    this.#bell.stop();
    await this.#listening?.stop();
    this.#listening = null;
  }

  /** Follows another node, its fingerprint compared. */
  async follow(other: FederatedNode, relay = false): Promise<void> {
    const { address } = other;
    const looked = await followNode(this.room, { address }, 'Amina');
    if (isRefusal(looked)) throw new Error(looked.reason);
    const { fingerprint } = looked;
    const followed = await followNode(this.room, { address, fingerprint, relay }, 'Amina');
    if (isRefusal(followed)) throw new Error(followed.reason);
    this.engine.ring();
  }

  /** Visits a node that is followed, once, and tells how it went. */
  async visit(other: FederatedNode): Promise<Visited> {
    const peer = (await this.room.peers()).find(({ operator }) => operator === other.operator);
    if (!peer) throw new Error(`${other.operator} is not followed`);
    const { signal } = new AbortController();
    return visitPeer(this.room, peer, { compared: new Map(), report: () => undefined, signal });
  }

  /** Notes by the operator, in a register that it keeps. */
  async write(names: readonly string[], more: Partial<DraftAct> = {}): Promise<void> {
    const { operator: actor } = this;
    const register = `notes/${actor.toLowerCase()}`;
    const drafts = names.map((name) => note(name, { actor, register, ...more }));
    admitted(await this.store.submit(drafts));
  }

  /** The names of notes that an actor may see here, sorted. */
  async notes(actors: readonly string[]): Promise<string[]> {
    const rows = await this.store.read({ actors }, (query) =>
      query
        .withTables<{ notes_note: { note: string } }>()
        .selectFrom('notes_note')
        .select('note')
        .execute(),
    );
    return rows.map((row) => row.note).sort();
  }

  async stop(): Promise<void> {
    await this.engine.stop();
    await this.goOffline();
    await this.room.close();
    await this.test.close();
  }
}

/** Waits until something is so. Throws where it does not come to be. */
export async function until(what: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MILLISECONDS;
  while (!(await what())) {
    if (performance.now() > end) throw new Error('it did not come to be');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
