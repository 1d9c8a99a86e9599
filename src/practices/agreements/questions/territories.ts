/** Where an agreement applies beyond what is said of no territory. VCLT Art. 29. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { AgreementId } from '../payloads/agreement.ts';
import { territoriesOn } from '../rules/versions/territories.ts';
import { InLanguage, chronicleFor, nameIn } from './shapes.ts';

export const territories = defineQuestion({
  name: 'agreements.territories',
  title: 'To which territories did its parties extend this agreement, or not?',
  input: z.strictObject({ agreement: AgreementId, actor: ActorId.optional(), locale: InLanguage }),
  output: z.object({
    rows: z.array(
      z.object({
        actor: z.string(),
        name: z.string(),
        territory: z.string(),
        /** The registry's id of the territory, where the act named it. */
        territoryActor: z.string().nullable(),
        applies: z.boolean(),
        since: PlainDateText,
        act: z.string(),
        source: z.string().nullable(),
      }),
    ),
  }),
  example: { agreement: 'rome-statute' },
  async answer(asked, { agreement, actor, locale }) {
    const known = await chronicleFor(asked, agreement);
    if (isRefusal(known)) return known;
    const { history, scene } = known.chronicle;
    const personOf = (one: string): string => scene.facts.personOf(one);
    const wanted = actor === undefined ? null : personOf(actor);
    const own = Map.groupBy(history.events, (event) => personOf(event.actor));
    const persons = [...own].filter(([person]) => wanted === null || person === wanted);
    const rows = persons.flatMap(([, events]) =>
      territoriesOn(asked.asOf, events).map(({ name, actor: id, applies, since, event }) => ({
        actor: event.actor,
        name: nameIn(locale, event.actor, known.chronicle),
        territory: name,
        territoryActor: id ?? null,
        applies,
        since,
        act: event.act,
        source: event.source,
      })),
    );
    const { compare } = new Intl.Collator(locale);
    return { rows: rows.sort((one, other) => compare(one.name, other.name)) };
  },
});
