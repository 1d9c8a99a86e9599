import { describe, expect, it } from 'vitest';
import { Failed } from '../../src/cli/node-client.ts';
import { run } from '../../src/cli/program.ts';
import { answerText, tableText } from '../../src/cli/show-answer.ts';
import { exampleApp } from '../host/example-app.tsx';

const draft = {
  type: 'examples.make',
  register: 'examples/one',
  actor: 'KEN',
  payload: { title: 'A table', kind: 'table' },
};

interface Given {
  files?: Record<string, string>;
  token?: string;
  saved?: Map<string, string>;
}

/** Runs the command line against an app in this process. */
async function concord(line: string, given: Given = {}) {
  const { app } = exampleApp();
  const out: string[] = [];
  const errors: string[] = [];
  const code = await run(line.split(' '), {
    environment: { CONCORD_URL: 'http://node.example', CONCORD_TOKEN: given.token ?? 'amina' },
    fetch: async (input, init) =>
      app.request(input instanceof Request ? input : input.toString(), init),
    terminal: {
      isTerminal: true,
      write: (text) => out.push(text),
      complain: (text) => errors.push(text),
      readBytes: async (file) => Buffer.from(given.files?.[file] ?? ''),
      save: async (file, text) => void (given.saved ??= new Map()).set(file, String(text)),
      read: async (file) => {
        const text = given.files?.[file];
        if (text === undefined) throw new Failed(`${file} cannot be read.`);
        return text;
      },
    },
  });
  return { code, out: out.join(''), errors: errors.join('\n') };
}

describe('the command line', () => {
  it('waits as long as the node asks for, and goes on', async () => {
    const { app } = exampleApp();
    const waited: number[] = [];
    const problem = { reason: 'Too many.', rule: 'host.rate', citation: 'RFC 6585' };
    const busy = () =>
      new Response(JSON.stringify(problem), { status: 429, headers: { 'retry-after': '7' } });
    const answers = [busy, busy];
    const code = await run(['examples', 'things', '--json'], {
      environment: { CONCORD_URL: 'http://node.example' },
      wait: async (milliseconds) => waited.push(milliseconds),
      fetch: async (input, init) =>
        answers.pop()?.() ?? app.request(input instanceof Request ? input : input.toString(), init),
      terminal: {
        isTerminal: false,
        write: () => 0,
        complain: () => 0,
        read: async () => '',
        readBytes: async () => new Uint8Array(),
        save: async () => undefined,
      },
    });
    expect([code, waited]).toEqual([0, [7000, 7000]]);
  });

  it('asks a question with its parameters and shows the rows as a table', async () => {
    const { code, out } = await concord(
      'examples things --name chair --count 2 --as-of 2016-11-04',
    );
    expect(code).toBe(0);
    expect(out).toContain('asOf: 2016-11-04');
    expect(out).toMatch(/name {3}count\n-{5} {2}-{5}\nchair {2}2\nchair {2}2\n\(2 rows\)/);
  });

  it('gives JSON and CSV as the node does', async () => {
    const json = await concord('examples things --json --kinds a b');
    expect(JSON.parse(json.out)).toMatchObject({ finding: { value: 'a+b' } });
    const csv = await concord('examples things --csv');
    expect(csv.out).toBe("name,count,open\r\n'=1+1,1,\r\n");
  });

  it('tells a refusal with its rule on standard error, and exits with 1', async () => {
    const { code, out, errors } = await concord('examples things --name nobody');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(errors).toContain('rule: examples.known (Example Convention Art. 2)');
    expect((await concord('examples things --as-of 31.02.2023')).code).toBe(1);
  });

  it('exits with 2 where it is not understood, and with 0 for help', async () => {
    expect((await concord('examples nothing')).code).toBe(2);
    expect((await concord('examples things --nmae x')).code).toBe(2);
    expect((await concord('examples things --level middle')).code).toBe(2);
    expect((await concord('acts submit missing.json')).code).toBe(2);
    const help = await concord('examples things --help');
    expect(help.code).toBe(0);
    expect(help.out).toContain('--known-at');
  });

  it('says how to reach a node where none answers', async () => {
    const errors: string[] = [];
    const terminal = {
      isTerminal: false,
      write: () => undefined,
      complain: (line: string) => errors.push(line),
      read: async () => '',
      readBytes: async () => new Uint8Array(),
      save: async () => undefined,
    };
    const refuses = async (): Promise<Response> => {
      throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } });
    };
    expect(await run(['openapi'], { environment: {}, terminal, fetch: refuses })).toBe(2);
    expect(errors.join('')).toContain('ECONNREFUSED');
    expect(errors.join('')).toContain('CONCORD_URL');
  });

  it('records acts from a file, whole or one to a line, and tells each refusal', async () => {
    const one = await concord('acts submit act.json', {
      files: { 'act.json': JSON.stringify(draft) },
    });
    expect(one.code).toBe(0);
    expect(one.out).toMatch(/id: [0-9a-f]{64}/);
    const forbidden = { ...draft, payload: { title: 'forbidden', kind: 'table' } };
    const lines = `${JSON.stringify(draft)}\n${JSON.stringify(forbidden)}\n`;
    const many = await concord('acts submit - --json', { files: { '-': lines } });
    expect(many.code).toBe(1);
    expect(many.out.trim().split('\n')).toHaveLength(1);
    expect(many.errors).toContain('act 2: This is forbidden. [law.forbidden]');
    const broken = await concord('acts submit -', { files: { '-': '{}\n{' } });
    expect(broken.errors).toContain('Line 2 is no JSON');
    expect(broken.code).toBe(2);
  });

  it('uploads a document, and prints what an act names it by', async () => {
    const files = { 'scans/note.pdf': '%PDF-1.7\n%%EOF\n', 'fake.pdf': 'GIF89a' };
    const { code, out } = await concord('attach scans/note.pdf --json', { files });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ name: 'note.pdf', mediaType: 'application/pdf' });
    const named = await concord('attach scans/note.pdf --name powers.pdf', { files });
    expect(named.out).toContain('name: powers.pdf');
    const fake = await concord('attach fake.pdf --type application/pdf', { files });
    expect([fake.code, fake.errors]).toEqual([1, expect.stringContaining('attachments.type')]);
  });

  it('acts only with a token', async () => {
    const files = { 'act.json': JSON.stringify(draft) };
    const { code, errors } = await concord('acts preview act.json', { files, token: 'wrong' });
    expect(code).toBe(1);
    expect(errors).toContain('host.sign-in');
  });

  it('shows the OpenAPI description', async () => {
    expect(JSON.parse((await concord('openapi')).out)).toMatchObject({ openapi: '3.1.1' });
  });

  it('folds the acts that a finding rests on, and says how many are left', () => {
    const counted = Array.from({ length: 10 }, (_, at) => ({ label: `A${at}`, on: '2016-10-05' }));
    const excluded = [{ ref: { label: 'B' }, reason: 'came later' }];
    const shown = answerText({ finding: { counted, excluded } }, true);
    expect(shown).toContain('- A0 (2016-10-05)');
    expect(shown).toContain('… and 2 more');
    expect(shown).toContain('- B: came later');
    expect(answerText({ counted }, false)).toContain('A9');
  });

  it('lets no text command the terminal', () => {
    expect(tableText([{ name: '\u001b[2Jgone\u0007' }], true)).not.toMatch(/\p{Cc}(?<!\n)/u);
  });
});
