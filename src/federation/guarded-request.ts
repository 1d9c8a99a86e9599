/**
 * Requests to addresses that others chose. Where a name leads is judged when connecting, so that it
 * cannot lead elsewhere between question and use; what comes back is bounded in size, in time and
 * in pace. Nothing is followed, unpacked or thrown: an expected "no" is a refusal.
 */
import { lookup as lookupName } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import type { AddressPolicy } from './address-policy.ts';
import { BOUNDS_RULE, PRIVATE_RULE, UNREACHABLE_RULE } from './rules.ts';
import { type Bounds, type Gauge, BOUNDS, createGauge } from './request-bounds.ts';
import { answerFault } from './answer-fault.ts';

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly bounds?: Partial<Bounds>;
  readonly signal?: AbortSignal;
  /** Takes the bytes as they come; then the answer has none. */
  readonly onBytes?: (bytes: Uint8Array) => void;
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Uint8Array;
}

export interface Requester {
  ask(asked: Asked): Promise<Answer | Refusal>;
  /** Ends connections that are kept for the next request. */
  close(): void;
}

class PrivateAddress extends Error {}

const CONNECTIONS_MAX = 4;

function privateRefusal(host: string): Refusal {
  return refuse(
    PRIVATE_RULE,
    said('{$host} is not a public address.', { host: host.slice(0, 200) }),
    {
      remedy: said(
        'Where it is meant, the operator of this node names it in CONCORD_PRIVATE_PEERS.',
      ),
      values: { host: host.slice(0, 200) },
    },
  );
}

/** Resolves a name, and refuses it whole where any of its addresses may not be spoken to. */
function guardedLookup(policy: AddressPolicy): LookupFunction {
  return (hostname, options, callback) => {
    lookupName(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '');
      const isAllowed = found.length > 0 && found.every(({ address }) => policy.allows(address));
      if (!isAllowed) return callback(new PrivateAddress(hostname), '');
      if (options.all === true) return callback(null, found);
      const [first] = found;
      return callback(null, first?.address ?? '', first?.family ?? 4);
    });
  };
}

/** The URL, or why it is not asked. A literal address is never looked up, so it is judged here. */
function urlOf(text: string, policy: AddressPolicy): URL | Refusal {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isHttp = url !== null && /^https?:$/.test(url.protocol);
  if (!isHttp || `${url.username}${url.password}` !== '') {
    return refuse(UNREACHABLE_RULE, said('It is no address of HTTP.'));
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 && !policy.allows(host) ? privateRefusal(host) : url;
}

function faultOf(error: Error, host: string): Refusal {
  if (error instanceof PrivateAddress) return privateRefusal(host);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  if (code === 'HPE_HEADER_OVERFLOW') {
    return refuse(BOUNDS_RULE, said('The headers of the answer are too large.'));
  }
  return refuse(
    UNREACHABLE_RULE,
    said('{$host} gave no answer in HTTP: {$code}.', { host, code }),
    {
      remedy: said('It is asked again later.'),
      values: { code },
    },
  );
}

interface Exchange {
  readonly asked: Asked;
  readonly request: http.ClientRequest;
  readonly gauge: Gauge;
  readonly settle: (result: Answer | Refusal) => void;
}

function takeBody({ asked, gauge, settle }: Exchange, response: http.IncomingMessage): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => {
    const fault = gauge.took(chunk.byteLength);
    if (fault) return settle(fault);
    if (asked.onBytes) asked.onBytes(chunk);
    else chunks.push(chunk);
  });
  response.on('end', () => {
    const status = response.statusCode ?? 0;
    settle({ status, headers: response.headers, body: Buffer.concat(chunks) });
  });
  response.on('aborted', () => settle(refuse(UNREACHABLE_RULE, said('The answer broke off.'))));
}

function listenTo(exchange: Exchange, host: string): void {
  const { request, gauge, settle } = exchange;
  request.on('error', (error) => settle(faultOf(error, host)));
  request.on('upgrade', (_response, socket) => {
    socket.destroy();
    settle(refuse(UNREACHABLE_RULE, said('{$host} went on in another protocol.', { host })));
  });
  request.on('response', (response) => {
    response.on('error', (error) => settle(faultOf(error, host)));
    const fault = answerFault(response, gauge.bounds);
    if (fault) return settle(fault);
    gauge.began();
    takeBody(exchange, response);
  });
}

type Transport = Pick<typeof http, 'request'>;

function exchange(
  asked: Asked,
  url: URL,
  transport: Transport,
  options: http.RequestOptions,
): Promise<Answer | Refusal> {
  const bounds: Bounds = { ...BOUNDS, ...asked.bounds };
  return new Promise((resolve) => {
    let isSettled = false;
    const settle = (result: Answer | Refusal): void => {
      if (isSettled) return;
      isSettled = true;
      gauge.stop();
      asked.signal?.removeEventListener('abort', abort);
      if ('refused' in result) request.destroy();
      resolve(result);
    };
    const abort = (): void => settle(refuse(UNREACHABLE_RULE, said('The request was given up.')));
    const gauge = createGauge(bounds, settle);
    const headers = { 'accept-encoding': 'identity', ...asked.headers };
    const { method, body } = asked;
    const request = transport.request(url, {
      ...options,
      method,
      maxHeaderSize: bounds.headerBytesMax,
      headers: body ? { ...headers, 'content-length': body.byteLength } : headers,
    });
    listenTo({ asked, request, gauge, settle }, url.host);
    if (asked.signal?.aborted) return abort();
    asked.signal?.addEventListener('abort', abort);
    request.end(body);
  });
}

/** Asks other nodes, under a policy of addresses. */
export function createRequester(policy: AddressPolicy): Requester {
  const settings = { keepAlive: true, maxSockets: CONNECTIONS_MAX, lookup: guardedLookup(policy) };
  const agents = { http: new http.Agent(settings), https: new https.Agent(settings) };
  return {
    ask: async (asked) => {
      const url = urlOf(asked.url, policy);
      if ('refused' in url) return url;
      const isPlain = url.protocol === 'http:';
      const agent = isPlain ? agents.http : agents.https;
      return exchange(asked, url, isPlain ? http : https, { agent });
    },
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}
