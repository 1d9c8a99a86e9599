import http from 'node:http';
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { addressPolicy } from './address-policy.ts';
import { type Answer, type Asked, createRequester } from './guarded-request.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

function requester(setting = 'allow') {
  const policy = addressPolicy(setting);
  if (!policy) throw new Error('no policy');
  const made = createRequester(policy);
  open.push(() => made.close());
  return made;
}

async function listening(server: net.Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  open.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as net.AddressInfo).port}/`;
}

/** A server of HTTP. */
const serve = (answer: http.RequestListener): Promise<string> =>
  listening(http.createServer(answer));

/** A server that speaks as it likes, once it was spoken to. */
const speak = (speech: (socket: net.Socket) => void): Promise<string> =>
  listening(
    net.createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => speech(socket));
    }),
  );

const ask = (url: string, more: Partial<Asked> = {}) =>
  requester().ask({ method: 'GET', url, ...more });
const text = (answer: unknown): string => Buffer.from((answer as Answer).body).toString();
const refusedBy = (id: string) => ({ refused: true, rule: { id } });

describe('a request to another node', () => {
  it('brings status, headers and bytes', async () => {
    const url = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => response.writeHead(201, { 'x-a': 'b' }).end(Buffer.concat(chunks)));
    });
    const answer = await ask(url, { method: 'POST', body: Buffer.from('acts') });
    expect(answer).toMatchObject({ status: 201, headers: { 'x-a': 'b' } });
    expect(text(answer)).toBe('acts');
  });

  it('gives bytes as they come to whoever asks for them so', async () => {
    const url = await serve((_request, response) => {
      response.write('one');
      setTimeout(() => response.end('two'), 20);
    });
    const came: string[] = [];
    const answer = await ask(url, { onBytes: (bytes) => came.push(Buffer.from(bytes).toString()) });
    expect(came).toEqual(['one', 'two']);
    expect(text(answer)).toBe('');
  });

  it.each(['http://127.0.0.1:1/', 'http://[::1]:1/', 'http://2130706433/', 'http://0x7f.1/'])(
    'is not made to the private address %s',
    async (url) => {
      const answer = await requester('').ask({ method: 'GET', url });
      expect(answer).toMatchObject(refusedBy('peer.public'));
    },
  );

  it('is not made to a name that leads to a private address', async () => {
    let asked = 0;
    const url = await serve((_request, response) => {
      asked += 1;
      response.end();
    });
    const named = url.replace('127.0.0.1', 'localhost');
    expect(await requester('').ask({ method: 'GET', url: named })).toMatchObject(
      refusedBy('peer.public'),
    );
    expect(asked).toBe(0);
    expect(
      await requester('127.0.0.0/8, ::1/128').ask({ method: 'GET', url: named }),
    ).toMatchObject({
      status: 200,
    });
  });

  it.each(['ftp://concord.example/', 'file:///etc/passwd', 'http://a:b@concord.example/', 'none'])(
    'is not made to %s',
    async (url) => {
      expect(await ask(url)).toMatchObject(refusedBy('peer.reached'));
    },
  );

  it('follows nobody elsewhere', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    });
    expect(await ask(url)).toMatchObject(refusedBy('peer.no-redirect'));
  });

  it('unpacks nothing', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    expect(await ask(url)).toMatchObject(refusedBy('peer.reached'));
  });

  it('takes as many bytes as are allowed, and not one more', async () => {
    const of = (bytes: number, told: boolean) =>
      serve((_request, response) => {
        if (told) response.setHeader('content-length', bytes);
        else response.write('');
        response.end(Buffer.alloc(bytes));
      });
    for (const told of [true, false]) {
      const bounds = { bodyBytesMax: 1000 };
      expect(await ask(await of(999, told), { bounds })).toMatchObject({ status: 200 });
      expect(await ask(await of(1000, told), { bounds })).toMatchObject({ status: 200 });
      expect(await ask(await of(1001, told), { bounds })).toMatchObject(refusedBy('peer.bounds'));
    }
  });

  it('ends where chunks never do', async () => {
    const url = await serve((_request, response) => {
      const more = (): void => {
        if (!response.destroyed && response.write(Buffer.alloc(4096))) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    });
    expect(await ask(url)).toMatchObject(refusedBy('peer.bounds'));
  });

  it('ends where headers never do', async () => {
    const url = await speak((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const more = (): void => {
        if (!socket.destroyed)
          socket.write(`x-a: ${'b'.repeat(1000)}\r\n`, () => setImmediate(more));
      };
      more();
    });
    expect(await ask(url)).toMatchObject(refusedBy('peer.bounds'));
  });

  it.each([
    ['noise', '\u0000\u0001garbage\r\n\r\n'],
    ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['a length that is none', 'HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    ['a chunk that is none', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
    ['an upgrade', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'],
    ['half an answer', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'],
    ['nothing', ''],
  ])('gives a refusal where the answer is %s', async (_name, speech) => {
    const url = await speak((socket) => socket.end(speech));
    expect(await ask(url)).toMatchObject(refusedBy('peer.reached'));
  });

  it('gives a refusal where nobody listens, or the name is unknown', async () => {
    const url = await serve(() => undefined);
    for (const close of open.splice(0)) close();
    expect(await ask(url)).toMatchObject(refusedBy('peer.reached'));
    expect(await ask('http://concord.invalid/')).toMatchObject(refusedBy('peer.reached'));
  });

  it('is given up where no answer begins', async () => {
    const url = await serve(() => undefined);
    const answer = await ask(url, { bounds: { firstMilliseconds: 50 } });
    expect(answer).toMatchObject(refusedBy('peer.bounds'));
  });

  it('is given up where interim answers never end', async () => {
    const url = await speak((socket) => {
      const timer = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 5);
      socket.on('close', () => clearInterval(timer));
    });
    const answer = await ask(url, { bounds: { firstMilliseconds: 100 } });
    expect(answer).toMatchObject(refusedBy('peer.bounds'));
  });

  const drip = (milliseconds: number) =>
    serve((_request, response) => {
      response.write('.');
      const timer = setInterval(() => response.write('.'), milliseconds);
      response.on('close', () => clearInterval(timer));
    });

  it('is given up where the answer stands still', async () => {
    const answer = await ask(await drip(10_000), { bounds: { idleMilliseconds: 60 } });
    expect(answer).toMatchObject({ reason: expect.stringContaining('Nothing came') });
  });

  it('is given up where the answer only trickles', async () => {
    const bounds = { pacePeriodMilliseconds: 80, bytesPerSecondMin: 1000 };
    expect(await ask(await drip(5), { bounds })).toMatchObject({
      reason: expect.stringContaining('slower'),
    });
  });

  it('is given up after its whole time, at whatever pace', async () => {
    const bounds = { totalMilliseconds: 100, bytesPerSecondMin: 0 };
    expect(await ask(await drip(5), { bounds })).toMatchObject({
      reason: expect.stringContaining('longer'),
    });
  });

  it('is given up when whoever asked gives it up', async () => {
    const url = await serve(() => undefined);
    const signal = AbortSignal.timeout(30);
    expect(await ask(url, { signal })).toMatchObject(refusedBy('peer.reached'));
    expect(await ask(url, { signal: AbortSignal.abort() })).toMatchObject(
      refusedBy('peer.reached'),
    );
  });
});
