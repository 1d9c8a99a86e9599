/** How actors moved between standings from one day to another. */
import { z } from 'zod';
import { PlainDateText } from '../../../../kernel/dates.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { movesBetween } from '../../rules/pictures/moves.ts';
import { AgreementInput, StandingText, chronicleFor, nameIn } from '../shapes.ts';

export const moves = defineQuestion({
  name: 'agreements.moves',
  title: 'Who moved from which standing to which, between two days?',
  input: z.strictObject({
    ...AgreementInput.shape,
    /** The earlier day; absent: the day of adoption. */
    from: PlainDateText.optional(),
    /** The later day; absent: the day as of which is asked. */
    to: PlainDateText.optional(),
  }),
  output: z.object({
    from: PlainDateText,
    to: PlainDateText,
    rows: z.array(
      z.object({
        actor: z.string(),
        name: z.string(),
        before: StandingText,
        after: StandingText,
      }),
    ),
  }),
  example: { agreement: 'paris-agreement', from: '2016-10-05', to: '2020-11-04' },
  async answer(asked, { agreement, locale, from, to }) {
    const known = await chronicleFor(asked, agreement);
    if (isRefusal(known)) return known;
    const { chronicle, dossiers } = known;
    const one = from ?? chronicle.history.adoption.adoptedOn;
    const other = to ?? asked.asOf;
    const days = one <= other ? ([one, other] as const) : ([other, one] as const);
    const { compare } = new Intl.Collator(locale);
    return {
      from: days[0],
      to: days[1],
      rows: movesBetween(days, chronicle, dossiers)
        .map((move) => ({ ...move, name: nameIn(locale, move.actor, chronicle) }))
        .sort((a, b) => compare(a.name, b.name)),
    };
  },
});
