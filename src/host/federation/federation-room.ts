/** What a node is to other nodes: its statement, its keys, and those that it knows. */
import pg from 'pg';
import { type AddressPolicy, addressPolicy } from '../../federation/address-policy.ts';
import { didDocument } from '../../federation/did-document.ts';
import { type AddressOptions, didOf, nodeAddress } from '../../federation/did-web.ts';
import { type Requester, createRequester } from '../../federation/guarded-request.ts';
import { type NodeStatement, signStatement, statementOf } from '../../federation/node-statement.ts';
import { type Nonces, createNonces } from '../../federation/nonces.ts';
import { outboundOf } from '../../federation/outbound.ts';
import { RemoteNode } from '../../federation/remote-node.ts';
import { type EncryptionKey, encryptionKeyFromSeed } from '../../federation/sealing.ts';
import type { Signer } from '../../federation/signed-request.ts';
import { registryOf } from '../../kernel/authority-acts.ts';
import type { Viewer } from '../../kernel/define-area.ts';
import type { Given, NodeViewer } from '../../kernel/exchange.ts';
import type { SigningKey } from '../../kernel/key.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { base64Url } from '../../kernel/signed-act-json.ts';
import { outliveConnections } from '../../store/connection.ts';
import type { Store } from '../../store/contract.ts';
import { type RecordedKey, readKeys } from '../../store/key-questions.ts';
import { type Authority, readsFor } from '../authority/authority.ts';
import type { NodeKeys } from '../node-keys.ts';
import { migrateFederation } from './federation-tables.ts';
import { type Peer, peersIn } from './peer-tables.ts';
import { usedInDatabase } from './used-nonces.ts';

const CONNECTIONS_MAX = 3;
const ANYONE: Viewer = { actors: [] };

export interface FederationSettings {
  readonly connection: pg.PoolConfig;
  readonly store: Store;
  readonly authority: Authority;
  readonly keys: NodeKeys;
  /** As of `CONCORD_PRIVATE_PEERS`. */
  readonly privatePeers: string;
  /** Where other nodes reach this one. */
  readonly address: () => string;
  readonly now: () => Date;
}

export class FederationRoom {
  readonly pool: pg.Pool;
  readonly store: Store;
  /** The one way by which acts leave for other nodes. */
  readonly outbound: Given;
  readonly settings: FederationSettings;
  readonly requester: Requester;
  readonly nonces: Nonces;
  readonly encryptionKey: EncryptionKey;
  readonly #policy: AddressPolicy;
  readonly #listeners = new Set<() => void>();

  private constructor(settings: FederationSettings, pool: pg.Pool, encryptionKey: EncryptionKey) {
    const policy = addressPolicy(settings.privatePeers);
    if (!policy) throw new RangeError('the configuration was not read');
    this.#policy = policy;
    this.settings = settings;
    this.store = settings.store;
    this.outbound = outboundOf(settings.store.holdings);
    this.pool = pool;
    this.encryptionKey = encryptionKey;
    this.requester = createRequester(policy);
    this.nonces = createNonces(settings.keys.secret, usedInDatabase(pool), () =>
      settings.now().getTime(),
    );
  }

  /** Opens the room: its tables, and the key that others seal with. */
  static async open(settings: FederationSettings): Promise<FederationRoom> {
    const pool = new pg.Pool({ ...settings.connection, max: CONNECTIONS_MAX });
    outliveConnections(pool);
    await migrateFederation(pool);
    const encryptionKey = await encryptionKeyFromSeed(settings.keys.sealingSeed);
    return new FederationRoom(settings, pool, encryptionKey);
  }

  /** Calls back when an envelope was left here; returns how to stop. */
  onEnvelope(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Tells those who listen that an envelope was left here. */
  ringEnvelopes(): void {
    for (const listener of this.#listeners) listener();
  }

  get operator(): string {
    return this.store.operator;
  }

  /** Nodes on this machine count as nodes only where their addresses may be spoken to. */
  get addresses(): AddressOptions {
    return { loopbackHttp: this.#policy.allows('127.0.0.1') };
  }

  /** The operator's key; null where it is kept elsewhere. */
  key(): SigningKey | null {
    return this.settings.keys.ring.keyFor(this.operator);
  }

  /** What this node says of itself; null where it has no key or no address to say it with. */
  statement(): { statement: NodeStatement; bytes: Uint8Array } | null {
    const key = this.key();
    const address = nodeAddress(this.settings.address(), { loopbackHttp: true });
    if (!key || isRefusal(address)) return null;
    const { network, operator } = this.store;
    const encryptionKey = this.encryptionKey.publicBytes;
    const statement = statementOf({ network, operator, address, key, encryptionKey });
    return { statement, bytes: signStatement(statement, key) };
  }

  /** The statement as a DID document. */
  didDocument(): Record<string, unknown> | null {
    const stated = this.statement();
    const did = stated && didOf(stated.statement.address, { loopbackHttp: true });
    return stated && typeof did === 'string' ? didDocument(did, stated.statement) : null;
  }

  /** The path below which this node stands, as a proxy before it may have it. */
  basePath(): string {
    const { pathname } = new URL(this.settings.address());
    return pathname === '/' ? '' : pathname;
  }

  peers(): Promise<Peer[]> {
    return peersIn(this.pool);
  }

  /** Keys of an operator by the record: of its own node where we hold that, and of ours. */
  async #recordedKeys(operator: string): Promise<RecordedKey[]> {
    return this.store.read(ANYONE, async (query) => {
      const actors = [operator];
      const theirs = await readKeys(query, { actors, registry: registryOf(operator) });
      const said = new Set(theirs.map(({ key }) => key));
      const ours = await readKeys(query, { actors });
      return [...theirs, ...ours.filter(({ key }) => !said.has(key))];
    });
  }

  /** The public key of that name, where it counts as the operator's. */
  async keyOf(operator: string, key: string): Promise<Uint8Array | null> {
    const known = await this.#recordedKeys(operator);
    const found = known.find((one) => one.key === key && one.endedBy === null);
    return found ? Buffer.from(found.publicKey, 'base64url') : null;
  }

  /** Whether the record says of a key that it is the operator's now. */
  async isKeyOf(operator: string, publicKey: string): Promise<boolean> {
    const known = await this.#recordedKeys(operator);
    return known.some((one) => one.publicKey === publicKey && one.endedBy === null);
  }

  /**
   * On whose behalf a node sees: its operator's, and of those that gave it a general mandate. What
   * its operator signed it may have back, whoever that was for.
   */
  async viewerFor(operator: string): Promise<NodeViewer> {
    const today = this.settings.now().toISOString().slice(0, 10);
    const actors = await readsFor(this.settings.authority, [operator], today);
    return { actors, authors: [operator] };
  }

  /** On whose behalf this node takes: those with whose keys it signs. */
  async ownViewer(): Promise<NodeViewer> {
    const here = await this.settings.authority.signersHere();
    const actors = [...new Set([this.operator, ...here])].sort();
    return { actors, authors: actors };
  }

  /** A node that is followed, to be asked, until the signal gives up. */
  remote(
    {
      address,
      operator,
      network,
      encryptionKey: theirs,
    }: Pick<Peer, 'address' | 'operator' | 'network'> & { readonly encryptionKey?: string },
    signal?: AbortSignal,
  ): RemoteNode {
    const key = this.key();
    const encryptionKey = base64Url(this.encryptionKey.publicBytes);
    const signer: Signer | null = key && { operator: this.operator, key, encryptionKey };
    return new RemoteNode({
      requester: this.requester,
      address,
      audience: { operator, network },
      encryptionKey: this.encryptionKey,
      ...(theirs === undefined ? {} : { theirKey: Buffer.from(theirs, 'base64url') }),
      ...(signer ? { signer } : {}),
      ...(signal ? { signal } : {}),
    });
  }

  async close(): Promise<void> {
    this.requester.close();
    await this.pool.end();
  }
}
