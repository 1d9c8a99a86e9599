import { expect, test } from 'vitest';
import { english, rendered } from '../../ui/rendered.ts';
import { gallery } from '../../ui/gallery.ts';
import { createText } from '../../ui/text/text.ts';
import { mixed, plainValue } from './colours.ts';
import { element, readMarkup, below, svgOf } from './elements.ts';
import { figuresIn } from './figures.ts';
import { stretched } from './flatten.ts';
import { fileName, pictureAnswer } from './picture-answer.ts';
import { withPictureLinks } from './picture-links.ts';
import { selectorOf } from './selectors.ts';
import { drawnIn, standaloneSvg } from './standalone.ts';
import { picturesPageText } from './text/pictures-text.ts';

const SAID = { title: 'T', source: 'S', locale: 'en', direction: 'ltr' as const };
const FIGURE =
  '<figure class="year-chart"><svg height="90"><path class="year-line-1" d="M0,0"/>' +
  '<text x="50%" dy="4">A &amp; B</text></svg><figcaption>Years</figcaption></figure>';

const fileOf = (figure: string, said = SAID): string => {
  const drawn = drawnIn(figure, said.direction);
  return drawn === null ? '' : standaloneSvg(drawn, said);
};

test('a figure without an id is named by its place; a legend alone is no picture', () => {
  const legend = '<figure><ul><li><svg></svg></li></ul></figure>';
  expect(figuresIn(`${legend}${FIGURE}<p></p>${FIGURE}`).map(({ id }) => id)).toEqual([
    'picture-1',
    'picture-2',
  ]);
});

test('each picture leads to its file, to the numbers beside it and to the table', async () => {
  const page =
    `<section>${FIGURE.replace('<figure', '<figure id="years"')}` +
    '<div class="data-table" id="table"><table></table><p class="table-foot">' +
    '<span class="downloads"><a href="/api/x?a=1&amp;b=2">CSV</a></span></p></div></section>';
  const linked = await withPictureLinks(page, {
    path: '/a',
    search: new URLSearchParams({ asOf: '2020-01-01' }),
    words: { picture: 'Picture:', table: 'Table' },
    downloads: [{ href: '/page.csv', label: 'CSV' }],
  });
  expect(linked).toContain(
    '<p class="picture-links"><span>Picture:</span>' +
      '<a href="/a?asOf=2020-01-01&amp;picture=years">SVG</a>' +
      '<a href="/api/x?a=1&amp;b=2">CSV</a><a href="#table">Table</a></p></figcaption></figure>',
  );
});

test('without a table in its section a picture has the numbers of its page', async () => {
  const linked = await withPictureLinks(`${FIGURE}</section><div class="data-table" id="other">`, {
    path: '/a',
    search: new URLSearchParams(),
    words: { picture: 'Picture:', table: 'Table' },
    downloads: [{ href: '/page.csv', label: 'CSV' }],
  });
  expect(linked).toContain('<a href="/page.csv">CSV</a></p>');
  expect(linked).not.toContain('#other');
  expect(linked).toContain('<figure id="picture-1"');
});

test('a file says what it is and stands by itself: no sheet, no token, no class', () => {
  const file = fileOf(FIGURE);
  expect(file).toContain('<title>T</title><desc>Years – S</desc>');
  expect(file).toContain('stroke="#0a5c94"');
  expect(file).toContain('font-size="13px"');
  expect(file).toContain('>A &amp; B</text>');
  expect(file).not.toMatch(/var\(|class=|<style|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
});

test('nothing that runs or leads elsewhere gets into a file', () => {
  const file = fileOf(
    '<figure><svg viewBox="0 0 9 9" onload="x()"><script>x()</script><a href="https://e.org">' +
      '<rect fill="url(https://e.org/#a)" width="1" onclick="x()"/></a><image href="/b.png"/>' +
      '<use href="https://e.org/c"/><foreignObject><p>p</p></foreignObject></svg></figure>',
  );
  expect(file).toContain('<g><rect width="1"/></g><use/>');
  expect(file).not.toMatch(/script|onload|onclick|e\.org|image|foreign|b\.png/);
});

test('a title of any characters leaves the file well-formed', () => {
  const file = fileOf(FIGURE, { ...SAID, title: '<b>"&\u0000\u0008\ud800 ]]>' });
  expect(file).toContain('<title>&lt;b&gt;&quot;&amp; ]]&gt;</title>');
});

test('a figure in which nothing is drawn makes no file', () => {
  expect(drawnIn('<figure><p>nothing</p></figure>', 'ltr')).toBeNull();
});

test('every picture of the gallery becomes a file without a token left in it', async () => {
  const examples = Object.values(gallery).flat();
  const pages = await Promise.all(
    examples.filter((one) => one.document !== true).map((one) => rendered(one.render(english))),
  );
  const files = pages.flatMap((page) =>
    figuresIn(page).map(({ from, to }) => fileOf(page.slice(from, to))),
  );
  expect(files.length).toBeGreaterThan(12);
  expect(files.filter((file) => /var\(|NaN|color-mix|undefined/.test(file))).toEqual([]);
});

test('a page without the picture that is asked for says so', () => {
  const text = createText('en', [picturesPageText]);
  const asked = { title: 'T', path: '/a', asOf: '2026-11-22', position: 3, node: 'N', text };
  expect(pictureAnswer({ ...asked, id: 'none', html: FIGURE })).toMatchObject({
    rule: { id: 'host.unknown' },
  });
  expect(pictureAnswer({ ...asked, id: 'picture-1', html: FIGURE })).toMatchObject({
    status: 200,
    headers: { 'content-disposition': 'inline; filename="a-picture-1-2026-11-22.svg"' },
  });
});

test('a file is named by what it is of, whatever the address holds', () => {
  const name = fileName({ path: '/a/"x"\r\nb', id: 'map', asOf: 'soon' });
  expect(name).toBe('a-x-b-map-now.svg');
});

test('selectors hold as in the sheets, and those of a pointer hold of nothing', () => {
  const root = readMarkup('<figure class="a"><svg><g class="b"><path/></g></svg></figure>', 'rtl');
  const path = below(root).find(({ tag }) => tag === 'path');
  const holds = (selector: string): boolean =>
    path !== undefined && selectorOf(selector)?.matches(path) === true;
  expect(
    ['.a path', '.a :is(path, circle):not(.c)', '[dir="rtl"] path', '.b > path'].map(holds),
  ).toEqual([true, true, true, true]);
  expect(['.a > path', '.b path.c', '.a :not(path)', 'svg > path'].map(holds)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(selectorOf('.a:hover path')).toBeNull();
});

test('colours are mixed as a browser mixes them', () => {
  expect(mixed('#ffffff', 0.5, '#000000')).toBe('#636363');
  expect(mixed('#0f6b5c', 1, '#000')).toBe('#0f6b5c');
  expect(plainValue('var(--no)', new Map())).toBeNull();
});

test('paths are stretched step by step; arcs are not', () => {
  const by = { across: 2, down: 0.5, x: 10, y: 1 };
  expect(stretched('M0,4H3V8l1,-2Z', by)).toBe('M10 3H16V5l2 -1Z');
  expect(stretched('M0,0a1 1 0 0 1 2 2', by)).toBeNull();
});

test('an element that is put together is written as it is', () => {
  expect(svgOf(element('g', { id: 'a' }, ['<']))).toBe('<g id="a">&lt;</g>');
});
