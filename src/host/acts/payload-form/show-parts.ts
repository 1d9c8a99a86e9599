/** What a form asks for as fields and groups of them, with what was typed and what was wrong. */
import { own } from '../../../kernel/own.ts';
import type { Field, FieldOption } from '../../../ui/form-fields/form-fields.tsx';
import type { FieldGroup, FormPart } from '../../../ui/field-group/field-group.tsx';
import { type Named, labelOf, optionLabel } from '../field-words.ts';
import {
  isTicked,
  noneName,
  rowsIn,
  rowsName,
  tickName,
  typedAt,
  valueName,
  whichName,
} from './field-names.ts';
import {
  type FormNode,
  type Group,
  type Rows,
  type Several,
  type Union,
  canSayNone,
} from './form-node.ts';
import { type FieldsShown, hintsOf, leafField } from './leaf-fields.ts';
import { readPart } from './read-payload.ts';
import { ADD_STEP, DROP_STEP, SHOW_STEP } from './steps.ts';

/** Where a part stands: its name, what it is called, and how far it is asked for. */
interface Place {
  readonly path: string;
  readonly named: Named;
  readonly label: string;
  /** The browser asks for it. */
  readonly isRequired: boolean;
  /** It is needed once what it stands in is filled in. */
  readonly isNeeded: boolean;
  readonly depth: number;
}

type Show<Kind> = (node: Kind, place: Place, shown: FieldsShown) => FormPart[];

const needs = ({ isRequired, isNeeded }: Place) => ({
  required: isRequired,
  ...(isNeeded && { needed: true }),
});

function errorAt({ errors }: FieldsShown, name: string): { error?: string } {
  const error = own(errors, name);
  return error === undefined ? {} : { error };
}

function groupPart(
  node: FormNode,
  place: Place,
  shown: FieldsShown,
  rest: Pick<FieldGroup, 'parts' | 'layout' | 'steps'>,
): FieldGroup {
  const { path: name, label, named } = place;
  const hint = hintsOf(node.schema, named, shown);
  return { kind: 'group', name, label, ...needs(place), ...hint, ...errorAt(shown, name), ...rest };
}

/** Says that there is none, where leaving it out says something else. */
function noneField(node: FormNode, { path, isRequired }: Place, shown: FieldsShown): Field[] {
  if (!canSayNone(node, isRequired)) return [];
  const name = noneName(path);
  const value = isTicked(shown.typed, name) ? 'true' : '';
  return [{ kind: 'checkbox', name, label: shown.text('host.acts.none-at-all'), value }];
}

const showLeaf: Show<Extract<FormNode, { kind: 'leaf' }>> = (leaf, place, shown) => {
  const { path: name, named, label } = place;
  const base = {
    name,
    label,
    ...needs(place),
    value: own(shown.typed, name) ?? '',
    ...hintsOf(leaf.schema, named, shown),
    ...errorAt(shown, name),
  };
  return [leafField({ base, leaf, named, shown }), ...noneField(leaf, place, shown)];
};

const showSeveral: Show<Several> = (node, place, shown) => {
  const { path, named } = place;
  const lines = typedAt(shown.typed, path).split('\n');
  const ticks = node.values.map((value): Field => {
    const name = tickName(path, value);
    const isChosen = isTicked(shown.typed, name) || lines.includes(value);
    const label = optionLabel(named, value, shown);
    return { kind: 'checkbox', name, label, value: isChosen ? 'true' : '' };
  });
  const parts = [...ticks, ...noneField(node, place, shown)];
  return [groupPart(node, place, shown, { parts, layout: 'ticks' })];
};

function memberParts(group: Group, place: Place, shown: FieldsShown): FormPart[] {
  return group.members().flatMap(({ name, node, isRequired }) => {
    const named = { ...place.named, name };
    return showPart(
      node,
      {
        path: `${place.path}.${name}`,
        named,
        label: labelOf(named, shown),
        isRequired: place.isRequired && isRequired,
        isNeeded: isRequired,
        depth: place.depth + 1,
      },
      shown,
    );
  });
}

/** What the members of a group are spoken of as standing in. */
const within = (node: FormNode, { named, ...place }: Place): Place => ({
  ...place,
  named: { name: named.name, within: node.schema.title ?? named.name },
});

const showGroup: Show<Group> = (group, place, shown) => {
  const parts = memberParts(group, within(group, place), shown);
  return [groupPart(group, place, shown, { parts: [...parts, ...noneField(group, place, shown)] })];
};

const LINE_FIELDS_MAX = 3;
const ON_A_LINE: readonly string[] = ['choice', 'date', 'flag', 'number', 'text'];

/** Whether a row is short enough to stand on one line. */
function isShort(item: FormNode): boolean {
  if (item.kind === 'leaf') return ON_A_LINE.includes(item.shape);
  if (item.kind !== 'group') return false;
  const members = item.members();
  const isLeaf = ({ node }: (typeof members)[number]): boolean =>
    node.kind === 'leaf' && ON_A_LINE.includes(node.shape) && (node.schema.maxLength ?? 0) < 400;
  return members.length <= LINE_FIELDS_MAX && members.every(isLeaf);
}

/** Rows that wait to be filled in: more of short ones, none of long ones that are not needed. */
function blankRows(item: FormNode, { isNeeded, depth }: Place): number {
  if (isShort(item)) return depth <= 1 ? 3 : 1;
  return isNeeded ? 1 : 0;
}

const ROWS_ADDED_MAX = 12;

/** The numbers of the rows that are shown: those that came, and blank ones behind them. */
function shownRows(rows: Rows, place: Place, { typed }: FieldsShown): number[] {
  const { path } = place;
  const present = rowsIn(typed, path);
  const asked = Number(typedAt(typed, rowsName(path)));
  const wanted = Number.isSafeInteger(asked) && asked > 0 ? asked : present.length;
  const begun = present.length === 0 ? blankRows(rows.item(), place) : 0;
  const count = Math.max(begun, Math.min(wanted, present.length + ROWS_ADDED_MAX));
  const { maxItems = count } = rows.schema;
  const next = (present.at(-1) ?? -1) + 1;
  const missing = Math.max(0, Math.min(count, maxItems) - present.length);
  return [...present, ...Array.from({ length: missing }, (_, at) => next + at)];
}

/** What the first row says of how it is filled in goes for the others. */
function withoutHint(part: FormPart): FormPart {
  const { hint: _, ...rest } = part;
  return rest;
}

const showRows: Show<Rows> = (node, place, shown) => {
  const { text, typed } = shown;
  const { path, label } = place;
  const item = node.item();
  const isLine = isShort(item);
  const indices = shownRows(node, place, shown);
  const rows = indices.flatMap((index, at): FormPart[] => {
    const rowPath = `${path}.${index}`;
    const rowLabel = text('host.acts.row', { field: label, number: at + 1 });
    const inRow = { ...place, path: rowPath, label: rowLabel, isRequired: false, isNeeded: true };
    const parts = showPart(item, { ...inRow, depth: place.depth + 1 }, shown);
    const [only] = parts;
    if (item.kind === 'leaf' || only?.kind !== 'group') return parts;
    const isFilled = readPart(item, rowPath, typed, false) !== undefined;
    const drop = { label: text('host.acts.row-drop'), value: `${DROP_STEP}${rowPath}` };
    const steps = [...(only.steps ?? []), ...(isFilled ? [{ ...drop, target: path }] : [])];
    const row = {
      ...only,
      steps,
      parts: at > 0 && isLine ? only.parts.map(withoutHint) : only.parts,
    };
    return [{ ...row, ...(isLine && { layout: 'line' as const }) }];
  });
  const count: Field = {
    kind: 'hidden',
    name: rowsName(path),
    label: '',
    value: `${indices.length}`,
  };
  const isFull = indices.length >= (node.schema.maxItems ?? Number.POSITIVE_INFINITY);
  const isEmpty = indices.length === 0;
  const key = isEmpty ? 'host.acts.row-first' : 'host.acts.row-more';
  const more = { label: text(key, { field: label }), value: ADD_STEP + path };
  const target = `${path}.${indices.at(-1) ?? 0}`;
  const steps = isFull ? [] : [{ ...more, target: isEmpty ? path : target }];
  const parts = [count, ...rows, ...noneField(node, place, shown)];
  const group = groupPart(node, place, shown, { parts, steps });
  return [isEmpty && place.depth <= 1 ? { ...group, isAtHand: true } : group];
};

/** What the forms of a value are spoken of as. */
export function optionsNamed({ by, schema }: Union, { name }: Named): Named {
  const within = schema.title ?? name;
  return { name: by ?? within, within };
}

/** What the members of one form of a value are spoken of as standing in. */
export function formNamed({ schema }: Union, { name }: Named, key: string): Named {
  const within = schema.title ?? name;
  return { name, within, form: `${within}-${key}` };
}

const showUnion: Show<Union> = (union, place, shown) => {
  const { path, label, named } = place;
  const name = whichName(path, union);
  const chosen = typedAt(shown.typed, name);
  const asked = optionsNamed(union, named);
  const options = union.options.map(
    ({ key }): FieldOption => ({ value: key, label: optionLabel(asked, key, shown) }),
  );
  const option = union.options.find(({ key }) => key === chosen);
  const error = { ...errorAt(shown, path), ...errorAt(shown, name) };
  const which: Field = {
    kind: 'select',
    name,
    label: shown.text('host.acts.which'),
    ...needs(place),
    value: option === undefined ? '' : chosen,
    options,
    ...error,
  };
  const rest =
    option?.node === undefined
      ? []
      : optionParts(option.node, place, formNamed(union, named, chosen), shown);
  const step = { label: shown.text('host.acts.which-show'), value: SHOW_STEP, target: path };
  const parts = [which, ...rest, ...noneField(union, place, shown)];
  const hint = hintsOf(union.schema, named, shown);
  const layout = 'choice' as const;
  const group = { kind: 'group', name: path, label, layout, parts, steps: [step] } as const;
  return [{ ...group, ...needs(place), ...hint }];
};

/** What is to be filled in of the form that was chosen. */
function optionParts(node: FormNode, place: Place, named: Named, shown: FieldsShown): FormPart[] {
  const inside = { ...place, isNeeded: true, named };
  if (node.kind === 'group') return memberParts(node, inside, shown);
  const label = shown.text('host.acts.which-value');
  return showPart(node, { ...inside, path: valueName(place.path), label }, shown);
}

/** A whole value that came as JSON, and that no fields can say. */
function showWhole(node: FormNode, place: Place, shown: FieldsShown): FormPart[] {
  const { path: name, named, label } = place;
  const whole = own(shown.typed, name) ?? '';
  const inFields = whole === '' ? readPart(node, name, shown.typed, false)?.value : undefined;
  const value = inFields === undefined ? whole : JSON.stringify(inFields);
  const base = { name, label, ...needs(place), value };
  const leaf = { ...node, kind: 'leaf', shape: 'json' } as const;
  return [leafField({ base: { ...base, ...errorAt(shown, name) }, leaf, named, shown })];
}

/** Schemas that contain themselves end somewhere on a page: as JSON. */
const DEPTH_MAX = 16;

/** The parts of a form that ask for a value. */
function showPart(node: FormNode, place: Place, shown: FieldsShown): FormPart[] {
  if (node.kind === 'leaf') return showLeaf(node, place, shown);
  if (node.kind === 'several') return showSeveral(node, place, shown);
  const isWhole = typedAt(shown.typed, place.path) !== '';
  if (isWhole || place.depth > DEPTH_MAX) return showWhole(node, place, shown);
  switch (node.kind) {
    case 'group':
      return showGroup(node, place, shown);
    case 'rows':
      return showRows(node, place, shown);
    case 'union':
      return showUnion(node, place, shown);
  }
}

/** The parts of the form of a payload, the members of a kind of act. */
export function payloadParts(
  node: FormNode,
  path: string,
  kind: string,
  shown: FieldsShown,
): FormPart[] {
  const named = { name: path, within: kind };
  const place = { path, named, label: '', isRequired: true, isNeeded: true, depth: 0 };
  if (node.kind === 'group' && typedAt(shown.typed, path) === '') {
    return memberParts(node, place, shown);
  }
  return showPart(node, { ...place, label: labelOf(named, shown) }, shown);
}
