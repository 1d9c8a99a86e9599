/** Registers as documents that an assistant may read: what sums one up, as text. */
import type { Area } from '../../kernel/define-area.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { documentedQuestions } from '../api/docs/find-documented.ts';
import { type Services, todayOf } from '../services.ts';
import { boundedAnswer } from './bounded-answer.ts';
import type { Caller } from './call-tool.ts';
import { citationsIn } from './citations.ts';

const SCHEME = 'concord://';
const TEXT_TYPE = 'application/json';
const NAME = /^[A-Za-z0-9.-]{1,80}$/;
/** Actors have no register each; they are asked by this question. */
const ACTOR_QUESTION = { area: 'actors', within: 'show' } as const;

/** The templates of addresses: a register of each area that can sum one up, and an actor. */
export function resourceTemplates(areas: readonly Area[]) {
  const summed = areas.filter((area) => area.summary !== undefined).map(({ name }) => name);
  const actors = areas.filter(({ name }) => name === ACTOR_QUESTION.area).map(({ name }) => name);
  return [...summed, ...actors].map((name) => ({
    name,
    uriTemplate: `${SCHEME}${name}/{name}`,
    description: `One of ${name}, as of today, with the finding, its reasons and what to cite`,
    mimeType: TEXT_TYPE,
  }));
}

/** The question that sums up what an address names; null where it names nothing that is. */
function summaryOf(areas: readonly Area[], uri: string) {
  if (!uri.startsWith(SCHEME)) return null;
  const [areaName = '', name = '', ...more] = uri.slice(SCHEME.length).split('/');
  if (more.length > 0 || !NAME.test(name)) return null;
  const area = areas.find((one) => one.name === areaName);
  if (area?.summary) return area.summary(name);
  const actor = documentedQuestions(areas).find(
    (one) => one.area.name === areaName && one.within === ACTOR_QUESTION.within,
  );
  return areaName === ACTOR_QUESTION.area && actor
    ? { question: actor.question, input: { actor: name } }
    : null;
}

/** The text of a resource as the caller may read it; null where there is none. */
export async function readResource(
  services: Pick<Services, 'areas' | 'store' | 'now'>,
  uri: string,
  { viewer, origin }: Caller,
) {
  const summary = summaryOf(services.areas, uri);
  if (summary === null) return null;
  const asOf = todayOf(services);
  const answer = await services.store.ask(summary.question, summary.input, {
    viewer,
    asOf,
    knownAt: null,
  });
  if (isRefusal(answer)) return null;
  const cite = { ...citationsIn(answer, origin), asOf };
  const text = JSON.stringify({ ...boundedAnswer(answer, 0), cite });
  return { uri, mimeType: TEXT_TYPE, text };
}
