/** One roll call of the past: who voted what, and what it adds up to. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import type { PastRollCall } from '../../load-roll-calls.ts';
import { Name } from '../../payloads/parts.ts';
import { addsUp, majoritiesOf, tallyOf } from '../../rules/history/tally.ts';
import { InLanguage, nameOf, unknownHere } from '../shapes.ts';
import { type Past, bodyTitle, openPast } from './opening.ts';
import { RollCallRow, VOTES, rollCallRow } from './roll-calls.ts';

const Tally = z.object({ yes: z.int(), no: z.int(), abstain: z.int() });

const VoterRow = z.object({
  /** Null for whom the source names and the registry does not know. */
  actor: z.string().nullable(),
  name: z.string(),
  vote: z.enum(VOTES),
  region: z.string().nullable(),
  /** ISO 3166 numeric code, for maps. */
  numericCode: z.string().nullable(),
});

function votersOf(one: PastRollCall, past: Past, locale: Locale): z.output<typeof VoterRow>[] {
  const known = VOTES.flatMap((vote) =>
    one[vote].map((actor) => ({
      actor,
      name: nameOf(locale, actor, past.actors),
      vote,
      region: past.actors.actor(actor)?.region ?? null,
      // The land of a State that is no more is drawn as that of who continues it.
      numericCode:
        past.actors.actor(actor)?.numericCode ??
        past.actors.actor(past.actors.personOf(actor))?.numericCode ??
        null,
    })),
  );
  const others = one.unresolved.map(({ name, vote }) => {
    return { actor: null, name, vote, region: null, numericCode: null };
  });
  const { compare } = new Intl.Collator(locale);
  return [...known, ...others].sort((first, second) => compare(first.name, second.name));
}

export const rollCall = defineQuestion({
  name: 'meetings.roll-call',
  title: 'Who voted what in one roll call?',
  input: z.strictObject({ body: Name, number: z.string().min(1).max(60), locale: InLanguage }),
  output: z.object({
    body: z.string(),
    title: z.string(),
    act: z.string(),
    rollCall: RollCallRow,
    note: z.string().nullable(),
    source: z.string().nullable(),
    /** What the votes on record add up to, and what the source states. */
    counted: Tally,
    stated: Tally.nullable(),
    addsUp: z.boolean().nullable(),
    majorities: z.array(
      z.object({
        majority: z.enum(['simple', 'twoThirds']),
        citation: z.string(),
        votes: z.int(),
        needed: z.int(),
        voting: z.int(),
        reached: z.boolean(),
      }),
    ),
    /** The roll calls before and after it, by date. */
    previous: z.string().nullable(),
    next: z.string().nullable(),
    rows: z.array(VoterRow),
  }),
  example: { body: 'general-conference', number: '1' },
  async answer(asked, { body, number, locale }) {
    const past = await openPast(asked, body);
    if (isRefusal(past)) return past;
    const at = past.rollCalls.findIndex((one) => one.number === number);
    const one = past.rollCalls[at];
    if (one === undefined)
      return unknownHere(
        said('There is no roll call {$number} of {$body} here.', { number, body }),
      );
    const counted = tallyOf(one);
    return {
      body,
      title: await bodyTitle(asked, body, locale),
      act: one.act,
      rollCall: rollCallRow(one),
      note: one.note,
      source: one.source,
      counted,
      stated: one.stated,
      addsUp: addsUp(counted, one.stated),
      majorities: [...majoritiesOf(counted)],
      previous: past.rollCalls[at - 1]?.number ?? null,
      next: past.rollCalls[at + 1]?.number ?? null,
      rows: votersOf(one, past, locale),
    };
  },
});
