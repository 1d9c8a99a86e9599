import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDraft } from './drafts-for-tests.ts';
import { readDraft } from './read-text.ts';
import { writeMarkdownDraft, writePlainDraft } from './write-text.ts';
import { writeWords } from './write-words.ts';

const read = (text: string) => {
  const found = readDraft(text, { language: 'en' });
  if ('faults' in found) throw new Error(JSON.stringify(found.faults));
  return found;
};
const outline = (text: string): string[] =>
  read(text).draft.provisions.map(({ id, kind, parent = '', words }) =>
    [id, kind, parent, writeWords(words)].join(' | '),
  );

describe('a draft', () => {
  test('has preambular and operative paragraphs with points under them', () => {
    const text = `Draft decision

The Conference,
Recalling its decision 4,

1. Decides that members:
(a) [Shall][Should] report;
(i) Each year;
(ii) In full;
(b) Meet [by [2030] (KEN)];

2. Requests the Secretariat
to report.`;
    expect(read(text).draft.title).toBe('Draft decision');
    expect(outline(text)).toEqual([
      'pp-1 | preambular |  | The Conference, Recalling its decision 4,',
      'op-1 | operative |  | Decides that members:',
      'op-1-a | subparagraph | op-1 | [Shall][Should] report;',
      'op-1-a-i | subparagraph | op-1-a | Each year;',
      'op-1-a-ii | subparagraph | op-1-a | In full;',
      'op-1-b | subparagraph | op-1 | Meet [KEN: by [2030]];',
      'op-2 | operative |  | Requests the Secretariat to report.',
    ]);
  });

  test('has articles with options of several paragraphs', () => {
    const text = `# Draft treaty

Article 4: Reporting

Option 1

1. Parties shall report.

2. They shall do so yearly.

Alt 2

No text

Article 5

[3. Parties meet [...] times.]`;
    expect(outline(text)).toEqual([
      'art-4 | article |  | Reporting',
      'art-4-option-1 | option | art-4 | ',
      'art-4-option-1-1 | paragraph | art-4-option-1 | Parties shall report.',
      'art-4-option-1-2 | paragraph | art-4-option-1 | They shall do so yearly.',
      'art-4-option-2 | option | art-4 | ',
      'art-4-option-2-text | paragraph | art-4-option-2 | No text',
      'art-5 | article |  | ',
      'art-5-3 | paragraph | art-5 | [Parties meet [...] times.]',
    ]);
  });

  test('may have a bracket around several paragraphs, which is then one in each', () => {
    const { draft, remarks } = read('1. We [act;\n\n2. And report;\n\n3. Now] and then.');
    expect(draft.provisions.map(({ words }) => writeWords(words))).toEqual([
      'We [act;]',
      '[And report;]',
      '[Now] and then.',
    ]);
    expect(remarks.map(({ line }) => line)).toEqual([3, 5]);
  });

  test.each([
    ['1. We [act.', 1, 'a bracket begins that does not end'],
    ['1. One.\n\n2. We act] now.', 3, 'a bracket ends that none began: “We act]”'],
    ['1. [One.\n\n2. We] act] now.', 3, 'a bracket ends that none began: “We] act]”'],
  ])('whose brackets are unbalanced is refused: %j', (text, line, what) => {
    expect(readDraft(text, { language: 'en' })).toEqual({ faults: [{ line, what }] });
  });

  test('without a provision is refused', () => {
    expect(readDraft('\n', { language: 'en' })).toEqual({
      faults: [{ line: 0, what: 'it holds no provision' }],
    });
  });

  test('in six languages is told by its words for articles', () => {
    const text = 'Artículo 1: Informes\n\nСтатья 2\n\nالمادة ٣\n\n第四条: 报告';
    expect(outline(text)).toEqual([
      'art-1 | article |  | Informes',
      'art-2 | article |  | ',
      'art-3 | article |  | ',
      'art-4 | article |  | 报告',
    ]);
  });
});

test('a resolution taken from pages is mended: heads dropped, cut paragraphs joined', () => {
  const text = `---
symbol: A/RES/1/2
title: "Reporting by members :"
language: EN
extract_version: "1"
---

General Assembly Distr.: General

1/2. Reporting by

The General Assembly,

Recalling the Programme to Report,

Measure and Verify,[^1]

1. Decides that members shall report to

Reporting by members

the Assembly every year;

2. Decides to meet.

3rd plenary meeting

---

[^1]: See A/1.`;
  expect(read(text).draft).toMatchObject({ title: 'Reporting by members', symbol: 'A/RES/1/2' });
  expect(outline(text)).toEqual([
    'pp-1 | preambular |  | The General Assembly,',
    'pp-2 | preambular |  | Recalling the Programme to Report, Measure and Verify,[^1]',
    'op-1 | operative |  | Decides that members shall report to the Assembly every year;',
    'op-2 | operative |  | Decides to meet.',
  ]);
  expect(read(text).remarks.map(({ what }) => what)).toEqual([
    '2 lines before the text are left out',
    'the head of a page is left out',
    '1 notes are left out',
  ]);
});

describe('what was written is read again as it was', () => {
  test('in Markdown', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        expect(read(writeMarkdownDraft(draft))).toMatchObject({ draft });
      }),
      { numRuns: 60 },
    );
  });

  test('in plain text', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { provisions } = read(writePlainDraft(draft)).draft;
        expect(provisions).toEqual(draft.provisions);
      }),
      { numRuns: 60 },
    );
  });
});
