/** Questions and kinds of acts by the names under which they are documented. */
import type { ActDefinition, Area, Question } from '../../../kernel/define-area.ts';
import { nameWithin } from '../question-name.ts';

export const QUESTION_DOCS = '/api/docs/questions/';
export const ACT_DOCS = '/api/docs/acts/';

export interface DocumentedQuestion {
  readonly area: Area;
  readonly question: Question;
  /** Its name within its area. */
  readonly within: string;
  /** Where it is answered. */
  readonly href: string;
  /** Where it is documented. */
  readonly docs: string;
}

function documented(area: Area, question: Question): DocumentedQuestion {
  const within = nameWithin(area, question);
  const href = `/api/${area.name}/${within}`;
  return { area, question, within, href, docs: `${QUESTION_DOCS}${area.name}.${within}` };
}

/** All questions, in the order of their areas. */
export function documentedQuestions(areas: readonly Area[]): readonly DocumentedQuestion[] {
  return areas.flatMap((area) => area.questions.map((question) => documented(area, question)));
}

/** The question of a name such as `agreements.status`. */
export function findQuestion(areas: readonly Area[], name: string): DocumentedQuestion | undefined {
  return documentedQuestions(areas).find((one) => one.docs === `${QUESTION_DOCS}${name}`);
}

/** The kind of act of a type such as `agreements.sign`. */
export function findActType(
  areas: readonly Area[],
  type: string,
): { readonly area: Area; readonly act: ActDefinition } | undefined {
  for (const area of areas) {
    const act = area.acts.find((one) => one.type === type);
    if (act) return { area, act };
  }
  return undefined;
}

/** The example of a question as the query that asks it. */
export function exampleSearch(example: unknown): URLSearchParams {
  const search = new URLSearchParams();
  if (typeof example !== 'object' || example === null) return search;
  for (const [name, value] of Object.entries(example)) {
    if (value === null || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search;
}
