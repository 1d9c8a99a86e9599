/** `GET /api`: what can be asked and done here. The CLI is made from it. */
import type { Area } from '../../kernel/define-area.ts';
import type { Services } from '../services.ts';
import { typeOf } from './json-schema.ts';
import { columnsOf } from './questions.ts';
import { nameWithin } from './question-name.ts';
import { parametersOf } from './query-input.ts';

export interface IndexParameter {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly values?: readonly unknown[];
  readonly description?: string;
}

export interface IndexQuestion {
  readonly name: string;
  readonly title: string;
  readonly href: string;
  readonly parameters: readonly IndexParameter[];
  /** Whether its answer has rows, and so can be had as CSV. */
  readonly rows: boolean;
  readonly example: unknown;
}

export interface ApiIndex {
  readonly node: string;
  readonly network: string;
  readonly operator: string;
  readonly openapi: string;
  readonly areas: readonly {
    readonly name: string;
    readonly title: string;
    readonly questions: readonly IndexQuestion[];
    readonly acts: readonly { readonly type: string; readonly title: string }[];
  }[];
}

function questionsOf(area: Area): IndexQuestion[] {
  return area.questions.map((question) => ({
    name: nameWithin(area, question),
    title: question.title,
    href: `/api/${area.name}/${nameWithin(area, question)}`,
    rows: columnsOf(question) !== null,
    example: question.example,
    parameters: parametersOf(question.input).map(({ name, schema, required }) => ({
      name,
      type: typeOf(schema) ?? 'string',
      required,
      ...(schema.enum === undefined ? {} : { values: schema.enum }),
      ...(schema.description === undefined ? {} : { description: schema.description }),
    })),
  }));
}

/** The index of the node's API. */
export function apiIndex({ areas, config, store }: Services): ApiIndex {
  return {
    node: config.name,
    network: store.network,
    operator: store.operator,
    openapi: '/api/openapi.json',
    areas: areas.map((area) => ({
      name: area.name,
      title: area.title,
      questions: questionsOf(area),
      acts: area.acts.map(({ type, title }) => ({ type, title })),
    })),
  };
}
