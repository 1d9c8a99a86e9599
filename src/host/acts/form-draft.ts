/** From a form's fields to the act that is asked for, and from faults back to fields. */
import type { ActDefinition } from '../../kernel/define-area.ts';
import { isOwn } from '../../kernel/own.ts';
import type { Text } from '../../ui/text/text.ts';
import type { FormPart } from '../../ui/field-group/field-group.tsx';
import { faultsIn } from '../faults.ts';
import type { Fields } from '../form.ts';
import {
  releaseFaultPath,
  releaseFields,
  releaseJsonOf,
  withAudiences,
} from '../releases/release-fields.ts';
import { DraftJson } from './draft.ts';
import { clearMessage } from './payload-form/fault-words.ts';
import type { FormNode } from './payload-form/form-node.ts';
import { type Reading, placeOf, readPayload } from './payload-form/read-payload.ts';
import { payloadParts } from './payload-form/show-parts.ts';
import { PAYLOAD, brokenJson, nodeOf, placesIn } from './payload-form/walk.ts';

/** The fields that acts of every kind have; their names are those of the API. */
export const COMMON_NAMES = [
  'register',
  'actor',
  'author',
  'basis',
  'source',
  'effectiveOn',
] as const;

/** A source belongs to what is recorded; beside another basis the schema is to refuse it. */
function basisOf(typed: Fields): Record<string, string> {
  const source = (typed['source'] ?? '').trim();
  if (typed['basis'] === 'recorded') return { kind: 'recorded', source };
  return source === '' ? { kind: 'signed' } : { kind: 'signed', source };
}

/** The act as the API would take it. */
export function draftJsonOf(definition: ActDefinition, typed: Fields): Record<string, unknown> {
  const author = (typed['author'] ?? '').trim();
  return {
    type: definition.type,
    register: (typed['register'] ?? '').trim(),
    actor: (typed['actor'] ?? '').trim(),
    ...(author === '' ? {} : { author }),
    payload: readPayload(nodeOf(definition), PAYLOAD, typed).value,
    basis: basisOf(typed),
    effectiveOn: typed['effectiveOn']?.trim() || null,
    ...releaseJsonOf(definition, typed),
  };
}

/** The field that a fault belongs to: the one it lies in, else the first of those within it. */
function fieldAt(path: string, names: readonly string[]): string | null {
  const around = names
    .filter((name) => path === name || path.startsWith(`${name}.`))
    .toSorted((one, other) => other.length - one.length);
  return around[0] ?? names.find((name) => name.startsWith(`${path}.`)) ?? null;
}

function commonFaults(json: Record<string, unknown>, text: Text): [string, string][] {
  const error = DraftJson.safeParse(json).error;
  return (error ? faultsIn(error, text) : []).map(({ path, message }) => {
    if (!path.startsWith('basis')) return [releaseFaultPath(json, path), message];
    const isExtra = path === 'basis';
    return ['source', isExtra ? text('host.fault.source') : message];
  });
}

/** What the schema found, at the field that each value came from. */
function payloadFaults(
  definition: ActDefinition,
  read: Reading,
  nodes: ReadonlyMap<string, FormNode>,
  text: Text,
): [string, string][] {
  const error = definition.payload.safeParse(read.value).error;
  return (error ? faultsIn(error, text) : []).map(({ path, message }): [string, string] => {
    const way = path === '' ? [] : path.split('.');
    const place = placeOf(read, way);
    const list = place.slice(0, place.lastIndexOf('.'));
    // One of several lines has no field of its own: it is told by what it says.
    const isLine = !nodes.has(place) && nodes.get(list)?.kind === 'leaf';
    const name = isLine ? list : place;
    return [name, clearMessage(nodes.get(name), valueAt(read.value, way), message, text)];
  });
}

/** What stands at a place of the payload; undefined where nothing does. */
function valueAt(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined || typeof value !== 'object' || value === null) return value;
  const [, part] = Object.entries(value).find(([key]) => key === name) ?? [];
  return part === undefined ? undefined : valueAt(part, rest);
}

const namesOf = (parts: readonly FormPart[]): string[] =>
  parts.flatMap((part) =>
    part.kind === 'group' ? [...namesOf(part.parts), part.name] : [part.name],
  );

/** What is wrong with what was typed, by name of the field, each with all that is wrong there. */
export function faultsOf(definition: ActDefinition, typed: Fields, text: Text): Fields {
  const node = nodeOf(definition);
  const spoken = { typed, errors: {}, text };
  const own = withAudiences(spoken, definition, payloadParts(node, PAYLOAD, '', spoken));
  const names = [...COMMON_NAMES, ...namesOf([...own, ...releaseFields(spoken)])];
  const nodes = new Map([...placesIn(node, PAYLOAD, typed)].map((one) => [one.path, one.node]));
  const broken = brokenJson(definition, typed);
  const faults = new Map<string, string[]>();
  for (const [path, message] of [
    ...commonFaults(draftJsonOf(definition, typed), text),
    ...payloadFaults(definition, readPayload(node, PAYLOAD, typed), nodes, text),
  ]) {
    const name = fieldAt(path, names);
    if (name === null || isOwn(broken, name)) continue;
    const where = path.startsWith(`${name}.`) ? `${path.slice(name.length + 1)}: ` : '';
    faults.set(name, [...(faults.get(name) ?? []), `${where}${message}`]);
  }
  return {
    ...Object.fromEntries([...faults].map(([name, told]) => [name, told.join('; ')])),
    ...Object.fromEntries(
      Object.entries(broken).map(([name, why]) => [name, text('host.fault.json', { why })]),
    ),
  };
}
