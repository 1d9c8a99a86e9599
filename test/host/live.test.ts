/** Open pages hear of what is admitted, as they may see it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/host/app.ts';
import { assetOf } from '../../src/host/assets.ts';
import { readConfig } from '../../src/host/config.ts';
import { createLog } from '../../src/host/log.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import { notesArea } from '../../src/store/test-area.ts';
import { type TestStore, admitted, note, openTestStore } from '../../src/store/test-store.ts';
import { fakeAuthority, fakeKeys } from './example-app.tsx';
import { fakeSignIn } from './fake-sign-in.ts';

let opened: TestStore;
let made: ReturnType<typeof createApp>;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-live-'));
  opened = await openTestStore();
  made = createApp({
    store: opened.store,
    areas: [notesArea],
    pages: [],
    texts: [],
    assets: { styleSheet: assetOf('concord.css', 'text/css', 'body{}'), others: [] },
    signIn: fakeSignIn,
    authority: fakeAuthority,
    keys: fakeKeys,
    config: readConfig({}),
    log: createLog('silent'),
  });
});

afterAll(async () => {
  made.close();
  await opened.close();
  await rm(folder, { recursive: true, force: true });
});

interface Line {
  /** The next event that is not a sign of life; null where none comes in time. */
  next(milliseconds: number): Promise<string | null>;
  close(): void;
}

async function listen(query: string, headers: Record<string, string> = {}): Promise<Line> {
  const stopping = new AbortController();
  const request = new Request(`http://localhost/live?${query}`, {
    headers,
    signal: stopping.signal,
  });
  const response = await made.app.fetch(request);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const reading = { text: '' };
  void (async () => {
    for (;;) {
      const part = await reader?.read().catch(() => undefined);
      if (part === undefined || part.done) return;
      reading.text += part.value;
    }
  })();
  return {
    next: async (milliseconds) => {
      const until = Date.now() + milliseconds;
      while (Date.now() < until) {
        const found = /event: moved\ndata: (\d+)\nid: \d+\n\n/.exec(reading.text);
        if (found) {
          reading.text = reading.text.slice(found.index + found[0].length);
          return found[1] ?? null;
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return null;
    },
    close: () => stopping.abort(),
  };
}

const record = async (...given: Parameters<typeof note>) =>
  admitted(await opened.store.submit([note(...given)]))[0]?.position;
/** How many acts anyone may see in the register, or in all. */
const seen = async (register?: string): Promise<number> => {
  const counts = await opened.store.counts({ actors: [] });
  return register === undefined
    ? [...counts.values()].reduce((total, one) => total + one, 0)
    : (counts.get(register) ?? 0);
};

test('an admission is told within a second', async () => {
  await record('first');
  const line = await listen(`register=notes/common&since=${await seen('notes/common')}`);
  const position = await record('second');
  expect(await line.next(1000)).toBe(String(position));
  line.close();
});

test('what was admitted between reading and listening is told at once', async () => {
  const since = await seen('notes/common');
  const position = await record('third');
  const line = await listen(`register=notes/common&since=${since}`);
  expect(await line.next(1000)).toBe(String(position));
  line.close();
});

test('a page that lost its line is told what it missed', async () => {
  const since = await seen();
  await record('fourth');
  const line = await listen(`since=0`, { 'last-event-id': String(since) });
  expect(await line.next(1000)).toBe(String(since + 1));
  line.close();
});

test('another register rings no bell, nor does what the reader may not see', async () => {
  const since = await seen('notes/common');
  const other = await listen(`register=notes/other&since=${since}`);
  const marked = await listen(`register=notes/common&since=${since}`);
  await record('for France alone', { marking: markedFor('red', ['FRA']) });
  expect(await marked.next(400)).toBeNull();
  expect(await other.next(100)).toBeNull();
  other.close();
  marked.close();
});

test.each(['', 'since=-1', 'since=x', 'register=no%20register&since=1'])(
  'an address that says nothing usable (%s) is refused',
  async (query) => {
    const response = await made.app.request(`/live?${query}`);
    expect(response.status).toBe(400);
  },
);
