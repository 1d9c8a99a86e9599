/** Goes through what a form came with: every place of it, with what is asked for there. */
import { ACTOR_FORMAT } from '../../../kernel/text-formats.ts';
import type { ActDefinition } from '../../../kernel/define-area.ts';
import { jsonSchemaOf } from '../../api/json-schema.ts';
import type { Fields } from '../../form.ts';
import { rowsIn, typedAt, valueName, whichName } from './field-names.ts';
import { type FormNode, formNode } from './form-node.ts';
import { writtenFields } from './write-payload.ts';

/** The name before those of all fields of a payload. */
export const PAYLOAD = 'payload';

const nodes = new WeakMap<ActDefinition, FormNode>();

/** What the form of a kind of act asks for. */
export function nodeOf(definition: ActDefinition): FormNode {
  const known = nodes.get(definition);
  if (known) return known;
  const made = formNode(jsonSchemaOf(definition.payload, 'input'));
  nodes.set(definition, made);
  return made;
}

export interface Placed {
  readonly node: FormNode;
  readonly path: string;
}

function partsAt({ node, path }: Placed, typed: Fields): Placed[] {
  switch (node.kind) {
    case 'group':
      return node.members().map((one) => ({ node: one.node, path: `${path}.${one.name}` }));
    case 'rows':
      return rowsIn(typed, path).map((at) => ({ node: node.item(), path: `${path}.${at}` }));
    case 'union': {
      const chosen = typedAt(typed, whichName(path, node));
      const part = node.options.find(({ key }) => key === chosen)?.node;
      if (part === undefined) return [];
      return [{ node: part, path: part.kind === 'group' ? path : valueName(path) }];
    }
    default:
      return [];
  }
}

const isWhole = ({ node, path }: Placed, typed: Fields): boolean =>
  node.kind !== 'leaf' && node.kind !== 'several' && typedAt(typed, path) !== '';

/** Every place that a form came with; below a value that came whole there are none. */
export function* placesIn(node: FormNode, path: string, typed: Fields): Generator<Placed> {
  const here = { node, path };
  yield here;
  if (isWhole(here, typed)) return;
  for (const part of partsAt(here, typed)) yield* placesIn(part.node, part.path, typed);
}

/** What was typed, with values that came whole, as a link brings them, laid out as fields. */
export function laidOut(definition: ActDefinition, typed: Fields): Fields {
  const all = new Map(Object.entries(typed));
  for (const place of placesIn(nodeOf(definition), PAYLOAD, typed)) {
    if (!isWhole(place, typed)) continue;
    try {
      const value: unknown = JSON.parse(typedAt(typed, place.path));
      all.delete(place.path);
      const fields = Object.entries(writtenFields(place.node, place.path, value));
      for (const [name, text] of fields) all.set(name, text);
    } catch {
      // What is no JSON is shown as it came, for its writer to mend.
    }
  }
  return Object.fromEntries(all);
}

/** The names of the fields in which a document is chosen. */
export function documentNames(definition: ActDefinition, typed: Fields): string[] {
  const places = [...placesIn(nodeOf(definition), PAYLOAD, typed)];
  return places.flatMap(({ node, path }) =>
    node.kind === 'leaf' && node.shape === 'document' ? [path] : [],
  );
}

/** The names of the fields that name actors, one or one to a line. */
export function actorFieldNames(definition: ActDefinition, typed: Fields): string[] {
  const places = [...placesIn(nodeOf(definition), PAYLOAD, typed)];
  return places.flatMap(({ node, path }) => {
    const { format, items } = node.schema;
    const isActor = format === ACTOR_FORMAT || items?.format === ACTOR_FORMAT;
    return node.kind === 'leaf' && isActor ? [path] : [];
  });
}

/** The fields that take JSON and hold none, each with what the parser says. */
export function brokenJson(definition: ActDefinition, typed: Fields): Fields {
  const told: [string, string][] = [];
  for (const place of placesIn(nodeOf(definition), PAYLOAD, typed)) {
    const { node, path } = place;
    const isJson = isWhole(place, typed) || (node.kind === 'leaf' && node.shape === 'json');
    const text = typedAt(typed, path);
    // A value by itself is written without quotes in an address.
    if (!isJson || text === '' || /^[\w-]+$/.test(text)) continue;
    try {
      JSON.parse(text);
    } catch (error) {
      told.push([path, error instanceof Error ? error.message : String(error)]);
    }
  }
  return Object.fromEntries(told);
}
