/** The inputs of a question as the fields of a form that asks it. */
import type { Question } from '../../../kernel/define-area.ts';
import type { Field } from '../../../ui/form-fields/form-fields.tsx';
import type { Text } from '../../../ui/text/text.ts';
import { typeOf } from '../json-schema.ts';
import { type Parameter, parametersOf } from '../query-input.ts';
import { typeText } from './schema-rows.ts';

const LENGTH_MAX = 400;

const choices = (values: readonly unknown[], required: boolean) => {
  const options = values.map((value) => ({ value: String(value), label: String(value) }));
  return required ? options : [{ value: '', label: '–' }, ...options];
};

/** What a field takes beside its name. */
function hintOf({ schema }: Parameter): string {
  return [schema.description, typeText(schema)].filter((part) => part !== undefined).join(' · ');
}

function fieldOf(parameter: Parameter, search: URLSearchParams): Field {
  const { name, schema, required } = parameter;
  const value = search.getAll(name).join(',');
  const common = { name, label: name, hint: hintOf(parameter), value, required };
  const type = typeOf(schema);
  if (schema.enum !== undefined) {
    return { ...common, kind: 'select', options: choices(schema.enum, required) };
  }
  if (type === 'boolean') {
    return { ...common, kind: 'select', options: choices([true, false], required) };
  }
  if (type === 'integer') return { ...common, kind: 'number' };
  return schema.format === 'date'
    ? { ...common, kind: 'date' }
    : { ...common, kind: 'text', lengthMax: LENGTH_MAX };
}

/** The fields of a question, and the two dates that every question takes. */
export function questionFields(text: Text, question: Question, search: URLSearchParams): Field[] {
  const dates = ['asOf', 'knownAt'] as const;
  return [
    ...parametersOf(question.input).map((parameter) => fieldOf(parameter, search)),
    ...dates.map((name): Field => {
      const hint = text(`host.docs.${name}`);
      return { kind: 'text', name, label: name, hint, value: search.get(name) ?? '' };
    }),
  ];
}
