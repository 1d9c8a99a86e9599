/** Every page speaks the reader's language: what does not is marked as another's. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { latinWords, recordedWords } from '../audit/words-of-page.ts';
import { type SmallNode, startSmallNode } from './small-node.ts';

const MILLISECONDS_MAX = 60_000;

/** Names of formats and the field's own short names of instruments, which all languages write so. */
const NAMES = ['Akoma Ntoso', 'UN Charter Art.', 'ICJ Statute Arts.', 'Rules of Procedure'];

let node: SmallNode;
let said: readonly unknown[];

beforeAll(async () => {
  node = await startSmallNode();
  said = await node.said();
}, 120_000);

afterAll(() => node.stop());

it.each(['ar', 'zh', 'ru'])(
  'no page has words of another language in %s',
  { timeout: MILLISECONDS_MAX },
  async (locale) => {
    const found: string[] = [];
    const recorded = [...NAMES, ...recordedWords(said, locale)].join('\n');
    for (const address of node.examples.flatMap((all) => all.slice(0, 1))) {
      const asked = `${address}${address.includes('?') ? '&' : '?'}lang=${locale}`;
      const html = await (await fetch(node.address + asked)).text();
      for (const words of latinWords(html, locale, recorded)) found.push(`${address}: ${words}`);
    }
    expect(found).toEqual([]);
  },
);
