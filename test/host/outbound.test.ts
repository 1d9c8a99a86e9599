/** The edge at which acts leave a node: nothing goes around it, and it lets nothing by. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleOf } from '../../src/federation/carry-bundle.ts';
import { outboundOf } from '../../src/federation/outbound.ts';
import type { Given, StreamEnd } from '../../src/kernel/exchange.ts';
import { CLEAR, markedFor } from '../../src/kernel/marking.ts';
import { markedAct } from './outbound-acts.ts';

const ROOMS = ['src/federation', 'src/host'];
const sources = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/(\.test\.|test-)/.test(file))
    .map((file) => ({ file: join(room, file), text: readFileSync(join(room, file), 'utf8') })),
);
const matches = (pattern: RegExp): string[] =>
  sources.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(([found]) => `${file}: ${found.replaceAll(/\s+/g, ' ')}`),
  );

describe('a way out of the node', () => {
  it('reads streams through the edge alone', () => {
    const reads = matches(/store\s*\.holdings\s*\.\s*(heads|page|forks|rulings|acts)\b/g);
    expect(reads).toEqual([]);
  });

  it('is given what the edge lets by, wherever acts are bundled, enclosed or handed in', () => {
    const calls = matches(/\b(bundleOf|enclose|handIn)\([^;]{0,60}/g).filter((found) =>
      found.startsWith('src/host/federation/'),
    );
    expect(calls.length).toBeGreaterThanOrEqual(4);
    expect(calls.filter((call) => !call.includes('room.outbound'))).toEqual([]);
  });

  it('encodes acts only where it was given them by the edge', () => {
    const encoders = matches(/\bencode(Acts|Forks)\(/g).map((found) =>
      found.slice(0, found.indexOf(':')),
    );
    expect([...new Set(encoders)].toSorted((a, b) => a.localeCompare(b))).toEqual([
      'src/federation/bundle.ts',
      'src/federation/fork-frame.ts',
      'src/federation/remote-node.ts',
      'src/federation/wire.ts',
      'src/host/federation/stream-routes.ts',
    ]);
  });
});

const [clear, red] = [markedAct(CLEAR), markedAct(markedFor('red', ['FRA']))];
const narrower = markedAct(CLEAR, markedFor('red', ['KEN']));
const end = (stream: string, marking: StreamEnd['marking']): StreamEnd => ({
  stream,
  author: 'NOR',
  marking,
  seq: 1,
  last: '0'.repeat(64),
});
/** A store whose own filter is gone. */
const leaking: Given = {
  heads: async () => [end('NOR/clear', CLEAR), end('NOR/red', markedFor('red', ['FRA']))],
  page: async (_viewer, stream) => (stream === 'NOR/red' ? [red] : [narrower]),
  forks: async () => [
    { stream: 'NOR/red', seq: 1, acts: [red, red] },
    { stream: 'NOR/clear', seq: 1, acts: [clear, clear] },
  ],
  rulings: async () => [red, clear],
  acts: async () => [red, narrower],
};

describe('the edge', () => {
  it.each([
    { who: 'FRA', actors: ['FRA'], heads: 2, red: 1, forks: 2, rulings: 2, hasPart: false },
    { who: 'KEN', actors: ['KEN'], heads: 1, red: 0, forks: 1, rulings: 1, hasPart: true },
    {
      who: 'who reads for its author',
      actors: ['NOR'],
      heads: 1,
      red: 0,
      forks: 1,
      rulings: 1,
      hasPart: false,
    },
    {
      who: 'its author',
      actors: ['NOR'],
      authors: ['NOR'],
      heads: 2,
      red: 1,
      forks: 2,
      rulings: 2,
      hasPart: true,
    },
    { who: 'nobody', actors: [], heads: 1, red: 0, forks: 1, rulings: 1, hasPart: false },
  ])('lets by what is released to $who, though the store gave more', async (row) => {
    const edge = outboundOf(leaking);
    const viewer = { actors: row.actors, authors: row.authors ?? [] };
    expect(await edge.heads(viewer)).toHaveLength(row.heads);
    expect(await edge.page(viewer, 'NOR/red', 1)).toHaveLength(row.red);
    expect(await edge.forks(viewer)).toHaveLength(row.forks);
    expect(await edge.rulings?.(viewer)).toHaveLength(row.rulings);
    const [page] = await edge.page(viewer, 'NOR/clear', 1);
    expect(page?.parts.map((part) => part !== null)).toEqual([true, row.hasPart]);
    const asked = (await edge.acts?.(viewer, [])) ?? [];
    expect(asked).toHaveLength(1 + row.red);
    expect(asked.at(-1)).toEqual(page);
  });

  it('leaves nothing of what is for others in the bytes of a bundle', async () => {
    const chunks: Uint8Array[] = [];
    const head = { network: 'test-network', sender: 'NOR', recipient: null };
    const options = { head, recipientKey: null, viewer: { actors: ['FRA'] } };
    for await (const chunk of bundleOf(outboundOf(leaking), options)) chunks.push(chunk);
    expect(Buffer.concat(chunks).includes('canary-clear')).toBe(true);
    expect(Buffer.concat(chunks).includes('canary-red')).toBe(false);
  });
});
