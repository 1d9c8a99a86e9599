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
import { concerned, statusOn } from '../rules/status.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { AgreementInput, Day, chronicleFor, dayOf, nameIn, titleIn } from './shapes.ts';

const Party = z.object({
  actor: z.string(),
  name: z.string(),
  signedOn: Day,
  instrument: z.string().nullable(),
  depositedOn: Day,
  effectOn: Day,
  /** Reservations and declarations that stand, word for word. */
  statements: z.array(z.object({ act: z.string(), kind: z.string(), text: Wording })),
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
  registration: z.object({ number: z.string(), on: Day, act: z.string().nullable() }).nullable(),
  parties: z.array(Party),
});

const ENDED_BY: Readonly<Record<string, string>> = {
  'withdraw-reservation': 'reservation',
  'withdraw-declaration': 'declaration',
};

/** Acts that were withdrawn as a whole by the day. */
function withdrawnBy(events: readonly AgreementEvent[]): ReadonlySet<unknown> {
  return new Set(
    events.flatMap(({ kind, detail }) => {
      const member = ENDED_BY[kind];
      return member === undefined || detail['provisions'] !== undefined ? [] : [detail[member]];
    }),
  );
}

function statementsOf(actor: string, known: Known, day: string) {
  const { facts } = known.chronicle.scene;
  const events = known.chronicle.history.events.filter((event) => event.on <= day);
  const ended = withdrawnBy(events);
  return events
    .filter((event) => event.kind === 'reserve' || event.kind === 'declare')
    .filter((event) => facts.personOf(event.actor) === facts.personOf(actor))
    .filter((event) => !ended.has(event.act))
    .flatMap(({ act, kind, detail }) => {
      const text = Wording.safeParse(detail['text']).data;
      return text === undefined ? [] : [{ act, kind, text }];
    });
}

function partiesOf(known: Known, day: string, locale: Locale) {
  const { chronicle, dossiers } = known;
  const { compare } = new Intl.Collator(locale);
  return concerned(chronicle, day)
    .map((actor) => statusOn(actor, day, chronicle, dossiers))
    .filter(({ standing }) => standing === 'party' || standing === 'contracting')
    .map(({ actor, signature, consent, effect, since, boundAsMember }) => ({
      actor,
      name: nameIn(locale, actor, chronicle),
      signedOn: dayOf(signature),
      instrument: consent?.event.instrument ?? null,
      depositedOn: dayOf(consent),
      effectOn: boundAsMember ? since : dayOf(effect),
      statements: statementsOf(actor, known, day),
    }))
    .sort((one, other) => compare(one.name, other.name));
}

function registrationOf({ chronicle }: Known, day: string) {
  const { adoption, events } = chronicle.history;
  const event = events.find((one) => one.kind === 'register' && one.on <= day);
  if (event) return { number: String(event.detail['number']), on: event.on, act: event.act };
  const told = adoption.registration;
  return told ? { number: told.number, on: told.on ?? null, act: null } : null;
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
