/** What operators are shown of a running node, and what they can do about its work. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficesNode } from './offices-node.ts';

let node: OfficesNode;
let client: pg.Client;

beforeAll(async () => {
  node = await OfficesNode.start();
  client = new pg.Client(node.database.connection);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await node.stop();
});

/** The session of the first administrator, as a browser keeps it; opened once. */
let opened: Promise<string> | null = null;
const cookie = (): Promise<string> => (opened ??= signIn());
async function signIn(): Promise<string> {
  const { address } = node.running;
  const response = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ email: 'amina@example.org', password: 'four calm green boats' }),
    headers: { origin: address },
  });
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0]);
  return cookies.join('; ');
}

async function html(path: string, token = node.administrator): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${node.running.address}${path}`, { headers })).text();
}

describe('the overview of a node', () => {
  it('says first what is to be done, and that there is no backup', async () => {
    const page = await html('/admin');
    expect(page).toContain('There is no backup');
    expect(page).toContain('There is one administrator alone');
    expect(page.indexOf('What needs attention')).toBeLessThan(page.indexOf('id="jobs"'));
  });

  it('shows work that was given up, and says why', async () => {
    await client.query(
      `insert into jobs (kind, payload, attempts, failed_at, fault)
       values ('tests.none', '{"secret":"in the payload"}', 5, now(), 'the server was away')`,
    );
    const page = await html('/admin');
    expect(page).toContain('Jobs given up: 1');
    expect(page).toContain('the server was away');
    expect(page).not.toContain('in the payload');
  });

  it('tells programs the same', async () => {
    const { status, json } = await node.get('/api/admin/state', node.administrator);
    expect(status).toBe(200);
    expect(json['state']).toMatchObject({
      backup: null,
      jobs: [{ kind: 'tests.none', failed: 1, waiting: 0 }],
      visits: { nodes: 0 },
    });
  });

  it('is for administrators alone', async () => {
    const token = await node.person('Grace', []);
    expect((await node.get('/api/admin/state', token)).status).toBe(403);
    expect((await node.get('/api/admin/state')).status).toBe(401);
    expect(await html('/admin', token)).not.toContain('the server was away');
  });
});

describe('a job that was given up', () => {
  const change = async (id: number, act: string): Promise<Response> =>
    fetch(`${node.running.address}/admin/jobs/${id}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ do: act, token: await formToken() }),
      headers: {
        cookie: await cookie(),
        origin: node.running.address,
      },
    });
  const formToken = async (): Promise<string> => {
    const page = await fetch(`${node.running.address}/admin`, {
      headers: { cookie: await cookie() },
    });
    return /name="token" value="([^"]*)"/.exec(await page.text())?.[1] ?? '';
  };
  const idOf = async (): Promise<number> => {
    const { rows } = await client.query<{ id: string }>(
      "select id from jobs where kind = 'tests.none'",
    );
    return Number(rows[0]?.id ?? 0);
  };

  it('is tried again when asked, with all its attempts', async () => {
    const id = await idOf();
    expect((await change(id, 'retry')).status).toBe(303);
    const { rows } = await client.query('select attempts, failed_at from jobs where id = $1', [id]);
    expect(rows).toEqual([{ attempts: 0, failed_at: null }]);
  });

  it('is let go when asked, once', async () => {
    const id = await idOf();
    expect((await change(id, 'drop')).status).toBe(303);
    expect((await change(id, 'drop')).status).toBe(404);
    expect(await idOf()).toBe(0);
  });

  it('is left alone while somebody is at it', async () => {
    await client.query(
      "insert into jobs (kind, payload, locked_by) values ('tests.none', '{}', 'somebody')",
    );
    expect((await change(await idOf(), 'drop')).status).toBe(404);
    await client.query("delete from jobs where kind = 'tests.none'");
  });
});
