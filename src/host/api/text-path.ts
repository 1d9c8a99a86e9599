/** The description for OpenAPI of a path that takes a text as a whole. */
import type { z } from 'zod';
import { jsonSchemaOf } from './json-schema.ts';
import { TEXT_TYPES } from './text-body.ts';

export interface TextPath {
  readonly path: string;
  /** What the path itself names. */
  readonly named: string;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  /** What is said where it was recorded. */
  readonly taken: string;
  readonly parameters: z.ZodType;
  readonly answer: z.ZodType;
}

/** The path with all that it takes; `refusals` are the responses that all paths share. */
export function textPath(
  { answer, named, operationId, parameters, path, summary, tag, taken }: TextPath,
  refusals: Record<string, unknown>,
): Record<string, unknown> {
  const { properties = {}, required = [] } = jsonSchemaOf(parameters, 'input');
  const inQuery = Object.entries(properties).map(([name, schema]) => {
    return { name, in: 'query', required: required.includes(name), schema };
  });
  const inPath = { name: named, in: 'path', required: true, schema: { type: 'string' } };
  const content = { 'application/json': { schema: jsonSchemaOf(answer, 'output') } };
  const body = TEXT_TYPES.map((type) => [type, { schema: { type: 'string' } }] as const);
  return {
    [path]: {
      post: {
        operationId,
        tags: [tag],
        summary,
        security: [{ token: [] }, { session: [] }],
        parameters: [inPath, ...inQuery],
        requestBody: { required: true, content: Object.fromEntries(body) },
        responses: {
          200: { description: 'What was read; nothing was recorded', content },
          201: { description: taken, content },
          ...refusals,
        },
      },
    },
  };
}
