import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEPTH_MAX, ELEMENTS_MAX } from './build-text.ts';
import { AKN_BYTES_MAX } from './parse-bounded.ts';
import { readAkomaNtoso } from './read-akoma-ntoso.ts';
import type { ReadText, TextDocument } from './text-document.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const HEAD =
  '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="a"><body>';
const FOOT = '</body></act></akomaNtoso>';
const inBody = (body: string): ReadText => readAkomaNtoso(bytes(`${HEAD}${body}${FOOT}`));

function documentOf(read: ReadText): TextDocument {
  if (!('document' in read)) throw new Error(JSON.stringify(read.faults));
  return read.document;
}

const idsIn = (read: ReadText): string[] => documentOf(read).provisions.map(({ id }) => id);

describe('a text in Akoma Ntoso', () => {
  const read = readAkomaNtoso(fixture('good/river.xml'));

  it('is read provision by provision, in order, with numbers, headings and words', () => {
    const { provisions } = documentOf(read);
    expect(provisions.slice(0, 3)).toEqual([
      { id: 'preamble', kind: 'preamble', text: 'The Parties,' },
      { id: 'preamble__para_1', kind: 'para', text: 'Considering the river,' },
      { id: 'preamble__para_2', kind: 'para', text: 'Have agreed as follows:' },
    ]);
    expect(provisions.find(({ id }) => id === 'art_1')).toEqual({
      id: 'art_1',
      kind: 'art',
      number: 'Article 1',
      heading: 'Use of terms',
      text: '',
    });
    expect(provisions.find(({ id }) => id === 'art_1__para_2')?.text).toBe('First.\nSecond.');
  });

  it('has addresses by which a point is named by its letter, and articles by their number', () => {
    expect(idsIn(read)).toEqual([
      'preamble',
      'preamble__para_1',
      'preamble__para_2',
      'chap_I',
      'art_1',
      'art_1__para_1',
      'art_1__para_1__list_a',
      'art_1__para_1__list_b',
      'art_1__para_1__subpara_wrapup',
      'art_1__para_2',
      'art_2bis',
      'conclusions',
      'att_1',
      'att_1__art_1',
    ]);
  });

  it('keeps its own language and title, and not those of an annex', () => {
    const { language, title } = documentOf(read);
    expect([language, title]).toEqual(['en', 'Convention on the Common River']);
  });

  it('takes what another text is to say for words, and no provision of its own', () => {
    const article = documentOf(read).provisions.find(({ id }) => id === 'art_2bis');
    expect(article?.text).toBe('Article 4 shall read:\nArticle 4\nNothing.');
  });

  it('says what it leaves out, with the line', () => {
    expect('remarks' in read && read.remarks).toEqual([
      { line: 47, what: 'authorialNote is left out' },
    ]);
    const words = documentOf(read)
      .provisions.map(({ text }) => text)
      .join(' ');
    expect(words).not.toContain('A note.');
  });

  it('is read with ids of older tools, without numbers, and from documents other than acts', () => {
    const old = readAkomaNtoso(fixture('good/old-ids.xml'));
    expect(documentOf(old)).toEqual({
      language: 'fr',
      title: 'Résolution sur le fleuve',
      provisions: [
        { id: 'para_1', kind: 'para', number: '1.', text: 'Décide de partager.' },
        { id: 'para_2', kind: 'para', text: 'Reste saisie.' },
      ],
    });
  });

  it('whose articles begin anew in each part has addresses that name the part', () => {
    const article = '<article><num>Article 1</num><content><p>x</p></content></article>';
    const part = (number: string) => `<part><num>Part ${number}</num>${article}</part>`;
    const parts = `${part('I')}${part('II')}`;
    expect(idsIn(inBody(parts))).toEqual(['part_I', 'part_I__art_1', 'part_II', 'part_II__art_1']);
  });

  it('without provisions keeps its paragraphs', () => {
    expect(idsIn(inBody('<p>One.</p><p>Two.</p>'))).toEqual(['para_1', 'para_2']);
  });

  it('that names no language says so', () => {
    const named = inBody('<article eId="art_1"><content><p>x</p></content></article>');
    expect('remarks' in named && named.remarks).toEqual([
      { line: 0, what: 'it names no language' },
    ]);
    expect(documentOf(named).language).toBe('und');
  });
});

describe('what is no text in Akoma Ntoso', () => {
  it.each([
    ['billion-laughs', 6, 'a document type is not taken, nor are its entities'],
    ['external-entity', 1, 'a document type is not taken, nor are its entities'],
    ['unknown-entity', 3, 'undefined entity.'],
    ['unclosed', 3, 'unexpected close tag.'],
    ['same-eid', 3, 'art_1 stands twice; first on line 2'],
    ['html', 1, 'it begins with html, not with akomaNtoso'],
    ['version-2', 1, 'it is of the namespace “http://www.akomantoso.org/2.0”, not Akoma Ntoso 3.0'],
    ['empty-body', 1, 'it holds no provision'],
    ['debate', 2, 'a document of the kind debate holds no agreement’s text'],
    ['no-xml', 3, 'text data outside of root node.'],
  ])('%s is refused with the line', (name, line, what) => {
    expect(readAkomaNtoso(fixture(`bad/${name}.xml`))).toEqual({ faults: [{ line, what }] });
  });

  it('has no fixture that is not tried', () => {
    const folder = new URL('fixtures/bad', import.meta.url);
    expect(readdirSync(folder)).toHaveLength(10);
  });

  const spaces = (count: number): string => ' '.repeat(count);
  const whole = '<article eId="art_1"><content><p>x</p></content></article>';
  const size = HEAD.length + FOOT.length + whole.length;

  it('is larger than it may be', () => {
    expect('document' in inBody(`${whole}${spaces(AKN_BYTES_MAX - size)}`)).toBe(true);
    expect(inBody(`${whole}${spaces(AKN_BYTES_MAX - size + 1)}`)).toEqual({
      faults: [{ line: 0, what: `it is larger than ${AKN_BYTES_MAX} bytes` }],
    });
  });

  it('nests deeper than it may', () => {
    // Around these stand akomaNtoso, act, body, article, content and p.
    const nested = (depth: number) =>
      inBody(
        `<article eId="art_1"><content><p>${'<span>'.repeat(depth - 6)}x` +
          `${'</span>'.repeat(depth - 6)}</p></content></article>`,
      );
    expect('document' in nested(DEPTH_MAX)).toBe(true);
    expect(nested(DEPTH_MAX + 1)).toEqual({
      faults: [{ line: 1, what: `elements nest deeper than ${DEPTH_MAX}` }],
    });
  });

  it('has more elements than it may', () => {
    const many = (count: number) =>
      inBody(
        `<article eId="art_1"><content><p>x${'<eol/>'.repeat(count - 6)}</p></content></article>`,
      );
    expect('document' in many(ELEMENTS_MAX)).toBe(true);
    expect(many(ELEMENTS_MAX + 1)).toEqual({
      faults: [{ line: 1, what: `more than ${ELEMENTS_MAX} elements` }],
    });
  });

  it('is in another encoding than UTF-8', () => {
    expect(readAkomaNtoso(new Uint8Array([0x3c, 0xff, 0xfe]))).toEqual({
      faults: [{ line: 0, what: 'it is not UTF-8' }],
    });
    const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>${HEAD}${whole}${FOOT}`;
    expect(readAkomaNtoso(bytes(latin))).toMatchObject({ faults: [{ line: 1 }] });
  });

  it('nests provisions deeper than an address can say', () => {
    const depth = 9;
    const open = '<subparagraph>'.repeat(depth);
    const close = '</subparagraph>'.repeat(depth);
    expect(inBody(`${open}<content><p>x</p></content>${close}`)).toMatchObject({
      faults: [{ line: 1 }],
    });
  });
});
