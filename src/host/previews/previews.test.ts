import { expect, test } from 'vitest';
import { exampleApp } from '../../../test/host/example-app.tsx';
import { CARD_WIDTH, type CardSaid, cardSvg, wrapped } from './card.ts';
import { pageFacts } from './page-facts.ts';
import { asksPage, previewHref } from './preview-address.ts';

const SAID: CardSaid = {
  title: 'A Convention',
  standing: '',
  description: '',
  direction: 'ltr',
  figure: null,
  node: 'Concord',
  on: '22 November 2026',
};

test('a card is a picture of the size that other sites ask for', async () => {
  const { app } = exampleApp();
  const response = await app.request('/preview.png?of=/things/table');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
});

test('nothing but a page has a card, and nothing elsewhere is asked', async () => {
  const pages = [{ path: '/things/:name' }];
  expect(asksPage('/things/table?asOf=2020-01-01', pages)).toBe(true);
  const others = ['/things', '/things/', '/first/abc', '//e.org/things/a', 'http://e.org/things/a'];
  expect(others.filter((one) => asksPage(one, pages))).toEqual([]);
  expect(asksPage(`/things/${'a'.repeat(592)}`, pages)).toBe(true);
  expect(asksPage(`/things/${'a'.repeat(593)}`, pages)).toBe(false);
  const { app } = exampleApp();
  expect((await app.request('/preview.png?of=/account')).status).toBe(404);
});

test('a page names its card by its own address and language, as everybody sees it', async () => {
  const { app } = exampleApp({ CONCORD_ORIGIN: 'https://concord.example' });
  const page = await (await app.request('/things/table?asOf=2020-01-01&lang=fr')).text();
  expect(page).toContain('<meta property="og:title" content="Thing table"/>');
  expect(page).toContain(
    '<meta property="og:url" content="https://concord.example/things/table"/>',
  );
  expect(page).toContain(
    'content="https://concord.example/preview.png?' +
      'of=%2Fthings%2Ftable%3FasOf%3D2020-01-01&amp;lang=fr"',
  );
  expect(previewHref('/a', new URLSearchParams({ picture: 'map' }), 'en')).toBe(
    '/preview.png?of=%2Fa&lang=en',
  );
});

test('whatever a title holds stays text', () => {
  const card = cardSvg({
    ...SAID,
    title: '</text><script>x</script>\u0000<image href="//e.org"/>',
  });
  expect(card).not.toMatch(/<script|<image/);
  expect(card).not.toContain('\u0000');
  expect(card).toContain('&lt;script&gt;');
});

test('lines are as wide as there is room, of four at most, and a long word is cut', () => {
  expect(wrapped('one two three', 10, 40, 4)).toEqual(['one two', 'three']);
  expect(wrapped('aa b cc d ee f', 10, 12, 4)).toEqual(['aa', 'b', 'cc', 'd…']);
  expect(wrapped('条约法公约', 10, 21, 4)).toEqual(['条约', '法公', '约']);
  expect(wrapped('x'.repeat(5000), 46, CARD_WIDTH, 4)[0]?.length).toBeLessThan(60);
});

test('what runs from right to left begins at the right, and says so line by line', () => {
  const card = cardSvg({ ...SAID, title: 'معاهدة', direction: 'rtl' });
  expect(card).toContain('text-anchor="end"');
  expect(card).toContain('\u2067معاهدة\u2069');
});

test('the state comes first, then what else the page says of where it stands', () => {
  const facts = pageFacts(
    '<html lang="en" dir="ltr"><h1>A &amp; B</h1><p class="standing">' +
      '<span class="chip chip-good"><svg></svg>In force</span> since <b>2016</b></p>',
    400,
  );
  expect(facts).toMatchObject({ title: 'A & B', standing: 'In force · since 2016', figure: null });
});
