import { describe, expect, it } from 'vitest';
import { type Terminal, run } from '../../src/cli/program.ts';
import { Approval } from '../../src/kernel/authority-acts.ts';
import { KeyId } from '../../src/kernel/key.ts';
import { judgeApprovals } from '../../src/kernel/key-recovery.ts';
import { CLEAR } from '../../src/kernel/marking.ts';

const files = new Map<string, string>();
const modes = new Map<string, string | undefined>();

/** Runs the command line without a node, and gives what it said. */
async function offline(...words: string[]) {
  const said: string[] = [];
  const terminal: Terminal = {
    isTerminal: false,
    write: (text) => said.push(text),
    complain: (line) => said.push(line),
    read: async (file) => files.get(file) ?? '',
    readBytes: async () => new Uint8Array(),
    save: async (file, content, secret) => {
      files.set(file, Buffer.from(content).toString('utf8'));
      modes.set(file, secret);
    },
  };
  const noNode = () => Promise.reject(new Error('there is no node'));
  const code = await run(words, { environment: {}, terminal, fetch: noNode });
  return { code, said: said.join('\n') };
}

const NEW = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
const request = {
  network: 'concord',
  actor: 'FRA',
  type: 'keys.recover',
  after: 'a'.repeat(64),
  payload: { keys: [], publicKey: NEW },
};

describe('recovery keys', () => {
  it('are made without a node, their secret in a file for one’s own eyes', async () => {
    const { code, said } = await offline('key', 'make', '--to', 'one.key');
    expect(code).toBe(0);
    const made = JSON.parse(said) as { key: string; publicKey: string };
    expect(KeyId.parse(made.key)).toBe(made.key);
    expect(files.get('one.key')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(modes.get('one.key')).toBe('secret');
    expect(said).not.toContain(files.get('one.key')?.trim());
  });

  it('approve a request so that the rules accept it', async () => {
    const made = JSON.parse((await offline('key', 'make', '--to', 'two.key')).said) as {
      publicKey: string;
    };
    files.set('request', JSON.stringify(request));
    const { code, said } = await offline(
      'key',
      'approve',
      'request',
      '--key',
      'two.key',
      '--to',
      'ok',
    );
    expect([code, said.includes(NEW)]).toEqual([0, true]);
    const approval = Approval.parse(JSON.parse(files.get('ok') ?? ''));
    const header = {
      network: 'concord',
      type: 'keys.recover',
      author: 'FRA',
      actor: 'FRA',
      key: '0'.repeat(32),
      mandate: null,
      basis: { kind: 'signed' },
      stream: 'FRA/clear',
      seq: 2,
      prev: 'b'.repeat(64),
      parents: [],
      register: 'actors/registry',
      effectiveOn: null,
      issuedAt: '2026-01-17T09:30:00.000Z',
      marking: CLEAR,
      parts: [{ digest: '0'.repeat(64) }],
    } as const;
    const act = {
      id: 'c'.repeat(64),
      header: { ...header, parents: [], parts: [...header.parts] },
      payload: { ...request.payload, approvals: [approval] },
    };
    const recovery = { keys: [made.publicKey], threshold: 1, act: 'd'.repeat(64) };
    expect(judgeApprovals(recovery, act, request.after)).toBe(null);
    expect(judgeApprovals(recovery, act, 'e'.repeat(64))?.rule.id).toBe('keys.recovery');
  });

  it('approve nothing that is no act on keys, or not in its form', async () => {
    await offline('key', 'make', '--to', 'three.key');
    const spoiled = [
      { ...request, type: 'agreements.sign' },
      { ...request, payload: { keys: 'all' } },
      { ...request, after: 'yesterday' },
    ];
    for (const one of spoiled) {
      files.set('spoiled', JSON.stringify(one));
      const { code } = await offline(
        'key',
        'approve',
        'spoiled',
        '--key',
        'three.key',
        '--to',
        'never',
      );
      expect(code).toBe(2);
    }
    expect(files.has('never')).toBe(false);
  });
});
