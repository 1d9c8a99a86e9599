/** What every question on votes of the past begins with. */
import type { Asked, MemoryKind } from '../../../../kernel/define-area.ts';
import { type Refusal, isRefusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import type { ActorFacts } from '../../../actors/area.ts';
import { openReading, recallActors } from '../../load.ts';
import { type PastRollCall, recallPast } from '../../load-roll-calls.ts';
import { registerOf } from '../../registers.ts';
import {
  type BallotBook,
  type Wanted,
  ballotBook,
  selectionOf,
} from '../../rules/history/ballot-book.ts';
import type { Bits } from '../../rules/history/bits.ts';
import { nameOf, titleIn, unknownHere } from '../shapes.ts';

/** A body's past as the asker may see it, up to the day asked for. */
export interface Past {
  readonly body: string;
  /** By date, earliest first. */
  readonly rollCalls: readonly PastRollCall[];
  readonly actors: ActorFacts;
}

/** The roll calls of a body that had been taken by the day; refused where there are none. */
export async function openPast(asked: Asked, body: string): Promise<Past | Refusal> {
  const all = await recallPast(asked, body);
  if (all.length === 0)
    return unknownHere(said('There is no record of votes of {$body} here.', { body }));
  const rollCalls = all.filter(({ on }) => on <= asked.asOf);
  return { body, rollCalls, actors: await recallActors(asked) };
}

export interface PastBook extends Past {
  readonly book: BallotBook;
  /** Of the book, whose roll calls may reach beyond the day asked for. */
  select(wanted: Wanted): Bits;
}

const BOOK: MemoryKind<BallotBook> = { name: 'meetings.ballot-book' };

/** The same as sets of roll calls, which are made once for as long as none is recorded. */
export async function openBook(asked: Asked, body: string): Promise<PastBook | Refusal> {
  const past = await openPast(asked, body);
  if (isRefusal(past)) return past;
  const name = `${body} ${asked.knownAt ?? ''}`;
  const held = asked.memory.recall(BOOK, name);
  const make = async (): Promise<BallotBook> => {
    const all = await recallPast(asked, body);
    const made = ballotBook(all, (actor) => past.actors.personOf(actor));
    asked.memory.keep(BOOK, name, [registerOf('votes', body), 'actors/registry'], made);
    return made;
  };
  const book = held ?? (await make());
  const last = ({ to }: Wanted): string => (to === undefined || to > asked.asOf ? asked.asOf : to);
  return { ...past, book, select: (wanted) => selectionOf(book, { ...wanted, to: last(wanted) }) };
}

/** The title of the body, where it is established here; else its name. */
export async function bodyTitle(asked: Asked, body: string, locale: Locale): Promise<string> {
  const { archive } = await openReading(asked, [registerOf('body', body)]);
  const state = archive.body(body);
  return state === null ? body : titleIn(locale, state.opening.payload.title);
}

/** An actor with the ids that it voted under. */
export function personIn(past: Past, actor: string, locale: Locale) {
  const person = past.actors.personOf(actor);
  return { actor: person, name: nameOf(locale, person, past.actors) };
}
