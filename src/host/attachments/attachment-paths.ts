/** The description of documents for OpenAPI. */
import { z } from 'zod';
import { ATTACHMENT_BYTES_MAX, ATTACHMENT_TYPES, Attachment } from '../../kernel/attachment.ts';
import { jsonSchemaOf } from '../api/json-schema.ts';

const Kept = z.object({
  digest: Attachment.shape.digest,
  mediaType: Attachment.shape.mediaType,
  sizeBytes: Attachment.shape.sizeBytes,
});

const binary = { schema: { type: 'string', format: 'binary', maxLength: ATTACHMENT_BYTES_MAX } };
const content = Object.fromEntries(ATTACHMENT_TYPES.map((type) => [type, binary]));

/** The paths of documents; `refusals` are the responses that all paths share. */
export function attachmentPaths(refusals: Record<string, unknown>): Record<string, unknown> {
  const kept = { schema: jsonSchemaOf(Kept, 'output') };
  const digest = { schema: jsonSchemaOf(Attachment.shape.digest, 'input') };
  return {
    '/api/attachments': {
      post: {
        operationId: 'attachments.upload',
        tags: ['attachments'],
        summary: 'Upload a document, so that an act can name it',
        description:
          'What it is, is found out from its bytes, and refused where it claims to be something ' +
          'else. A document that no act comes to name is let go after two days.',
        security: [{ token: [] }, { session: [] }],
        requestBody: { required: true, content },
        responses: {
          201: {
            description: 'What an act names it by, beside a name',
            content: { 'application/json': kept },
          },
          ...refusals,
        },
      },
    },
    '/attachments/{digest}': {
      get: {
        operationId: 'attachments.show',
        tags: ['attachments'],
        summary: 'A document, for whoever may see an act that names it',
        parameters: [{ name: 'digest', in: 'path', required: true, ...digest }],
        responses: {
          200: { description: 'The bytes; their SHA-256 is the digest', content },
          304: { description: 'The reader has it: a digest names one sequence of bytes' },
          ...refusals,
        },
      },
    },
  };
}
