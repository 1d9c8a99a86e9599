import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failed } from '../../src/cli/node-client.ts';
import { run } from '../../src/cli/program.ts';
import { EXPORT_REQUESTS_MAX } from '../../src/host/limits.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import type { RecordFileReport } from '../../src/kernel/record-file-report.ts';
import { verifyRecordFile } from '../../src/kernel/verify-record-file.ts';
import { OPERATOR, type TestStore, admitted, openTestStore } from '../../src/store/test-store.ts';
import { area, createExample } from './example-app.tsx';
import { TOKEN } from './fake-sign-in.ts';

const REGISTER = 'examples/one';
const PATH = `/record/export?register=${REGISTER}&asOf=2026-06-01`;

let test: TestStore;
let made: ReturnType<typeof createExample>;
const files = new Map<string, string>();

beforeAll(async () => {
  test = await openTestStore({ areas: [area] });
  made = createExample(test.store);
  const draft = { type: 'examples.make', register: REGISTER, actor: OPERATOR } as const;
  const payload = { title: 'A table', kind: 'table' };
  const marking = markedFor('amber', ['KEN']);
  const basis = { kind: 'signed' } as const;
  admitted(
    await test.store.submit([
      { ...draft, basis, payload },
      { ...draft, basis, payload: { ...payload, title: 'For Kenya' }, marking },
    ]),
  );
});
afterAll(async () => {
  made.close();
  await test.close();
});

async function verified(headers: Record<string, string> = {}): Promise<RecordFileReport> {
  const response = await made.app.request(PATH, { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="examples-one.record.json"',
  );
  expect(response.headers.get('cache-control')).toBe('no-store');
  return verifyRecordFile(new Uint8Array(await response.arrayBuffer()));
}

/** Runs the command line against the app in this process, or against none. */
async function concord(line: string, reachable = true) {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await run(line.split(' '), {
    environment: { CONCORD_URL: 'http://node.example' },
    fetch: async (input, init) => {
      if (!reachable) throw new Error('no node is asked');
      return made.app.request(input instanceof Request ? input : input.toString(), init);
    },
    terminal: {
      isTerminal: true,
      write: (text) => out.push(text),
      complain: (text) => errors.push(text),
      read: async () => '',
      readBytes: async (file) => {
        const text = files.get(file);
        if (text === undefined) throw new Failed(`${file} cannot be read.`);
        return Buffer.from(text);
      },
      save: async (file, text) => void files.set(file, String(text)),
    },
  });
  return { code, out: out.join(''), errors: errors.join('\n') };
}

describe('a register as a file over HTTP', () => {
  it('verifies, with what its reader may see and the answer of its area', async () => {
    const report = await verified();
    expect(report).toMatchObject({
      verified: true,
      register: REGISTER,
      answer: { question: 'things', asOf: '2026-06-01' },
    });
    const admittedIn = ({ acts }: RecordFileReport) =>
      acts.filter(({ role }) => role === 'admitted').length;
    expect(admittedIn(report)).toBe(1);
    const forKenya = await verified({ authorization: TOKEN });
    expect([forKenya.verified, admittedIn(forKenya)]).toEqual([true, 2]);
  });

  it('is told of for machines as elsewhere where there is none', async () => {
    const ask = (query: string) => made.app.request(`/api/record/export?${query}`);
    const unknown = await ask('register=examples/nothing');
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { rule: 'register.known' }]);
    const unnamed = await ask('');
    expect([unnamed.status, await unnamed.json()]).toMatchObject([400, { rule: 'host.input' }]);
    const strange = await ask('register=../etc');
    expect(strange.status).toBe(400);
    expect((await ask(`register=${REGISTER}&asOf=2023-02-31`)).status).toBe(400);
    const page = await made.app.request('/record/export?register=examples/nothing');
    expect(page.headers.get('content-type')).toContain('text/html');
  });
});

describe('the command line', () => {
  it('fetches the file, and verifies it without a node', async () => {
    const fetched = await concord(`export ${REGISTER} --to one.json --as-of 2026-06-01`);
    expect([fetched.code, fetched.errors]).toEqual([0, expect.stringContaining('one.json')]);
    const { code, out } = await concord('verify-file one.json', false);
    expect(code).toBe(0);
    expect(out).toContain('VERIFIED');
    const key = test.keys.keyFor(OPERATOR)?.id ?? '';
    expect(out).toContain(`rests on: key ${key} of ${OPERATOR}`);
    expect(out).toContain('answer: things as of 2026-06-01');
    const json = await concord('verify-file one.json --json', false);
    expect(JSON.parse(json.out)).toMatchObject({ verified: true, genesis: { key } });
    expect((await concord(`verify-file one.json --operator-key ${key}`, false)).code).toBe(0);
  });

  it('exits with 1 where anything fails, and says at which act', async () => {
    await concord(`export ${REGISTER} --to one.json`);
    const text = files.get('one.json') ?? '';
    files.set('tampered.json', text.replace('A table', 'A chair'));
    const { code, out, errors } = await concord('verify-file tampered.json', false);
    expect(code).toBe(1);
    expect(out).toContain('NOT VERIFIED');
    expect(out).toContain('A part of the payload is not the one that the header vouches for.');
    expect(errors).toContain('record.file');
    files.set('control.json', '{"register":"\u001b[2J"}');
    const strange = await concord('verify-file control.json', false);
    expect(strange.code).toBe(1);
    expect(strange.out).not.toMatch(/\p{Cc}(?<!\n)/u);
    const other = await concord(`verify-file one.json --operator-key ${'0'.repeat(32)}`, false);
    expect(other.code).toBe(1);
    expect((await concord('verify-file missing.json', false)).code).toBe(2);
  });
});

it('a register is not exported more often than the limit', async () => {
  const fresh = createExample(test.store);
  const statuses: number[] = [];
  for (let at = 0; at <= EXPORT_REQUESTS_MAX; at++) {
    statuses.push((await fresh.app.request('/record/export')).status);
  }
  fresh.close();
  expect(statuses.slice(-2)).toEqual([400, 429]);
});
