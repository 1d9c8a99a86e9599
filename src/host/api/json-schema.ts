/** JSON Schema (2020-12) from Zod, in the part of it that the host reads. */
import { z } from 'zod';

/** What the host looks at in a JSON Schema; everything else passes through untouched. */
export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  /** What the node fills in: no form asks for it. */
  readonly readOnly?: boolean;
  readonly title?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** The JSON Schema of what goes into or comes out of a Zod schema. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  // Zod's own type is wider (a schema may be `true`); from Zod types only objects are made.
  return made as JsonSchema;
}

/** The type of a schema, looking through `null` beside it. */
export function typeOf(schema: JsonSchema): string | undefined {
  if (schema.type !== undefined) return schema.type;
  const options = (schema.anyOf ?? schema.oneOf ?? []).filter((option) => option.type !== 'null');
  const types = new Set(options.map((option) => typeOf(option)));
  return types.size === 1 ? [...types][0] : undefined;
}

/** The schema of the rows that an answer carries, or null where it is no table. */
export function rowsOf(output: JsonSchema): JsonSchema | null {
  const rows = output.properties?.['rows'];
  return rows && typeOf(rows) === 'array' ? (rows.items ?? {}) : null;
}
