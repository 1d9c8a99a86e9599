/** Makes the answers that a question asks for. */
import type { Findable } from '../../../kernel/findable.ts';
import { aboutAgreement, aboutStanding } from './agreement.ts';
import { aboutActor, aboutBody } from './alone.ts';
import type { Answer, Read } from './answer.ts';
import { aboutBetween, aboutMembership, aboutMemberships, aboutVotes } from './pair.ts';
import { type Planned, planFor } from './plan.ts';

type Making = (
  read: Read,
  one: Findable,
  other: Findable,
  third?: Findable,
) => Promise<Answer | null>;

const MAKINGS: Readonly<Record<Answer['kind'], Making>> = {
  agreement: (read, agreement) => aboutAgreement(read, agreement),
  standing: (read, actor, agreement) => aboutStanding(read, agreement, actor),
  between: (read, one, other) => aboutBetween(read, [one, other]),
  votes: (read, one, other, body) => aboutVotes(read, [one, other], body),
  memberships: (read, one, other) => aboutMemberships(read, [one, other]),
  membership: (read, actor, group) => aboutMembership(read, actor, group),
  actor: (read, actor) => aboutActor(read, actor),
  body: (read, body) => aboutBody(read, body),
};

async function make(read: Read, { kind, things }: Planned): Promise<Answer[]> {
  const [one, other = one, third] = things;
  if (one === undefined || other === undefined) return [];
  const answer = await MAKINGS[kind](read, one, other, third);
  return answer === null ? [] : [answer];
}

/** The answers to a question that names these. */
export async function answersTo(read: Read, things: readonly Findable[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const planned of planFor(things, read.wanted)) answers.push(...(await make(read, planned)));
  return answers;
}
