import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTACHMENT_BYTES_MAX, type Attachment, attachmentsIn, digestOf } from './attachment.ts';
import { claimHolds, judgeDocument, typeOfDocument } from './attachment-type.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex');

const PDF = bytes('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n');
const PNG = hex('89504e470d0a1a0a 0000000d 49484452 00000001 00000001 08 06 00 00 00');
const JPEG = hex('ffd8ffe0 0010 4a464946 00');
const TIFF = hex('49492a00 08000000 0000 00000000');
const AKN = bytes(
  '<?xml version="1.0"?>\n<!-- a treaty -->\n' +
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act/></akomaNtoso>',
);

describe('what a document is', () => {
  it.each([
    ['a PDF', PDF, 'application/pdf'],
    ['a PNG', PNG, 'image/png'],
    ['a JPEG', JPEG, 'image/jpeg'],
    ['a TIFF of Intel’s order', TIFF, 'image/tiff'],
    ['a TIFF of Motorola’s order', hex('4d4d002a 00000008 0000 00000000'), 'image/tiff'],
    ['Akoma Ntoso', AKN, 'application/akn+xml'],
    [
      'Akoma Ntoso with a prefix',
      bytes('<an:akomaNtoso xmlns:an="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>'),
      'application/akn+xml',
    ],
    ['text', Buffer.from('Le présent traité', 'utf8'), 'text/plain'],
    ['another kind of XML, which is only text', bytes('<html></html>'), 'text/plain'],
    [
      'Akoma Ntoso with a document type, which no reader opens, so only text',
      bytes(
        '<!DOCTYPE akomaNtoso [<!ENTITY a "b">]><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>',
      ),
      'text/plain',
    ],
  ])('is read off %s', (_name, given, type) => {
    expect(typeOfDocument(given)).toBe(type);
  });

  it.each([
    ['nothing', bytes('')],
    ['a PDF that is cut off', PDF.subarray(0, -8)],
    ['a PDF that something else goes on from', Buffer.concat([PDF, bytes('PK\x03\x04')])],
    ['a TIFF whose directory lies beyond its end', hex('49492a00 ff000000 0000')],
    ['a TIFF of a header alone', hex('49492a00 08000000')],
    ['a program', hex('7f454c46 02010100 00000000')],
    ['a ZIP archive', hex('504b0304 14000000')],
    ['text with a NUL', bytes('text\0text')],
    ['text of another encoding than UTF-8', bytes('pr\xe9sent')],
    ['a GIF', bytes('GIF89a\x01\x00\x01\x00')],
  ])('is nothing that is taken for %s', (_name, given) => {
    expect(typeOfDocument(given)).toBeNull();
  });

  it('never fails, whatever the bytes', () => {
    const beginnings = fc.constantFrom(
      PDF,
      PNG,
      JPEG,
      TIFF,
      AKN,
      bytes('%PDF-1.'),
      hex('4d4d002a'),
    );
    fc.assert(
      fc.property(beginnings, fc.uint8Array({ maxLength: 64 }), (beginning, rest) => {
        const type = typeOfDocument(Buffer.concat([beginning, rest]));
        expect(type === null || claimHolds(type, type)).toBe(true);
      }),
    );
  });
});

describe('what a document claims', () => {
  it('is held against its bytes', () => {
    expect(judgeDocument(PNG, 'application/pdf')).toMatchObject({
      rule: { id: 'attachments.type' },
      values: { claimed: 'application/pdf', found: 'image/png' },
    });
    expect(judgeDocument(AKN, 'text/plain')).toMatchObject({ rule: { id: 'attachments.type' } });
    expect(judgeDocument(PDF, 'application/pdf')).toEqual({
      digest: digestOf(PDF),
      mediaType: 'application/pdf',
      sizeBytes: PDF.byteLength,
    });
  });

  it('may be nothing, or XML by its general name', () => {
    expect(judgeDocument(PDF, '')).toMatchObject({ mediaType: 'application/pdf' });
    expect(judgeDocument(PDF, 'application/octet-stream')).toHaveProperty('digest');
    expect(judgeDocument(AKN, 'text/xml; charset=utf-8')).toHaveProperty('digest');
    expect(judgeDocument(bytes('<html/>'), 'text/xml')).toHaveProperty('refused');
    expect(judgeDocument(bytes('text'), 'Text/Plain; charset=utf-8')).toHaveProperty('digest');
  });
});

describe('the size of a document', () => {
  it('is at least a byte, and at most the limit', () => {
    expect(judgeDocument(bytes(''), 'text/plain')).toMatchObject({
      rule: { id: 'attachments.empty' },
    });
    const large = Buffer.alloc(ATTACHMENT_BYTES_MAX + 1, 'x');
    expect(judgeDocument(large, '')).toMatchObject({ rule: { id: 'attachments.size' } });
    const at = large.subarray(1);
    expect(judgeDocument(at, '')).toMatchObject({ sizeBytes: ATTACHMENT_BYTES_MAX });
    expect(judgeDocument(at.subarray(1), '')).toHaveProperty('digest');
    expect(judgeDocument(bytes('x'), '')).toMatchObject({ sizeBytes: 1 });
  });
});

describe('attachments in a payload', () => {
  const scan: Attachment = {
    digest: digestOf(PDF),
    mediaType: 'application/pdf',
    sizeBytes: PDF.byteLength,
    name: 'scan.pdf',
  };

  it('are found however deep, and what only looks like one is none', () => {
    const payload = { document: scan, more: [{ deep: { scan } }], note: scan.digest };
    expect(attachmentsIn(payload)).toEqual([scan, scan]);
    expect(attachmentsIn({ document: { ...scan, sizeBytes: 0 } })).toEqual([]);
    expect(attachmentsIn({ document: { ...scan, more: 1 } })).toEqual([]);
    expect(attachmentsIn(null)).toEqual([]);
  });
});
