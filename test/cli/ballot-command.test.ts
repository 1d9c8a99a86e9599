/** Voting from the command line, against a node in this process. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { BallotHouse } from '../host/ballot-house.ts';
import { TOKEN } from '../host/fake-sign-in.ts';

let house: BallotHouse;
const files = new Map<string, string>();
const asked: { readonly path: string; readonly token: string | null }[] = [];

/** Runs a command line; its exit code, and all that it said. */
async function concord(line: string): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const code = await run(line.split(' '), {
    environment: { CONCORD_URL: 'http://localhost', CONCORD_TOKEN: TOKEN.slice(7) },
    fetch: async (input, init) => {
      const request = new Request(input instanceof URL ? input.href : input, init);
      const path = new URL(request.url).pathname;
      asked.push({ path, token: request.headers.get('authorization') });
      const answer = await house.house.app.request(request);
      await house.room.look();
      return answer;
    },
    terminal: {
      isTerminal: false,
      write: (text) => said.push(text),
      complain: (text) => said.push(text),
      read: async (file) => files.get(file) ?? '{}',
      readBytes: async (file) => Buffer.from(files.get(file) ?? ''),
      save: async (file, text) => void files.set(file, String(text)),
    },
  });
  return { code, said: said.join('\n') };
}

beforeAll(async () => {
  house = await BallotHouse.open();
  await house.seat('KEN');
  await house.put('budget', 'secret');
}, 60_000);
afterAll(() => house.stop());

describe('concord ballot', () => {
  it('takes a paper into a file, and puts it into the box without a token', async () => {
    const taken = await concord('ballot take secret-session budget --actor KEN --paper p.json');
    expect(taken).toMatchObject({ code: 0 });
    const cast = await concord('ballot cast p.json --mark yes');
    expect(cast).toMatchObject({ code: 0 });
    const slot = asked.filter(({ path }) => path.startsWith('/api/ballots/'));
    expect(slot.map(({ token }) => token)).toEqual([null]);
    expect(asked.some(({ path, token }) => path === '/api/acts' && token !== null)).toBe(true);
  });

  it('asks what is marked, once and in one way', async () => {
    for (const way of ['', ' --blank --spoil', ' --mark yes --blank']) {
      expect(await concord(`ballot cast p.json${way}`)).toMatchObject({ code: 2 });
    }
    expect(await concord('ballot cast none.json --blank')).toMatchObject({ code: 2 });
    // What is in the box stays as it is.
    expect(await concord('ballot cast p.json --mark no')).toMatchObject({ code: 1 });
  });

  it('checks every ballot in a record file, and finds a changed one', async () => {
    await house.vote('AAA', 'budget', 'no');
    await house.close('budget');
    const path = '/api/record/export?register=meetings/secret-session';
    const file = await (await house.house.app.request(path)).text();
    files.set('session.json', file);
    const good = await concord('ballot check session.json');
    expect(good.code).toBe(0);
    expect(good.said).toMatch(/budget, ballot 1: 2 papers, 2 ballots: .*spoilt 0/);
    files.set(
      'session.json',
      file.replace(String.raw`\"marks\":[\"no\"]`, String.raw`\"marks\":[\"yes\"]`),
    );
    const bad = await concord('ballot check session.json');
    expect(bad.code).toBe(1);
    expect(bad.said).toContain('its signature does not hold');
  });
});
