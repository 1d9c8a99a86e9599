/** Drafts go out as Akoma Ntoso and come back; what others wrote is taken over, or told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAMESPACE } from '../akoma-ntoso/elements.ts';
import type { DraftedText, Inline } from '../bracketed-text/bracketed-text.ts';
import { anyDraft } from '../bracketed-text/drafts-for-tests.ts';
import { DRAFT_BYTES_MAX, type ReadDraft } from '../bracketed-text/read-text.ts';
import { DRAFT_DEPTH_MAX } from './own-building.ts';
import { readAknDraft } from './read-draft.ts';
import { writeDraft } from './write-draft.ts';

const given = {
  text: 'draft-declaration',
  tabledOn: '2026-03-02',
  asOf: '2026-03-06',
  writtenOn: '2026-11-22',
  author: 'un',
};
const read = (text: string): ReadDraft => readAknDraft(text, { language: 'en' });
const again = (draft: DraftedText): ReadDraft => read(writeDraft(draft, given));
const drafted = (found: ReadDraft): DraftedText => {
  if ('faults' in found) throw new Error(JSON.stringify(found.faults));
  return found.draft;
};
const draftOf = (...words: readonly Inline[]): DraftedText => ({
  title: 'Draft',
  symbol: 'A/80/L.12',
  language: 'en',
  provisions: [{ id: 'op-1', kind: 'operative', words }],
});

describe('a draft that was written here', () => {
  it('is read again as it was, whatever its brackets, names and numbers', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        expect(again(draft)).toEqual({ draft, remarks: [] });
      }),
      { numRuns: 150 },
    );
  });

  it('keeps every character, of which XML has no way of writing some', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), (words) => {
        expect(again(draftOf(words))).toEqual({ draft: draftOf(words), remarks: [] });
      }),
      { numRuns: 200 },
    );
    const odd = 'a\r\n\tb\u0000\u001b\ud800 \ufffe]]>&amp;';
    expect(drafted(again(draftOf(odd))).provisions[0]?.words).toEqual([odd]);
  });

  it('keeps provisions that stand deeper than elements do', () => {
    const provisions = Array.from({ length: 60 }, (_, at) => ({
      id: `p-${at}`,
      kind: 'paragraph' as const,
      ...(at === 0 ? {} : { parent: `p-${at - 1}` }),
      words: [`Level ${at}`],
    }));
    const deep = { ...draftOf('x'), provisions };
    expect(drafted(again(deep))).toEqual(deep);
  });

  it('shows its brackets to readers that know no attributes, and whose words they are', () => {
    const words: Inline[] = [
      'Members ',
      {
        alternatives: [
          { words: ['shall'], by: ['KEN'], supportedBy: ['NOR'] },
          { words: ['should'], opposedBy: ['USA'] },
          [],
        ],
      },
      ' report ',
      { placeholder: 'date' },
    ];
    const plain = writeDraft(draftOf(...words), given).replaceAll(/ open:[a-z]+="[^"]*"/gi, '');
    expect(plain).toContain('<ins>[shall<authorialNote placement="bottom">');
    expect(plain).toContain('<p>KEN; supported by NOR</p>');
    expect(plain).toContain('<del>[should');
    expect(plain).toContain('[date]');
  });
});

const file = (kind: string, inner: string): string =>
  `<akomaNtoso xmlns="${NAMESPACE}"><${kind} name="x"><meta><identification source="#s">` +
  '<FRBRExpression><FRBRlanguage language="fra"/></FRBRExpression></identification></meta>' +
  `<preface><p><docTitle>Convention</docTitle></p></preface>${inner}</${kind}></akomaNtoso>`;

const lines = (found: ReadDraft): string[] =>
  drafted(found).provisions.map(({ id, kind, number = '-', parent = '', words }) =>
    [id, kind, number, parent, JSON.stringify(words)].join(' '),
  );

describe('a text of others', () => {
  it('gives its articles, paragraphs and points, its preamble and its annexes', () => {
    const found = read(
      file(
        'bill',
        '<preamble><p>The Parties,</p><recitals><recital><num>(1)</num><p>Recalling</p></recital>' +
          '</recitals></preamble><body><chapter><num>I</num><heading>General</heading>' +
          '<article eId="art_1"><num>Article 1</num><heading>Scope</heading>' +
          '<paragraph eId="art_1__para_1"><num>1.</num><list><intro><p>It covers:</p></intro>' +
          '<point><num>(a)</num><content><p>rivers;</p></content></point></list></paragraph>' +
          '</article></chapter></body><attachments><attachment><num>Annex I</num>' +
          '<doc name="annex"><mainBody><p>Forms</p></mainBody></doc></attachment></attachments>',
      ),
    );
    expect(drafted(found)).toMatchObject({ title: 'Convention', language: 'fr', symbol: '' });
    expect(lines(found)).toEqual([
      'preamble-text preambular -  ["The Parties,"]',
      'preamble-para-1 preambular (1)  ["Recalling"]',
      'chap-i heading -  ["I – General"]',
      'art-1 article Article 1  ["Scope"]',
      'art-1-para-1 paragraph 1. art-1 ["It covers:"]',
      'art-1-para-1-list-a subparagraph (a) art-1-para-1 ["rivers;"]',
      'annex-i annex Annex I  []',
      expect.stringContaining('annex-i ["Forms"]'),
    ]);
  });

  it('gives the paragraphs of a resolution, and those before the first as its preamble', () => {
    const found = read(
      file(
        'statement',
        '<mainBody><p>Recalling,</p><p>1. Decides:</p><p>(a) to meet;</p></mainBody>',
      ),
    );
    expect(drafted(found).provisions.map(({ kind, number }) => [kind, number])).toEqual([
      ['preambular', undefined],
      ['operative', '1.'],
      ['subparagraph', '(a)'],
    ]);
  });

  it('is open where it has brackets, insertions and deletions', () => {
    const inner = '<p>1. Members [KEN: shall] <del>may</del><ins>must</ins> report.</p>';
    expect(
      drafted(read(file('doc', `<mainBody>${inner}</mainBody>`))).provisions[0]?.words,
    ).toEqual([
      'Members ',
      { alternatives: [{ words: ['shall'], by: ['KEN'] }] },
      ' ',
      { alternatives: [['may'], ['must']] },
      ' report.',
    ]);
  });

  it('is refused with the words where a bracket is not closed', () => {
    const found = read(file('doc', '<mainBody><p>1. Members [shall report.</p></mainBody>'));
    expect(JSON.stringify(found)).toContain('a bracket begins that does not end');
  });
});

describe('a hostile file', () => {
  const own = writeDraft(draftOf('x'), given);
  const nested = (depth: number): string =>
    own.replace('>x<', `>${'<b>'.repeat(depth)}x${'</b>'.repeat(depth)}<`);

  it('is read up to its depth, and no deeper', () => {
    const around = 6;
    expect('draft' in read(nested(DRAFT_DEPTH_MAX - around))).toBe(true);
    expect(read(nested(DRAFT_DEPTH_MAX - around + 1))).toEqual({
      faults: [{ line: expect.any(Number), what: `elements nest deeper than ${DRAFT_DEPTH_MAX}` }],
    });
  });

  it('is not read beyond its size, with a document type, cut off, or of unknown kinds', () => {
    const space = ' '.repeat(DRAFT_BYTES_MAX - Buffer.byteLength(own));
    expect('draft' in read(own + space)).toBe(true);
    expect('faults' in read(`${own}${space} `)).toBe(true);
    const doctype = own.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>');
    expect(JSON.stringify(read(doctype))).toContain('document type');
    expect('faults' in read(own.slice(0, -20))).toBe(true);
    expect(JSON.stringify(read(own.replace('"operative"', '"law"')))).toContain('no kind');
  });

  it('gives no harm by marks that are out of place', () => {
    const odd = own
      .replace(
        '>x<',
        '><ins open:is="alternative">[a]</ins><i open:is="character" open:code="zz"/><',
      )
      .replace('<body>', '<body><p open:is="words">lost</p><i open:is="alternatives"/>');
    expect(drafted(read(odd)).provisions).toEqual([{ id: 'op-1', kind: 'operative', words: [] }]);
  });
});
