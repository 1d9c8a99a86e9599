import { describe, expect, it } from 'vitest';
import type { ReadText, TextDocument } from '../akoma-ntoso/text-document.ts';
import { structureFault } from '../akoma-ntoso/outline.ts';
import { PLAIN_BYTES_MAX, readPlainText } from './read-plain-text.ts';
import { writePlainText } from './write-plain-text.ts';

function documentOf(read: ReadText): TextDocument {
  if (!('document' in read)) throw new Error(JSON.stringify(read.faults));
  return read.document;
}

const RIVER = `# Convention on the Common River

The Parties,

Considering the river,
which they share,

PART I
General

Article 1 – Use of terms

For the purposes of this Convention:

(a) “river” means all of it;

(b) “Party” means:

(i) a State;

(ii) an organisation;

(c) “day” means a day. Article 2 applies to it.

Article 2
Duties

1. Each Party shall keep the river clean.

2. Article 1 applies.

IN WITNESS WHEREOF the undersigned have signed.

ANNEX I

Article 1

Waters.
`;

describe('a plain text', () => {
  const { provisions, title } = documentOf(readPlainText(RIVER, 'en'));
  const byId = new Map(provisions.map((provision) => [provision.id, provision]));

  it('is read into provisions under its headings', () => {
    expect(title).toBe('Convention on the Common River');
    expect(provisions.map(({ id }) => id)).toEqual([
      'preamble',
      'part_I',
      'art_1',
      'art_1__list_a',
      'art_1__list_b',
      'art_1__list_b__list_i',
      'art_1__list_b__list_ii',
      'art_1__list_c',
      'art_2',
      'art_2__para_1',
      'art_2__para_2',
      'conclusions',
      'annex_I',
      'annex_I__art_1',
    ]);
    expect(structureFault(provisions)).toBeNull();
  });

  it('keeps headings on the line of the number or on the next, and joins broken lines', () => {
    expect(byId.get('art_1')).toMatchObject({ number: 'Article 1', heading: 'Use of terms' });
    expect(byId.get('art_2')).toMatchObject({ number: 'Article 2', heading: 'Duties' });
    expect(byId.get('part_I')).toMatchObject({ number: 'PART I', heading: 'General' });
    expect(byId.get('preamble')?.text).toBe(
      'The Parties,\nConsidering the river, which they share,',
    );
  });

  it('takes a sentence that begins with an article for a sentence', () => {
    expect(byId.get('art_2__para_2')?.text).toBe('Article 1 applies.');
  });

  it('that was written is read again as it was', () => {
    const document = documentOf(readPlainText(RIVER, 'en'));
    expect(documentOf(readPlainText(writePlainText(document), 'en'))).toEqual(document);
  });

  it.each([
    ['fr', 'Accord\n\nArticle premier\n\n1. Les Parties coopèrent.\n\na) ici ;\n\nb) là.'],
    ['es', 'Acuerdo\n\nArtículo 1\n\n1. Las Partes cooperan.\n\na) aquí;\n\nb) allí.'],
    ['ru', 'Соглашение\n\nСтатья 1\n\n1. Стороны сотрудничают.\n\na) здесь;\n\nб) там.'],
    ['zh', '协定\n\n第一条\n\n1. 缔约方应合作。\n\n(a) 此处；\n\n(b) 彼处。'],
    ['ar', 'اتفاق\n\nالمادة 1\n\n1- تتعاون الأطراف.\n\n(أ) هنا؛\n\n(ب) هناك.'],
  ])('has the same addresses in every language: %s', (language, text) => {
    expect(documentOf(readPlainText(text, language)).provisions.map(({ id }) => id)).toEqual([
      'art_1',
      'art_1__para_1',
      'art_1__para_1__list_a',
      'art_1__para_1__list_b',
    ]);
  });

  it('reads (i) after (h) as a letter', () => {
    const points = ['(g) g', '(h) h', '(i) i', '(j) j'].join('\n\n');
    const ids = documentOf(readPlainText(`T\n\nArticle 1\n\n${points}`, 'en')).provisions;
    expect(ids.map(({ id }) => id).slice(1)).toEqual(
      ['g', 'h', 'i', 'j'].map((x) => `art_1__list_${x}`),
    );
  });

  it('without an article is none', () => {
    expect(readPlainText('A letter\n\nDear Sir', 'en')).toMatchObject({ faults: [{ line: 3 }] });
  });

  it('in which a number stands twice is sent back with the line', () => {
    expect(readPlainText('T\n\nArticle 1\n\n1. One.\n\n1. Again.', 'en')).toEqual({
      faults: [{ line: 7, what: 'art_1__para_1 stands twice; first on line 5' }],
    });
  });

  it('that is larger than it may be is not read', () => {
    const fill = 'x'.repeat(PLAIN_BYTES_MAX - 'Article 1\n'.length);
    expect(readPlainText(`Article 1\n${fill}x`, 'en')).toMatchObject({ faults: [{ line: 0 }] });
  });
});
