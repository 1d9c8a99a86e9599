/** The questions of all areas as tools that an assistant may call; nothing but questions. */
import type { Area } from '../../kernel/define-area.ts';
import { type DocumentedQuestion, documentedQuestions } from '../api/docs/find-documented.ts';
import { type JsonSchema, jsonSchemaOf } from '../api/json-schema.ts';

/** What is asked most stands first: an assistant reads from the beginning. */
const FIRST = [
  'search.find',
  'agreements.search',
  'actors.search',
  'agreements.status',
  'agreements.show',
  'agreements.entry-into-force',
  'agreements.between',
  'agreements.of-actor',
  'meetings.agreement',
  'actors.show',
] as const;

export interface QuestionTool {
  /** `agreements_status`: letters, digits, lines, as all clients take them. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema & { readonly type: 'object' };
  readonly annotations: {
    readonly readOnlyHint: true;
    readonly idempotentHint: true;
    readonly openWorldHint: false;
  };
  readonly asked: DocumentedQuestion;
}

const TIMES = {
  asOf: {
    type: 'string',
    format: 'date',
    description: 'What has effect on this day (YYYY-MM-DD); absent: today',
  },
  knownAt: {
    type: 'string',
    description: 'Only what was recorded by this day or instant; absent: all',
  },
  rowsFrom: {
    type: 'integer',
    minimum: 0,
    description: 'Where an answer has many rows: from which one on; absent: from the first, 0',
  },
} as const satisfies Record<string, JsonSchema>;

/** Names that every tool takes beside those of its question. */
export const COMMON_ARGUMENTS: ReadonlySet<string> = new Set(Object.keys(TIMES));

/** A clause of its own for the example, so that an assistant sees how ids are written. */
function descriptionOf({ question, area }: DocumentedQuestion): string {
  const example = JSON.stringify(question.example);
  return `${question.title} (${area.title}). Example: ${example}`;
}

function toolOf(asked: DocumentedQuestion): QuestionTool {
  const { question, area, within } = asked;
  const { properties = {}, ...schema } = jsonSchemaOf(question.input, 'input');
  return {
    name: `${area.name}_${within}`.replaceAll('-', '_'),
    title: question.title,
    description: descriptionOf(asked),
    inputSchema: { ...schema, type: 'object', properties: { ...properties, ...TIMES } },
    annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    asked,
  };
}

function rankOf({ asked }: QuestionTool): number {
  const name = `${asked.area.name}.${asked.within}`;
  const at = FIRST.findIndex((first) => first === name);
  return at === -1 ? FIRST.length : at;
}

/** A tool for each question; what is asked most first. */
export function questionTools(areas: readonly Area[]): readonly QuestionTool[] {
  return documentedQuestions(areas)
    .map(toolOf)
    .toSorted((one, other) => rankOf(one) - rankOf(other));
}
