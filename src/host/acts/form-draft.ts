/** From a form's fields to the act that is asked for, and from faults back to fields. */
import type { ActDefinition } from '../../kernel/define-area.ts';
import { jsonSchemaOf } from '../api/json-schema.ts';
import type { Fields } from '../form.ts';
import { DraftJson } from './draft.ts';
import { schemaValue } from './schema-fields.ts';

/** The act as the API would take it. */
export function draftJsonOf(definition: ActDefinition, typed: Fields): Record<string, unknown> {
  const schema = jsonSchemaOf(definition.payload, 'input');
  const source = (typed['source'] ?? '').trim();
  const recorded = typed['basis'] === 'recorded';
  return {
    type: definition.type,
    register: (typed['register'] ?? '').trim(),
    actor: (typed['actor'] ?? '').trim(),
    payload: schemaValue(schema, 'payload', typed) ?? {},
    basis: recorded ? { kind: 'recorded', source } : { kind: 'signed' },
    effectiveOn: typed['effectiveOn']?.trim() || null,
  };
}

/** What is wrong with it, by name of the field. */
export function faultsOf(definition: ActDefinition, json: Record<string, unknown>): Fields {
  const draft = DraftJson.safeParse(json).error?.issues ?? [];
  const payload = definition.payload.safeParse(json['payload']).error?.issues ?? [];
  const named: (readonly [string, string])[] = [
    ...draft.map(
      ({ path, message }) => [path[0] === 'basis' ? 'source' : path.join('.'), message] as const,
    ),
    ...payload.map(({ path, message }) => [['payload', ...path].join('.'), message] as const),
  ];
  return Object.fromEntries(named);
}
