/** From what was typed to the payload, and to the field that each of its values came from. */
import { own } from '../../../kernel/own.ts';
import type { Fields } from '../../form.ts';
import {
  isTicked,
  noneName,
  rowsIn,
  tickName,
  typedAt,
  valueName,
  whichName,
} from './field-names.ts';
import { type FormNode, type Group, type Leaf, type Rows, type Union } from './form-node.ts';
import { jsonOf, leafValue } from './leaf-value.ts';

/** A value, with the field that it came from; those of its parts by their names in the value. */
export interface Reading {
  readonly value: unknown;
  readonly at: string;
  readonly parts: Readonly<Record<string, Reading>>;
}

const alone = (value: unknown, at: string): Reading => ({ value, at, parts: {} });

/** A list of one-line values, of ticks or of rows is there, though nothing is in it. */
const isList = (node: FormNode): boolean =>
  node.kind === 'rows' ||
  node.kind === 'several' ||
  (node.kind === 'leaf' && node.shape === 'lines');

/** What it says that nothing was typed where something is needed. */
function nothing(node: FormNode, path: string, isRequired: boolean): Reading | undefined {
  if (!isRequired) return undefined;
  if (node.isNullable) return alone(null, path);
  const isEmpty = isList(node) && (node.schema.minItems ?? 0) === 0;
  return isEmpty ? alone([], path) : undefined;
}

function readLeaf(leaf: Leaf, path: string, typed: Fields): Reading | undefined {
  if (leaf.shape === 'constant') return alone(leaf.schema.const, path);
  const value = leafValue(leaf, path, typed);
  return value === undefined ? undefined : alone(value, path);
}

const isConstant = (node: FormNode): boolean => node.kind === 'leaf' && node.shape === 'constant';

/** What goes without saying does not make a group be there. */
function readGroup(group: Group, path: string, typed: Fields, isRequired: boolean) {
  const members = group.members();
  const read = (needed: boolean): [string, Reading][] =>
    members.flatMap(({ name, node, isRequired: isOwn }): [string, Reading][] => {
      const part = readPart(node, `${path}.${name}`, typed, needed && isOwn);
      return part === undefined ? [] : [[name, part]];
    });
  const isThere = isRequired || read(false).some(([name]) => !isConstant(nodeNamed(members, name)));
  return isThere ? together(read(true), path) : undefined;
}

function nodeNamed(members: ReturnType<Group['members']>, name: string): FormNode {
  const found = members.find((member) => member.name === name);
  if (found === undefined) throw new Error(`no member ${name}`);
  return found.node;
}

function together(parts: readonly [string, Reading][], at: string): Reading {
  const value = Object.fromEntries(parts.map(([name, part]) => [name, part.value]));
  return { value, at, parts: Object.fromEntries(parts) };
}

/** Rows that were left blank are dropped. */
function readRows(rows: Rows, path: string, typed: Fields): Reading | undefined {
  const item = rows.item();
  const read = rowsIn(typed, path).flatMap((index): Reading[] => {
    const at = `${path}.${index}`;
    if (readPart(item, at, typed, false) === undefined) return [];
    const row = readPart(item, at, typed, true);
    return row === undefined ? [] : [row];
  });
  if (read.length === 0) return undefined;
  return {
    value: read.map(({ value }) => value),
    at: path,
    parts: Object.fromEntries(read.map((row, at) => [`${at}`, row])),
  };
}

function readUnion(union: Union, path: string, typed: Fields): Reading | undefined {
  const name = whichName(path, union);
  const which = typedAt(typed, name);
  if (which === '') return undefined;
  const option = union.options.find(({ key }) => key === which);
  if (option === undefined) return alone(which, path);
  const { node, constant } = option;
  if (node === undefined) return alone(constant, path);
  if (node.kind !== 'group') return readPart(node, valueName(path), typed, true);
  const group = readGroup(node, path, typed, true);
  if (group === undefined || union.by === null) return group;
  // The schema's own word for this form stands first, as in its examples.
  const parts: [string, Reading][] = [[union.by, alone(which, name)]];
  return together([...parts, ...Object.entries(group.parts)], path);
}

/** What was typed at a place; undefined where nothing was. */
export function readPart(
  node: FormNode,
  path: string,
  typed: Fields,
  isRequired: boolean,
): Reading | undefined {
  if (isTicked(typed, noneName(path))) return alone(isList(node) ? [] : null, path);
  return readTyped(node, path, typed, isRequired) ?? nothing(node, path, isRequired);
}

/** A link may bring a whole value, and the API's own way to write one always serves. */
function readTyped(node: FormNode, path: string, typed: Fields, isRequired: boolean) {
  if (node.kind === 'leaf') return readLeaf(node, path, typed);
  const whole = typedAt(typed, path);
  if (node.kind === 'several') return readSeveral(node.values, path, typed, whole);
  if (whole !== '') return alone(jsonOf(whole), path);
  switch (node.kind) {
    case 'group':
      return readGroup(node, path, typed, isRequired);
    case 'rows':
      return readRows(node, path, typed);
    case 'union':
      return readUnion(node, path, typed);
  }
}

/** Those that are ticked, in the order in which they are offered; or a line for each. */
function readSeveral(values: readonly string[], path: string, typed: Fields, whole: string) {
  const lines = whole.split('\n').map((line) => line.trim());
  const strange = lines.filter((line) => line !== '' && !values.includes(line));
  const chosen = values.filter(
    (value) => isTicked(typed, tickName(path, value)) || lines.includes(value),
  );
  const all = [...chosen, ...strange];
  return all.length === 0 ? undefined : alone(all, path);
}

/** The payload that was typed; an empty one where nothing was. */
export function readPayload(node: FormNode, path: string, typed: Fields): Reading {
  return readPart(node, path, typed, true) ?? alone({}, path);
}

/** The name of the field that a fault of the payload belongs to. */
export function placeOf(reading: Reading, way: readonly string[]): string {
  const [name, ...rest] = way;
  if (name === undefined) return reading.at;
  const part = own(reading.parts, name);
  return part === undefined ? [reading.at, ...way].join('.') : placeOf(part, rest);
}
