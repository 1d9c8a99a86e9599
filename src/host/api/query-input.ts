/** Query parameters as the input of a question, coerced as its schema asks. */
import type { z } from 'zod';
import type { Question } from '../../kernel/define-area.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { INPUT_RULE } from '../host-rules.ts';
import { faultText } from '../faults.ts';
import { type JsonSchema, jsonSchemaOf, typeOf } from './json-schema.ts';

/** Names that every question takes beside its own. */
export const RESERVED = ['asOf', 'knownAt', 'format', 'lang'] as const;

/** A parameter as the index, the CLI and the OpenAPI description tell it. */
export interface Parameter {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

const known = new WeakMap<z.ZodType, readonly Parameter[]>();

/** The parameters of an input schema. */
export function parametersOf(input: z.ZodType): readonly Parameter[] {
  const held = known.get(input);
  if (held) return held;
  const schema = jsonSchemaOf(input, 'input');
  const required = new Set(schema.required ?? []);
  const made = Object.entries(schema.properties ?? {}).map(([name, part]) => ({
    name,
    schema: part,
    required: required.has(name),
  }));
  known.set(input, made);
  return made;
}

/** One text as the type that the schema asks for; what does not fit stays as it is. */
function coerce(text: string, type: string | undefined): unknown {
  if (type === 'integer' || type === 'number')
    return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (type === 'null') return text === '' ? null : text;
  return text;
}

function coerceAll(texts: readonly string[], schema: JsonSchema): unknown {
  const type = typeOf(schema);
  if (type !== 'array') return coerce(texts.at(-1) ?? '', type);
  const items = texts.length === 1 ? (texts[0] ?? '').split(',') : texts;
  return items
    .filter((item) => item !== '')
    .map((item) => coerce(item, typeOf(schema.items ?? {})));
}

function unknownParameter(name: string, parameters: readonly Parameter[]): Refusal {
  const names = [...parameters.map((parameter) => parameter.name), ...RESERVED];
  return refuse(INPUT_RULE, said('There is no parameter “{$name}”.', { name: name.slice(0, 60) }), {
    remedy: said('Use one of: {$names}.', { names }),
  });
}

/** The input that a query string gives for a question, or what is wrong with it. */
export function queryInput(
  question: Pick<Question, 'input'>,
  search: URLSearchParams,
): Record<string, unknown> | Refusal {
  const parameters = parametersOf(question.input);
  const given = new Map<string, unknown>();
  for (const name of new Set(search.keys())) {
    if (RESERVED.some((reserved) => reserved === name)) continue;
    const parameter = parameters.find((one) => one.name === name);
    if (!parameter) return unknownParameter(name, parameters);
    const texts = search.getAll(name);
    // An empty field of a form means that nothing was asked for.
    if (texts.every((text) => text === '') && !parameter.required) continue;
    given.set(name, coerceAll(texts, parameter.schema));
  }
  const input = Object.fromEntries(given);
  const parsed = question.input.safeParse(input);
  if (parsed.success) return input;
  return refuse(
    INPUT_RULE,
    said('The question cannot be asked so: {$fault}.', { fault: faultText(parsed.error) }),
  );
}
