import { expect, test } from 'vitest';
import { atomOf, escapeXml } from './atom.ts';

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
