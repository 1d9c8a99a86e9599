/** Single fields of a form, each made from what its schema says of it. */
import { ACTOR_FORMAT, FRACTION_FORMAT, NAME_FORMAT } from '../../../kernel/text-formats.ts';
import { z } from 'zod';
import { ATTACHMENT_TYPES } from '../../../kernel/attachment.ts';
import { own } from '../../../kernel/own.ts';
import type { Field } from '../../../ui/form-fields/form-fields.tsx';
import type { JsonSchema } from '../../api/json-schema.ts';
import type { Fields } from '../../form.ts';
import { type FieldsSpoken, type Named, hintOf, optionLabel } from '../field-words.ts';
import { beginWording } from '../wording-field.ts';
import { typedAt, zoneName } from './field-names.ts';
import { type Leaf, type LeafShape, textOf } from './form-node.ts';
import { UTC, jsonOf } from './leaf-value.ts';
import { zoneOptions } from './zones.ts';

export interface FieldsShown extends FieldsSpoken {
  /** What was typed, by name of the field. */
  readonly typed: Fields;
  /** What is wrong, by name of the field. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Ending of the name of the field that leaves a chosen document out. */
export const OMIT = '.omit';
/** The list of names of actors that a page with fields for actors has. */
export const ACTOR_NAMES = 'act-actor-names';
const LONG_TEXT_FROM = 300;
/** Browsers know no ending for Akoma Ntoso, which comes as XML. */
const DOCUMENTS_ACCEPTED = [...ATTACHMENT_TYPES, '.akn', '.xml'].join(',');

type Base = Omit<Field, 'kind'>;

/** What a leaf is made from: what all fields have, its schema, and what it is called. */
export interface LeafMade {
  readonly base: Base;
  readonly leaf: Leaf;
  readonly named: Named;
  readonly shown: FieldsShown;
}

/** Adds to what the schema says of a field how it is to be filled in. */
function hinted(base: Base, ...more: readonly string[]): Base {
  const hint = [base.hint, ...more].filter((part) => part !== undefined && part !== '').join(' ');
  return hint === '' ? base : { ...base, hint };
}

function choice({ base, named, shown }: LeafMade, values: readonly unknown[]): Field {
  const options = values.map(textOf).map((value) => {
    return { value, label: optionLabel(named, value, shown) };
  });
  return { ...base, kind: 'select', options };
}

type Make = (made: LeafMade) => Field;

const jsonField: Make = ({ base, leaf, shown: { text } }) => {
  const [example] = leaf.schema.examples ?? [];
  const hint =
    example === undefined
      ? text('host.acts.json-hint')
      : text('host.acts.json-such-as', { example: JSON.stringify(example) });
  return { ...hinted(base, hint), kind: 'textarea', rows: 4, code: true };
};

/** Of no use to the reader where JSON is broken: then the document is chosen again. */
const Held = z.object({ name: z.string() });

const documentField: Make = ({ base, shown: { text } }) => {
  const held = Held.safeParse(jsonOf(base.value ?? '')).data?.name;
  const taken = held === undefined ? {} : { held, omitName: `${base.name}${OMIT}` };
  const hint = text('host.acts.document.hint');
  return { ...hinted(base, hint), kind: 'file', accept: DOCUMENTS_ACCEPTED, ...taken };
};

const instantField: Make = ({ base, shown }) => {
  const { value = '', name } = base;
  const isUtc = value.endsWith('Z');
  return {
    ...hinted(base, shown.text('host.acts.instant.hint')),
    kind: 'instant',
    value: isUtc ? value.slice(0, -1) : value,
    zoneName: zoneName(name),
    zone: (isUtc ? '' : typedAt(shown.typed, zoneName(name))) || UTC,
    zones: zoneOptions(shown.text.locale),
    zoneLabel: shown.text('host.acts.instant.zone', { field: base.label }),
  };
};

const linesField: Make = ({ base, leaf, shown: { text } }) => {
  const isActors = leaf.schema.items?.format === ACTOR_FORMAT;
  const how = text(isActors ? 'host.acts.actors-per-line' : 'host.acts.one-per-line');
  return { ...hinted(base, how), kind: 'textarea', rows: 3 };
};

const textField: Make = ({ base, leaf: { schema }, shown: { text } }) => {
  const { maxLength = 0, format } = schema;
  if (format === ACTOR_FORMAT) {
    const hint = base.hint === undefined ? [text('host.acts.actor-field')] : [];
    return { ...hinted(base, ...hint), kind: 'text', list: ACTOR_NAMES, lengthMax: 200 };
  }
  if (maxLength >= LONG_TEXT_FROM) {
    return { ...base, kind: 'textarea', rows: 3, lengthMax: maxLength };
  }
  return { ...base, kind: 'text', ...(maxLength > 0 ? { lengthMax: maxLength } : {}) };
};

const FIELD_BY_SHAPE: Readonly<Record<LeafShape, Make>> = {
  constant: ({ base, leaf }) => ({ ...base, kind: 'hidden', value: textOf(leaf.schema.const) }),
  choice: (made) => choice(made, made.leaf.schema.enum ?? []),
  flag: (made) => choice(made, [true, false]),
  number: ({ base, leaf: { schema } }) => ({
    ...base,
    kind: 'number',
    ...(schema.minimum !== undefined && { min: schema.minimum }),
    ...(schema.maximum !== undefined &&
      schema.maximum < Number.MAX_SAFE_INTEGER && { max: schema.maximum }),
  }),
  date: ({ base }) => ({ ...base, kind: 'date' }),
  instant: instantField,
  wording: ({ base, shown: { text } }) => {
    const begun = base.required && base.value === '' ? beginWording(text.locale) : base.value;
    const field = { ...base, ...(begun !== undefined && { value: begun }) };
    return { ...hinted(field, text('host.acts.wording-hint')), kind: 'textarea', rows: 6 };
  },
  bracketed: ({ base, shown: { text } }) => ({
    ...hinted(base, text('host.acts.brackets-hint')),
    kind: 'textarea',
    rows: 4,
  }),
  lines: linesField,
  text: textField,
  document: documentField,
  json: jsonField,
};

const HINT_BY_FORMAT: Readonly<Record<string, string>> = {
  [NAME_FORMAT]: 'host.acts.name-hint',
  [FRACTION_FORMAT]: 'host.acts.fraction-hint',
};

/**
 * A default is told and not filled in: a value within a group that may be left out would make the
 * whole group be there.
 */
export function hintsOf(schema: JsonSchema, named: Named, spoken: FieldsSpoken): { hint?: string } {
  const { text } = spoken;
  const { default: otherwise } = schema;
  const isEmpty = ['undefined', 'null', '""', '[]', '{}'].includes(
    JSON.stringify(otherwise) ?? 'undefined',
  );
  const values: readonly unknown[] = Array.isArray(otherwise) ? otherwise : [otherwise];
  const value = values.map((one) => optionLabel(named, textOf(one), spoken)).join(', ');
  const told = isEmpty ? '' : text('host.acts.otherwise', { value });
  const usual = own(HINT_BY_FORMAT, schema.format ?? schema.items?.format ?? '');
  const how = hintOf(named, spoken) ?? (usual ? text(usual) : '');
  const hint = [how, told].filter(Boolean).join(' ');
  return hint === '' ? {} : { hint };
}

/** The field of a single value. */
export function leafField(made: LeafMade): Field {
  return FIELD_BY_SHAPE[made.leaf.shape](made);
}
