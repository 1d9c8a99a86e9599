/** Answers of the API, and the refusals among them. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { type Wanted, problemOf } from '../http-status.ts';
import type { Answer } from '../response-cache.ts';

export const JSON_TYPE = 'application/json';
export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';
export const PROBLEM_TYPE = 'application/problem+json';

/** A refusal as an answer, cached like any other: it depends on the same things. */
export function refusedAnswer(refusal: Refusal, wanted: Wanted = 'answer'): Answer {
  const problem = problemOf(refusal, wanted);
  return { status: problem.status, contentType: PROBLEM_TYPE, body: JSON.stringify(problem) };
}

/** A value or a refusal as an answer in JSON. */
export function jsonAnswer(value: unknown, status: ContentfulStatusCode = 200): Answer {
  if (isRefusal(value)) return refusedAnswer(value);
  return { status, contentType: JSON_TYPE, body: JSON.stringify(value) };
}

/** What follows from an act, or its refusal: a response that nobody keeps. */
export function jsonResponse(value: unknown, status: ContentfulStatusCode = 200): Response {
  const answer = isRefusal(value) ? refusedAnswer(value, 'act') : jsonAnswer(value, status);
  return new Response(answer.body, {
    status: answer.status,
    headers: { 'content-type': answer.contentType, 'cache-control': 'no-store' },
  });
}
