/** `/metrics` on an address of its own, so that no reader of the node comes across it. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { MetricsAddress } from './metrics-address.ts';

export const METRICS_PATH = '/metrics';
const TYPE = 'text/plain; version=0.0.4; charset=utf-8';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether the request brings the token, compared in constant time. */
function isAllowed(request: IncomingMessage, token: string | null): boolean {
  if (token === null) return true;
  const brought = request.headers.authorization ?? '';
  return timingSafeEqual(digest(brought), digest(`Bearer ${token}`));
}

async function answer(request: IncomingMessage, token: string | null, text: () => Promise<string>) {
  if (request.url !== METRICS_PATH) return { status: 404, body: '' };
  if (request.method !== 'GET') return { status: 405, body: '' };
  if (!isAllowed(request, token)) return { status: 401, body: '' };
  try {
    return { status: 200, body: await text() };
  } catch {
    // A scraper counts this by itself, and the log of the node has more.
    return { status: 503, body: '' };
  }
}

/** Listens. Throws where the address is taken. */
export async function serveMetrics(
  { host, port }: MetricsAddress,
  token: string | null,
  text: () => Promise<string>,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    void answer(request, token, text).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': TYPE, 'cache-control': 'no-store' });
      response.end(body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
