/** From a form's fields to the act that is asked for, and from faults back to fields. */
import type { ActDefinition } from '../../kernel/define-area.ts';
import { isOwn } from '../../kernel/own.ts';
import type { Text } from '../../ui/text/text.ts';
import { jsonSchemaOf } from '../api/json-schema.ts';
import { faultsIn } from '../faults.ts';
import type { Fields } from '../form.ts';
import {
  releaseFaultPath,
  releaseFields,
  releaseJsonOf,
  withAudiences,
} from '../releases/release-fields.ts';
import { DraftJson } from './draft.ts';
import { brokenJson, exampleFields, schemaFields, schemaValue } from './schema-fields.ts';

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
  const schema = jsonSchemaOf(definition.payload, 'input');
  const author = (typed['author'] ?? '').trim();
  return {
    type: definition.type,
    register: (typed['register'] ?? '').trim(),
    actor: (typed['actor'] ?? '').trim(),
    ...(author === '' ? {} : { author }),
    payload: schemaValue(schema, 'payload', typed) ?? {},
    basis: basisOf(typed),
    effectiveOn: typed['effectiveOn']?.trim() || null,
    ...releaseJsonOf(definition, typed),
  };
}

/** What a new form begins with: what only JSON can say is easier to change than to write. */
export function begunFields(definition: ActDefinition): Fields {
  return exampleFields(jsonSchemaOf(definition.payload, 'input'), 'payload', definition.example);
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

function payloadFaults(definition: ActDefinition, payload: unknown, text: Text) {
  const error = definition.payload.safeParse(payload).error;
  return (error ? faultsIn(error, text) : []).map(({ path, message }): [string, string] => [
    path === '' ? 'payload' : `payload.${path}`,
    message,
  ]);
}

/** What is wrong with what was typed, by name of the field, each with all that is wrong there. */
export function faultsOf(definition: ActDefinition, typed: Fields, text: Text): Fields {
  const schema = jsonSchemaOf(definition.payload, 'input');
  const spoken = { typed, errors: {}, text };
  const own = withAudiences(spoken, definition, schemaFields(schema, 'payload', spoken));
  const shown = [...own, ...releaseFields(spoken)];
  const names: string[] = [...COMMON_NAMES, ...shown.map((field) => field.name)];
  const json = draftJsonOf(definition, typed);
  const broken = brokenJson(schema, 'payload', typed);
  const faults = new Map<string, string[]>();
  for (const [path, message] of [
    ...commonFaults(json, text),
    ...payloadFaults(definition, json['payload'], text),
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
