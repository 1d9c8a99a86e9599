/**
 * What is certified when an agreement is handed in for registration. General Assembly resolution
 * 97 (I), as amended, Art. 5: its title and languages, when and where it was concluded, how it
 * entered into force, its parties with their instruments and reservations.
 */
import { z } from 'zod';
import { PlainDateText } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Known } from '../chronicles.ts';
import { Wording } from '../payloads/parts.ts';
import { clauseRule } from '../rules/findings.ts';
import type { AgreementEvent } from '../rules/history.ts';
import { formOn } from '../rules/reservations/reservation-life.ts';
import { reservationsOf } from '../rules/reservations/reservations.ts';
import { statementsOf as declarationsOf } from '../rules/reservations/statements.ts';
import { concerned, statusOn } from '../rules/status.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { Registered, registrationOf } from './registered.ts';
import { AgreementInput, Day, chronicleFor, dayOf, nameIn, titleIn } from './shapes.ts';

const Said = z.object({ act: z.string(), kind: z.string(), text: Wording });

const Party = z.object({
  actor: z.string(),
  name: z.string(),
  signedOn: Day,
  instrument: z.string().nullable(),
  depositedOn: Day,
  effectOn: Day,
  /** Reservations and declarations that stand, word for word. */
  statements: z.array(Said),
});

const Statement = z.object({
  agreement: z.string(),
  title: z.string(),
  languages: z.array(z.string()),
  concludedOn: PlainDateText,
  concludedAt: z.string().nullable(),
  depositaries: z.array(z.object({ actor: z.string(), name: z.string() })),
  entryIntoForceOn: Day,
  /** The provision on entry into force, and what it asks for. */
  citation: z.string(),
  manner: z.string(),
  /** How it is registered, where it is. */
  registration: Registered,
  parties: z.array(Party),
});

const stands = (endsOn: string | null, day: string): boolean => endsOn === null || endsOn > day;

/** Acts whose words stand on a day: of a reservation that was modified, the latest. */
function standingActs({ chronicle }: Known, day: string): [actor: string, AgreementEvent][] {
  const reserved = reservationsOf(chronicle)
    .filter(({ madeOn, endedOn }) => madeOn !== null && madeOn <= day && stands(endedOn, day))
    .map((life): [string, AgreementEvent] => [life.actor, formOn(life, day).by]);
  const declared = declarationsOf(chronicle)
    .filter(({ event, endsOn }) => event.on <= day && stands(endsOn, day))
    .map(({ event }): [string, AgreementEvent] => [event.actor, event]);
  return [...reserved, ...declared];
}

function statementsIn(known: Known, day: string): Map<string, z.output<typeof Said>[]> {
  const { facts } = known.chronicle.scene;
  const said = new Map<string, z.output<typeof Said>[]>();
  for (const [actor, { act, kind, detail }] of standingActs(known, day)) {
    const text = Wording.safeParse(detail['text']).data;
    const person = facts.personOf(actor);
    if (text) said.set(person, [...(said.get(person) ?? []), { act, kind, text }]);
  }
  return said;
}

function partiesOf(known: Known, day: string, locale: Locale) {
  const { chronicle, dossiers } = known;
  const { compare } = new Intl.Collator(locale);
  const said = statementsIn(known, day);
  return concerned(chronicle, day)
    .map((actor) => statusOn(actor, day, chronicle, dossiers))
    .filter(({ standing }) => standing === 'party' || standing === 'contracting')
    .map(({ actor, signature, consent, effect, since, boundAsMember, through }) => ({
      actor,
      name: nameIn(locale, actor, chronicle),
      signedOn: dayOf(signature),
      instrument: consent?.event.instrument ?? null,
      depositedOn: dayOf(consent),
      effectOn: boundAsMember || through !== null ? since : dayOf(effect),
      statements: said.get(chronicle.scene.facts.personOf(actor)) ?? [],
    }))
    .sort((one, other) => compare(one.name, other.name));
}

export const certifyingStatement = defineQuestion({
  name: 'agreements.certifying-statement',
  title: 'What is certified when this agreement is registered?',
  input: AgreementInput,
  output: Statement,
  example: { agreement: 'paris-agreement' },
  async answer(asked, { agreement, locale }) {
    const known = await chronicleFor(asked, agreement);
    if (isRefusal(known)) return known;
    const { chronicle } = known;
    const { adoption } = chronicle.history;
    const { fulfilledOn, on } = chronicle.decision;
    const isForeseen = fulfilledOn !== null && fulfilledOn <= asked.asOf;
    return {
      agreement,
      title: titleIn(locale, adoption),
      languages: adoption.authenticLanguages,
      concludedOn: adoption.adoptedOn,
      concludedAt: adoption.adoptedAt ?? null,
      depositaries: adoption.depositary.map((actor) => ({
        actor,
        name: nameIn(locale, actor, chronicle),
      })),
      entryIntoForceOn: isForeseen ? on : null,
      citation: adoption.finalClauses.entryIntoForce.citation,
      manner: clauseRule(chronicle).text,
      registration: registrationOf(known, asked.asOf),
      parties: partiesOf(known, asked.asOf, locale),
    };
  },
});
