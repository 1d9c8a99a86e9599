/** Another node over HTTP: the questions that a node answers to nodes, asked within bounds. */
import type { ActId, SignedAct } from '../kernel/act.ts';
import { ATTACHMENT_BYTES_MAX } from '../kernel/attachment.ts';
import type { KnownDocument } from '../kernel/attachment-type.ts';
import type { StreamEnd } from '../kernel/exchange.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { type AddressOptions, didOf, documentAddress } from './did-web.ts';
import { DID_DOCUMENT_BYTES_MAX, documentFault } from './did-document.ts';
import { ENVELOPE_BYTES_MAX, ENVELOPE_MEDIA_TYPE, openEnvelope } from './envelope.ts';
import { decodeForks } from './fork-frame.ts';
import type { Answer, Requester } from './guarded-request.ts';
import {
  ActsAnswer,
  type Became,
  EnvelopesAnswer,
  Fate,
  STREAMS_PER_ANSWER,
  StreamsAnswer,
} from './node-answers.ts';
import {
  type Expected,
  type NodeStatement,
  STATEMENT_BYTES_MAX,
  STATEMENT_PATH,
  readStatement,
} from './node-statement.ts';
import { leavesSealed } from './page-care.ts';
import { PULL_BOUNDS } from './pull-bounds.ts';
import type { Remote } from './remote.ts';
import { STREAMS_RULE } from './rules.ts';
import {
  type EncryptionKey,
  SEALED_MEDIA_TYPE,
  SEAL_BYTES,
  openSealed,
  sealFor,
} from './sealing.ts';
import { type LineSettings, SignedLine } from './signed-line.ts';
import { FRAME_BYTES_MAX, FRAME_MEDIA_TYPE, decodeActs, encodeActs } from './wire.ts';

const STREAMS_BYTES_MAX = 4 * 1024 * 1024;
const PAGE_BOUNDS = {
  bodyBytesMax: FRAME_BYTES_MAX + SEAL_BYTES,
  firstMilliseconds: 30_000,
  totalMilliseconds: 180_000,
};
const OUTCOMES_BYTES_MAX = 4 * 1024 * 1024;
/** A bell that is silent for longer than its heartbeats has lost its line. */
const BELL_BOUNDS = {
  bodyBytesMax: 4 * 1024 * 1024,
  idleMilliseconds: 70_000,
  totalMilliseconds: 30 * 60 * 1000,
  bytesPerSecondMin: 0,
};

export interface NodeSettings extends LineSettings {
  /** Our key for what is sealed for us. */
  readonly encryptionKey?: EncryptionKey;
  /** The key of the node that is asked, for what is sealed for it. */
  readonly theirKey?: Uint8Array;
}

/** Reads what a node says of itself, at its statement and at its DID document, which must agree. */
export async function askStatement(
  requester: Requester,
  expected: Expected,
  options: AddressOptions,
): Promise<NodeStatement | Refusal> {
  const { address } = expected;
  const did = didOf(address, options);
  if (isRefusal(did)) return did;
  const line = new SignedLine({ requester, address, audience: { operator: '', network: '' } });
  const get = (path: string, bodyBytesMax: number) =>
    line.ask({ method: 'GET', path, isSigned: false, bounds: { bodyBytesMax } });
  const stated = await get(STATEMENT_PATH, STATEMENT_BYTES_MAX);
  if (isRefusal(stated)) return stated;
  const statement = readStatement(stated.body, expected);
  if (isRefusal(statement)) return statement;
  const path = documentAddress(address).slice(address.length);
  const document = await get(path, DID_DOCUMENT_BYTES_MAX);
  if (isRefusal(document)) return document;
  return documentFault(document.body, did, statement) ?? statement;
}

/** The path of a stream's page. */
export function pagePath(stream: string, from: number): string {
  const [author = '', audience = ''] = stream.split('/');
  const name = `${encodeURIComponent(author)}/${encodeURIComponent(audience)}`;
  return `/federation/streams/${name}?from=${from}`;
}

/** A node that is followed. */
export class RemoteNode implements Remote {
  readonly #line: SignedLine;
  readonly #settings: NodeSettings;

  constructor(settings: NodeSettings) {
    this.#settings = settings;
    this.#line = new SignedLine(settings);
  }

  async heads(): Promise<readonly StreamEnd[] | Refusal> {
    const ends: StreamEnd[] = [];
    const answersMax = Math.ceil(PULL_BOUNDS.streamsMax / STREAMS_PER_ANSWER) + 1;
    let after = '';
    for (let asked = 0; asked < answersMax; asked++) {
      const path = `/federation/streams?after=${encodeURIComponent(after)}`;
      const bounds = { bodyBytesMax: STREAMS_BYTES_MAX };
      const line = { method: 'GET', path, isSigned: true, bounds } as const;
      const answer = await this.#line.askJson(line, StreamsAnswer);
      if (isRefusal(answer)) return answer;
      ends.push(...answer.streams);
      if (answer.next === null) return ends;
      if (answer.next <= after)
        return refuse(STREAMS_RULE, said('The list of streams runs in a circle.'));
      after = answer.next;
    }
    return refuse(
      STREAMS_RULE,
      said('The node offers more than {$streamsMax} streams.', {
        streamsMax: PULL_BOUNDS.streamsMax,
      }),
    );
  }

  page(stream: string, from: number): Promise<readonly SignedAct[] | Refusal> {
    return this.#acts(pagePath(stream, from));
  }

  async #acts(path: string): Promise<readonly SignedAct[] | Refusal> {
    const asked = { method: 'GET', path, isSigned: true, bounds: PAGE_BOUNDS } as const;
    const answer = await this.#line.ask(asked);
    if (isRefusal(answer)) return answer;
    const frame = await this.#opened(answer);
    return isRefusal(frame) ? frame : decodeActs(frame);
  }

  async #opened(
    { headers, body }: Answer,
    purpose: 'page' | 'document' = 'page',
  ): Promise<Uint8Array | Refusal> {
    if (headers['content-type'] !== SEALED_MEDIA_TYPE) return body;
    const { encryptionKey, signer, audience } = this.#settings;
    if (!encryptionKey || !signer)
      return refuse(STREAMS_RULE, said('The page is sealed, for no key.'));
    return openSealed(body, encryptionKey, {
      purpose,
      network: audience.network,
      sender: audience.operator,
      recipient: signer.operator,
    });
  }

  /** The bytes of a document that an act names; within the size that the act says. */
  async document({ digest, sizeBytes }: KnownDocument): Promise<Uint8Array | Refusal> {
    const bodyBytesMax = Math.min(sizeBytes, ATTACHMENT_BYTES_MAX) + SEAL_BYTES;
    const asked = {
      method: 'GET',
      path: `/federation/documents/${digest}`,
      isSigned: true,
      bounds: { ...PAGE_BOUNDS, bodyBytesMax },
    } as const;
    const answer = await this.#line.ask(asked);
    return isRefusal(answer) ? answer : this.#opened(answer, 'document');
  }

  async forks() {
    const path = '/federation/forks';
    const answer = await this.#line.ask({
      method: 'GET',
      path,
      isSigned: true,
      bounds: PAGE_BOUNDS,
    });
    return isRefusal(answer) ? answer : decodeForks(answer.body);
  }

  rulings(): Promise<readonly SignedAct[] | Refusal> {
    return this.#acts('/federation/rulings');
  }

  acts(ids: readonly ActId[]): Promise<readonly SignedAct[] | Refusal> {
    return this.#acts(`/federation/acts?ids=${ids.map(encodeURIComponent).join(',')}`);
  }

  /** Hands acts to the node, as custodian of their registers; what became of each. */
  async submit(acts: readonly SignedAct[]): Promise<readonly Became[] | Refusal> {
    const frame = encodeActs(acts);
    const sealed = leavesSealed(acts) ? await this.#sealed(frame) : null;
    if (isRefusal(sealed)) return sealed;
    const asked = {
      method: 'POST',
      path: '/federation/acts',
      body: sealed ?? frame,
      type: sealed ? SEALED_MEDIA_TYPE : FRAME_MEDIA_TYPE,
      isSigned: true,
      bounds: { ...PAGE_BOUNDS, bodyBytesMax: OUTCOMES_BYTES_MAX },
    } as const;
    const answer = await this.#line.askJson(asked, ActsAnswer);
    if (isRefusal(answer)) return answer;
    return answer.acts.length === acts.length
      ? answer.acts
      : refuse(STREAMS_RULE, said('The node does not say what became of each act.'));
  }

  async #sealed(frame: Uint8Array): Promise<Uint8Array | Refusal> {
    const { signer, audience, theirKey } = this.#settings;
    if (!signer || !theirKey)
      return refuse(STREAMS_RULE, said('There is no key to seal the acts with.'));
    return sealFor(frame, theirKey, {
      purpose: 'acts',
      network: audience.network,
      sender: signer.operator,
      recipient: audience.operator,
    });
  }

  /**
   * Listens until the line ends, and calls back each time that something moved there: at first for
   * what moved while nobody listened.
   */
  async listen(moved: () => void, signal: AbortSignal): Promise<Refusal | null> {
    let tail = '';
    let isOpen = false;
    const onBytes = (bytes: Uint8Array): void => {
      if (!isOpen) moved();
      isOpen = true;
      const lines = `${tail}${Buffer.from(bytes).toString('latin1')}`.split(/\r?\n/);
      tail = lines.pop()?.slice(-100) ?? '';
      if (lines.includes('event: moved')) moved();
    };
    const path = '/federation/bell';
    const line = {
      method: 'GET',
      path,
      isSigned: true,
      bounds: BELL_BOUNDS,
      onBytes,
      signal,
    } as const;
    const answer = await this.#line.ask(line);
    return isRefusal(answer) ? answer : null;
  }

  /** Leaves an envelope at the node for its recipient. */
  async putEnvelope(envelope: Uint8Array): Promise<Refusal | null> {
    const answer = await this.#line.ask({
      method: 'POST',
      path: '/federation/envelopes',
      body: envelope,
      type: ENVELOPE_MEDIA_TYPE,
      isSigned: true,
      bounds: PAGE_BOUNDS,
    });
    return isRefusal(answer) ? answer : null;
  }

  /** The envelopes that lie there for us. */
  async envelopes(): Promise<readonly { id: string; sizeBytes: number }[] | Refusal> {
    const line = { method: 'GET', path: '/federation/envelopes', isSigned: true } as const;
    const answer = await this.#line.askJson(line, EnvelopesAnswer);
    return isRefusal(answer) ? answer : answer.envelopes;
  }

  /** Fetches an envelope for us and opens it. */
  async openEnvelope(id: string): Promise<Uint8Array | Refusal> {
    const { encryptionKey, signer, audience } = this.#settings;
    if (!encryptionKey || !signer)
      return refuse(STREAMS_RULE, said('There is no key to open it with.'));
    const path = `/federation/envelopes/${encodeURIComponent(id)}`;
    const bounds = { ...PAGE_BOUNDS, bodyBytesMax: ENVELOPE_BYTES_MAX };
    const answer = await this.#line.ask({ method: 'GET', path, isSigned: true, bounds });
    if (isRefusal(answer)) return answer;
    const node = { network: audience.network, operator: signer.operator };
    return openEnvelope(answer.body, encryptionKey, node);
  }

  /** Introduces this node to one that does not know it, by its signed statement. */
  async introduce(statement: Uint8Array): Promise<Refusal | null> {
    const asked = { method: 'POST', path: '/federation/introduce', isSigned: false } as const;
    const answer = await this.#line.ask({ ...asked, body: statement, type: 'application/json' });
    return isRefusal(answer) ? answer : null;
  }

  /** Tells a relay that an envelope arrived, so that it need not keep it, and proves it. */
  async letGo(id: string, proof: string): Promise<Refusal | null> {
    const path = `/federation/envelopes/${encodeURIComponent(id)}/arrived`;
    const body = Buffer.from(JSON.stringify({ proof }), 'utf8');
    const type = 'application/json';
    const answer = await this.#line.ask({ method: 'POST', path, body, type, isSigned: true });
    return isRefusal(answer) ? answer : null;
  }

  /** How an envelope fares that was left there. */
  async fate(id: string): Promise<Fate | Refusal> {
    const path = `/federation/envelopes/${encodeURIComponent(id)}/fate`;
    return this.#line.askJson({ method: 'GET', path, isSigned: true }, Fate);
  }
}
