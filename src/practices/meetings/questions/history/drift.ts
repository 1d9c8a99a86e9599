/** How one actor's votes moved over the years: with the majority, and with whom. */
import { z } from 'zod';
import { ActorId } from '../../../../kernel/actor-id.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import { Name } from '../../payloads/parts.ts';
import { meetingOf } from '../../rules/history/agreement.ts';
import type { Ballots } from '../../rules/history/ballot-book.ts';
import { type Bits, common, include, noneOf, sizeOf } from '../../rules/history/bits.ts';
import { InLanguage, nameOf, unknownHere } from '../shapes.ts';
import { AgreementFigures, Person, figuresOf } from './agreement.ts';
import { type PastBook, bodyTitle, openBook, personIn } from './opening.ts';
import { Year } from './roll-calls.ts';

const COMPANIONS_MAX = 10;
/** Who met the actor in less than a tenth of its roll calls is no companion. */
const MET_SHARE = 10;

/** What more members voted than not: yes or no; where they are even, neither. */
function majorityOf({ rollCalls, book }: PastBook): Ballots {
  const majority = { yes: noneOf(book.size), no: noneOf(book.size), abstain: noneOf(book.size) };
  for (const [at, { yes, no }] of rollCalls.entries()) {
    if (yes.length > no.length) include(majority.yes, at);
    if (no.length > yes.length) include(majority.no, at);
  }
  return majority;
}

const Companion = z.object({ ...Person.shape, ...AgreementFigures.shape });

function companions(past: PastBook, person: string, selection: Bits, locale: Locale) {
  const own = past.book.ballots.get(person);
  if (own === undefined) return [];
  const met = [...past.book.ballots]
    .filter(([actor]) => actor !== person)
    .map(([actor, ballots]) => {
      const name = nameOf(locale, actor, past.actors);
      return { actor, name, ...figuresOf(meetingOf(own, ballots, selection)) };
    });
  const most = Math.max(1, ...met.map(({ both }) => both));
  return met
    .filter(({ both }) => both * MET_SHARE >= most)
    .sort((one, other) => {
      const apart = (other.index ?? 0) - (one.index ?? 0);
      return apart === 0 ? (one.actor < other.actor ? -1 : 1) : apart;
    });
}

export const drift = defineQuestion({
  name: 'meetings.drift',
  title: 'How did the votes of one move over the years?',
  input: z.strictObject({
    body: Name,
    actor: ActorId,
    /** Its companions between these years; absent: all. */
    from: Year.optional(),
    to: Year.optional(),
    locale: InLanguage,
  }),
  output: z.object({
    body: z.string(),
    title: z.string(),
    one: Person,
    /** Those who vote most like it, and those who vote least like it. */
    nearest: z.array(Companion),
    farthest: z.array(Companion),
    /** By year: agreement with what the majority voted. */
    rows: z.array(z.object({ year: z.string(), rollCalls: z.int(), ...AgreementFigures.shape })),
  }),
  example: { body: 'general-conference', actor: 'KEN' },
  async answer(asked, { body, actor, from, to, locale }) {
    const past = await openBook(asked, body);
    if (isRefusal(past)) return past;
    const one = personIn(past, actor, locale);
    const own = past.book.ballots.get(one.actor);
    if (own === undefined)
      return unknownHere(said('There is no vote of {$actor} in {$body} here.', { actor, body }));
    const majority = majorityOf(past);
    const all = past.select({});
    const rows = [...past.book.years].map(([year, within]) => {
      const selection = common(all, within);
      const figures = figuresOf(meetingOf(own, majority, selection));
      return { year, rollCalls: sizeOf(selection), ...figures };
    });
    const wanted = {
      ...(from !== undefined && { from: `${from}-01-01` }),
      ...(to !== undefined && { to: `${to}-12-31` }),
    };
    const near = companions(past, one.actor, past.select(wanted), locale);
    const far = near.slice(COMPANIONS_MAX).slice(-COMPANIONS_MAX).toReversed();
    return {
      body,
      title: await bodyTitle(asked, body, locale),
      one,
      nearest: near.slice(0, COMPANIONS_MAX),
      farthest: far,
      rows: rows.filter(({ both }) => both > 0),
    };
  },
});
