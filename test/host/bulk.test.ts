/** The public record as files: whole, verifiable, and without what is not for all. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTS_ANSWERED_MAX } from '../../src/host/bulk/bulk-routes.ts';
import { run } from '../../src/cli/program.ts';
import { house } from '../../src/host/house.ts';
import type { MailRoom } from '../../src/host/mail/mail-room.ts';
import { readAct } from '../../src/kernel/act.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { SignedActJson, signedActOf } from '../../src/kernel/signed-act-json.ts';
import { type TestStore, openTestStore } from '../../src/store/test-store.ts';
import { signInByCookie } from './fake-sign-in.ts';
import { type HouseApp, houseApp, openMail } from './house-app.ts';
import { type MarkedActs, recordClear, recordMarked } from './marked-acts.ts';

let node: TestStore;
let mail: MailRoom;
let app: HouseApp;
let hidden: MarkedActs;

beforeAll(async () => {
  node = await openTestStore({ areas: house.areas });
  mail = await openMail(node);
  app = houseApp(node, mail, signInByCookie);
  await recordClear(node.store);
  hidden = await recordMarked(node.store);
}, 60_000);
afterAll(async () => {
  app.close();
  await mail.close();
  await node.close();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  app.app.request(path, { headers });
const bytesOf = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());

interface Resource {
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
  readonly rows: number;
  readonly schema?: { readonly fields: readonly { readonly name: string }[] };
}
interface Package {
  readonly concord: { readonly acts: number; readonly lastAct: string };
  readonly resources: readonly Resource[];
}

// The form is what these tests go on to hold.
const described = async () => (await (await get('/export/datapackage.json')).json()) as Package;

type Line = { readonly act: string; readonly signed: SignedActJson };
const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

describe('the public record as files', () => {
  it('names each file with its digest, its size and its rows', async () => {
    const { resources } = await described();
    expect(resources.length).toBeGreaterThan(15);
    for (const { path, hash, bytes, rows, schema } of resources) {
      const file = await bytesOf(`/export/${path}`);
      expect([path, file.byteLength]).toEqual([path, bytes]);
      expect(hash).toBe(`sha256:${createHash('sha256').update(file).digest('hex')}`);
      const text = gunzipSync(file).toString('utf8');
      const [head, ...table] = schema ? parse(text) : [[], ...linesOf(text)];
      expect([path, table.length]).toEqual([path, rows]);
      expect(head).toEqual(schema?.fields.map(({ name }) => name) ?? []);
    }
  });

  it('has every act that is clear for all, in bytes that verify, and no other', async () => {
    const { concord } = await described();
    const acts = linesOf(gunzipSync(await bytesOf('/export/acts.ndjson.gz')).toString('utf8'));
    const counts = await node.store.counts({ actors: [] });
    const all = [...counts.values()].reduce((total, one) => total + one, 0);
    expect([acts.length, concord.acts, concord.lastAct]).toEqual([all, all, acts.at(-1)?.act]);
    for (const { act, signed } of acts) {
      const read = readAct(signedActOf(SignedActJson.parse(signed)));
      expect(isRefusal(read) ? read : read.id).toBe(act);
    }
    const marked = new Set(hidden.acts.values());
    const own = acts.filter(({ act }) => marked.has(act));
    expect(own.map(({ signed }) => JSON.stringify(signed).includes('canary'))).not.toContain(true);
  });

  it('says nothing of what is marked, also to those who may read it', async () => {
    const { resources } = await described();
    for (const { path } of resources) {
      const text = gunzipSync(await bytesOf(`/export/${path}`)).toString('utf8');
      expect([path, text.includes('canary')]).toEqual([path, false]);
    }
    const asNorway = await get('/export/datapackage.json', { cookie: 'who=norway' });
    expect(await asNorway.json()).toEqual(await described());
  });

  it('costs nothing to whoever has it', async () => {
    for (const path of ['/export/datapackage.json', '/export/acts.ndjson.gz']) {
      const etag = (await get(path)).headers.get('etag') ?? '';
      expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    }
  });

  it('is a page for people, with a way to each file', async () => {
    const html = await (await get('/export')).text();
    expect(html).toContain('/export/acts.ndjson.gz');
    expect(html).toContain('datapackage.json');
    expect((await get('/export/none.csv.gz')).status).toBe(404);
    expect((await get('/export/..%2Fpackage.json')).status).toBe(404);
  });
});

describe('concord export all', () => {
  it('brings every file into a folder, checked, and none twice', async () => {
    const saved = new Map<string, Uint8Array>();
    const said: string[] = [];
    const bring = () =>
      run(['export', 'all', '--to', 'there'], {
        environment: { CONCORD_URL: 'http://node.example' },
        fetch: async (input, init) =>
          app.app.request(input instanceof Request ? input : input.toString(), init),
        terminal: {
          isTerminal: false,
          write: () => 0,
          complain: (line) => said.push(line),
          read: async () => '',
          readBytes: async (file) => saved.get(file) ?? new Uint8Array(),
          save: async (file, content) => void saved.set(file, Buffer.from(content)),
        },
      });
    expect(await bring()).toBe(0);
    const { resources } = await described();
    expect([...saved.keys()].sort()).toEqual(
      [...resources.map(({ path }) => `there/${path}`), 'there/datapackage.json'].sort(),
    );
    said.length = 0;
    expect(await bring()).toBe(0);
    expect(said.filter((line) => line.endsWith('there already'))).toHaveLength(resources.length);
  });
});

describe('the public record act by act', () => {
  it('is the same, read on from the last act each time', async () => {
    const read: string[] = [];
    for (let path: string | undefined = '/export/acts.ndjson?limit=7'; path; ) {
      const response = await get(path);
      read.push(...linesOf(await response.text()).map(({ act }) => act));
      const next = /<http:\/\/localhost([^>]+)>; rel="next"/.exec(
        response.headers.get('link') ?? '',
      );
      path = next?.[1];
    }
    const whole = linesOf(gunzipSync(await bytesOf('/export/acts.ndjson.gz')).toString('utf8'));
    expect(read).toEqual(whole.map(({ act }) => act));
  });

  it.each([
    ['limit=0', 400],
    ['limit=1', 200],
    [`limit=${ACTS_ANSWERED_MAX}`, 200],
    [`limit=${ACTS_ANSWERED_MAX + 1}`, 400],
    ['limit=x', 400],
    ['after=x', 400],
    [`after=${'f'.repeat(64)}`, 404],
  ])('asked with %s is answered with %i', async (query, status) => {
    expect((await get(`/export/acts.ndjson?${query}`)).status).toBe(status);
  });

  it('goes on after no act that is marked, as after none that there is', async () => {
    const ids = [hidden.acts.get('deposit') ?? '', 'e'.repeat(64)];
    const answers = ids.map(async (id) => (await get(`/export/acts.ndjson?after=${id}`)).text());
    const [marked, none] = await Promise.all(answers);
    expect(marked).toBe(none);
  });
});
