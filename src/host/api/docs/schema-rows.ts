/** A JSON Schema as rows that a person reads: each member by its path, type and description. */
import { own } from '../../../kernel/own.ts';
import { type JsonSchema, typeOf } from '../json-schema.ts';

/** More members than this are counted, not listed. */
export const SCHEMA_ROWS_MAX = 150;
const DEPTH_MAX = 6;
const VALUES_SHOWN_MAX = 12;

export interface SchemaRow {
  /** `rows[].actor`. */
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

type Definitions = Readonly<Record<string, JsonSchema>>;

/** The schema that a reference names within its own document; anything else as it is. */
function followed(schema: JsonSchema, definitions: Definitions): JsonSchema {
  const name = schema.$ref?.replace('#/$defs/', '') ?? '';
  return own(definitions, name) ?? schema;
}

/** Whether nothing may stand there. */
function mayBeNull({ anyOf = [], oneOf = [] }: JsonSchema): boolean {
  return [...anyOf, ...oneOf].some(({ type }) => type === 'null');
}

/** A type in the words of JSON, with what bounds it. */
export function typeText(schema: JsonSchema, definitions: Definitions = {}): string {
  const told = followed(schema, definitions);
  // A type may be a list of types, with null among them.
  const types = [typeOf(told) ?? (told.const === undefined ? 'any' : 'constant')].flat();
  const type = types.join(' or ');
  const items = types.includes('array') ? ` of ${typeText(told.items ?? {}, definitions)}` : '';
  const format = told.format === undefined ? '' : ` (${told.format})`;
  return `${type}${items}${format}${mayBeNull(told) ? ' or null' : ''}`;
}

/** The values that may stand there, the first of them. */
function valuesText({ enum: values, const: constant }: JsonSchema): string {
  const all = values ?? (constant === undefined ? [] : [constant]);
  const more = all.length > VALUES_SHOWN_MAX ? ' …' : '';
  return all.slice(0, VALUES_SHOWN_MAX).map(String).join(' · ') + more;
}

/** Within what a value stays; the bounds of every whole number tell nothing. */
function boundsText({ minimum, maximum, maxLength }: JsonSchema): string {
  const isLeast = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER;
  const isMost = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  const bounds = [
    isLeast ? `≥ ${minimum}` : '',
    isMost ? `≤ ${maximum}` : '',
    maxLength === undefined ? '' : `≤ ${maxLength} characters`,
  ];
  return bounds.filter((bound) => bound !== '').join('; ');
}

/** What is said of it: its description, its values, its bounds. */
function said(schema: JsonSchema): string {
  const usual = schema.default === undefined ? '' : `default ${JSON.stringify(schema.default)}`;
  const parts = [schema.description ?? '', valuesText(schema), boundsText(schema), usual];
  return parts.filter((part) => part !== '').join('; ');
}

/** What stands within: the members of an object, of the items of a list, or of each alternative. */
function* within(schema: JsonSchema, path: string): Generator<[string, JsonSchema, boolean]> {
  const required = new Set(schema.required ?? []);
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    yield [path === '' ? name : `${path}.${name}`, part, required.has(name)];
  }
  if (schema.items !== undefined) yield [`${path}[]`, schema.items, true];
  for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) yield [path, one, true];
}

function* rowsWithin(
  schema: JsonSchema,
  path: string,
  definitions: Definitions,
  seen: readonly JsonSchema[],
): Generator<SchemaRow> {
  if (seen.length > DEPTH_MAX || seen.includes(schema)) return;
  for (const [at, part, required] of within(schema, path)) {
    const told = followed(part, definitions);
    const isNamed = at !== path && !at.endsWith('[]');
    if (isNamed) {
      const description = said(told);
      yield { path: at, type: typeText(told, definitions), required, description };
    }
    yield* rowsWithin(told, at, definitions, [...seen, schema]);
  }
}

/** The rows of a schema, each path once, and how many are not listed. */
export function schemaRows(schema: JsonSchema): { rows: readonly SchemaRow[]; more: number } {
  const found = new Map<string, SchemaRow>();
  const definitions = schema.$defs ?? {};
  for (const row of rowsWithin(followed(schema, definitions), '', definitions, [])) {
    if (!found.has(row.path)) found.set(row.path, row);
  }
  const rows = [...found.values()];
  const shown = rows.slice(0, SCHEMA_ROWS_MAX);
  return { rows: shown, more: rows.length - shown.length };
}
