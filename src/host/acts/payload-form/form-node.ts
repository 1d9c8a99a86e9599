/**
 * What a form asks for, read off a JSON Schema: single fields, groups of them, lists as rows, and
 * a choice among forms that a value may have. Made step by step, since schemas contain themselves.
 */
import { BRACKETED_FORMAT, INSTANT_FORMAT } from '../../../kernel/text-formats.ts';
import { isOwn, own } from '../../../kernel/own.ts';
import { ATTACHMENT_FORMAT } from '../../../kernel/attachment.ts';
import { type JsonSchema, typeOf } from '../../api/json-schema.ts';
import { isWording } from '../wording-field.ts';

/** How a single value is shown and read. */
export type LeafShape =
  | 'bracketed'
  | 'choice'
  | 'constant'
  | 'date'
  | 'document'
  | 'flag'
  | 'instant'
  | 'json'
  | 'lines'
  | 'number'
  | 'text'
  | 'wording';

interface Common {
  readonly schema: JsonSchema;
  readonly isNullable: boolean;
}

export interface Leaf extends Common {
  readonly kind: 'leaf';
  readonly shape: LeafShape;
}
/** Several of a few values, each ticked or not. */
export interface Several extends Common {
  readonly kind: 'several';
  readonly values: readonly string[];
}
export interface Group extends Common {
  readonly kind: 'group';
  readonly members: () => readonly Member[];
}
export interface Rows extends Common {
  readonly kind: 'rows';
  readonly item: () => FormNode;
}
export interface Union extends Common {
  readonly kind: 'union';
  /** The member by which the forms are told apart; null where no one member does. */
  readonly by: string | null;
  readonly options: readonly Option[];
}
export type FormNode = Leaf | Several | Group | Rows | Union;

export interface Member {
  readonly name: string;
  readonly node: FormNode;
  readonly isRequired: boolean;
}

/** One of the forms that a value may have: a value by itself, or what is to be filled in. */
export interface Option {
  readonly key: string;
  readonly constant?: unknown;
  readonly node?: FormNode;
}

type Defs = Readonly<Record<string, JsonSchema>>;

/** The schema that a reference stands for, with what is said beside it. */
function resolved(schema: JsonSchema, defs: Defs): JsonSchema {
  const { $ref, ...beside } = schema;
  if ($ref === undefined) return schema;
  const named = own(defs, $ref.slice('#/$defs/'.length));
  return named === undefined ? beside : resolved({ ...named, ...beside }, defs);
}

/** The schema without `null` beside it, and whether there was one. */
function withoutNull(given: JsonSchema, defs: Defs): { schema: JsonSchema; isNullable: boolean } {
  const { anyOf, oneOf, ...beside } = given;
  const all = anyOf ?? oneOf;
  if (all === undefined) return { schema: given, isNullable: false };
  const options = all.filter((option) => option.type !== 'null');
  const isNullable = options.length < all.length;
  const [only] = options;
  if (only === undefined || options.length > 1) {
    return { schema: { ...beside, anyOf: options }, isNullable };
  }
  const inner = withoutNull(resolved(only, defs), defs);
  return { schema: { ...inner.schema, ...beside }, isNullable: isNullable || inner.isNullable };
}

/** The forms that a schema allows, those within each other laid out side by side. */
function formsOf(schema: JsonSchema, defs: Defs): JsonSchema[] {
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms !== undefined) return forms.flatMap((form) => formsOf(resolved(form, defs), defs));
  return schema.enum?.map((value) => ({ const: value })) ?? [schema];
}

/** The member that has a value of its own in every form. */
function discriminatorOf(forms: readonly JsonSchema[]): string | null {
  const [first] = forms;
  const names = Object.keys(first?.properties ?? {});
  const isTold = (name: string): boolean =>
    forms.every((form) => own(form.properties, name)?.const !== undefined);
  return names.find(isTold) ?? null;
}

const without = (schema: JsonSchema, name: string): JsonSchema => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([member]) => member !== name),
  ),
});

/** The first member that no other form has, else the first. */
function ownMember(form: JsonSchema, forms: readonly JsonSchema[]): string | undefined {
  const names = Object.keys(form.properties ?? {});
  const others = forms.filter((one) => one !== form);
  const isItsOwn = (name: string): boolean =>
    others.every(({ properties = {} }) => !isOwn(properties, name));
  return names.find(isItsOwn) ?? names[0];
}

/** A form of a value that no one member tells apart: by its own value, member or kind. */
function plainOption(
  form: JsonSchema,
  forms: readonly JsonSchema[],
  title: string | undefined,
  defs: Defs,
): Option {
  if (form.const !== undefined) return { key: textOf(form.const), constant: form.const };
  const kind = form.format ?? typeOf(form) ?? '';
  const titled = title === undefined ? form : { ...form, title };
  return { key: ownMember(form, forms) ?? kind, node: nodeIn(titled, defs) };
}

function unionOf(schema: JsonSchema, common: Common, defs: Defs): FormNode {
  const forms = formsOf(schema, defs);
  const by = discriminatorOf(forms);
  const titled = (form: JsonSchema): JsonSchema =>
    schema.title === undefined ? form : { ...form, title: schema.title };
  const options = forms.map((form): Option => {
    if (by === null) return plainOption(form, forms, schema.title, defs);
    return {
      key: textOf(own(form.properties, by)?.const),
      node: nodeIn(titled(without(form, by)), defs),
    };
  });
  const isTold = new Set(options.map(({ key }) => key)).size === options.length;
  if (!isTold) return { ...common, kind: 'leaf', shape: 'json' };
  return { ...common, kind: 'union', by, options };
}

/** Longer texts of a list do not stand on lines. */
const LINE_CHARACTERS_MAX = 1000;

function listOf(schema: JsonSchema, common: Common, defs: Defs): FormNode {
  const item = resolved(schema.items ?? {}, defs);
  if (schema.format === BRACKETED_FORMAT) return { ...common, kind: 'leaf', shape: 'bracketed' };
  if (isWording({ items: item })) return { ...common, kind: 'leaf', shape: 'wording' };
  if (item.enum !== undefined) return { ...common, kind: 'several', values: item.enum.map(String) };
  const isLine = item.type === 'string' && (item.maxLength ?? 0) <= LINE_CHARACTERS_MAX;
  if (isLine) return { ...common, kind: 'leaf', shape: 'lines' };
  return { ...common, kind: 'rows', item: () => nodeIn(item, defs) };
}

/** What may be left out is chosen, though there is but one thing to choose. */
function choiceOf(values: readonly unknown[], { schema, isNullable }: Common): Leaf {
  const { const: _, ...beside } = schema;
  return { kind: 'leaf', shape: 'choice', schema: { ...beside, enum: values }, isNullable };
}

/** A value that a schema names, as a form shows and sends it. */
export function textOf(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The members that a form asks for. */
function membersOf({ properties = {}, required = [] }: JsonSchema, defs: Defs): Member[] {
  return Object.entries(properties)
    .filter(([, { readOnly }]) => readOnly !== true)
    .map(([name, part]) => {
      const node = nodeIn(part, defs);
      const { const: only } = node.schema;
      if (only !== undefined && !required.includes(name)) {
        return { name, node: choiceOf([only], node), isRequired: false };
      }
      const isRequired = required.includes(name) && node.schema.default === undefined;
      return { name, node, isRequired };
    });
}

const TEXT_SHAPES: Readonly<Record<string, LeafShape>> = {
  date: 'date',
  [INSTANT_FORMAT]: 'instant',
};

function leafShape(schema: JsonSchema): LeafShape | null {
  if (schema.format === ATTACHMENT_FORMAT) return 'document';
  if (schema.const !== undefined) return 'constant';
  if (schema.enum !== undefined) return 'choice';
  switch (schema.type) {
    case 'string':
      return own(TEXT_SHAPES, schema.format ?? '') ?? 'text';
    case 'integer':
      return 'number';
    case 'boolean':
      return 'flag';
    default:
      return null;
  }
}

function nodeIn(given: JsonSchema, defs: Defs): FormNode {
  const { schema, isNullable } = withoutNull(resolved(given, defs), defs);
  const common = { schema, isNullable };
  const shape = leafShape(schema);
  if (shape !== null) return { ...common, kind: 'leaf', shape };
  if (schema.anyOf !== undefined) return unionOf(schema, common, defs);
  if (schema.type === 'array') return listOf(schema, common, defs);
  if (schema.properties === undefined) return { ...common, kind: 'leaf', shape: 'json' };
  return { ...common, kind: 'group', members: () => membersOf(schema, defs) };
}

/** What a form asks for, of a schema with its definitions. */
export function formNode(schema: JsonSchema): FormNode {
  return nodeIn(schema, schema.$defs ?? {});
}

/**
 * Whether nothing filled in says something else than that nothing is there: then a list can be said
 * to be empty, and a value to be none, by a field of its own.
 */
export function canSayNone(node: FormNode, isRequired: boolean): boolean {
  if (isRequired) return false;
  const { default: otherwise, minItems = 0, type } = node.schema;
  if (node.isNullable && otherwise !== null) return true;
  const isList = type === 'array' && !['wording', 'bracketed'].includes(shapeName(node));
  return isList && minItems === 0 && JSON.stringify(otherwise) !== '[]';
}

const shapeName = (node: FormNode): string => (node.kind === 'leaf' ? node.shape : node.kind);
