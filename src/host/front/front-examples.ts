/** Questions that the record of this node answers, as examples of what can be asked. */
import { isRefusal } from '../../kernel/refusal.ts';
import { agreementHref } from '../../practices/agreements/pages/links.ts';
import { voters } from '../../practices/meetings/questions/history/voters.ts';
import { datesIn } from '../../ui/page-dates.ts';
import type { PageRequest } from '../../ui/page.ts';

/** Whom and what the examples are about, where this node has them. */
const EXAMPLE = {
  agreement: 'comprehensive-test-ban-treaty',
  bound: ['KEN', 'NOR'],
  body: 'un-general-assembly',
  voters: ['IND', 'BRA'],
} as const;

export interface AskedExample {
  readonly href: string;
  readonly label: string;
}

interface Known {
  readonly short: readonly { readonly agreement: string; readonly title: string }[];
  readonly actors: readonly { readonly actor: string; readonly name: string }[];
}

const addressed = (path: string, asked: Record<string, string>, request: PageRequest): string =>
  `${path}?${new URLSearchParams({ ...asked, ...datesIn(request) }).toString()}`;

function namesOf(
  actors: Known['actors'],
  ids: readonly string[],
): { one: string; other: string } | null {
  const [one, other] = ids.map((id) => actors.find(({ actor }) => actor === id)?.name);
  return one === undefined || other === undefined ? null : { one, other };
}

/** Whether votes of the body are on record. */
export async function hasVotes(request: PageRequest): Promise<boolean> {
  const found = await request.ask(voters, { body: EXAMPLE.body, locale: request.locale });
  return !isRefusal(found);
}

/** Where the blocs among those who vote are shown. */
export const blocsHref = (request: PageRequest): string =>
  addressed(`/meetings/votes/${EXAMPLE.body}/blocs`, {}, request).replace(/\?$/, '');

/** The examples that have an answer here. */
export function examplesOf(
  request: PageRequest,
  { short, actors }: Known,
  votes: boolean,
): AskedExample[] {
  const { text } = request;
  const waiting = short.find(({ agreement }) => agreement === EXAMPLE.agreement) ?? short[0];
  const pair = namesOf(actors, EXAMPLE.bound);
  const voting = votes ? namesOf(actors, EXAMPLE.voters) : null;
  const [one, other] = EXAMPLE.bound;
  const [first, second] = EXAMPLE.voters;
  const path = `/meetings/votes/${EXAMPLE.body}/agreement`;
  const force =
    waiting &&
    ({
      href: agreementHref(waiting.agreement, request),
      label: text('front.example.force', { title: waiting.title }),
    } satisfies AskedExample);
  return [
    ...(force ? [force] : []),
    ...(pair
      ? [
          {
            href: addressed('/between', { one, other }, request),
            label: text('front.example.between', pair),
          },
        ]
      : []),
    ...(voting
      ? [
          {
            href: addressed(path, { one: first, other: second }, request),
            label: text('front.example.votes', voting),
          },
        ]
      : []),
  ];
}
