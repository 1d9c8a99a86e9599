import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import { verifyProof } from '../../src/islands/proof/verify-proof.ts';
import { verifyProofFile } from '../../src/kernel/verify-proof-file.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  openTestStore,
  testKeys,
} from '../../src/store/test-store.ts';
import { area, createExample } from './example-app.tsx';
import { TOKEN } from './fake-sign-in.ts';

const WITNESS = 'witness-office';
let test: TestStore;
let witness: TestStore;
let made: ReturnType<typeof createExample>;
let acts: { clear: string; hidden: string };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-proof-'));
  test = await openTestStore({ areas: [area] });
  witness = await openTestStore({ operator: WITNESS, keys: testKeys(WITNESS) });
  made = createExample(test.store);
  const draft = { type: 'examples.make', register: 'examples/one', actor: OPERATOR } as const;
  const basis = { kind: 'signed' } as const;
  const payload = { title: 'A table', kind: 'table' };
  const marking = markedFor('amber', ['KEN']);
  const [clear, hidden] = admitted(
    await test.store.submit([
      { ...draft, basis, payload },
      { ...draft, basis, payload: { ...payload, title: 'For Kenya' }, marking },
    ]),
  );
  acts = { clear: clear?.id ?? '', hidden: hidden?.id ?? '' };
});
afterAll(async () => {
  made.close();
  await test.close();
  await witness.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (act: string, headers: Record<string, string> = {}) =>
  made.app.request(`/record/proof?act=${act}`, { headers });

async function proofOf(act: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await get(act);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return new Uint8Array(await response.arrayBuffer());
}

/** The command line, its input and output in files. */
async function concord(...line: string[]) {
  const out: string[] = [];
  const code = await run(line, {
    environment: { CONCORD_URL: 'http://node.example' },
    fetch: async (input, init) =>
      made.app.request(input instanceof Request ? input : input.toString(), init),
    terminal: {
      isTerminal: false,
      write: (text) => out.push(text),
      complain: (text) => out.push(text),
      read: async (file) => readFile(file, 'utf8'),
      readBytes: async (file) => readFile(file),
      save: async () => undefined,
    },
  });
  return { code, out: out.join('') };
}

describe('the proof of one act', () => {
  it('holds at every step, and says where in the log the act is', async () => {
    const report = verifyProofFile(await proofOf(acts.clear));
    expect(report.steps.flatMap(({ faults }) => faults)).toEqual([]);
    expect(report).toMatchObject({
      verified: true,
      act: { act: acts.clear, type: 'examples.make', verdict: 'verified' },
      register: 'examples/one',
      genesis: { actor: OPERATOR },
      log: { origin: `test-network/${OPERATOR}`, index: 2 },
      cosigners: [],
    });
  });

  it('carries the cosignatures of witnesses, as many as are asked for', async () => {
    const { origin } = test.store.log;
    const logKeys = [test.store.witnesses.logKey() ?? ''];
    await witness.store.witnesses.follow({ origin, logKeys, witnessKey: null });
    const witnessKey = witness.store.witnesses.witnessKey();
    const name = witness.store.log.origin;
    await test.store.witnesses.follow({ origin: name, logKeys: [], witnessKey });
    await test.store.witnesses.setQuorum(1);
    const early = verifyProofFile(await proofOf(acts.clear));
    expect(early.steps.find(({ step }) => step === 'witnesses')?.faults).toEqual([
      '0 of 1 cosigned, 1 are asked for.',
    ]);
    await test.store.witnesses.ask(async (_, body) => {
      const answer = await witness.store.witnesses.addCheckpoint(body);
      return { status: 'lines' in answer ? 200 : 409, body: 'lines' in answer ? answer.lines : '' };
    });
    const report = verifyProofFile(await proofOf(acts.clear));
    expect(report).toMatchObject({ verified: true, cosigners: [{ name }] });
    const again = await verifyProof(await proofOf(acts.clear));
    expect(again).toMatchObject({ verified: true, cosigners: report.cosigners, log: report.log });
  });

  it('fails with any one byte of it changed', async () => {
    const bytes = await proofOf(acts.clear);
    const step = Math.ceil(bytes.byteLength / 60);
    for (let at = 0; at < bytes.byteLength; at += step) {
      const changed = new Uint8Array(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([at, verifyProofFile(changed).verified]).toEqual([at, false]);
      expect([at, (await verifyProof(changed)).verified]).toEqual([at, false]);
    }
  });

  it('is for those who may see the act, and for nobody else there is none', async () => {
    const hidden = await get(acts.hidden);
    expect(hidden.status).toBe(404);
    const nothing = await get('0'.repeat(64));
    expect(nothing.status).toBe(404);
    const about = async (response: Response) =>
      (await response.text()).replaceAll(/[0-9a-f]{64}/g, 'ID');
    expect(await about(await get(acts.hidden))).toBe(await about(nothing));
    expect((await get('nothing')).status).toBe(400);
    const own = await get(acts.hidden, { authorization: TOKEN });
    const report = verifyProofFile(new Uint8Array(await own.arrayBuffer()));
    expect(report).toMatchObject({ verified: true, act: { act: acts.hidden } });
  });

  it('is made on the command line, and verified by the command for registers', async () => {
    const proof = await concord('proof', acts.clear);
    expect(proof.code).toBe(0);
    const file = join(folder, 'act.proof.json');
    await writeFile(file, proof.out);
    const verified = await concord('verify-file', file);
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.out).toContain('VERIFIED: the act is proven.');
    expect(verified.out).toContain('holds: inclusion');
    const other = await concord('verify-file', file, '--operator-key', '0'.repeat(32));
    expect(other.code).toBe(1);
    await writeFile(file, proof.out.replace('A table', 'B table'));
    const changed = await concord('verify-file', file);
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('FAILS: act');
  });
});
