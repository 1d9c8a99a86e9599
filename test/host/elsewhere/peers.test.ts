/** Peers in bad faith, over HTTP: each is visited by a node with a real record. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { STREAMS_PER_ANSWER } from '../../../src/federation/node-answers.ts';
import type { Bounds } from '../../../src/federation/request-bounds.ts';
import { pull } from '../../../src/federation/pull.ts';
import { RemoteNode } from '../../../src/federation/remote-node.ts';
import { FRAME_BYTES_MAX, decodeActs, encodeActs } from '../../../src/federation/wire.ts';
import type { SignedAct } from '../../../src/kernel/act.ts';
import { CLEAR, markedFor } from '../../../src/kernel/marking.ts';
import { isRefusal } from '../../../src/kernel/refusal.ts';
import { TestSigner } from '../../../src/store/test-signer.ts';
import { FederatedNode } from '../federated-node.ts';

const [VICTIM, LIAR, HONEST] = ['KEN', 'FRA', 'NOR'] as const;
const GARBAGE = Buffer.from('<html>\0\xff{"streams":[{}]}CCDA\x01\xff\xff\xff\xff', 'latin1');

let victim: FederatedNode;
let liar: FederatedNode;
let honest: FederatedNode;

beforeAll(async () => {
  [victim, liar, honest] = await Promise.all([
    FederatedNode.start(VICTIM),
    FederatedNode.start(LIAR),
    FederatedNode.start(HONEST),
  ]);
  await liar.write(['told by the liar']);
  await honest.write(['told by the honest']);
  await victim.follow(liar);
  await victim.follow(honest);
});
afterEach(() => {
  liar.instead = null;
});
afterAll(async () => {
  await Promise.all([victim.stop(), liar.stop(), honest.stop()]);
});

type Lie = (request: Request) => Response | Promise<Response>;

/** Has the liar answer so where the path begins so; all else it answers rightly. */
function lieAt(path: string, lie: Lie): void {
  liar.instead = async (request) =>
    new URL(request.url).pathname.startsWith(path) ? lie(request) : null;
}
const truth = async (path: string): Promise<Response> => {
  const { instead } = liar;
  liar.instead = null;
  const response = await fetch(`${liar.address}${path}`);
  liar.instead = instead;
  return response;
};
const told = () => victim.notes([VICTIM]);

/** The record is as it was, and who is honest is still heard. */
async function staysAsItWas(before: readonly string[]): Promise<void> {
  expect(await told()).toEqual(before);
  liar.instead = null;
  await honest.write([`afterwards ${before.length} ${performance.now()}`]);
  expect(await victim.visit(honest)).toMatchObject({ fault: null, actsTaken: 2 });
  expect(await victim.visit(liar)).toMatchObject({ fault: null, faults: 0 });
}

/** A stream of bytes that never ends by itself. */
function endless(chunk: Uint8Array, milliseconds = 0): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
      controller.enqueue(new Uint8Array(chunk));
    },
  });
}

/** The liar's line within bounds that a test can wait for. */
function patientFor(bounds: Partial<Bounds>): RemoteNode {
  const { requester, store } = victim.room;
  return new RemoteNode({
    requester: {
      ask: (asked) => requester.ask({ ...asked, bounds: { ...asked.bounds, ...bounds } }),
      close: () => undefined,
    },
    address: liar.address,
    audience: { operator: LIAR, network: store.network },
  });
}

describe('a peer that sends garbage', () => {
  beforeAll(async () => {
    await victim.visit(liar);
    await victim.visit(honest);
  });

  it.each([
    ['/federation/node', 200],
    ['/.well-known/did.json', 200],
    ['/federation/nonce', 200],
    ['/federation/streams', 200],
    ['/federation/streams', 500],
    ['/federation/streams', 302],
    ['/federation/forks', 200],
    ['/federation/', 200],
  ] as const)(
    'at %s, with status %s, is told apart, and nothing else changes',
    async (path, status) => {
      const before = await told();
      lieAt(path, () => new Response(GARBAGE, { status, headers: { location: honest.address } }));
      const visited = await victim.visit(liar);
      expect(visited).toMatchObject({ actsTaken: 0, fault: expect.stringMatching(/\w/) });
      await staysAsItWas(before);
    },
  );

  it('for a page, or as a sealed one, is at fault in that stream alone', async () => {
    await liar.write([`garbled ${performance.now()}`]);
    const before = await told();
    for (const type of ['application/vnd.concord.acts', 'application/vnd.concord.sealed']) {
      lieAt('/federation/streams/', () => {
        return new Response(GARBAGE, { headers: { 'content-type': type } });
      });
      expect(await victim.visit(liar)).toMatchObject({ fault: null, faults: 1, actsTaken: 0 });
    }
    expect(await told()).toEqual(before);
    liar.instead = null;
    expect(await victim.visit(liar)).toMatchObject({ fault: null, actsTaken: 2 });
  });
});

describe('a peer that sends too much', () => {
  it.each(['/federation/node', '/federation/streams', '/federation/forks'])(
    'at %s is heard to the bound, and no further',
    async (path) => {
      const before = await told();
      const pushed = { bytes: 0 };
      const chunk = new Uint8Array(1024 * 1024).fill(0x20);
      lieAt(path, () => {
        const counting = endless(chunk).pipeThrough(
          new TransformStream<Uint8Array, Uint8Array>({
            transform: (bytes, controller) => {
              pushed.bytes += bytes.byteLength;
              controller.enqueue(bytes);
            },
          }),
        );
        return new Response(counting);
      });
      const visited = await victim.visit(liar);
      expect(visited.fault).toContain('larger than');
      // What was sent beyond the bound stood in sockets; of a stream without end that is little.
      expect(pushed.bytes).toBeLessThan(4 * FRAME_BYTES_MAX);
      await staysAsItWas(before);
    },
  );

  it('in streams without number is refused as a whole', async () => {
    const before = await told();
    const answer = (await (await truth('/federation/streams')).json()) as { streams: object[] };
    const [one] = answer.streams;
    const many = Array.from({ length: STREAMS_PER_ANSWER + 1 }, () => one);
    lieAt('/federation/streams', () => Response.json({ streams: many, next: null }));
    expect((await victim.visit(liar)).fault).toContain('not of the form');
    await staysAsItWas(before);
  });
});

describe('a peer that answers too slowly', () => {
  it.each<[string, Partial<Bounds>, number, string]>([
    ['not at all', { firstMilliseconds: 150 }, 10_000, 'within 0.15 seconds'],
    ['and then stands still', { idleMilliseconds: 150 }, 10_000, 'Nothing came for'],
    [
      'byte by byte',
      { bytesPerSecondMin: 1024, pacePeriodMilliseconds: 300 },
      20,
      'slower than 1024 bytes/s',
    ],
  ])('%s is given up', async (name, bounds, milliseconds, reason) => {
    const before = await told();
    const silent = new AbortController();
    lieAt('/federation/streams', async () => {
      const body = endless(Buffer.from('x'), milliseconds);
      if (name !== 'not at all') return new Response(body);
      await new Promise((resolve) => silent.signal.addEventListener('abort', resolve));
      return new Response(null, { status: 204 });
    });
    const begun = performance.now();
    const report = await pull(patientFor(bounds), victim.store.holdings, {
      viewer: { actors: [VICTIM] },
    });
    silent.abort();
    expect(report.faults[0]?.refusal.reason).toContain(reason);
    expect(performance.now() - begun).toBeLessThan(3000);
    await staysAsItWas(before);
  });
});

describe('a peer that goes on for ever', () => {
  it('with a list of streams that never ends is refused, and so is one in a circle', async () => {
    const before = await told();
    let asked = 0;
    lieAt('/federation/streams', () => {
      asked += 1;
      return Response.json({ streams: [], next: `stream ${String(asked).padStart(9, '0')}` });
    });
    expect((await victim.visit(liar)).fault).toContain('more than');
    expect(asked).toBeLessThan(100);
    lieAt('/federation/streams', () => Response.json({ streams: [], next: 'FRA/clear' }));
    expect((await victim.visit(liar)).fault).toContain('runs in a circle');
    await staysAsItWas(before);
  });

  it('with an endless chain of pages is left when the visit is over', async () => {
    const endlessly = new TestSigner(LIAR);
    const key = liar.room.key();
    if (!key) throw new Error('no key');
    endlessly.key = key;
    const marking = markedFor('amber', [VICTIM]);
    const stream = endlessly.compose({ note: 'x', text: '' }, { marking }).act.header.stream;
    let served = 0;
    lieAt('/federation/streams', async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname !== '/federation/streams') {
        served += 1;
        const acts = [1, 2].map((turn) => endlessly.note(`endless ${served}.${turn}`, { marking }));
        return new Response(encodeActs(acts));
      }
      const last = '0'.repeat(64);
      const end = { stream, author: LIAR, marking, seq: Number.MAX_SAFE_INTEGER, last };
      return Response.json({ streams: [end], next: null });
    });
    const report = await pull(victim.room.remote(await peerOf()), victim.store.holdings, {
      viewer: { actors: [VICTIM] },
      bounds: { pagesMax: 12 },
    });
    expect(report).toMatchObject({ cutShort: '12 pages' });
    expect(served).toBeLessThan(15);
    expect(report.behind).toBeGreaterThan(1e15);
    liar.instead = null;
    expect(await victim.visit(honest)).toMatchObject({ fault: null });
  });

  it('keeps nobody else from being visited meanwhile', async () => {
    const heard = new AbortController();
    lieAt('/federation/streams', async () => {
      await new Promise((resolve) => heard.signal.addEventListener('abort', resolve));
      return new Response(null, { status: 503 });
    });
    const name = `heard meanwhile ${performance.now()}`;
    await victim.room.pool.query('update federation.peer set next_visit_at = now()');
    // The silent one is due first.
    await victim.room.pool.query(
      `update federation.peer set next_visit_at = now() - interval '1 day' where operator = $1`,
      [LIAR],
    );
    await honest.write([name]);
    victim.engine.begin();
    const end = performance.now() + 8000;
    while (!(await told()).includes(name) && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    heard.abort();
    liar.instead = null;
    await victim.engine.stop();
    expect(await told()).toContain(name);
  });
});

const peerOf = async () => {
  const peer = (await victim.room.peers()).find(({ operator }) => operator === LIAR);
  if (!peer) throw new Error('not followed');
  return peer;
};

describe('a peer that says it has streams that it does not give', () => {
  it('is behind and at fault in those; the others come', async () => {
    const name = `given ${performance.now()}`;
    await liar.write([name]);
    const answer = (await (await truth('/federation/streams')).json()) as { streams: object[] };
    const marking = markedFor('amber+strict', [VICTIM]);
    const { header } = new TestSigner(LIAR).compose({ note: 'x', text: '' }, { marking }).act;
    const end = { stream: header.stream, author: LIAR, marking, seq: 7, last: '0'.repeat(64) };
    lieAt('/federation/streams', async (request) => {
      const { pathname, search } = new URL(request.url);
      return pathname === '/federation/streams'
        ? Response.json({ streams: [end, ...answer.streams], next: null })
        : truth(`${pathname}${search}`);
    });
    const visited = await victim.visit(liar);
    expect(visited).toMatchObject({ fault: null, faults: 1, behind: 7, actsTaken: 2 });
    expect(await told()).toContain(name);
  });

  it('is refused a stream that is not its author’s by name, or not released to us', async () => {
    const marking = markedFor('amber', [HONEST]);
    const { header } = new TestSigner(LIAR).compose({ note: 'x', text: '' }, { marking }).act;
    const last = '0'.repeat(64);
    const ends = [
      { stream: header.stream, author: LIAR, marking, seq: 1, last },
      { stream: `${HONEST}/clear`, author: LIAR, marking: CLEAR, seq: 9, last },
    ];
    let pages = 0;
    lieAt('/federation/streams', (request) => {
      const isList = new URL(request.url).pathname === '/federation/streams';
      pages += isList ? 0 : 1;
      return Response.json({ streams: ends, next: null });
    });
    expect(await victim.visit(liar)).toMatchObject({ fault: null, faults: 2, actsTaken: 0 });
    expect(pages).toBe(0);
  });
});

describe('a peer that changes pages it gave before', () => {
  const pageOf = async (operator: string): Promise<SignedAct[]> => {
    const path = `/federation/streams/${operator}/clear?from=1`;
    const acts = decodeActs(new Uint8Array(await (await truth(path)).arrayBuffer()));
    if (isRefusal(acts)) throw new Error(acts.reason);
    return acts;
  };
  const changed = (act: SignedAct, at: 'header' | 'signature'): SignedAct => {
    const bytes = Buffer.from(act[at]);
    bytes[bytes.byteLength - 3] = (bytes.at(-3) ?? 0) ^ 1;
    return { ...act, [at]: bytes };
  };

  it('changes nothing here, whatever it says in place of what was taken', async () => {
    const before = await told();
    const acts = await pageOf(LIAR);
    const end = (await victim.store.holdings.heads({ actors: [] })).find(
      ({ stream }) => stream === `${LIAR}/clear`,
    );
    const other = { ...end, last: 'f'.repeat(64) };
    // An act is what its header says, so another signature under the same one changes nothing.
    for (const [at, faults] of [
      ['header', 1],
      ['signature', 0],
    ] as const) {
      lieAt('/federation/streams', (request) =>
        new URL(request.url).pathname === '/federation/streams'
          ? Response.json({ streams: [other], next: null })
          : new Response(encodeActs(acts.slice(-1).map((act) => changed(act, at)))),
      );
      expect(await victim.visit(liar)).toMatchObject({ actsTaken: 0, faults });
    }
    await staysAsItWas(before);
  });
});

describe('a peer that answers for somebody else', () => {
  it('is no longer the node that was confirmed, and is asked nothing more', async () => {
    const before = await told();
    let asked = 0;
    liar.instead = async (request) => {
      const { pathname, search } = new URL(request.url);
      asked += pathname.startsWith('/federation/streams') ? 1 : 0;
      return fetch(`${honest.address}${pathname}${search}`);
    };
    const visited = await victim.visit(liar);
    expect(visited).toMatchObject({ actsTaken: 0, fault: expect.stringMatching(/reached at/) });
    expect(asked).toBe(0);
    await staysAsItWas(before);
  });

  it('cannot speak in the stream of another with its own key', async () => {
    const before = await told();
    const forger = new TestSigner(HONEST);
    const key = liar.room.key();
    if (!key) throw new Error('no key');
    forger.key = key;
    const own = (await victim.store.holdings.heads({ actors: [] })).find(
      ({ stream }) => stream === `${HONEST}/clear`,
    );
    if (!own) throw new Error('nothing of the honest one');
    const { act, signed } = forger.compose(
      { note: 'put into its mouth', text: '' },
      { seq: own.seq + 1, prev: own.last, register: 'notes/nor' },
    );
    const end = { ...own, seq: own.seq + 1, last: act.id };
    lieAt('/federation/streams', (request) =>
      new URL(request.url).pathname === '/federation/streams'
        ? Response.json({ streams: [end], next: null })
        : new Response(encodeActs([signed])),
    );
    expect(await victim.visit(liar)).toMatchObject({ actsTaken: 0 });
    expect(await told()).not.toContain('put into its mouth');
    await staysAsItWas(before);
  });
});

describe('clocks off by years', () => {
  const years = (count: number) => () => new Date(Date.now() + count * 365.25 * 86_400_000);

  it.each([
    [-30, 30],
    [30, -30],
  ])(
    'by %s here and %s there: what is released comes, signed requests and all',
    async (here, there) => {
      const [one, other] = await Promise.all([
        FederatedNode.start('CHL', years(here)),
        FederatedNode.start('PER', years(there)),
      ]);
      try {
        await one.follow(other);
        await other.follow(one);
        await other.write(['open', 'again']);
        await other.write(['closed'], { marking: { level: 'red', to: ['CHL'] } });
        const visited = await one.visit(other);
        expect(visited).toMatchObject({ fault: null, faults: 0, waiting: 0, behind: 0 });
        expect(await one.notes(['CHL'])).toEqual(['again', 'closed', 'open']);
        const order = async (node: FederatedNode) =>
          node.store.read({ actors: ['CHL', 'PER'] }, (query) =>
            query
              .withTables<{ notes_note: { note: string; position: number; register: string } }>()
              .selectFrom('notes_note')
              .select(['note', 'register', 'position'])
              .orderBy('note')
              .execute(),
          );
        expect(await order(one)).toEqual(await order(other));
      } finally {
        await Promise.all([one.stop(), other.stop()]);
      }
    },
  );
});
