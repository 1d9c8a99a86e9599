import fc from 'fast-check';
import { expect, test } from 'vitest';
import { structureFault } from '../akoma-ntoso/outline.ts';
import { readAkomaNtoso } from '../akoma-ntoso/read-akoma-ntoso.ts';
import { type Identification, writeAkomaNtoso } from '../akoma-ntoso/write-akoma-ntoso.ts';
import { anyDraft } from './drafts-for-tests.ts';
import { documentOf, draftOfDocument } from './text-document.ts';

const IDENTIFICATION: Identification = {
  agreement: 'draft-decision',
  workOn: '2026-05-02',
  expressionOn: '2026-05-02',
  isDraft: true,
  isAuthentic: false,
  author: { id: 'secretariat', name: 'Secretariat' },
  writtenOn: '2026-05-03',
};

test('a draft that was written as Akoma Ntoso is read again as it was', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const document = documentOf(draft);
      expect(structureFault(document.provisions)).toBeNull();
      const xml = writeAkomaNtoso(document, IDENTIFICATION);
      const read = readAkomaNtoso(new TextEncoder().encode(xml));
      if ('faults' in read) throw new Error(JSON.stringify(read.faults));
      const again = draftOfDocument(read.document);
      if ('faults' in again) throw new Error(JSON.stringify(again.faults));
      expect(again.draft.provisions).toEqual(draft.provisions);
    }),
    { numRuns: 60 },
  );
});

test('brackets that do not end are told with the provision that they are in', () => {
  const provisions = [{ id: 'art_1__para_1', kind: 'para' as const, text: 'We [shall' }];
  expect(draftOfDocument({ language: 'en', title: '', provisions })).toEqual({
    faults: [{ line: 0, what: 'art_1__para_1: a bracket begins that does not end' }],
  });
});
