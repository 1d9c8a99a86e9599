import type { Area, Question } from '../../kernel/define-area.ts';

/** A question's name within its area: `agreements.status` is asked at `agreements/status`. */
export function nameWithin(area: Pick<Area, 'name'>, question: Pick<Question, 'name'>): string {
  const prefix = `${area.name}.`;
  return question.name.startsWith(prefix) ? question.name.slice(prefix.length) : question.name;
}
