/** Listening: on loopback unless told otherwise, with bounds on what a connection may cost. */
import type { Server } from 'node:http';
import { type Server as NetServer, type Socket, createServer as createNetServer } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { HEADERS_RULE, BODY_RULE } from './host-rules.ts';
import { problemOf } from './http-status.ts';
import {
  DRAIN_MILLISECONDS,
  HEADERS_TIMEOUT_MILLISECONDS,
  HEADER_BYTES_MAX,
  KEEP_ALIVE_MILLISECONDS,
  REQUEST_TIMEOUT_MILLISECONDS,
} from './limits.ts';

/** How many ports after the first are tried. */
const PORTS_TRIED_MAX = 20;

export interface Listening {
  readonly port: number;
  /** Answers what has begun, takes nothing new, and ends; at most a few seconds. */
  stop(): Promise<void>;
}

export interface ListenSettings {
  readonly host: string;
  readonly port: number;
  /** Whether another port may be taken where this one is. */
  readonly mayMove: boolean;
}

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** What never becomes a request is still told why. */
function refuseConnection(error: Error, socket: Socket): void {
  if (!socket.writable) return;
  const large = codeOf(error) === 'HPE_HEADER_OVERFLOW';
  const refusal = large
    ? refuse(
        HEADERS_RULE,
        said('The headers are larger than {$headerBytesMax} bytes.', {
          headerBytesMax: HEADER_BYTES_MAX,
        }),
      )
    : refuse(BODY_RULE, said('What was sent is no HTTP request.'));
  const problem = problemOf(refusal);
  const body = JSON.stringify(problem);
  const status = large ? '431 Request Header Fields Too Large' : '400 Bad Request';
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function createServer(fetch: Fetch): Server {
  // Made without TLS and HTTP/2 settings, it is a plain HTTP server.
  const server = createAdaptorServer({
    fetch,
    serverOptions: {
      maxHeaderSize: HEADER_BYTES_MAX,
      headersTimeout: HEADERS_TIMEOUT_MILLISECONDS,
      requestTimeout: REQUEST_TIMEOUT_MILLISECONDS,
      keepAliveTimeout: KEEP_ALIVE_MILLISECONDS,
      noDelay: true,
    },
  }) as Server;
  server.on('clientError', refuseConnection);
  return server;
}

function listenOn(server: NetServer, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => reject(error);
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

async function listenNear(server: NetServer, settings: ListenSettings): Promise<void> {
  const tries = settings.mayMove && settings.port !== 0 ? PORTS_TRIED_MAX : 1;
  for (let at = 0; ; at++) {
    try {
      await listenOn(server, settings.host, settings.port + at);
      return;
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE') throw error;
      if (at + 1 < tries) continue;
      throw new Error(`Port ${settings.port} is taken; name another with CONCORD_PORT.`, {
        cause: error,
      });
    }
  }
}

/** Throws an Error with a sentence where the port is taken: said before long work, not after. */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const probe = createNetServer();
  await listenNear(probe, { host, port, mayMove: false });
  await new Promise((resolve) => probe.close(resolve));
}

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), DRAIN_MILLISECONDS);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Listens and answers with `fetch`. Throws an Error with a sentence where no port can be had. */
export async function listen(fetch: Fetch, settings: ListenSettings): Promise<Listening> {
  const server = createServer(fetch);
  await listenNear(server, settings);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : settings.port;
  let stopping: Promise<void> | null = null;
  return { port, stop: () => (stopping ??= stopServer(server)) };
}
