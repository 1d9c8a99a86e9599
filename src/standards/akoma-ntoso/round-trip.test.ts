import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyDocument } from './documents-for-tests.ts';
import { structureFault } from './outline.ts';
import { readAkomaNtoso } from './read-akoma-ntoso.ts';
import { type Identification, writeAkomaNtoso } from './write-akoma-ntoso.ts';

const IDENTIFICATION: Identification = {
  agreement: 'common-river',
  workOn: '2024-05-02',
  expressionOn: '2026-01-01',
  isDraft: false,
  isAuthentic: true,
  author: { id: 'river-secretariat', name: 'Secretariat & Depositary' },
  writtenOn: '2026-02-01',
};

const read = (xml: string) => readAkomaNtoso(new TextEncoder().encode(xml));

it('what was written is read again as it was, whatever its provisions and words', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(structureFault(document.provisions)).toBeNull();
      const xml = writeAkomaNtoso(document, IDENTIFICATION);
      expect(read(xml)).toEqual({ document, remarks: [] });
    }),
    { numRuns: 100 },
  );
});
