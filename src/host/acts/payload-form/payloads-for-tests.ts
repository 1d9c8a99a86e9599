/** Payloads of every form that a schema allows, and what a browser would send of a form. */
import { own } from '../../../kernel/own.ts';
import fc from 'fast-check';
import type { Field } from '../../../ui/form-fields/form-fields.tsx';
import { type FormPart, fieldsWithin } from '../../../ui/field-group/field-group.tsx';
import { anyWords } from '../../../standards/bracketed-text/drafts-for-tests.ts';
import type { Fields } from '../../form.ts';
import {
  type FormNode,
  type Group,
  type Leaf,
  type LeafShape,
  type Member,
  type Option,
  type Union,
  canSayNone,
} from './form-node.ts';

type Any = fc.Arbitrary<unknown>;

const DEPTH_MAX = 5;
const ROWS_MAX = 3;

const words = fc.stringMatching(/^[a-zA-Zé€字\u0627][ -~é€字\u0627]{0,20}[!-~]$/);
const day = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
const lines = fc.array(words, { minLength: 1, maxLength: ROWS_MAX });

const LEAVES: Readonly<Record<LeafShape, (leaf: Leaf) => Any>> = {
  bracketed: () => anyWords.filter((some) => some.length > 0),
  choice: ({ schema }) => fc.constantFrom(...(schema.enum ?? [])),
  constant: ({ schema }) => fc.constant(schema.const),
  date: () => day.map((date) => date.toISOString().slice(0, 10)),
  document: () =>
    fc.record({ digest: fc.constant('sha256:0'), name: words, sizeBytes: fc.nat(100) }),
  flag: () => fc.boolean(),
  instant: () => day.map((date) => date.toISOString()),
  json: () => fc.oneof(words, fc.integer(), fc.dictionary(words, words)),
  lines: () => lines,
  number: () => fc.integer({ min: -1000, max: 1_000_000 }),
  text: () => fc.oneof(words, fc.constantFrom('12', 'true', 'null', '[]', '{"a":1}')),
  wording: () =>
    fc.array(
      fc.record(
        { language: fc.constantFrom('en', 'zh-Hant'), text: words, original: fc.boolean() },
        { requiredKeys: ['language', 'text'] },
      ),
      { minLength: 1, maxLength: 2 },
    ),
};

const isDeep = (node: FormNode): boolean => node.kind !== 'leaf' && node.kind !== 'several';

/** Whether anything has to be deeper still for it to be whole. */
const needsDepth = (node: FormNode): boolean =>
  node.kind === 'group' &&
  node.members().some((member) => member.isRequired && isDeep(member.node));

const isConstant = ({ node }: Member): boolean => node.kind === 'leaf' && node.shape === 'constant';

const isInWords = (node: FormNode): boolean =>
  node.kind === 'leaf' && ['wording', 'bracketed'].includes(node.shape);

/** A list that may be empty, and is said to be so by its rows or lines. */
const canBeEmpty = (node: FormNode): boolean =>
  node.schema.type === 'array' && (node.schema.minItems ?? 0) === 0 && !isInWords(node);

/** What a form can say of a member besides a value: that the list is empty, or that it is none. */
function nothingOf({ node, isRequired }: Member): Any[] {
  const empty = canBeEmpty(node) ? [fc.constant([])] : [];
  const none = node.isNullable ? [fc.constant(null)] : [];
  if (isRequired) return [...empty, ...none];
  if (!canSayNone(node, isRequired)) return [];
  return none.length > 0 ? none : empty;
}

const memberOf = (member: Member, depth: number): Any =>
  fc.oneof(anyOf(member.node, depth + 1, true), ...nothingOf(member));

function groupOf(group: Group, depth: number, isFilled: boolean): Any {
  const members = group
    .members()
    .filter(({ node, isRequired }) => isRequired || depth < DEPTH_MAX || !isDeep(node));
  const model = Object.fromEntries(members.map((member) => [member.name, memberOf(member, depth)]));
  const requiredKeys = members.flatMap(({ name, isRequired }) => (isRequired ? [name] : []));
  const told = members.filter((member) => !isConstant(member)).map(({ name }) => name);
  return fc
    .record(model, { requiredKeys })
    .filter((value) => !isFilled || told.length === 0 || told.some((name) => isThere(value, name)));
}

/** An empty list makes nothing be there. */
function isThere(value: Readonly<Record<string, unknown>>, name: string): boolean {
  const part = own(value, name);
  return part !== undefined && JSON.stringify(part) !== '[]' && JSON.stringify(part) !== '{}';
}

function optionOf(option: Option, union: Union, depth: number): Any {
  const { key, constant, node } = option;
  if (node === undefined) return fc.constant(constant);
  if (node.kind !== 'group') return anyOf(node, depth, true);
  return groupOf(node, depth, false).map((value) =>
    // A record of members, as `groupOf` makes it.
    union.by === null ? value : { [union.by]: key, ...(value as object) },
  );
}

/** Any value that a form can give; `isFilled`: one that does not read as if nothing were there. */
export function anyOf(node: FormNode, depth = 0, isFilled = false): Any {
  switch (node.kind) {
    case 'leaf':
      return LEAVES[node.shape](node);
    case 'several':
      return fc.subarray([...node.values], { minLength: 1 });
    case 'group':
      return groupOf(node, depth, isFilled);
    case 'rows': {
      const minLength = Math.max(1, node.schema.minItems ?? 1);
      const item = anyOf(node.item(), depth + 1, true);
      return fc.array(item, { minLength, maxLength: Math.max(minLength, ROWS_MAX) });
    }
    case 'union': {
      const shallow = node.options.filter((one) => one.node === undefined || !needsDepth(one.node));
      const options = depth < DEPTH_MAX ? node.options : shallow;
      return fc.oneof(...options.map((option) => optionOf(option, node, depth)));
    }
  }
}

function sentOf(field: Field): [string, string][] {
  const { name, value = '' } = field;
  if (field.kind === 'checkbox') return value === 'true' ? [[name, value]] : [];
  if (field.kind === 'instant') {
    return [
      [name, value],
      [field.zoneName, field.zone],
    ];
  }
  return [[name, value]];
}

/** What a browser would send of the parts of a form, as they are shown. */
export function sentBy(parts: readonly FormPart[]): Fields {
  return Object.fromEntries(fieldsWithin(parts).flatMap(sentOf));
}
