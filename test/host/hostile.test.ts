/** What comes over HTTP in bad faith: refused in clear words, and nothing of the node shows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLL_CALLS_PATH as VOTES_PATH } from '../../src/host/api/import-roll-calls.ts';
import { API_BODY_BYTES_MAX, FORM_BODY_BYTES_MAX } from '../../src/host/limits.ts';
import { house } from '../../src/host/house.ts';
import { ATTACHMENT_BYTES_MAX } from '../../src/kernel/attachment.ts';
import { OPERATOR } from '../../src/store/test-store.ts';
import {
  BY_COOKIE,
  BY_TOKEN,
  FORM_BODIES,
  type HostileNode,
  JSON_BODIES,
  type Sent,
  TEXT_BODIES,
  closeHostile,
  hostileApp,
  openHostile,
  withEach,
} from './hostile-app.ts';
import type { HouseApp } from './house-app.ts';

/** What no answer may hold: places in files, the database's own words, the machine's folders. */
const TRACES = [
  /\bat (?:async )?[\w.<>]+ \(/,
  /\.tsx?:\d+/,
  /node:internal|node_modules/,
  /\/(?:work|home|root|tmp|usr)\//,
  /root:x:0/,
  /syntax error at or near|invalid byte sequence|violates|relation "/,
];

let node: HostileNode;
beforeAll(async () => {
  node = await openHostile();
});
afterAll(() => closeHostile(node));

const WELL_MADE = {
  json: {
    name: 'JSON',
    type: 'application/json',
    body: '{"text":"France\\n\\nReservation: none."}',
  },
  form: {
    name: 'a form',
    type: 'application/x-www-form-urlencoded',
    body: 'token=form-1&text=France&words=Lake&language=en&on=2024-01-01&step=record&source=Notes',
  },
  text: { name: 'a text', type: 'text/plain', body: 'Lake\n\nArticle 1\n\nIt is shared.\n' },
} as const;

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly sent?: Sent;
}

/** What was answered, its headers included; of a line that stays open, those alone. */
async function saidIn(response: Response): Promise<string> {
  const headers = [...response.headers].flat().join('\n');
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('text/event-stream')) return `${await response.text()}\n${headers}`;
  await response.body?.cancel();
  return headers;
}

/** The status; throws where what is answered shows something of the node. */
async function ask(
  { app }: HouseApp,
  path: string,
  { method = 'POST', headers = {}, sent }: Asked,
) {
  const type: [string, string][] = sent?.type ? [['content-type', sent.type]] : [];
  const response = await app.request(path, {
    method,
    headers: [...Object.entries(headers), ...type],
    body: sent?.body ?? null,
  });
  const said = await saidIn(response);
  const trace = TRACES.find((one) => one.test(said));
  if (trace) throw new Error(`${method} ${path}: ${trace.source} in ${said.slice(0, 2000)}`);
  return response.status;
}

async function withApp<Result>(use: (made: HouseApp) => Promise<Result>): Promise<Result> {
  const made = hostileApp(node);
  try {
    return await use(made);
  } finally {
    made.close();
  }
}

/** Every route that takes something, as the application knows it. */
const posts = (): Promise<string[]> =>
  withApp(async ({ app }) => [
    ...new Set(app.routes.filter(({ method }) => method === 'POST').map(({ path }) => path)),
  ]);

const filled = (path: string, value: string): string =>
  path.replaceAll(/:\w+(?:\{[^}]*\})?/g, value).replaceAll('*', value);

describe('a body in bad faith', () => {
  it.each([
    ['JSON', JSON_BODIES, BY_TOKEN],
    ['a form', FORM_BODIES, BY_COOKIE],
    ['a text', TEXT_BODIES, BY_TOKEN],
  ] as const)(
    'as %s is answered without fault by every route',
    { timeout: 60_000 },
    async (_name, bodies, headers) => {
      const faults: string[] = [];
      const paths = await posts();
      expect(paths.length).toBeGreaterThan(15);
      for (const path of paths) {
        await withApp(async (made) => {
          await withEach(bodies, async (sent) => {
            const query = path.endsWith('/text') ? '?on=2024-01-01&language=en' : '';
            const status = await ask(made, filled(path, 'lake') + query, { headers, sent });
            if (status >= 500) faults.push(`${path} ${sent.name}: ${status}`);
          });
        });
      }
      expect(faults).toEqual([]);
    },
  );

  it('is not even looked at where nobody is signed in, nor from another page', async () => {
    const open = ['/sign-in', '/first/:token', '/invited/:token', '/sign-out', '/theme'];
    const taken: string[] = [];
    for (const path of (await posts()).filter((one) => !open.includes(one))) {
      await withApp(async (made) => {
        const sent = FORM_BODIES[0];
        const stranger = await ask(made, filled(path, 'lake'), {
          headers: { origin: 'http://localhost' },
          ...(sent && { sent }),
        });
        const foreign = await ask(made, filled(path, 'lake'), {
          headers: { ...BY_COOKIE, origin: 'https://elsewhere.example' },
          ...(sent && { sent }),
        });
        const isRefused = [400, 401, 403].includes(stranger) && [400, 403].includes(foreign);
        if (!isRefused) taken.push(`${path}: ${stranger} ${foreign}`);
      });
    }
    expect(taken).toEqual([]);
  });
});

/** Values that stand where a date, a name or a list should. */
const VALUES: readonly unknown[] = [
  '\ud800',
  'a\u0000b',
  '../../../../etc/passwd',
  'a\r\nSet-Cookie: a=b',
  '0000-00-00',
  'x'.repeat(20_000),
  1e21,
  [[[[[]]]]],
  { a: { a: { a: null } } },
  'constructor',
  '__proto__',
  JSON.parse('{"__proto__":{"a":1},"constructor":1,"toString":{"hasOwnProperty":[]}}'),
  null,
];

describe('a request in bad faith', () => {
  const form = (token: string): Sent => ({
    name: 'a form',
    type: 'application/x-www-form-urlencoded',
    body: `token=${token}&type=agreements.sign&name=A`,
  });
  /**
   * Where nobody is signed in yet, what compares and changes nothing, and where other nodes say
   * who they are or bring their checkpoints.
   */
  const OPEN = [
    '/sign-in',
    '/theme',
    '/first/:token',
    '/invited/:token',
    '/agreements/:agreement/mirror',
    '/log/add-checkpoint',
    '/federation/introduce',
    '/mcp',
  ];

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    'by the method %s finds nothing, or is told of others, wherever it is sent',
    async (method) => {
      const statuses = await withApp(async (made) => {
        const paths = new Set(made.app.routes.map(({ path }) => path));
        const asked = [...paths].map((path) =>
          ask(made, filled(path, 'lake'), { method, headers: BY_COOKIE }),
        );
        return Promise.all(asked);
      });
      expect(statuses.filter((status) => status !== 404 && status !== 405)).toEqual([]);
    },
  );

  it('with the token of another session’s form is refused by every page', async () => {
    const statuses = new Map<string, number>();
    for (const path of (await posts()).filter((one) => !one.startsWith('/api/'))) {
      await withApp(async (made) => {
        const asked = { headers: BY_COOKIE, sent: form('form-2') };
        statuses.set(path, await ask(made, filled(path, 'lake'), asked));
      });
    }
    for (const path of OPEN) statuses.delete(path);
    expect([...statuses].filter(([, status]) => status !== 403)).toEqual([]);
  });

  it('that is larger than the limit is refused by every route, whoever sends it', async () => {
    const taken: string[] = [];
    const large = {
      name: 'JSON',
      type: 'application/json',
      body: ' '.repeat(API_BODY_BYTES_MAX + 1),
    };
    const filledIn = form(`form-1&a=${'x'.repeat(FORM_BODY_BYTES_MAX)}`);
    // Documents are larger, of attachments.test.ts, and bundles and what nodes send, of
    // hostile-nodes.test.ts; tables of votes are as large as documents.
    const larger = ['/api/attachments', '/acts/new', '/api/admin/bundle', VOTES_PATH];
    const isBounded = (one: string) => !larger.includes(one) && !one.startsWith('/federation/');
    for (const path of (await posts()).filter(isBounded)) {
      const isApi = path.startsWith('/api/');
      await withApp(async (made) => {
        for (const headers of [isApi ? BY_TOKEN : BY_COOKIE, { origin: 'http://localhost' }]) {
          const asked = { headers, sent: isApi ? large : filledIn };
          const status = await ask(made, filled(path, 'lake'), asked);
          if (status !== 413) taken.push(`${path}: ${status}`);
        }
      });
    }
    expect(taken).toEqual([]);
  });

  it('of tables of votes that are larger than any document are refused', async () => {
    const sent = { name: 'JSON', type: 'text/csv', body: ' '.repeat(ATTACHMENT_BYTES_MAX + 1) };
    const status = await withApp((made) =>
      ask(made, filled(VOTES_PATH, 'lake'), { headers: BY_TOKEN, sent }),
    );
    expect(status).toBe(413);
  });
});

it('a body that says one thing twice is refused, and says which', async () => {
  const body = '{"type":"agreements.sign","type":"agreements.adopt","payload":{}}';
  const told = await withApp(async ({ app }) => {
    const headers = { ...BY_TOKEN, 'content-type': 'application/json' };
    const response = await app.request('/api/acts', { method: 'POST', headers, body });
    return [response.status, await response.json()];
  });
  expect(told).toMatchObject([
    400,
    { rule: 'host.body', reason: 'In the body “type” stands twice in one object.' },
  ]);
});

describe('an act in bad faith', () => {
  const drafts = house.areas.flatMap(({ acts }) =>
    acts.map(({ example, type }) => ({
      type,
      register: `${type.split('.')[0]}/lake`,
      actor: OPERATOR,
      payload: example as Readonly<Record<string, unknown>>,
      basis: { kind: 'recorded', source: 'a test' },
    })),
  );

  it.each(drafts.map((draft) => [draft.type, draft] as const))(
    'of the kind %s is answered without fault, whatever is wrong',
    async (_type, draft) => {
      const faults: string[] = [];
      const inHeader = Object.keys(draft).map((member) => [member, 'header'] as const);
      const inPayload = Object.keys(draft.payload).map((member) => [member, 'payload'] as const);
      for (const [member, where] of [...inHeader, ...inPayload]) {
        await withApp(async (made) => {
          await withEach(VALUES, async (value) => {
            const payload = { ...draft.payload, [member]: value };
            const given =
              where === 'header' ? { ...draft, [member]: value } : { ...draft, payload };
            const sent = { name: '', type: 'application/json', body: JSON.stringify(given) };
            const status = await ask(made, '/api/acts/preview', { headers: BY_TOKEN, sent });
            if (status >= 500) faults.push(`${where} ${member} ${String(value).slice(0, 20)}`);
          });
        });
      }
      expect(faults).toEqual([]);
    },
  );
});

/** Members of queries, of pages, feeds and questions. */
const ASKED = 'agreement register actor one language q since limit locale to'.split(' ');

describe('an address in bad faith', () => {
  const segments = [
    '%00',
    '%ED%A0%80',
    '%',
    '..%2F..%2F..%2Fetc%2Fpasswd',
    'a%0D%0ASet-Cookie:%20a=b',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'x'.repeat(3000),
    "'%3B%20drop%20table%20acts%3B--",
  ];
  const query = (value: string): string =>
    [...ASKED, 'after', 'from', 'recipient']
      .map((name) => `${name}=${value.slice(0, 300)}`)
      .join('&');

  it('is answered without fault by every route, whatever stands in it', {
    timeout: 60_000,
  }, async () => {
    const faults: string[] = [];
    await withApp(async (made) => {
      const paths = made.app.routes
        .filter(({ method, path }) => method === 'GET' && path !== '/*')
        .map(({ path }) => path);
      expect(paths.length).toBeGreaterThan(40);
      for (const path of new Set(paths)) {
        const asked = segments.flatMap((segment) => [
          filled(path, segment),
          `${filled(path, 'lake')}?${query(segment)}`,
          `${filled(path, 'lake')}?asOf=${segment}`,
          `${filled(path, 'lake')}?since=0&knownAt=${segment}`,
        ]);
        await withEach(asked, async (address) => {
          const status = await ask(made, address, { method: 'GET', headers: BY_COOKIE });
          if (status >= 500) faults.push(`${address.slice(0, 120)}: ${status}`);
        });
      }
    });
    expect(faults).toEqual([]);
  });

  it('is answered without fault where the body is well made', {
    timeout: 60_000,
  }, async () => {
    const faults: string[] = [];
    for (const path of await posts()) {
      await withApp(async (made) => {
        const asked = segments.flatMap((segment) => [
          { segment, headers: BY_TOKEN, sent: WELL_MADE.json },
          { segment, headers: BY_COOKIE, sent: WELL_MADE.form },
          { segment, headers: BY_TOKEN, sent: WELL_MADE.text },
        ]);
        await withEach(asked, async ({ segment, ...one }) => {
          const status = await ask(made, `${filled(path, segment)}?on=2024-01-01`, one);
          if (status >= 500) faults.push(`${path} ${segment} ${one.sent.type}: ${status}`);
        });
      });
    }
    expect(faults).toEqual([]);
  });

  it('of a question is answered without fault, whatever is asked', async () => {
    const faults: string[] = [];
    await withApp(async (made) => {
      for (const { name, example } of house.areas.flatMap(({ questions }) => questions)) {
        for (const member of [...Object.keys(example as object), 'unheard-of']) {
          await withEach(segments, async (segment) => {
            const input = new URLSearchParams(
              Object.entries(example as object).map(([key, value]): [string, string] => [
                key,
                String(value),
              ]),
            );
            input.delete(member);
            const asked = `${input.toString()}&${member}=${segment}`;
            const address = `/api/${name.replace('.', '/')}?${asked}`;
            const status = await ask(made, address, { method: 'GET' });
            if (status >= 500) faults.push(`${address.slice(0, 120)}: ${status}`);
          });
        }
      }
    });
    expect(faults).toEqual([]);
  });
});
