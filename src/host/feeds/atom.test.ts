import { expect, test } from 'vitest';
import { atomFaults } from '../../standards/atom/atom-faults.ts';
import { PAGE_ENTRIES_MAX, atomOf, escapeXml } from './atom.ts';

const settings = {
  origin: 'https://concord.example',
  address: '/agreements/common-river/acts.atom?lang=fr',
  language: 'fr',
  emptyAt: '2026-01-01T00:00:00.000Z',
};

test('entries have absolute addresses, and the feed the time of its latest', () => {
  const entry = {
    href: '/acts/1',
    title: 'A & B',
    summary: 'deposit <x>',
    at: '2026-01-17T09:30:00.000Z',
    author: 'Kenya',
  };
  const xml = atomOf(
    { title: 'River', href: '/agreements/common-river', entries: [entry] },
    settings,
  );
  expect(xml).toContain('<id>https://concord.example/acts/1</id><title>A &amp; B</title>');
  expect(xml).toContain('<updated>2026-01-17T09:30:00.000Z</updated>');
  expect(xml).toContain('deposit &lt;x&gt;');
  expect(xml).toContain('href="https://concord.example/agreements/common-river/acts.atom?lang=fr"');
});

test('an empty feed is one all the same', () => {
  const xml = atomOf({ title: 'River', href: '/', entries: [] }, settings);
  expect(xml).toContain('<updated>2026-01-01T00:00:00.000Z</updated>');
});

test('what XML cannot hold is replaced', () => {
  expect(escapeXml('a\u0000b\ud800c"')).toBe('a\ufffdb\ufffdc&quot;');
});

const entries = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    href: `/acts/${count - at}`,
    title: `Act ${count - at}`,
    summary: '',
    at: `2026-01-17T09:30:${String(59 - (at % 60)).padStart(2, '0')}.000Z`,
    author: 'Kenya',
  }));
const page = (count: number, query = '') =>
  atomOf(
    { title: 'River', href: '/river', entries: entries(count) },
    { ...settings, address: `/river.atom${query}` },
  );
const linksIn = (xml: string): string[] =>
  [...xml.matchAll(/rel="(first|previous|next|last)"[^>]*href="([^"]*)"/g)].map(
    ([, relation, href]) => `${relation} ${href?.replace('https://concord.example', '')}`,
  );

test('a feed of more than a page leads from page to page, under one name', () => {
  const count = PAGE_ENTRIES_MAX * 2 + 1;
  const [first, second, third] = ['', '?page=2', '?page=3'].map((query) => page(count, query));
  expect(linksIn(first ?? '')).toEqual([
    'first /river.atom',
    'next /river.atom?page=2',
    'last /river.atom?page=3',
  ]);
  expect(linksIn(second ?? '')).toContain('previous /river.atom');
  expect(linksIn(third ?? '')).not.toContain('next /river.atom?page=4');
  const told = [first, second, third].flatMap((xml) => xml?.match(/<title>Act \d+/g) ?? []);
  expect(new Set(told).size).toBe(count);
  expect(third).toContain('<id>https://concord.example/river.atom</id>');
});

test('a feed of one page leads nowhere else, and no page is beyond the last', () => {
  expect(linksIn(page(PAGE_ENTRIES_MAX))).toEqual([]);
  for (const query of ['?page=9', '?page=-1', '?page=x', '?page=1.5']) {
    expect(page(1, query)).toContain('<title>Act 1</title>');
  }
});

test('a feed is without fault, with entries, without, and on its last page', () => {
  for (const xml of [page(0), page(3), page(120, '?page=3')]) {
    expect(atomFaults(Buffer.from(xml))).toEqual([]);
  }
});
