/** How long a question on status takes in the server, from asking the store to its answer. */
import { sql } from 'kysely';
import { addDays } from '../src/kernel/dates.ts';
import type { Question } from '../src/kernel/define-area.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { parties, status } from '../src/practices/agreements/questions/one.ts';
import type { Asking, Store } from '../src/store/contract.ts';
import type { PaperWorld } from './paper-world.ts';
import { type Durations, timeEach } from './quantiles.ts';
import { type Seeded, seeded } from './seeded.ts';

export interface Asked {
  /** A read that asks for nothing: what the database and the machine take at the very least. */
  readonly empty: Durations;
  /** The first question on each agreement since the node started. */
  readonly first: Durations;
  /** Any agreement, actor and day, all agreements asked for before. */
  readonly status: Durations;
  readonly parties: Durations;
  /** As known at some instant while acts were recorded: little of it was asked for before. */
  readonly pastStatus: Durations;
  readonly pastParties: Durations;
}

const WARM_QUESTIONS = 2000;
const PAST_QUESTIONS = 300;
/** More agreements than the node remembers would be asked for the first time again and again. */
const AGREEMENTS_ASKED_MAX = 1000;

const anyDay = (random: Seeded): string => addDays('1950-01-01', random.below(75 * 365));

interface Round {
  readonly store: Store;
  readonly random: Seeded;
  readonly agreements: readonly string[];
  readonly actors: readonly string[];
}

async function put<Input, Output>(
  { store, random }: Round,
  question: Question<Input, Output>,
  input: unknown,
  knownAt: string | null,
): Promise<void> {
  const asking: Asking = { viewer: { actors: [] }, asOf: anyDay(random), knownAt };
  const answer = await store.ask(question, input, asking);
  if (isRefusal(answer)) throw new Error(answer.reason);
}

function statusAsked(round: Round, agreement: string, knownAt: string | null): Promise<void> {
  const actor = round.random.pick(round.actors);
  return put(round, status, { agreement, actor }, knownAt);
}

/** Instants while acts were recorded, so that at each of them another part of them is known. */
function instantsBetween(random: Seeded, [from, to]: readonly [number, number]): string[] {
  const any = (): string => new Date(from + random.below(Math.max(1, to - from))).toISOString();
  return Array.from({ length: PAST_QUESTIONS }, any);
}

export async function measureQuestions(
  store: Store,
  paper: PaperWorld,
  between: readonly [number, number],
): Promise<Asked> {
  const random = seeded(paper.acts + 1);
  const agreements = paper.agreements.slice(0, AGREEMENTS_ASKED_MAX);
  const round: Round = { store, random, agreements, actors: paper.actors };
  const someAgreement = (): string => random.pick(agreements);
  const times = Array.from({ length: WARM_QUESTIONS }, () => null);
  const past = (): string[] => instantsBetween(random, between);
  const read = (): Promise<unknown> =>
    store.read({ actors: [] }, (query) => sql`select 1`.execute(query));
  return {
    empty: await timeEach(times, async () => void (await read())),
    first: await timeEach(agreements, (agreement) => statusAsked(round, agreement, null)),
    status: await timeEach(times, () => statusAsked(round, someAgreement(), null)),
    parties: await timeEach(times, () => put(round, parties, { agreement: someAgreement() }, null)),
    pastStatus: await timeEach(past(), (instant) => statusAsked(round, someAgreement(), instant)),
    pastParties: await timeEach(past(), (instant) =>
      put(round, parties, { agreement: someAgreement() }, instant),
    ),
  };
}
