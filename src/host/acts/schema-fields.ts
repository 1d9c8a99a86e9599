/**
 * Forms from JSON Schema, and values back from forms. What a form cannot show as fields (lists of
 * objects, alternatives) is a text field that takes JSON, so that every act can be made.
 */
import { z } from 'zod';
import { ATTACHMENT_FORMAT, ATTACHMENT_TYPES } from '../../kernel/attachment.ts';
import { own } from '../../kernel/own.ts';
import type { Field } from '../../ui/form-fields/form-fields.tsx';
import { type JsonSchema, typeOf } from '../api/json-schema.ts';
import type { Fields } from '../form.ts';
import { type FieldsSpoken, hintOf, labelOf, optionLabel } from './field-words.ts';
import { beginWording, isWording, isWordingJson, wordingOf } from './wording-field.ts';

type Shape =
  | 'choice'
  | 'constant'
  | 'flag'
  | 'number'
  | 'date'
  | 'text'
  | 'lines'
  | 'document'
  | 'wording'
  | 'group'
  | 'json';

const LONG_TEXT_FROM = 300;
/** Ending of the name of the field that leaves a chosen document out. */
export const OMIT = '.omit';
/** Browsers know no ending for Akoma Ntoso, which comes as XML. */
const DOCUMENTS_ACCEPTED = [...ATTACHMENT_TYPES, '.akn', '.xml'].join(',');

/** The schema without `null` beside it. */
function bare(schema: JsonSchema): JsonSchema {
  const options = (schema.anyOf ?? schema.oneOf ?? []).filter((option) => option.type !== 'null');
  return options.length === 1 && options[0] ? options[0] : schema;
}

const SHAPE_BY_TYPE: Readonly<Record<string, (schema: JsonSchema) => Shape>> = {
  boolean: () => 'flag',
  integer: () => 'number',
  string: (schema) => (schema.format === 'date' ? 'date' : 'text'),
  array: (schema) =>
    typeOf(schema.items ?? {}) === 'string' ? 'lines' : isWording(schema) ? 'wording' : 'json',
  object: (schema) => (Object.keys(schema.properties ?? {}).length > 0 ? 'group' : 'json'),
};

/** How a schema is shown in a form. */
function shapeOf(schema: JsonSchema): Shape {
  if (schema.format === ATTACHMENT_FORMAT) return 'document';
  if (schema.const !== undefined) return 'constant';
  if (schema.enum !== undefined) return 'choice';
  return own(SHAPE_BY_TYPE, typeOf(schema) ?? '')?.(schema) ?? 'json';
}

export interface FieldsShown extends FieldsSpoken {
  /** What was typed, by name of the field. */
  readonly typed: Fields;
  /** What is wrong, by name of the field. */
  readonly errors: Readonly<Record<string, string>>;
}

/** A value that a schema names, as a form shows and sends it. */
function textOf(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

type Base = Omit<Field, 'kind'>;

/** Adds to what the schema says of a field how it is to be filled in. */
function hinted(base: Base, ...more: readonly string[]): Base {
  const hint = [base.hint, ...more].filter((part) => part !== undefined && part !== '').join(' ');
  return hint === '' ? base : { ...base, hint };
}

type Make = (base: Base, schema: JsonSchema, spoken: FieldsSpoken) => Field;

function choice(base: Base, values: readonly unknown[], spoken: FieldsSpoken): Field {
  const options = values.map(textOf).map((value) => {
    return { value, label: optionLabel(base.name, value, spoken) };
  });
  return { ...base, kind: 'select', options };
}

const jsonField: Make = (base, schema, { text }) => {
  const [example] = schema.examples ?? [];
  const hint =
    example === undefined
      ? text('host.acts.json-hint')
      : text('host.acts.json-such-as', { example: JSON.stringify(example) });
  return { ...hinted(base, hint), kind: 'textarea', rows: 4, code: true };
};

/** Of no use to the reader where JSON is broken: then the document is chosen again. */
const Held = z.object({ name: z.string() });

const documentField: Make = (base, _schema, { text }) => {
  const held = Held.safeParse(jsonOf(base.value ?? '')).data?.name;
  const taken = held === undefined ? {} : { held, omitName: `${base.name}${OMIT}` };
  const hint = text('host.acts.document.hint');
  return { ...hinted(base, hint), kind: 'file', accept: DOCUMENTS_ACCEPTED, ...taken };
};

const FIELD_BY_SHAPE: Readonly<Record<Shape, Make>> = {
  constant: (base, schema) => ({ ...base, kind: 'hidden', value: textOf(schema.const) }),
  choice: (base, schema, spoken) => choice(base, schema.enum ?? [], spoken),
  flag: (base, _schema, spoken) => choice(base, [true, false], spoken),
  number: (base) => ({ ...base, kind: 'number' }),
  date: (base) => ({ ...base, kind: 'date' }),
  wording: (base, _schema, { text }) => {
    const begun = base.required && base.value === '' ? beginWording(text.locale) : base.value;
    const field = { ...base, ...(begun !== undefined && { value: begun }) };
    return { ...hinted(field, text('host.acts.wording-hint')), kind: 'textarea', rows: 6 };
  },
  lines: (base, schema, { text }) => {
    const choices = (schema.items?.enum ?? []).map(textOf).join(', ');
    const among = choices === '' ? '' : text('host.acts.among', { choices });
    const kind = { kind: 'textarea', rows: 3 } as const;
    return { ...hinted(base, text('host.acts.one-per-line'), among), ...kind };
  },
  text: (base, schema) => textField(base, schema.maxLength),
  document: documentField,
  json: jsonField,
  group: jsonField,
};

/**
 * A default is told and not filled in: a value within a group that may be left out would make the
 * whole group be there.
 */
function hintsOf(schema: JsonSchema, path: string, spoken: FieldsSpoken): { hint?: string } {
  const { text } = spoken;
  const isEmpty = ['undefined', '""', '[]'].includes(JSON.stringify(schema.default) ?? 'undefined');
  const otherwise = isEmpty
    ? ''
    : text('host.acts.otherwise', { value: optionLabel(path, textOf(schema.default), spoken) });
  const hint = [hintOf(path, spoken) ?? schema.description ?? '', otherwise]
    .filter(Boolean)
    .join(' ');
  return hint === '' ? {} : { hint };
}

function leaf(schema: JsonSchema, path: string, required: boolean, shown: FieldsShown): Field {
  const error = own(shown.errors, path);
  const base = {
    name: path,
    label: labelOf(path, shown),
    required,
    value: own(shown.typed, path) ?? '',
    ...hintsOf(schema, path, shown),
    ...(error === undefined ? {} : { error }),
  };
  return FIELD_BY_SHAPE[shapeOf(schema)](base, schema, shown);
}

function textField(base: Base, lengthMax = 0): Field {
  if (lengthMax >= LONG_TEXT_FROM) return { ...base, kind: 'textarea', rows: 3, lengthMax };
  return { ...base, kind: 'text', ...(lengthMax > 0 ? { lengthMax } : {}) };
}

/** The members that a form asks for. */
const asked = ({ properties = {} }: JsonSchema): [string, JsonSchema][] =>
  Object.entries(properties).filter(([, { readOnly }]) => readOnly !== true);

/** The fields of a schema; groups are laid out flat, their names joined by full stops. */
export function schemaFields(
  schema: JsonSchema,
  path: string,
  shown: FieldsShown,
  required = true,
): Field[] {
  const inner = bare(schema);
  if (shapeOf(inner) !== 'group') return [leaf(inner, path, required, shown)];
  return asked(inner).flatMap(([name, part]) => {
    const needed = required && part.default === undefined && (inner.required ?? []).includes(name);
    return schemaFields(part, `${path}.${name}`, shown, needed);
  });
}

/** The leaves of a schema with their paths, groups laid out flat. */
function leavesOf(schema: JsonSchema, path: string): (readonly [string, JsonSchema])[] {
  const inner = bare(schema);
  if (shapeOf(inner) !== 'group') return [[path, inner]];
  return asked(inner).flatMap(([name, part]) => leavesOf(part, `${path}.${name}`));
}

/** The fields in which a document is chosen, by name. */
export function documentNames(schema: JsonSchema, path: string): string[] {
  return leavesOf(schema, path).flatMap(([name, part]) =>
    shapeOf(part) === 'document' ? [name] : [],
  );
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return valueAt(Object.entries(value).find(([key]) => key === name)?.[1], rest);
}

const JSON_INDENT = 2;

/** What an example has for the fields that take JSON, as it would be typed. */
export function exampleFields(schema: JsonSchema, path: string, example: unknown): Fields {
  const found = leavesOf(schema, path)
    .filter(([, part]) => shapeOf(part) === 'json')
    .map(([name]) => [name, valueAt(example, name.split('.').slice(1))] as const)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, JSON.stringify(value, null, JSON_INDENT)] as const);
  return Object.fromEntries(found);
}

/** The fields that take JSON and hold none, each with what the parser says. */
export function brokenJson(schema: JsonSchema, path: string, typed: Fields): Fields {
  const told = leavesOf(schema, path).flatMap(([name, part]) => {
    const text = own(typed, name) ?? '';
    if (shapeOf(part) !== 'json' || text.trim() === '') return [];
    try {
      JSON.parse(text);
      return [];
    } catch (error) {
      return [[name, error instanceof Error ? error.message : String(error)] as const];
    }
  });
  return Object.fromEntries(told);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The text itself goes on, for the schema to say what it wanted instead.
    return text;
  }
}

const linesOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

type Read = (text: string, schema: JsonSchema) => unknown;

/** What was typed, as the schema wants it; what is none goes on, for the schema to say so. */
const VALUE_BY_SHAPE: Readonly<Record<Exclude<Shape, 'group'>, Read>> = {
  choice: (text) => text,
  text: (text) => text,
  date: (text) => text,
  constant: (_text, schema) => schema.const,
  flag: (text) => (text === 'true' ? true : text === 'false' ? false : text),
  number: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text),
  lines: linesOf,
  wording: (text) => (isWordingJson(text) ? jsonOf(text) : wordingOf(text)),
  json: jsonOf,
  document: jsonOf,
};

function leafValue(schema: JsonSchema, text: string): unknown {
  const shape = shapeOf(schema);
  return shape === 'group' ? text : VALUE_BY_SHAPE[shape](text, schema);
}

/** The value that a form gives for a schema; undefined where nothing was typed. */
export function schemaValue(schema: JsonSchema, path: string, typed: Fields): unknown {
  const inner = bare(schema);
  if (shapeOf(inner) !== 'group') {
    const text = own(typed, path) ?? '';
    return text.trim() === '' ? undefined : leafValue(inner, text);
  }
  const entries = Object.entries(inner.properties ?? {}).flatMap(([name, part]) => {
    const value = schemaValue(part, `${path}.${name}`, typed);
    return value === undefined ? [] : [[name, value] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
