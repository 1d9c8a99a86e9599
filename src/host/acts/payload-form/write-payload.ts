/** From a payload to what one would have typed for it: of a link, and of an act that is changed. */
import { isOwn, own } from '../../../kernel/own.ts';
import { WrittenInstant } from '../../../kernel/instants.ts';
import { writeWords } from '../../../standards/bracketed-text/write-words.ts';
import type { Fields } from '../../form.ts';
import { noneName, tickName, valueName, whichName, zoneName } from './field-names.ts';
import type { FormNode, Group, Leaf, Option, Rows, Several, Union } from './form-node.ts';
import { UTC, jsonOf } from './leaf-value.ts';
import { readPart } from './read-payload.ts';

type Typed = Record<string, string>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const JSON_INDENT = 2;
const asJson = (value: unknown): string => JSON.stringify(value, null, JSON_INDENT);

interface Words {
  readonly language: string;
  readonly text: string;
}

const textLike = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An instant as a clock in UTC shows it, to the minute where it is a whole one. */
function writeInstant(path: string, value: string): Typed {
  const instant = WrittenInstant.safeParse(value).data;
  if (instant === undefined) return { [path]: value };
  return { [path]: instant.replace(/(:00\.000)?Z$/, ''), [zoneName(path)]: UTC };
}

function leafText(leaf: Leaf, value: unknown): string {
  if (leaf.shape === 'wording') {
    // A schema of its own holds it; here it is shown.
    const words = value as readonly Words[];
    return words.map(({ language, text }) => `[${language}]\n${text}`).join('\n');
  }
  // As above.
  if (leaf.shape === 'bracketed') return writeWords(value as Parameters<typeof writeWords>[0]);
  if (leaf.shape === 'lines') return (value as readonly string[]).join('\n');
  const isItself = leaf.shape !== 'json' || jsonOf(textLike(value)) === value;
  return typeof value === 'string' && isItself ? value : asJson(value);
}

/** Shapes whose text is not the value itself, and may not give it back. */
const TOLD_APART: readonly Leaf['shape'][] = ['wording', 'bracketed', 'lines'];

function writeLeaf(leaf: Leaf, path: string, value: unknown): Typed {
  if (leaf.shape === 'instant') return writeInstant(path, String(value));
  if (!TOLD_APART.includes(leaf.shape)) return { [path]: leafText(leaf, value) };
  try {
    const typed = { [path]: leafText(leaf, value) };
    const isSame = asJson(readPart(leaf, path, typed, false)?.value) === asJson(value);
    return isSame ? typed : { [path]: asJson(value) };
  } catch {
    return { [path]: asJson(value) };
  }
}

function writeGroup(group: Group, path: string, value: Readonly<Record<string, unknown>>): Typed {
  const members = new Map(group.members().map((member) => [member.name, member]));
  const all: Typed = {};
  for (const [name, part] of Object.entries(value)) {
    const member = members.get(name);
    if (member === undefined) return { [path]: asJson(value) };
    Object.assign(all, writtenFields(member.node, `${path}.${name}`, part));
  }
  return all;
}

function isOf({ key, constant, node }: Option, union: Union, value: unknown): boolean {
  if (node === undefined) return value === constant;
  if (node.kind !== 'group') return !isObject(value);
  if (!isObject(value)) return false;
  return union.by === null ? isOwn(value, key) : own(value, union.by) === key;
}

function writeUnion(union: Union, path: string, value: unknown): Typed {
  const option = union.options.find((one) => isOf(one, union, value));
  if (option === undefined) return { [path]: asJson(value) };
  const which = { [whichName(path, union)]: option.key };
  const { node } = option;
  if (node === undefined) return which;
  if (node.kind !== 'group' || !isObject(value)) {
    return { ...which, ...writtenFields(node, valueName(path), value) };
  }
  const rest = Object.entries(value).filter(([name]) => name !== union.by);
  return { ...which, ...writeGroup(node, path, Object.fromEntries(rest)) };
}

/** Whether it is said by the field that says that there is none. */
function isNone(node: FormNode, value: unknown): boolean {
  const isInWords = node.kind === 'leaf' && ['wording', 'bracketed'].includes(node.shape);
  return value === null || (Array.isArray(value) && value.length === 0 && !isInWords);
}

/** What one would have typed for a value; as JSON where no fields can say it. */
export function writtenFields(node: FormNode, path: string, value: unknown): Fields {
  if (value === undefined) return {};
  if (isNone(node, value)) return { [noneName(path)]: 'true' };
  if (node.kind === 'leaf') return writeLeaf(node, path, value);
  if (node.kind === 'union') return writeUnion(node, path, value);
  if (node.kind === 'group') {
    return isObject(value) ? writeGroup(node, path, value) : { [path]: asJson(value) };
  }
  return Array.isArray(value) ? writeList(node, path, value) : { [path]: asJson(value) };
}

function writeList(node: Rows | Several, path: string, items: readonly unknown[]): Fields {
  if (node.kind === 'several') {
    return Object.fromEntries(items.map((item) => [tickName(path, String(item)), 'true']));
  }
  const item = node.item();
  const rows = items.map((row, at) => writtenFields(item, `${path}.${at}`, row));
  return Object.fromEntries(rows.flatMap((row) => Object.entries(row)));
}
