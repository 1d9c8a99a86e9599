/** Declarations and derogations as rows of an answer. */
import { z } from 'zod';
import { PlainDateText } from '../../../kernel/dates.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import type { Known } from '../chronicles.ts';
import { Wording } from '../payloads/parts.ts';
import { DECLARATIONS } from '../payloads/reservations.ts';
import { citationOf } from '../provision.ts';
import { saidIn } from '../rules/reservations/reservation-said.ts';
import { derogationsOf, statementsOf } from '../rules/reservations/statements.ts';
import { Day, nameIn } from './shapes.ts';

const Made = {
  act: z.string(),
  actor: z.string(),
  name: z.string(),
  on: PlainDateText,
  provisions: z.array(z.string()),
  /** The provisions as they are cited, in English; empty where none is named. */
  concerns: z.string(),
  /** The first day on which it holds no more; null while none is known. */
  endsOn: Day,
  stands: z.boolean(),
  text: Wording,
  source: z.string().nullable(),
};

export const DeclarationRow = z.object({
  ...Made,
  kind: z.enum(DECLARATIONS),
  towards: z.array(z.object({ actor: z.string(), name: z.string() })),
});
export const DerogationRow = z.object({ ...Made, from: PlainDateText });

/** What was declared by the day, in order. */
export function declarationsOn(
  { chronicle }: Known,
  day: PlainDateText,
  locale: Locale,
): z.output<typeof DeclarationRow>[] {
  return statementsOf(chronicle)
    .filter(({ event }) => event.on <= day)
    .map(({ event, kind, towards, endsOn }) => {
      const { provisions, text } = saidIn('declare', event);
      return {
        act: event.act,
        actor: event.actor,
        name: nameIn(locale, event.actor, chronicle),
        on: event.on,
        provisions,
        concerns: provisions.map(citationOf).join(', '),
        endsOn,
        stands: endsOn === null || day < endsOn,
        text,
        source: event.source,
        kind,
        towards: towards.map((actor) => ({ actor, name: nameIn(locale, actor, chronicle) })),
      };
    });
}

/** Derogations of which notice was given by the day, in order. */
export function derogationsOn(
  { chronicle }: Known,
  day: PlainDateText,
  locale: Locale,
): z.output<typeof DerogationRow>[] {
  return derogationsOf(chronicle)
    .filter(({ event }) => event.on <= day)
    .map(({ event, from, provisions, endsOn }) => ({
      act: event.act,
      actor: event.actor,
      name: nameIn(locale, event.actor, chronicle),
      on: event.on,
      provisions,
      concerns: provisions.map(citationOf).join(', '),
      endsOn,
      stands: from <= day && (endsOn === null || day < endsOn),
      text: saidIn('derogate', event).text,
      source: event.source,
      from,
    }));
}
