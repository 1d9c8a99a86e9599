/** The least that a server can do: the same bytes for every request, and nothing else. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BareJob {
  readonly sizeBytes: number;
}

/** Serves that many bytes at every path, on any free port of the loopback. */
export async function serveBytes({ sizeBytes }: BareJob) {
  const body = Buffer.alloc(sizeBytes, 'a');
  const headers = { 'content-type': 'text/html', 'content-length': String(sizeBytes) };
  const server = createServer((_, response) => response.writeHead(200, headers).end(body));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${port}`, stop };
}
