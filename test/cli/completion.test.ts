import { describe, expect, it } from 'vitest';
import { SHELLS } from '../../src/cli/completion-script.ts';
import { run } from '../../src/cli/program.ts';
import { exampleApp } from '../host/example-app.tsx';

async function concord(...words: string[]) {
  const { app } = exampleApp();
  const out: string[] = [];
  const code = await run(words, {
    environment: { CONCORD_URL: 'http://node.example' },
    fetch: async (input, init) => {
      const url = input instanceof Request ? input.url : input.toString();
      if (!url.endsWith('/api/actors/list')) return app.request(url, init);
      return Response.json({
        rows: [
          { id: 'KEN', name: 'Kenya' },
          { id: 'NOR', name: 'Norway' },
        ],
      });
    },
    terminal: {
      isTerminal: false,
      write: (text) => out.push(text),
      complain: (text) => out.push(text),
      read: async () => '',
      readBytes: async () => new Uint8Array(),
      save: async () => undefined,
    },
  });
  return { code, out: out.join('') };
}

const after = async (...words: string[]) => {
  const { out } = await concord('complete', '--', ...words);
  return out
    .split('\n')
    .map((line) => line.split('\t')[0])
    .filter((word) => word !== '');
};

describe('completing a command line', () => {
  it('offers the areas and commands that begin so', async () => {
    expect(await after('ex')).toEqual(['examples', 'export']);
    expect(await after('examples', '')).toEqual(['things']);
    expect(await after('nothing', 'there', '')).not.toContain('things');
  });

  it('offers options, and the values that an option takes', async () => {
    expect(await after('examples', 'things', '--l')).toEqual(['--level']);
    expect(await after('examples', 'things', '--level', '')).toEqual(['low', 'high']);
    expect(await after('examples', 'things', '--name', '')).toEqual([]);
  });

  it('offers no command of its own for shells, and none where there is no node', async () => {
    expect(await after('compl')).toEqual(['completion', 'complete']);
    const { out } = await concord('--help');
    expect(out).not.toMatch(/^ {2}complete /m);
    expect(out).toContain('Exit codes');
  });

  it.each(SHELLS)('is a script for %s that asks the command', async (shell) => {
    const { code, out } = await concord('completion', shell);
    expect(code).toBe(0);
    expect(out).toContain('concord complete --');
  });

  it('refuses a shell that it does not know', async () => {
    expect((await concord('completion', 'csh')).code).toBe(2);
  });
});

describe('the help of a question', () => {
  it('has its example, as one types it', async () => {
    const { out } = await concord('examples', 'things', '--help');
    expect(out).toContain('concord examples things --name table --count 2');
  });
});
